import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-types';
import { parse, stringify } from 'yaml';
import { codeActions } from '../../../../src/core/features/codeActions';
import { refactoringKinds } from '../../../../src/core/features/refactorings/refactoring';
import type { PlanState } from '../../../../src/core/service';
import type { Span } from '../../../../src/core/text/span';
import { filesOf, plainPlan, randomPlan } from '../../analysis/schedule/randomPlans';
import { planFrom, type TestPlan } from '../../planFrom';
import { editOf, textsAfter } from './refactoringIn';

const client = { diagnostics: [], version: () => 1, documentChanges: true, createFiles: true, only: ['refactor'] };

const root = new URL('../../../../', import.meta.url);

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(new URL(`${folder}/`, root)).filter(
    (name) => /\.ya?ml$/.test(name) && name !== 'slip.yaml',
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`${folder}/${name}`, root), 'utf8')]));
}

/** The day on which a healthy plan has nothing wrong with it. */
function dayOf(folder: string): string {
  const slip = parse(readFileSync(new URL(`${folder}/slip.yaml`, root), 'utf8'), { schema: 'failsafe' }) as {
    readonly today: string;
  };
  return slip.today;
}

/** What a refactoring may have rules say that they did not say before, since somebody states a new fact by it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  // Work for a goal that is achieved, what is open of a release that is out, and all that follows from a day that is not
  // the one that was computed or planned.
  'refactor.rewrite.throughline.done': [
    'inactive-goal',
    'status-mismatch',
    'release-not-ready',
    'starts-before-dependency',
    'outside-project-dates',
    'outside-parent-dates',
    'missed-deadline',
    'late-for-release',
    'over-allocated',
    'over-budget',
  ],
};

/** What stays possible after it was done: several dependencies, and dates that may follow from several things. */
const repeatable = ['refactor.rewrite.throughline.addDependency'];

interface Trial {
  readonly plan: TestPlan;
  readonly uri: string;
  readonly span: Span;
}

function actionsAt(state: PlanState, { uri, span }: Pick<Trial, 'uri' | 'span'>, more = {}): readonly CodeAction[] {
  return codeActions(state, uri, span, { ...client, ...more });
}

function stateAt({ plan, uri }: Trial): PlanState {
  const state = plan.service.state(uri);
  assert.ok(state);
  return state;
}

/** How often each rule has something to say that is a warning or worse. */
function counts({ plan, findings }: PlanState): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const uri of plan.files.keys()) {
    for (const { rule, severity } of findings(uri)) {
      if (severity === 'error' || severity === 'warning') found.set(rule, (found.get(rule) ?? 0) + 1);
    }
  }
  return found;
}

/** Fails for an action that breaks the plan, has rules say more, or is still offered after it was done. */
async function check(trial: Trial, action: CodeAction, today: string): Promise<void> {
  const before = stateAt(trial);
  const { title, kind = '' } = action;
  const texts = textsAfter(trial.plan.texts, editOf(before, action, trial.uri, trial.span));
  const names = [...texts].map(([uri, text]): [string, string] => [uri.slice('file:///plan/'.length), text]);
  const plan = await planFrom(Object.fromEntries(names), today);
  const after = stateAt({ ...trial, plan });
  for (const [uri, file] of after.plan.files) {
    const known = before.plan.files.get(uri)?.document.problems.length ?? 0;
    assert.equal(file.document.problems.length, known, `${title}: ${uri} can be read`);
  }
  const known = counts(before);
  for (const [rule, count] of counts(after)) {
    const isExpected = count <= (known.get(rule) ?? 0) || expected[kind]?.includes(rule);
    assert.ok(isExpected, `${title}: ${rule} has more to say`);
  }
  if (repeatable.includes(kind) || kind.startsWith('refactor.extract')) return;
  const start = Math.min(trial.span.start, texts.get(trial.uri)?.length ?? 0);
  for (const offset of [start, start + 1]) {
    const again = actionsAt(after, { uri: trial.uri, span: { start: offset, end: offset } });
    assert.ok(
      again.every((other) => other.title !== title),
      `${title} is offered again`,
    );
  }
}

/** Holds that what is offered without its edit has the same one when it is asked for. */
function checkResolving(state: PlanState, at: Pick<Trial, 'uri' | 'span'>, actions: readonly CodeAction[]): void {
  const lazy = actionsAt(state, at, { resolvesEdits: true });
  assert.deepEqual(
    lazy.map(({ title }) => title),
    actions.map(({ title }) => title),
  );
  for (const [index, action] of lazy.entries()) {
    assert.equal(action.edit, undefined);
    assert.deepEqual(editOf(state, action, at.uri, at.span), actions[index]?.edit);
  }
}

/** Starts of lines' contents, dependencies, and items as they would be selected, spread over a file. */
function placesIn(text: string, state: PlanState, uri: string): readonly Span[] {
  const lines = [...text.matchAll(/^[ \t-]*(?=[^\s#])/gm)].map(({ index, 0: blanks }) => index + blanks.length);
  const file = state.plan.files.get(uri);
  const links = file?.references.filter(({ property }) => property === 'depends_on') ?? [];
  const items = file?.definitions.filter(({ kind }) => kind === 'item') ?? [];
  return [
    ...spread(lines, 50).map((start) => ({ start, end: start })),
    ...spread(links, 4).flatMap(({ at }) => {
      const start = file?.document.source.spanOf(at)?.start;
      return start === undefined ? [] : [{ start, end: start }];
    }),
    ...spread(items, 4).flatMap(({ at }) => file?.document.source.spanOf(at) ?? []),
  ];
}

/** Some of a list, evenly over all of it. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** How many actions of a kind are tried in each file, spread over all that it offers. */
const mostTried = 4;

interface Found {
  readonly span: Span;
  readonly action: CodeAction;
}

/** What is offered anywhere in a file, by kind; of actions with the same title the first. */
function offeredIn(plan: TestPlan, uri: string, text: string): ReadonlyMap<string, readonly Found[]> {
  const state = plan.service.state(uri);
  const byTitle = new Map<string, Found>();
  for (const span of state ? placesIn(text, state, uri) : []) {
    if (!state) continue;
    for (const action of actionsAt(state, { uri, span })) {
      if (!byTitle.has(action.title)) byTitle.set(action.title, { span, action });
    }
  }
  const byKind = new Map<string, Found[]>();
  for (const found of byTitle.values()) {
    const { kind = '' } = found.action;
    byKind.set(kind, [...(byKind.get(kind) ?? []), found]);
  }
  return byKind;
}

describe('every refactoring', () => {
  const healthy = readdirSync(new URL('test/fixtures/healthy/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/fixtures/healthy/${name}`);
  const seen = new Set<string>();

  for (const folder of ['examples', 'examples/minimal', 'test/fixtures/format', ...healthy]) {
    it(`leaves ${folder} as sound as it was`, async () => {
      const today = healthy.includes(folder) ? dayOf(folder) : '2026-11-23';
      const plan = await planFrom(filesIn(folder), today);
      for (const [uri, text] of plan.texts) {
        for (const [kind, found] of offeredIn(plan, uri, text)) {
          seen.add(kind);
          for (const { span, action } of spread(found, mostTried)) {
            const trial = { plan, uri, span };
            checkResolving(stateAt(trial), trial, actionsAt(stateAt(trial), trial));
            await check(trial, action, today);
          }
        }
      }
    }).timeout(120_000);
  }

  it('was tried', () => {
    const commands = ['refactor.rewrite.throughline.addDependency'];
    assert.deepEqual([...seen].sort(), refactoringKinds.filter((kind) => !commands.includes(kind)).sort());
  });

  it('leaves random plans as sound as they were', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(
        randomPlan({ ...plainPlan, isDated: true, hasFinishLinks: false }),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        async (random, numbers) => {
          const files = Object.entries(filesOf(random)).map(([name, json]): [string, string] => [
            name,
            stringify(JSON.parse(json), { lineWidth: 0 }),
          ]);
          const plan = await planFrom(Object.fromEntries(files), random.today);
          const all = [...plan.texts].flatMap(([uri, text]) =>
            [...offeredIn(plan, uri, text).values()].flatMap((found) => found.map((one) => ({ ...one, uri }))),
          );
          for (const number of all.length > 0 ? numbers : []) {
            const { uri, span, action } = all[number % all.length]!;
            const trial = { plan, uri, span };
            checkResolving(stateAt(trial), trial, actionsAt(stateAt(trial), trial));
            await check(trial, action, random.today);
            tried++;
          }
        },
      ),
      { numRuns: 10 },
    );
    assert.ok(tried > 10, `${tried} were tried`);
  }).timeout(120_000);

  it('answers in broken files, within their texts', async () => {
    const files = { ...filesIn('examples'), ...filesIn('test/fixtures/format') };
    const names = Object.keys(files);
    const garbage = [
      '',
      '"',
      "'",
      '{',
      '[',
      '}',
      ': ',
      '- ',
      '\n',
      '\r\n',
      '\t',
      ' # ',
      '&a ',
      '*a',
      '<<: *a',
      '|',
      '? ',
    ].concat(['\ufeff', '🚀', '---\n', 'items:\n  a: {', 'depends_on: [', '\u0000', 'x'.repeat(300)]);
    const wound = fc.record({
      file: fc.nat(names.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(Infinity)),
      insert: fc.constantFrom(...garbage),
      around: fc.array(fc.record({ from: fc.integer({ min: -200, max: 200 }), length: fc.nat(60) }), {
        minLength: 8,
        maxLength: 8,
      }),
    });
    await fc.assert(
      fc.asyncProperty(wound, async ({ file, at, cut, insert, around }) => {
        const name = names[file] ?? '';
        const text = files[name] ?? '';
        const start = Math.floor(at * text.length);
        const broken = `${text.slice(0, start)}${insert}${text.slice(Math.min(text.length, start + cut))}`;
        const plan = await planFrom({ ...files, [name]: broken }, '2026-11-23');
        const uri = plan.uri(name);
        const state = plan.service.state(uri);
        if (!state) return;
        const inText = (offset: number): number => Math.min(Math.max(0, offset), broken.length);
        for (const { from, length } of around) {
          const span = { start: inText(start + from), end: inText(start + from + length) };
          for (const action of actionsAt(state, { uri, span }))
            textsAfter(plan.texts, editOf(state, action, uri, span));
        }
      }),
      { numRuns: 30 },
    );
  }).timeout(120_000);
});
