import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { fixedFiles } from '../../../src/core/features/fixAll';
import { defineRule, type Fix, type Rule } from '../../../src/core/rules/rule';
import type { PlanState } from '../../../src/core/service';
import { planFrom } from '../planFrom';

const roadmap = 'product: Bakery\nowner: Alice Ng\ngoals:\n  more: More orders\n';
const head = 'project: Website\nmanager: Bob Ito\ngoal: more\n';

interface Fixed {
  readonly texts: Readonly<Record<string, string>>;
  /** `a.project.yaml:4 title` */
  readonly applied: readonly string[];
}

async function fixed(files: Readonly<Record<string, string>>, asked = Object.keys(files)): Promise<Fixed | undefined> {
  const plan = await planFrom({ 'bakery.roadmap.yaml': roadmap, ...files });
  const result = fixedFiles(
    plan.state(),
    asked.map((name) => plan.uri(name)),
  );
  if (!result) return undefined;
  const texts = Object.entries(files).map(([name, text]): [string, string] => {
    const after = applyEdits(
      text,
      result.edit.edits.filter(({ uri }) => uri === plan.uri(name)),
    );
    return [name, after ?? assert.fail('the edits overlap')];
  });
  const lines = result.applied.map(
    ({ uri, line, title }) => `${uri.slice('file:///plan/'.length)}:${line + 1} ${title}`,
  );
  return { texts: Object.fromEntries(texts), applied: lines };
}

describe('the certain fixes of files', () => {
  it('are applied all at once, with comments, quotes and line ends as they are', async () => {
    const text = `${head}items:\r\n  shop: { title: "The shop", progress: 60, status: In-Progress } # soon\r\n`;
    const result = await fixed({ 'a.project.yaml': text });
    assert.deepEqual(result, {
      texts: {
        'a.project.yaml': text.replace('60', '60%').replace('In-Progress', 'in-progress'),
      },
      applied: ['a.project.yaml:5 Write `60%`', 'a.project.yaml:5 Write `in-progress`'],
    });
  });

  it('go on to what only shows once others are applied', async () => {
    const text = `${head}items:\n  shop:\n    title: The shop\n    Items:\n      page: { title: Page, Progress: 60 }\n`;
    const result = await fixed({ 'a.project.yaml': text });
    assert.deepEqual(result?.texts, {
      'a.project.yaml': text.replace('Items:', 'items:').replace('Progress: 60', 'progress: 60%'),
    });
    assert.deepEqual(result.applied, [
      'a.project.yaml:7 Rename `Items` to `items`',
      'a.project.yaml:8 Rename `Progress` to `progress`',
      'a.project.yaml:8 Write `60%`',
    ]);
  });

  it('are of the files that are asked for alone', async () => {
    const text = `${head}items: { shop: { title: Shop, status: In-Progress, progress: 60 } }\n`;
    const files = { 'a.project.yaml': text, 'b.project.yaml': text.replace('Website', 'Ovens') };
    const result = await fixed(files, ['b.project.yaml']);
    assert.equal(result?.texts['a.project.yaml'], text);
    assert.notEqual(result.texts['b.project.yaml'], files['b.project.yaml']);
  });

  it('are none where a mistake can be settled in several ways, and leave a clean file alone', async () => {
    assert.equal(
      await fixed({ 'a.project.yaml': `${head}items: { shop: { title: Shop, estimate: 5 } }\n` }),
      undefined,
    );
    assert.equal(await fixed({ 'a.project.yaml': head }), undefined);
  });

  it('take several entries out of one list', async () => {
    const settings = 'rules: { redundant-dependency: warning }\n';
    const items = (last: string): string =>
      `${head}items:\n  a: A\n  b: { title: B, depends_on: a }\n  c: { title: C, depends_on: b }\n  d: { title: D, depends_on: ${last} }\n`;
    const result = await fixed({ 'a.project.yaml': items('[a, b, c]'), '.throughline.yaml': settings });
    assert.equal(result?.applied.length, 2);
    const after = result.texts['a.project.yaml'] ?? '';
    assert.ok([items('[c]'), items('c')].includes(after), after);
  });

  it('change nothing in what cannot be read', async () => {
    const text = `${head}items:\n  shop: { title: Shop, progress: 60 }\nsummary: "open\n`;
    const result = await fixed({ 'a.project.yaml': text });
    assert.deepEqual(result?.texts, { 'a.project.yaml': text.replace('60', '60%') });
  });

  it('leave nothing to do for a second time', async () => {
    const text = `${head}Health: on_track\nitems:\n  shop: { title: Shop, Progress: 60, dependsOn: tills }\n  tills: Tills\n`;
    const once = await fixed({ 'a.project.yaml': text });
    assert.equal(once?.applied.length, 5);
    assert.equal(await fixed(once.texts), undefined);
  });
});

/** A rule of the tests: it speaks of every title in capitals, and its fix is what a test says. */
function shouting(fix: (title: string) => string): Rule {
  return defineRule<{ id: string; title: string }>({
    id: 'shouting',
    group: 'structure',
    severity: 'warning',
    docs: { summary: '', why: '', bad: '', good: '' },
    checkFile: () => undefined,
    fixes({ data: { title }, at, edit }): readonly Fix[] {
      const change = edit.replace(at, fix(title));
      return change ? [{ title: `Change ${title}`, edit: change, certain: true }] : [];
    },
  });
}

/** A state in which `shouting` speaks, now and after every edit. */
function loud(state: PlanState): PlanState {
  return {
    ...state,
    findings: (uri) =>
      state.plan.all('goal').flatMap(({ id, fields: { title } }) => {
        if (!title || title.value !== title.value.toUpperCase()) return [];
        const common = {
          severity: 'warning',
          uri,
          message: 'Loud.',
          related: [],
          tags: [],
          plainSyntax: false,
          part: 'other',
        } as const;
        return [{ ...common, rule: 'shouting', at: title.at, data: { id, title: title.value } }];
      }),
    after: (edit) => {
      const next = state.after(edit);
      return next && loud(next);
    },
  };
}

describe('a fix that is called certain', () => {
  async function after(text: string, fix: (title: string) => string): Promise<string | undefined> {
    const plan = await planFrom({ 'a.roadmap.yaml': text });
    const rule = shouting(fix);
    const result = fixedFiles(loud(plan.state()), [plan.uri('a.roadmap.yaml')], () => rule);
    return result && applyEdits(text, result.edit.edits);
  }
  const goals = 'product: A\ngoals:\n  one: ONE\n  two: TWO\n';

  it('is left out where it breaks the file, and the others are not', async () => {
    assert.equal(await after(goals, (title) => (title === 'ONE' ? '"one' : 'two')), goals.replace('TWO', 'two'));
  });

  it('is left out where it settles nothing, and ends', async () => {
    assert.equal(await after(goals, (title) => (title === 'ONE' ? 'STILL ONE' : 'two')), goals.replace('TWO', 'two'));
    assert.equal(await after(goals, (title) => `${title}!`), undefined);
  });
});
