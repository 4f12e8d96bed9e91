import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { documentHighlights } from '../../../../src/core/features/documentHighlights';
import { references } from '../../../../src/core/features/references';
import { planFrom } from '../../planFrom';
import { shownPlace, shownPlaces } from './shownPlaces';

type Files = Readonly<Record<string, string>>;

async function referencesIn(files: Files, includeDeclaration = true): Promise<readonly string[] | undefined> {
  const plan = await planFrom(files);
  const { uri, offset } = plan.cursor;
  return shownPlaces(plan, references(plan.state(), uri, offset, { includeDeclaration }));
}

async function highlightsIn(files: Files): Promise<readonly string[] | undefined> {
  const plan = await planFrom(files);
  const { uri, offset } = plan.cursor;
  const kinds = { [DocumentHighlightKind.Read]: 'read', [DocumentHighlightKind.Write]: 'write' } as const;
  return documentHighlights(plan.state(), uri, offset)?.map(
    ({ range, kind }) => `${kinds[kind as 2 | 3]} ${shownPlace(plan, uri, range)}`,
  );
}

/** The files, with the mark before the first `word` after `after` in one of them. */
function marked(files: Files, name: string, after: string, word: string): Files {
  const text = files[name] ?? '';
  const at = text.indexOf(word, text.indexOf(after));
  assert.ok(text.includes(after) && at >= 0, `${after} … ${word} is not in ${name}`);
  return { ...files, [name]: `${text.slice(0, at)}<CURSOR>${text.slice(at)}` };
}

const files = {
  'checkout.roadmap.yaml': `product: Checkout
owner: alice
people:
  alice: { name: Alice Ng, role: growth-lead }
roles:
  growth-lead: { title: Growth lead, responsibilities: [loops] }
responsibilities:
  loops: alice
goals:
  faster: { title: Faster, parent: growth }
  growth: Growth
features:
  one-page: { title: One page, goal: [faster, growth], release: '1.4' }
releases:
  1.4: { title: Summer, readiness: { trained: { title: Trained, area: loops } } }
`,
  'launch.project.yaml': `project: Launch
id: launch
manager: alice
goal: checkout/faster
team:
  alice: { allocation: 50%, role: Growth Lead }
milestones:
  cutover: { title: Cutover, depends_on: "rewrite/api FF" }
items:
  plan: { title: Plan, goal: faster, assignees: [alice] }
  go: { title: Go, depends_on: [ plan SS+2d, 'rewrite/api' ], milestone: cutover, release: 1.4 }
`,
  'rewrite.project.yaml': `project: Rewrite
program: season
items:
  api: { title: API, feature: one-page, assignees: { alice: 50% } }
  go: { title: Go, depends_on: [launch/go +1w, api, rewrite/api, season/ready, launch/gone] }
`,
  '.throughline.yaml': `programs:
  season: { title: Season, goal: checkout/faster, milestones: { ready: Ready } }
`,
};

describe('references', () => {
  it('of a goal stand in all files, bare and qualified, with its definition where that is asked for', async () => {
    const expected = [
      '.throughline.yaml: season: { title: Season, goal: checkout/«faster», milestones: { ready: Ready } }',
      'checkout.roadmap.yaml: «faster»: { title: Faster, parent: growth }',
      "checkout.roadmap.yaml: one-page: { title: One page, goal: [«faster», growth], release: '1.4' }",
      'launch.project.yaml: goal: checkout/«faster»',
      'launch.project.yaml: plan: { title: Plan, goal: «faster», assignees: [alice] }',
    ];
    const from = marked(files, 'launch.project.yaml', 'goal: checkout', 'faster');
    assert.deepEqual(await referencesIn(from), expected);
    assert.deepEqual(
      await referencesIn(from, false),
      expected.filter((each) => !each.includes('«faster»:')),
    );
    assert.deepEqual(await referencesIn(marked(files, 'checkout.roadmap.yaml', 'goals:', 'faster')), expected);
  });

  it('of an item are those to its own file only, the name alone', async () => {
    assert.deepEqual(await referencesIn(marked(files, 'launch.project.yaml', 'depends_on: "rewrite/', 'api')), [
      'launch.project.yaml: cutover: { title: Cutover, depends_on: "rewrite/«api» FF" }',
      "launch.project.yaml: go: { title: Go, depends_on: [ plan SS+2d, 'rewrite/«api»' ], milestone: cutover, release: 1.4 }",
      'rewrite.project.yaml: «api»: { title: API, feature: one-page, assignees: { alice: 50% } }',
      'rewrite.project.yaml: go: { title: Go, depends_on: [launch/go +1w, «api», rewrite/api, season/ready, launch/gone] }',
      'rewrite.project.yaml: go: { title: Go, depends_on: [launch/go +1w, api, rewrite/«api», season/ready, launch/gone] }',
    ]);
    assert.deepEqual(await referencesIn(marked(files, 'launch.project.yaml', 'items:', 'go:'), false), [
      'rewrite.project.yaml: go: { title: Go, depends_on: [launch/«go» +1w, api, rewrite/api, season/ready, launch/gone] }',
    ]);
  });

  it('of milestones, those of programs too, and of releases with an id like a number', async () => {
    assert.deepEqual(await referencesIn(marked(files, 'launch.project.yaml', 'milestones:', 'cutover'), false), [
      "launch.project.yaml: go: { title: Go, depends_on: [ plan SS+2d, 'rewrite/api' ], milestone: «cutover», release: 1.4 }",
    ]);
    assert.deepEqual(await referencesIn(marked(files, '.throughline.yaml', 'milestones:', 'ready'), false), [
      'rewrite.project.yaml: go: { title: Go, depends_on: [launch/go +1w, api, rewrite/api, season/«ready», launch/gone] }',
    ]);
    assert.deepEqual(await referencesIn(marked(files, 'checkout.roadmap.yaml', 'releases:', '1.4'), false), [
      "checkout.roadmap.yaml: one-page: { title: One page, goal: [faster, growth], release: '«1.4»' }",
      "launch.project.yaml: go: { title: Go, depends_on: [ plan SS+2d, 'rewrite/api' ], milestone: cutover, release: «1.4» }",
    ]);
  });

  it('of a person stand in teams, assignees and responsibilities too', async () => {
    const found = await referencesIn(marked(files, 'rewrite.project.yaml', 'assignees', 'alice'), false);
    assert.deepEqual(found, [
      'checkout.roadmap.yaml: owner: «alice»',
      'checkout.roadmap.yaml: loops: «alice»',
      'launch.project.yaml: manager: «alice»',
      'launch.project.yaml: «alice»: { allocation: 50%, role: Growth Lead }',
      'launch.project.yaml: plan: { title: Plan, goal: faster, assignees: [«alice»] }',
      'rewrite.project.yaml: api: { title: API, feature: one-page, assignees: { «alice»: 50% } }',
    ]);
  });

  it('of a person are found in a plan that defines nobody', async () => {
    const plan = {
      'a.project.yaml': 'project: A\nmanager: "Alice <CURSOR>Ng"\nsponsor: Alice\n',
      'b.project.yaml': 'project: B\nteam: { Alice Ng: { allocation: 10% } }\n',
    };
    assert.deepEqual(await referencesIn(plan), [
      'a.project.yaml: manager: "«Alice Ng»"',
      'b.project.yaml: team: { «Alice Ng»: { allocation: 10% } }',
    ]);
  });

  it('of roles, in every spelling, and of areas', async () => {
    assert.deepEqual(await referencesIn(marked(files, 'launch.project.yaml', 'role: ', 'Growth Lead')), [
      'checkout.roadmap.yaml: alice: { name: Alice Ng, role: «growth-lead» }',
      'checkout.roadmap.yaml: «growth-lead»: { title: Growth lead, responsibilities: [loops] }',
      'launch.project.yaml: alice: { allocation: 50%, role: «Growth Lead» }',
    ]);
    assert.deepEqual(await referencesIn(marked(files, 'checkout.roadmap.yaml', 'area: ', 'loops'), false), [
      'checkout.roadmap.yaml: «loops»: alice',
      'checkout.roadmap.yaml: 1.4: { title: Summer, readiness: { trained: { title: Trained, area: «loops» } } }',
    ]);
    const builtIn = {
      'a.project.yaml':
        'project: A\npeople:\n  a: { role: [<CURSOR>po, other] }\n  b: { role: Product Owner }\n  c: { role: pm }\n',
    };
    assert.deepEqual(await referencesIn(builtIn), [
      'a.project.yaml: a: { role: [«po», other] }',
      'a.project.yaml: b: { role: «Product Owner» }',
    ]);
  });

  it('of a file are the qualifiers that mean it', async () => {
    const launch = [
      'launch.project.yaml: id: «launch»',
      'rewrite.project.yaml: go: { title: Go, depends_on: [«launch»/go +1w, api, rewrite/api, season/ready, launch/gone] }',
      'rewrite.project.yaml: go: { title: Go, depends_on: [launch/go +1w, api, rewrite/api, season/ready, «launch»/gone] }',
    ];
    assert.deepEqual(await referencesIn(marked(files, 'rewrite.project.yaml', 'depends_on', 'launch')), launch);
    assert.deepEqual(await referencesIn(marked(files, 'launch.project.yaml', 'id: ', 'launch')), launch);
    assert.deepEqual(await referencesIn(marked(files, 'launch.project.yaml', 'goal: ', 'checkout')), [
      '.throughline.yaml: season: { title: Season, goal: «checkout»/faster, milestones: { ready: Ready } }',
      'launch.project.yaml: goal: «checkout»/faster',
    ]);
    assert.deepEqual(await referencesIn(marked(files, '.throughline.yaml', 'programs', 'season')), [
      '.throughline.yaml: «season»: { title: Season, goal: checkout/faster, milestones: { ready: Ready } }',
      'rewrite.project.yaml: program: «season»',
      'rewrite.project.yaml: go: { title: Go, depends_on: [launch/go +1w, api, rewrite/api, «season»/ready, launch/gone] }',
    ]);
  });

  it('of a goal include what may mean it, and of an ambiguous name all that it may mean', async () => {
    const plan = {
      'a.roadmap.yaml': 'product: A\ngoals: { win: Win }\nfeatures: { f: { title: F, goal: win } }\n',
      'b.roadmap.yaml': 'product: B\ngoals: { win: Win }\n',
      'c.project.yaml': 'project: C\ngoal: win\nitems: { x: { title: X, goal: b/win } }\n',
    };
    assert.deepEqual(await referencesIn(marked(plan, 'a.roadmap.yaml', 'goals', 'win'), false), [
      'a.roadmap.yaml: features: { f: { title: F, goal: «win» } }',
      'c.project.yaml: goal: «win»',
    ]);
    assert.equal((await referencesIn(marked(plan, 'c.project.yaml', 'goal', 'win')))?.length, 5);
  });

  it('behind aliases stand where the aliases are, and once where many lead to one text', async () => {
    const plan = {
      'a.roadmap.yaml': `product: A
goals: { &win win: Win }
x-base: &base { goal: win }
features:
  f: { title: F, goal: *win }
  g: { title: G, <<: *base }
  h: { title: H, <<: *base }
  i: { title: I, goal: [*win, w<CURSOR>in] }
`,
    };
    assert.deepEqual(await referencesIn(plan), [
      'a.roadmap.yaml: goals: { &win «win»: Win }',
      'a.roadmap.yaml: x-base: &base { goal: «win» }',
      'a.roadmap.yaml: f: { title: F, goal: «*win» }',
      'a.roadmap.yaml: i: { title: I, goal: [«*win», win] }',
      'a.roadmap.yaml: i: { title: I, goal: [*win, «win»] }',
    ]);
    const alias = {
      'a.project.yaml': 'project: A\nx: &me alice\nmanager: *m<CURSOR>e\nteam: { *me : { allocation: 50% } }\n',
    };
    assert.deepEqual(await referencesIn(alias), [
      'a.project.yaml: manager: «*me»',
      'a.project.yaml: team: { «*me» : { allocation: 50% } }',
    ]);
  });

  it('hold with CRLF and emoji, and say nothing where nothing is named', async () => {
    assert.deepEqual(
      await referencesIn({
        'a.roadmap.yaml':
          'product: "🚀"\r\ngoals: { win: 🎯 }\r\nfeatures: { f: { title: "👩‍💻", goal: "w<CURSOR>in" } }\r\n',
      }),
      ['a.roadmap.yaml: goals: { «win»: 🎯 }', 'a.roadmap.yaml: features: { f: { title: "👩‍💻", goal: "«win»" } }'],
    );
    assert.equal(await referencesIn({ 'a.roadmap.yaml': 'product: A\ngoal<CURSOR>s: { win: Win }\n' }), undefined);
    assert.equal(await referencesIn({ 'a.project.yaml': 'project: A\ngoal: n<CURSOR>one\n' }), undefined);
    assert.equal(await referencesIn({ 'a.project.yaml': '<CURSOR>' }), undefined);
  });
});

describe('document highlights', () => {
  it('write where something is defined, and read where it is named', async () => {
    assert.deepEqual(await highlightsIn(marked(files, 'checkout.roadmap.yaml', 'goals:', 'faster')), [
      'write checkout.roadmap.yaml: «faster»: { title: Faster, parent: growth }',
      "read checkout.roadmap.yaml: one-page: { title: One page, goal: [«faster», growth], release: '1.4' }",
    ]);
    assert.deepEqual(await highlightsIn(marked(files, 'launch.project.yaml', 'goal: checkout', 'faster')), [
      'read launch.project.yaml: goal: checkout/«faster»',
      'read launch.project.yaml: plan: { title: Plan, goal: «faster», assignees: [alice] }',
    ]);
  });

  it('are left to the editor where nothing is named', async () => {
    assert.equal(await highlightsIn({ 'a.project.yaml': 'project: A<CURSOR>\n' }), undefined);
  });
});
