import assert from 'node:assert/strict';
import type { LensTarget } from '../../../../src/core/features/codeLens/codeLenses';
import { planFrom } from '../../planFrom';
import { allLenses, lensesIn } from './lensesOf';

const roadmap = `product: A
people: { ann: Ann }
goals:
  win: Win
releases:
  may:
    title: May
features:
  one: { title: One, goal: win, release: may }
  two: { title: Two, release: may }
`;
const project = `format: 1
project: P
goal: win
items:
  x: { title: X, estimate: 2d, assignees: ann }
`;
const files = { 'a.roadmap.yaml': roadmap, 'p.project.yaml': project };

describe('code lenses', () => {
  it('stand on the keys of goals, releases and people, and on the name of a project', async () => {
    const plan = await planFrom(files);
    const places = async (name: string): Promise<unknown> =>
      (await lensesIn(plan, name)).map(({ on, line }) => `${String(line)} ${on}`);
    assert.deepEqual(await places('a.roadmap.yaml'), ['1 ann', '3 win', '5 may']);
    assert.deepEqual(await places('p.project.yaml'), ['1 project']);
  });

  it('can be turned off by their kind', async () => {
    const plan = await planFrom(files);
    for (const [setting, on] of [
      ['goals', 'win'],
      ['releases', 'may'],
      ['people', 'ann'],
    ] as const) {
      const shown = await lensesIn(plan, 'a.roadmap.yaml', { ...allLenses, [setting]: false });
      assert.deepEqual(
        shown.map((lens) => lens.on),
        ['ann', 'win', 'may'].filter((each) => each !== on),
      );
    }
    assert.deepEqual(plan.service.codeLenses(plan.uri('p.project.yaml'), { ...allLenses, projects: false }), []);
  });

  it('open the preview of a goal and a project, and a peek at what a release brings', async () => {
    const plan = await planFrom(files);
    const opens = async (name: string, on: string): Promise<unknown> =>
      (await lensesIn(plan, name)).find((lens) => lens.on === on)?.resolved.opens;
    const uri = plan.uri('a.roadmap.yaml');
    assert.deepEqual(await opens('a.roadmap.yaml', 'win'), { kind: 'preview', entry: { uri, path: ['goals', 'win'] } });
    assert.deepEqual(await opens('p.project.yaml', 'project'), {
      kind: 'preview',
      entry: { uri: plan.uri('p.project.yaml'), path: [] },
    });
    const at = (line: number, from: number, to: number): object => ({
      uri,
      range: { start: { line, character: from }, end: { line, character: to } },
    });
    assert.deepEqual(await opens('a.roadmap.yaml', 'may'), {
      kind: 'peek',
      uri,
      position: { line: 5, character: 2 },
      locations: [at(8, 2, 5), at(9, 2, 5)],
    });
  });

  it('peek at what a person works on this month, else at whatever names them', async () => {
    const opens = async (month: string): Promise<unknown> => {
      const plan = await planFrom({
        ...files,
        'p.project.yaml': project.replace('items', `start: ${month}-04\nitems`),
      });
      const [lens] = await lensesIn(plan, 'a.roadmap.yaml');
      const opening = lens?.resolved.opens;
      assert.equal(opening?.kind, 'peek');
      return opening.locations.map((each) => [each.uri, each.range.start]);
    };
    const uri = 'file:///plan/p.project.yaml';
    assert.deepEqual(await opens('2026-05'), [[uri, { line: 5, character: 2 }]]);
    assert.deepEqual(await opens('2026-08'), [[uri, { line: 5, character: 42 }]]);
  });

  it('open nothing for somebody whom nothing names', async () => {
    const plan = await planFrom({ 'a.roadmap.yaml': 'product: A\npeople: { lone: Lone }\n' });
    assert.deepEqual(
      (await lensesIn(plan, 'a.roadmap.yaml')).map(({ resolved }) => resolved),
      [{ title: 'May: nothing planned' }],
    );
  });

  it('say whose they are where several stand on a line', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml': 'product: A\npeople: { ann: "Ann $(bug) Lee", bob: Bob }\ngoals: { win: Win }\n',
    });
    assert.deepEqual(
      (await lensesIn(plan, 'a.roadmap.yaml')).map(({ resolved }) => resolved.title),
      ['Ann $ (bug) Lee · May: nothing planned', 'Bob · May: nothing planned', 'nothing serves it yet'],
    );
  });

  it('find their places in CRLF, after emoji, and once where two aliases lead to the same', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml':
        '\ufeffproduct: "🚀🚀"\r\nx-all: &all\r\n  "🎉": &g { title: G }\r\ngoals:\r\n  <<: *all\r\n  "🦊 win": { title: W }\r\n  other: *g\r\n',
    });
    assert.deepEqual(
      (await lensesIn(plan, 'a.roadmap.yaml')).map(({ on, line }) => [line, on]),
      [
        [2, '"🎉"'],
        [5, '"🦊 win"'],
        [6, 'other'],
      ],
    );
  });

  it('stay in a file of which a part is broken', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml': 'product: A\ngoals:\n  bad: { title: "never closed\n  win:\n    title: Win\n',
    });
    assert.ok((await lensesIn(plan, 'a.roadmap.yaml')).some(({ on }) => on === 'win'));
    for (const text of ['', '- a\n- b\n', 'goals: [\n', 'project: P\n', '\u0000']) {
      assert.deepEqual(await lensesIn(await planFrom({ 'a.roadmap.yaml': text }), 'a.roadmap.yaml'), [], text);
    }
  });

  it('have no text where what they were above is gone', async () => {
    const plan = await planFrom(files);
    const target: LensTarget = {
      uri: plan.uri('a.roadmap.yaml'),
      path: ['goals', 'gone'],
      kind: 'goal',
      isNamed: false,
    };
    assert.equal(plan.service.resolveCodeLens(target), undefined);
    const other = { ...target, uri: plan.uri('none.roadmap.yaml') };
    assert.equal(plan.service.resolveCodeLens(other), undefined);
    assert.equal(await plan.service.prepareCodeLens({ ...other, kind: 'project' }, () => true), false);
    assert.deepEqual(plan.service.codeLenses(plan.uri('none.roadmap.yaml'), allLenses), []);
  });
});
