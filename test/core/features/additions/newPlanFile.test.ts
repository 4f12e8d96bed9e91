import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NewPlanFileRequest } from '../../../../src/core/features/additions/model';
import { planFrom } from '../../planFrom';
import { changedPlan, type ChangedPlan } from './changedPlan';

const people = `people:
  ann: { name: Ann Lee, role: product-manager }
  bob: { name: Bob Ito, role: project-manager }
  eve: Eve
  acme: { name: Acme, kind: supplier }
`;
const shop = `product: Shop
owner: ann
goals:
  fast: { title: Faster checkout, horizon: now }
  calm: { title: Fewer questions, horizon: later }
  been: { title: Been, status: achieved }
`;

type Request = Partial<NewPlanFileRequest> & Pick<NewPlanFileRequest, 'kind' | 'title'>;

async function made(texts: Readonly<Record<string, string>>, request: Request): Promise<ChangedPlan> {
  const plan = await planFrom(texts);
  return changedPlan(plan, plan.service.newPlanFile({ folder: 'file:///plan', names: [], ...request }));
}

/** The findings above a hint in a plan of these files. */
async function findingsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { service } = await planFrom(files);
  return service
    .states()
    .flatMap((state) => [...state.plan.files.keys()].flatMap((uri) => state.findings(uri)))
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('a new roadmap', () => {
  it('has what was asked for and what comes next, the first of it shown', async () => {
    const { files, shown } = await made({}, { kind: 'roadmap', title: 'Self checkout', lead: 'Ann Lee' });
    assert.equal(
      files['self-checkout.roadmap.yaml'],
      `product: Self checkout
vision: The change that Self checkout makes for its customers
owner: Ann Lee

goals:
  first-goal:
    title: What customers gain from Self checkout
    horizon: now
`,
    );
    assert.equal(shown, 'The change that Self checkout makes for its customers');
    assert.deepEqual(await findingsIn(files), []);
  });

  it('has a placeholder for its owner where nobody is listed, and nobody where people are', async () => {
    const bare = await made({}, { kind: 'roadmap', title: 'Shop' });
    assert.match(bare.files['shop.roadmap.yaml'] ?? '', /^owner: Product manager$/m);
    assert.deepEqual(await findingsIn(bare.files), []);
    const listed = await made({ '.throughline.yaml': people }, { kind: 'roadmap', title: 'Shop' });
    assert.doesNotMatch(listed.files['shop.roadmap.yaml'] ?? '', /owner/);
  });

  it('gives no finding beside projects that are there', async () => {
    const { files } = await made(
      {
        '.throughline.yaml': people,
        'shop.roadmap.yaml': shop,
        'a.project.yaml': 'project: A\nmanager: bob\ngoal: fast\n',
      },
      { kind: 'roadmap', title: 'Site', lead: 'ann' },
    );
    assert.match(files['site.roadmap.yaml'] ?? '', /horizon: next/);
    assert.deepEqual(await findingsIn(files), []);
  });
});

describe('a new project', () => {
  const plan = { '.throughline.yaml': people, 'shop.roadmap.yaml': shop };

  it('serves the goal that was chosen, starts today, and shows its first item', async () => {
    const request = {
      kind: 'project',
      title: 'One page: the rewrite',
      lead: 'bob',
      goal: { reference: 'fast' },
    } as const;
    const { files, shown } = await made(plan, request);
    assert.equal(
      files['one-page-the-rewrite.project.yaml'],
      `project: 'One page: the rewrite'
manager: bob
goal: fast
start: 2026-05-04

items:
  first-step:
    title: What has to be done first
`,
    );
    assert.equal(shown, 'What has to be done first');
    assert.deepEqual(await findingsIn(files), []);
  });

  it('serves the goal of an entry, qualified where that is needed', async () => {
    const texts = { ...plan, 'b.roadmap.yaml': 'product: B\ngoals: { fast: Fast }\n' };
    const goalOf = async (name: string, ...path: string[]): Promise<string | undefined> => {
      const entry = { uri: `file:///plan/${name}`, path };
      const { files } = await made(texts, { kind: 'project', title: 'X', lead: 'bob', goal: { entry } });
      return /^goal: (.*)$/m.exec(files['x.project.yaml'] ?? '')?.[1];
    };
    assert.equal(await goalOf('shop.roadmap.yaml', 'goals', 'calm'), 'calm');
    assert.equal(await goalOf('b.roadmap.yaml', 'goals', 'fast'), 'b/fast');
    assert.equal(await goalOf('b.roadmap.yaml', 'goals', 'gone'), undefined);
    assert.equal(await goalOf('b.roadmap.yaml'), undefined);
  });

  it('brings a new goal along, in the roadmap of its folder', async () => {
    const request = { kind: 'project', title: 'Labels', lead: 'bob', goal: { title: 'No queue at the desk' } } as const;
    const { files, shownIn } = await made(plan, request);
    assert.match(files['labels.project.yaml'] ?? '', /^goal: no-queue-at-the-desk$/m);
    assert.equal(files['shop.roadmap.yaml'], `${shop}  no-queue-at-the-desk: { title: No queue at the desk }\n`);
    assert.equal(shownIn, 'labels.project.yaml');
    assert.deepEqual(await findingsIn({ ...files, 'fast.project.yaml': 'project: F\nmanager: bob\ngoal: fast\n' }), []);
    const nearer = await made(
      { ...plan, 'desk/desk.roadmap.yaml': 'product: Desk\nowner: ann\n' },
      { ...request, folder: 'file:///plan/desk' },
    );
    assert.match(nearer.files['desk/desk.roadmap.yaml'] ?? '', /no-queue/);
    assert.ok(nearer.files['desk/labels.project.yaml']);
  });

  it('brings a roadmap along where there is none', async () => {
    const { files, shownIn, shown } = await made({}, { kind: 'project', title: 'Labels', goal: { title: 'No queue' } });
    assert.deepEqual(Object.keys(files), ['labels.project.yaml', 'labels.roadmap.yaml']);
    assert.equal(shownIn, 'labels.project.yaml');
    assert.equal(shown, 'Project manager');
    assert.deepEqual(await findingsIn(files), []);
  });

  it('is linked to no goal where none was named, which is what is found then', async () => {
    const { files } = await made({}, { kind: 'project', title: 'Labels', goal: { title: ' ' } });
    assert.doesNotMatch(files['labels.project.yaml'] ?? '', /goal/);
    assert.match((await findingsIn(files)).join('\n'), /^missing-goal: [^\n]*$/);
  });

  it('is none where the roadmap cannot take its goal, or there is no title', async () => {
    const broken = await planFrom({ 'shop.roadmap.yaml': 'product: Shop\ngoals: { a: { title: "A\n' });
    const request = { kind: 'project', folder: 'file:///plan', names: [], title: 'A', goal: { title: 'B' } } as const;
    assert.equal(broken.service.newPlanFile(request), undefined);
    assert.equal(broken.service.newPlanFile({ ...request, title: ' \n', goal: undefined }), undefined);
  });
});

describe('a new plan file', () => {
  it('is written over none that is there, and has the id of no other', async () => {
    const texts = { 'site.project.yaml': 'project: Site\n', 'x.project.yaml': 'project: X\nid: site-2\n' };
    const name = async (request: Request): Promise<string | undefined> => (await made(texts, request)).shownIn;
    assert.equal(await name({ kind: 'project', title: 'Site' }), 'site-3.project.yaml');
    assert.equal(await name({ kind: 'roadmap', title: 'Site' }), 'site.roadmap.yaml');
    const names = ['SITE.roadmap.yml', 'site-2.roadmap.yaml', 'notes.md'];
    assert.equal(await name({ kind: 'roadmap', title: 'Site', names }), 'site-3.roadmap.yaml');
    assert.equal(
      await name({ kind: 'roadmap', title: 'Site', folder: 'file:///plan/b', names }),
      'b/site-3.roadmap.yaml',
    );
  });

  it('belongs to the plan of its folder', async () => {
    const plan = await planFrom({ 'a/.throughline.yaml': people, 'a/s.roadmap.yaml': shop, 'b/.throughline.yaml': '' });
    const { leads, goals } = plan.service.newPlanFileChoices('project', plan.uri('a/deep'), 'Checkout rewrite');
    assert.deepEqual(leads, [
      { id: 'bob', name: 'Bob Ito', detail: 'Project manager' },
      { id: 'ann', name: 'Ann Lee', detail: 'Product manager' },
      { id: 'eve', name: 'Eve', detail: '' },
    ]);
    assert.deepEqual(goals, [
      { reference: 'fast', title: 'Faster checkout', detail: 'Shop · now' },
      { reference: 'calm', title: 'Fewer questions', detail: 'Shop · later' },
    ]);
    assert.equal(plan.service.newPlanFileChoices('roadmap', plan.uri('a'), 'X').leads[0]?.id, 'ann');
    const other = { leads: [], goals: [] };
    assert.deepEqual(plan.service.newPlanFileChoices('project', plan.uri('b'), 'X'), other);
    assert.deepEqual(plan.service.newPlanFileChoices('project', 'memfs:/elsewhere', 'X'), other);
    assert.deepEqual(plan.service.newPlanFileChoices('project', 'untitled:', 'X'), other);
  });

  it('knows the people of all plans, each once', async () => {
    const plan = await planFrom({
      'a/.throughline.yaml': people,
      'b/.throughline.yaml': 'people: { zoe: Zoe, bob: Bob }\n',
    });
    assert.deepEqual(
      plan.service.people().map(({ id }) => id),
      ['ann', 'bob', 'eve', 'zoe'],
    );
  });

  it('qualifies a goal that two roadmaps have', async () => {
    const plan = await planFrom({ 'a.roadmap.yaml': shop, 'b.roadmap.yaml': 'product: B\ngoals: { fast: Fast }\n' });
    const { goals } = plan.service.newPlanFileChoices('project', plan.uri('x').replace('/x', ''), 'Fast');
    assert.deepEqual(goals.map(({ reference }) => reference).sort(), ['a/fast', 'b/fast', 'calm']);
  });

  it('says what was typed, whatever that is, and gives no finding above a hint', async () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '1.10',
        'yes',
        '# x',
        '- a',
        '{a}',
        "it's",
        '"q"',
        'a: b',
        '🚀',
        '~',
        'null',
        '2026',
        '&a',
        '*a',
        '@x',
        '%',
        '\ufeff',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('roadmap', 'project'), text, text, text, async (kind, title, lead, goal) => {
        const plan = await planFrom({});
        const change = plan.service.newPlanFile({
          kind,
          folder: 'file:///plan',
          names: [],
          title,
          lead,
          goal: { title: goal },
        });
        if (!change) return;
        const { files } = changedPlan(plan, change);
        const found = await findingsIn(files);
        const isLinked = kind === 'roadmap' || Object.keys(files).length === 2;
        assert.deepEqual(
          found.filter((each) => isLinked || !each.startsWith('missing-goal')),
          [],
        );
      }),
      { numRuns: 150 },
    );
  });
});
