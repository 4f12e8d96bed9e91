import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameAt } from '../../../../src/core/features/names/nameAt';
import { declaredFileId, declaredName, nameParts } from '../../../../src/core/features/names/nameParts';
import { prepareRename, Refusal, rename } from '../../../../src/core/features/rename';
import { fieldOf, type AnyEntity } from '../../../../src/core/plan/entity';
import type { Plan } from '../../../../src/core/plan/plan';
import type { PlanFile } from '../../../../src/core/plan/planFile';
import type { Reference } from '../../../../src/core/plan/reference';
import type { Place } from '../../../../src/core/text/sourceText';
import { planFrom, type TestPlan } from '../../planFrom';
import { samplePlans, type Files } from '../samplePlans';
import { filesAfter } from './renaming';

const client = { version: () => undefined, documentChanges: true, createFiles: true };

/** What a reference leads to, by other means than the rename has: the path of the entry, or why there is none. */
function meaning(plan: Plan, file: PlanFile, reference: Reference, moved: (path: string) => string): string {
  if (reference.to === 'role') return moved(`role ${plan.role(reference.text)?.id ?? 'none'}`);
  const resolution = plan.resolve(reference, file);
  switch (resolution.status) {
    case 'found':
      return moved([resolution.entity.uri, ...resolution.entity.path].join(' '));
    case 'ambiguous':
      return resolution.candidates.map(({ uri, path }) => moved([uri, ...path].join(' '))).join(', ');
    default:
      return resolution.status;
  }
}

function meanings(plan: TestPlan, moved: (path: string) => string): readonly string[] {
  const index = plan.state().plan;
  return [...index.files.values()].flatMap((file) => [
    ...file.references.map(
      ({ by, property, reference }) => `${by.kind} ${property} → ${meaning(index, file, reference, moved)}`,
    ),
    // What is no name keeps its text, whatever an anchor gives it.
    ...file.definitions.map((entity) => `${moved([file.uri, ...entity.path].join(' '))}: ${title(entity)}`),
  ]);
}

function title(entity: AnyEntity): string {
  return String(fieldOf(entity, 'title')?.value);
}

/** Every offset at which a name begins, in the order of a file. */
function nameOffsetsIn(plan: TestPlan, uri: string): readonly number[] {
  const file = plan.service.file(uri);
  assert.ok(file);
  const id = declaredFileId(file);
  const places = [
    ...file.definitions.map(declaredName),
    ...file.references.flatMap((site) => Object.values(nameParts(site)) as Place[]),
    ...(id ? [id] : []),
  ];
  const offsets = new Set(places.map((place) => file.document.source.spanOf(place)?.start ?? -1));
  return [...offsets].sort((one, other) => one - other);
}

function nameOffsets(plan: TestPlan): readonly { uri: string; offset: number }[] {
  return [...plan.texts.keys()].flatMap((uri) => nameOffsetsIn(plan, uri).map((offset) => ({ uri, offset })));
}

/** Whether something else has this name already, by mistake: then there is no way back to it. */
function isRepeated(plan: TestPlan, name: string): boolean {
  const files = [...plan.state().plan.files.values()];
  const names = files.flatMap(({ id, definitions }) => [id, ...definitions.map((entity) => entity.id)]);
  return names.filter((each) => each.toLowerCase() === name.toLowerCase()).length > 1;
}

/**
 * Renames what is named at a place and holds the plan to its meaning; then renames it back.
 *
 * @returns whether it could be renamed
 */
async function checkRename(plan: TestPlan, uri: string, offset: number, newName: string): Promise<boolean> {
  const state = plan.state();
  const place = prepareRename(state, uri, offset);
  if (place instanceof Refusal) return false;
  const edit = rename(state, uri, offset, newName, client);
  if (edit instanceof Refusal) {
    assert.match(edit.reason, /^.{10,}[.]$/s);
    return false;
  }
  const files = filesAfter(plan, edit);
  const after = await planFrom(files);
  const file = state.plan.files.get(uri);
  const subject = file && nameAt(state.plan, file, offset)?.subject;
  assert.ok(subject);
  const renamed = subject.kind === 'defined' ? subject.entities : [];
  const moved = (path: string): string =>
    renamed.reduce((at, entity) => {
      const old = [entity.uri, ...entity.path].join(' ');
      const now = [entity.uri, ...entity.path.slice(0, -1), newName].join(' ');
      if (entity.kind === 'role' && at === `role ${entity.id}`) return `role ${newName}`;
      return at === old || at.startsWith(`${old} `) ? now + at.slice(old.length) : at;
    }, path);
  assert.deepEqual(
    meanings(after, (path) => path),
    meanings(plan, moved),
  );

  // Quotes and qualifiers that were needed stay, and roles are spelt alike from then on.
  const isPlain = [newName, place.placeholder].every((name) => /^(?!no$)[a-z][a-z0-9-]*$/i.test(name));
  const isQualified = [...plan.texts].some(([each, text]) => slashes(text) !== slashes(after.texts.get(each) ?? ''));
  if (isPlain && !isQualified && renamed[0]?.kind !== 'role') checkWayBack(plan, after, uri, place);
  return true;
}

type Prepared = Exclude<ReturnType<typeof prepareRename>, Refusal>;

/** Renames what was renamed back, and holds the texts to what they were. */
function checkWayBack(plan: TestPlan, after: TestPlan, uri: string, { range, placeholder }: Prepared): void {
  const start = plan.service.file(uri)!.document.source.offsetAt(range.start);
  // The name stands as many names behind the start of its file as before.
  const offset = nameOffsetsIn(after, uri)[nameOffsetsIn(plan, uri).indexOf(start)];
  assert.ok(offset !== undefined, 'the name is still there');
  const back = rename(after.state(), uri, offset, placeholder, client);
  if (back instanceof Refusal) {
    assert.ok(isRepeated(plan, placeholder), back.reason);
    return;
  }
  const texts = Object.fromEntries([...plan.texts].map(([each, text]) => [each.slice(plan.uri('').length), text]));
  assert.deepEqual(filesAfter(after, back), texts);
}

function slashes(text: string): number {
  return text.split('/').length;
}

describe('renaming', () => {
  for (const [name, files] of Object.entries(samplePlans)) {
    it(`keeps the meaning of ${name}, and comes back to the same texts`, async () => {
      const plan = await planFrom(files);
      const offsets = nameOffsets(plan);
      let renamed = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(offsets.length - 1), async (index) => {
          const { uri, offset } = offsets[index]!;
          if (await checkRename(plan, uri, offset, 'brand-new')) renamed++;
        }),
        { numRuns: 20 },
      );
      assert.ok(renamed > 5, `${renamed} were renamed`);
    }).timeout(120_000);
  }

  it('keeps the meaning of any plan, or says why it cannot', async () => {
    let renamed = 0;
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(), fc.constantFrom(...ids, 'fresh'), async (files, choice, newName) => {
        const plan = await planFrom(files);
        const offsets = nameOffsets(plan);
        if (offsets.length === 0) return;
        const { uri, offset } = offsets[choice % offsets.length]!;
        if (await checkRename(plan, uri, offset, newName)) renamed++;
      }),
      { numRuns: 150 },
    );
    assert.ok(renamed > 30, `${renamed} were renamed`);
  }).timeout(120_000);
});

/** Few, so that they meet in every way. */
const ids = ['a', 'b', 'c', 'B', '1.4', 'no', 'one', 'two'] as const;

const id = fc.constantFrom(...ids);
const quotes = fc.constantFrom('', '', '', "'", '"');
const scalar = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(quotes, text).map(([quote, value]) => quote + value + quote);
const reference = scalar(
  fc.tuple(fc.constantFrom('', '', '', 'one/', 'two/', 'shop/', 'p/'), id).map((parts) => parts.join('')),
);
const dependency = scalar(
  fc
    .tuple(fc.constantFrom('', '', 'one/', 'shop/', 'two/', 'p/'), id, fc.constantFrom('', '', ' SS+2d', ' FF', ' +1w'))
    .map((parts) => parts.join('')),
);
const key = scalar(id);

const map = (entry: fc.Arbitrary<string>, indent: string): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.tuple(key, entry), { maxLength: 3, selector: ([name]) => name.replace(/['"]/g, '').toLowerCase() })
    .map((entries) => entries.map(([name, value]) => `${indent}${name}: ${value}\n`).join(''));

const section = (name: string, entry: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  map(entry, '  ').map((entries) => (entries === '' ? '' : `${name}:\n${entries}`));

const optional = (line: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), line);
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));

const person = fc.constantFrom('{ email: a@example.org }', '{ role: a }', '{ role: [B, one] }', '{ kind: team }');
const roadmap = joined(
  optional(scalar(id).map((text) => `id: ${text}\n`)),
  optional(reference.map((text) => `x-anchor: &any ${text}\n`)),
  optional(section('people', person)),
  optional(section('roles', fc.constantFrom('{ title: R }', '{ extends: b }', '{ responsibilities: [+c, a] }'))),
  section(
    'goals',
    fc.oneof(
      fc.constant('Win'),
      reference.map((goal) => `{ title: G, parent: ${goal} }`),
    ),
  ),
  section(
    'features',
    fc.oneof(
      fc
        .tuple(reference, reference)
        .map(([goal, other]) => `{ title: F, goal: [${goal}, ${other}], depends_on: ${goal} }`),
      fc.constant('{ title: F, goal: *any }'),
      fc.constant('{ title: *any }'),
    ),
  ),
  optional(
    dependency.map(
      (text) => `programs:\n  p: { title: P, milestones: { a: A, c: { title: C, depends_on: ${text} } } }\n`,
    ),
  ),
).map((text) => (text.includes('&any') ? text : text.replaceAll('*any', 'a')));
const project = joined(
  optional(scalar(id).map((text) => `id: ${text}\n`)),
  optional(reference.map((text) => `goal: ${text}\n`)),
  optional(scalar(id).map((text) => `manager: ${text}\n`)),
  optional(scalar(id).map((text) => `program: ${text}\n`)),
  optional(section('team', fc.constant('{ allocation: 50% }'))),
  section(
    'items',
    fc.oneof(
      fc.constant('Item'),
      fc
        .tuple(dependency, dependency, id)
        .map(([one, other, who]) => `{ title: I, depends_on: [${one}, ${other}], assignees: { ${who}: 50% } }`),
      fc
        .tuple(reference, dependency)
        .map(([goal, text]) => `{ title: I, goal: ${goal}, items: { deep: { title: D, depends_on: ${text} } } }`),
    ),
  ),
  optional(dependency.map((text) => `milestones: { m: { title: M, depends_on: ${text} } }\n`)),
);

const plans: fc.Arbitrary<Files> = fc.record({
  'one.roadmap.yaml': roadmap.map((text) => `product: One\n${text}`),
  'two.roadmap.yaml': roadmap.map((text) => `product: Two\n${text}`),
  'shop.project.yaml': project.map((text) => `project: Shop\n${text}`),
  'two.project.yaml': project.map((text) => `project: Two\n${text}`),
});
