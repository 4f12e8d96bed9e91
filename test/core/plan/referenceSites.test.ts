import assert from 'node:assert/strict';
import { namesOf, sitesNaming, sitesQualifiedWith, targetsOf } from '../../../src/core/plan/referenceSites';
import { planFrom } from '../planFrom';

const files = {
  'a.roadmap.yaml': `product: A
people: { bob: { role: [Growth Lead, po] } }
roles: { growth-lead: G, product-owner: { title: Owner } }
goals: { win: W, gain: { title: G, parent: win } }
`,
  'b.roadmap.yaml': 'product: B\ngoals: { win: W }\npeople: { bob: { kind: team } }\n',
  'c.project.yaml':
    'project: C\nmanager: bob\ngoal: win\nitems:\n  win: { title: W, goal: [a/win, b/win] }\n  x: { title: X, depends_on: [win FF, c/win, a/win] }\n',
};

describe('the references of a file', () => {
  it('are found by the id that they name, of whatever kind, and by their qualifier', async () => {
    const plan = await planFrom(files);
    const file = plan.service.file(plan.uri('c.project.yaml'))!;
    assert.deepEqual(
      sitesNaming(file, 'win').map(({ reference: { to, text } }) => `${to} ${text}`),
      ['goal win', 'goal a/win', 'goal b/win', 'work win', 'work c/win', 'work a/win'],
    );
    assert.deepEqual(
      sitesQualifiedWith(file, 'a').map(({ reference: { to, text } }) => `${to} ${text}`),
      ['goal a/win', 'work a/win'],
    );
    assert.deepEqual(sitesNaming(file, 'none'), []);
    assert.deepEqual(sitesNaming(file, 'constructor'), []);
  });

  it('to roles are found by the spelling in which these are compared', async () => {
    const plan = await planFrom(files);
    const file = plan.service.file(plan.uri('a.roadmap.yaml'))!;
    const found = (id: string): readonly string[] =>
      namesOf('role', id).flatMap((name) => sitesNaming(file, name).map(({ reference }) => reference.text));
    assert.deepEqual(found('growth-lead'), ['Growth Lead']);
    assert.deepEqual(found('product-owner'), ['po']);
    assert.deepEqual(namesOf('goal', 'Win'), ['Win']);
  });

  it('are read once for each version of the file', async () => {
    const plan = await planFrom(files);
    const uri = plan.uri('c.project.yaml');
    const before = plan.service.file(uri)!;
    assert.equal(sitesNaming(before, 'win'), sitesNaming(before, 'win'));
    plan.service.didOpen(uri, 1, 'project: C\ngoal: gain\n');
    assert.deepEqual(sitesNaming(plan.service.file(uri)!, 'win'), []);
    assert.equal(sitesNaming(plan.service.file(uri)!, 'gain').length, 1);
  });

  it('stand for all that they may mean', async () => {
    const plan = await planFrom(files);
    const targets = (name: string, text: string): readonly string[] => {
      const file = plan.service.file(plan.uri(name))!;
      const site = file.references.find(({ reference }) => reference.text === text)!;
      return targetsOf(plan.state().plan, site.reference, file).map(
        ({ uri, path }) => `${uri.slice(plan.uri('').length)} ${path.join('/')}`,
      );
    };
    assert.deepEqual(targets('a.roadmap.yaml', 'win'), ['a.roadmap.yaml goals/win']);
    assert.deepEqual(targets('c.project.yaml', 'win'), ['a.roadmap.yaml goals/win', 'b.roadmap.yaml goals/win']);
    assert.deepEqual(targets('c.project.yaml', 'b/win'), ['b.roadmap.yaml goals/win']);
    assert.deepEqual(targets('c.project.yaml', 'c/win'), ['c.project.yaml items/win']);
    assert.deepEqual(targets('c.project.yaml', 'bob'), ['a.roadmap.yaml people/bob', 'b.roadmap.yaml people/bob']);
    assert.deepEqual(targets('a.roadmap.yaml', 'Growth Lead'), ['a.roadmap.yaml roles/growth-lead']);
    assert.deepEqual(targets('a.roadmap.yaml', 'po'), ['a.roadmap.yaml roles/product-owner']);
  });
});
