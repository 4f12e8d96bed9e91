import assert from 'node:assert/strict';
import { entityAtPath } from '../../../src/core/plan/entityAtPath';
import { planFrom } from '../planFrom';

describe('the entity at a path', () => {
  const text =
    'project: P\nitems:\n  a:\n    title: A\n    estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d }\n    items: { b: B }\n  a: Other\ndecisions: [{ title: One }, Two]\nchanges: Three\nteam: { ana: { allocation: 50% } }\n';

  async function at(...path: readonly string[]): Promise<string | undefined> {
    const plan = await planFrom({ 'p.project.yaml': text });
    const file = plan.state().plan.files.get(plan.uri('p.project.yaml'));
    assert.ok(file);
    const entity = entityAtPath(file, path);
    return entity && `${entity.kind} ${entity.path.join('/')}`;
  }

  it('is found in maps, in lists, and where one stands for a list', async () => {
    assert.equal(await at(), 'project ');
    assert.equal(await at('items', 'a'), 'item items/a');
    assert.equal(await at('items', 'a', 'items', 'b'), 'item items/a/items/b');
    assert.equal(await at('items', 'a', 'estimate'), 'three-point items/a/estimate');
    assert.equal(await at('decisions', '1'), 'decision decisions/1');
    assert.equal(await at('changes'), 'change changes');
  });

  it('is none where there is no entity', async () => {
    for (const path of [
      ['items'],
      ['items', 'c'],
      ['items', 'a', 'title'],
      ['project'],
      ['decisions', '2'],
      ['gone', 'x'],
    ])
      assert.equal(await at(...path), undefined, path.join('/'));
  });
});
