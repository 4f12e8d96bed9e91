import { readdirSync, readFileSync } from 'node:fs';
import { fileKindOf } from '../../../src/core/plan/fileKind';

/** A settings file has one name only, which would make a fixture's folder a plan. */
function planName(name: string): string {
  return name.endsWith('.throughline.yaml') ? '.throughline.yaml' : name;
}

function filesIn(folder: string): Record<string, string> {
  const url = new URL(`../../../${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => fileKindOf(planName(name)) !== undefined);
  return Object.fromEntries(names.map((name) => [planName(name), readFileSync(new URL(name, url), 'utf8')]));
}

/** Plans as people write them, and one that uses all that the format has: texts by the names of their files. */
export const realPlans: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  examples: filesIn('examples'),
  minimal: filesIn('examples/minimal'),
  all: filesIn('test/fixtures/format'),
};

/** The plans of the fixture that have nothing to report: of every kind of work. */
export const healthyPlans: readonly Readonly<Record<string, string>>[] = readdirSync(
  new URL('../../fixtures/healthy/', import.meta.url),
  { withFileTypes: true },
)
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => filesIn(`test/fixtures/healthy/${name}`));

/** The day on which the plans above are under way. */
export const realPlansToday = '2026-11-23';

/** Texts that change what stands around them. */
export const garbage: readonly string[] = [
  ...['', '"', "'", '{', '[', '}', ': ', '- ', '\n', '\r\n', '\t', '#', ' # ', '&a ', '*a', '<<: *a', '|', '>-'],
  ...['!!x ', '? ', '\ufeff', '🚀', '\ud83d', '---\n', '%YAML', '  ', 'goal: [', 'items:\n  a: {', '\u0000', '@', '`'],
  'x'.repeat(300),
];
