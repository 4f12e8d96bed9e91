import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlanSet } from '../../../src/core/plan/planSet';
import { referenceTo, type ReferenceKind } from '../../../src/core/plan/reference';
import type { Plan } from '../../../src/core/plan/plan';

const root = 'file:///plan';

function planOf(files: Readonly<Record<string, string>>): Plan {
  const plans = new PlanSet();
  plans.setFolders([root]);
  for (const [name, text] of Object.entries(files)) plans.setText(`${root}/${name}`, text);
  const plan = plans.planOf(`${root}/${Object.keys(files)[0] ?? ''}`);
  assert.ok(plan);
  return plan;
}

/** How a reference in a file resolves: the URI and path of what it leads to, or the status. */
function resolved(plan: Plan, from: string, to: ReferenceKind, text: string): string {
  const file = plan.files.get(`${root}/${from}`);
  assert.ok(file);
  const resolution = plan.resolve(referenceTo(to, text), file);
  const name = (uri: string): string => uri.slice(root.length + 1);
  if (resolution.status === 'found') return `${name(resolution.entity.uri)}#${resolution.entity.path.join('/')}`;
  if (resolution.status === 'ambiguous')
    return `ambiguous: ${resolution.candidates.map(({ uri }) => name(uri)).join(', ')}`;
  return resolution.status;
}

describe('a reference', () => {
  const files = {
    'shop.roadmap.yaml': 'product: Shop\ngoals:\n  faster: Faster\n  own: Own\n',
    'bank.roadmap.yaml': 'product: Bank\nid: money\ngoals:\n  faster: Faster\n',
    'a.project.yaml':
      'project: A\nmilestones:\n  beta: Beta\nitems:\n  api:\n    title: API\n    items:\n      db: Database\n',
    'b.project.yaml': 'project: B\nitems:\n  api: Other\n',
    '.throughline.yaml': 'programs:\n  renewal:\n    title: Renewal\n    milestones:\n      cutover: Cutover\n',
  };
  const plan = planOf(files);

  const cases: readonly (readonly [from: string, to: ReferenceKind, text: string, result: string])[] = [
    ['a.project.yaml', 'goal', 'own', 'shop.roadmap.yaml#goals/own'],
    ['a.project.yaml', 'goal', 'faster', 'ambiguous: bank.roadmap.yaml, shop.roadmap.yaml'],
    ['shop.roadmap.yaml', 'goal', 'faster', 'shop.roadmap.yaml#goals/faster'],
    ['a.project.yaml', 'goal', 'money/faster', 'bank.roadmap.yaml#goals/faster'],
    ['a.project.yaml', 'goal', 'bank/faster', 'unknown'],
    ['a.project.yaml', 'goal', 'Own', 'unknown'],
    ['a.project.yaml', 'work', 'db', 'a.project.yaml#items/api/items/db'],
    ['a.project.yaml', 'work', 'beta', 'a.project.yaml#milestones/beta'],
    ['a.project.yaml', 'milestone', 'api', 'unknown'],
    ['b.project.yaml', 'work', 'api', 'b.project.yaml#items/api'],
    ['b.project.yaml', 'work', 'a/api', 'a.project.yaml#items/api'],
    ['b.project.yaml', 'work', 'db', 'unknown'],
    ['b.project.yaml', 'work', 'renewal/cutover', '.throughline.yaml#programs/renewal/milestones/cutover'],
    ['a.project.yaml', 'program', 'renewal', '.throughline.yaml#programs/renewal'],
    ['a.project.yaml', 'person', 'Alice Ng', 'known'],
    ['a.project.yaml', 'role', 'developer', 'known'],
    ['a.project.yaml', 'area', 'budget', 'known'],
    ['a.project.yaml', 'area', 'bugdet', 'unknown'],
  ];
  for (const [from, to, text, result] of cases) {
    it(`to the ${to} ${text} from ${from} is ${result}`, () => {
      assert.equal(resolved(plan, from, to, text), result);
    });
  }

  it('to a person has to lead to one, once the plan defines anybody', () => {
    const people = planOf({ 'a.project.yaml': 'project: A\npeople: { bob: Bob }\n' });
    assert.equal(resolved(people, 'a.project.yaml', 'person', 'bob'), 'a.project.yaml#people/bob');
    assert.equal(resolved(people, 'a.project.yaml', 'person', 'Alice Ng'), 'unknown');
  });

  it('to an area may lead to one that a role of the plan holds', () => {
    const roles = planOf({
      'a.project.yaml': 'project: A\nroles:\n  growth: { title: Growth, responsibilities: [+loyalty] }\n',
    });
    assert.equal(resolved(roles, 'a.project.yaml', 'area', 'loyalty'), 'known');
  });

  it('keeps to the files that say what they should: a file of the wrong kind defines nothing', () => {
    const wrong = planOf({ 'a.project.yaml': 'project: A\n', 'x.roadmap.yaml': 'project: X\ngoals: { g: G }\n' });
    assert.equal(resolved(wrong, 'a.project.yaml', 'goal', 'g'), 'unknown');
  });
});

describe('the id of a file', () => {
  const id = (name: string, text: string): string | undefined =>
    planOf({ [name]: text }).files.get(`${root}/${name}`)?.id;

  it('is what it says, else its stem, else a slug of its title, else its folder', () => {
    assert.equal(id('shop.roadmap.yaml', 'product: The Shop\nid: store\n'), 'store');
    assert.equal(id('shop.roadmap.yaml', 'product: The Shop\n'), 'shop');
    assert.equal(id('.roadmap.yaml', "product: Café Zoë's  Shop!\n"), 'cafe-zoes-shop');
    assert.equal(id('.roadmap.yaml', 'product: 購物\n'), 'plan');
    assert.equal(id('1.4.project.yml', 'project: X\n'), '1.4');
  });
});

describe('the definitions of a file', () => {
  it('stand in the order of the source, parents before what they hold', () => {
    const plan = planOf({
      'a.project.yaml':
        'project: A\nitems:\n  a: { title: A, items: { b: B, c: { title: C, items: { d: D } } } }\n  e: E\n',
    });
    const ids = plan.files.get(`${root}/a.project.yaml`)?.definitions.map(({ id: name }) => name);
    assert.deepEqual(ids, ['a', 'b', 'c', 'd', 'e']);
  });
});

describe('people', () => {
  it('are put together from all files, the first file first', () => {
    const plan = planOf({
      'a.project.yaml': 'project: A\npeople:\n  bob: { name: Bob Ito, role: project-manager }\n',
      'b.project.yaml': 'project: B\npeople:\n  bob: { capacity: 80%, role: scrum-master, name: Bob Ito }\n',
    });
    assert.equal(plan.people.name('bob'), 'Bob Ito');
    assert.equal(plan.people.fields('bob').capacity?.value, 80);
    assert.deepEqual(plan.people.roles('bob'), ['project-manager', 'scrum-master']);
    assert.deepEqual(plan.people.contradictions('bob'), []);
  });

  it('contradict where two files say different things of one property', () => {
    const plan = planOf({
      'a.project.yaml': 'project: A\npeople:\n  bob: { capacity: 80% }\n',
      'b.project.yaml': 'project: B\npeople:\n  bob: { capacity: 100%, country: DE }\n',
    });
    assert.deepEqual(
      plan.people.contradictions('bob').map(({ property }) => property),
      ['capacity'],
    );
  });
});

describe('a plan', () => {
  const roots = (
    files: Readonly<Record<string, string>>,
    folders: readonly string[],
  ): Record<string, string | undefined> => {
    const plans = new PlanSet();
    plans.setFolders(folders);
    for (const [uri, text] of Object.entries(files)) plans.setText(uri, text);
    return Object.fromEntries(Object.keys(files).map((uri) => [uri, plans.planOf(uri)?.root]));
  };

  it('is bounded by the nearest folder with settings, else the workspace folder, else the own folder', () => {
    assert.deepEqual(
      roots(
        {
          'file:///w/a.project.yaml': '',
          'file:///w/sub/.throughline.yaml': '# a plan of its own',
          'file:///w/sub/deep/b.project.yaml': '',
          'file:///other/c.project.yaml': '',
        },
        ['file:///w/'],
      ),
      {
        'file:///w/a.project.yaml': 'file:///w',
        'file:///w/sub/.throughline.yaml': 'file:///w/sub',
        'file:///w/sub/deep/b.project.yaml': 'file:///w/sub',
        'file:///other/c.project.yaml': 'file:///other',
      },
    );
  });

  it('does not reach above the workspace folder', () => {
    const files = { 'file:///w/.throughline.yaml': '', 'file:///w/sub/a.project.yaml': '' };
    assert.equal(roots(files, ['file:///w/sub'])['file:///w/sub/a.project.yaml'], 'file:///w/sub');
  });

  it('leaves out what its settings exclude, and takes it in again when they no longer do', () => {
    const plans = new PlanSet();
    plans.setFolders([root]);
    plans.setText(`${root}/a.project.yaml`, 'project: A\n');
    plans.setText(`${root}/archive/2020/old.project.yaml`, 'project: Old\n');
    plans.setText(`${root}/.throughline.yaml`, 'exclude: [archive/, "**/*.draft.project.yaml"]\n');
    plans.setText(`${root}/x.draft.project.yaml`, 'project: X\n');
    const members = (): readonly string[] => [...(plans.planOf(`${root}/a.project.yaml`)?.files.keys() ?? [])];
    assert.deepEqual(members(), [`${root}/.throughline.yaml`, `${root}/a.project.yaml`]);
    plans.edit(`${root}/.throughline.yaml`, [{ text: '# nothing\n' }]);
    assert.equal(members().length, 4);
    plans.remove(`${root}/.throughline.yaml`);
    assert.equal(members().length, 3);
  });

  it('answers the same after any order of updates as when it is read afresh', () => {
    const texts = [
      'product: P\ngoals: { a: A, b: B }\npeople: { bob: Bob }\n',
      'product: Q\nid: q\ngoals: { b: B2 }\nroles: { growth: { title: G, responsibilities: [+x] } }\n',
      'project: X\nitems: { i: I }\npeople: { bob: { role: growth } }\n',
      'project: X2\nid: x\nitems: { j: { title: J, items: { k: K } } }\n',
      '',
      'a: [\n',
    ];
    const names = ['a.roadmap.yaml', 'b.roadmap.yaml', 'c.project.yaml', 'sub/d.project.yaml', 'sub/.throughline.yaml'];
    const step = fc.record({
      name: fc.constantFrom(...names),
      text: fc.option(fc.constantFrom(...texts), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const updated = new PlanSet();
        updated.setFolders([root]);
        const held = new Map<string, string>();
        for (const { name, text } of steps) {
          if (text === undefined) held.delete(name);
          else held.set(name, text);
          if (text === undefined) updated.remove(`${root}/${name}`);
          else updated.setText(`${root}/${name}`, text);
        }
        const fresh = new PlanSet();
        fresh.setFolders([root]);
        for (const [name, text] of held) fresh.setText(`${root}/${name}`, text);
        assert.deepEqual(summary(updated), summary(fresh));
      }),
      { numRuns: 300 },
    );
  });
});

function summary(plans: PlanSet): unknown {
  const all = [...plans.plans].sort((one, other) => (one.root < other.root ? -1 : 1));
  return all.map((plan) => ({
    root: plan.root,
    files: [...plan.files.keys()],
    goals: ['a', 'b'].map((id) => plan.named('goal', id).map(({ uri }) => uri)),
    people: plan.people.ids.map((id) => [id, plan.people.name(id), plan.people.roles(id)]),
    roles: plan.customRoles,
    work: plan.projects.map((file) => [file.uri, file.id, [...plan.work(file).keys()]]),
  }));
}
