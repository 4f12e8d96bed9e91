import assert from 'node:assert/strict';
import { definitionsOf } from '../../../../src/core/plan/planFile';
import { planFrom } from '../../planFrom';

describe('the chain of some work', () => {
  const project = `
project: A
items:
  a: { title: A, estimate: 1d }
  b: { title: B, estimate: 1d, depends_on: a }
  c: { title: C, estimate: 1d, depends_on: b }
`;

  for (const [longest, titles] of [
    [undefined, ['a', 'b', 'c']],
    [3, ['a', 'b', 'c']],
    [2, ['b', 'c']],
    [0, []],
  ] as const) {
    it(`of at most ${longest === undefined ? 'any number of' : String(longest)} links has the last ones`, async () => {
      const { analysis } = (await planFrom({ 'a.project.yaml': project })).state();
      const [file] = analysis.plan.projects;
      const work = file && definitionsOf(file, 'item').find(({ id }) => id === 'c');
      assert.ok(work);
      const chain = analysis.schedule.chain(work, longest);
      assert.deepEqual(
        chain.map(({ scheduled }) => scheduled.work.id),
        titles,
      );
    });
  }
});
