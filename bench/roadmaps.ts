import { descriptionOf, titleOf } from './phrases';
import { Random } from './random';

const goals = 8;
const releases = 4;
const features = 40;

/** So many roadmaps of products that have nothing to do with each other, with the people who own them. */
export function roadmapTexts(count: number, seed = 1): ReadonlyMap<string, string> {
  const random = new Random(seed);
  const people = numbers(count).map((at) => `  owner-${at}: { name: Owner ${at}, role: product-manager }`);
  const texts = new Map([['.throughline.yaml', `${['status_date: 2026-01-01', 'people:', ...people].join('\n')}\n`]]);
  for (const product of numbers(count)) texts.set(`product-${product}.roadmap.yaml`, roadmapText(product, random));
  return texts;
}

function roadmapText(product: number, random: Random): string {
  const of = (kind: string, at: number): string => `${kind}-${product}-${at}`;
  const lines = [
    `product: Product ${product}`,
    `owner: owner-${product}`,
    `vision: ${descriptionOf(random)}`,
    'goals:',
    ...numbers(goals).flatMap((at) => [
      `  ${of('goal', at)}:`,
      `    title: ${titleOf(at, random)}`,
      `    why: ${descriptionOf(random)}`,
      `    horizon: ${random.of(['next', 'later'])}`,
      '    target: 2027-H2',
      '    key_results:',
      `      time: { title: Time that it takes, baseline: ${random.between(50, 90)} s, target: ${random.between(10, 40)} s, current: 50 s }`,
    ]),
    'releases:',
    ...numbers(releases).map((at) => `  ${of('release', at)}: { title: Release ${at}, date: ${2026 + at}-06-30 }`),
    'features:',
    ...numbers(features).flatMap((at) => [
      `  ${of('feature', at)}:`,
      `    title: ${titleOf(at, random)}`,
      `    description: ${descriptionOf(random)}`,
      `    goal: ${of('goal', random.between(1, goals))}`,
      `    release: ${of('release', random.between(1, releases))}`,
      ...(at === 1 || random.below(3) > 0 ? [] : [`    depends_on: ${of('feature', random.between(1, at - 1))}`]),
      `    rice: { reach: ${random.between(1, 90) * 100}, impact: 1, confidence: 80%, effort: ${random.between(1, 9)} }`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
