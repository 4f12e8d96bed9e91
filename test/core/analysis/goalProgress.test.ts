import assert from 'node:assert/strict';
import { keyResultProgress, keyResultsOf } from '../../../src/core/analysis/goalProgress';
import type { Goal } from '../../../src/core/plan/generated/entities';
import { planFrom } from '../planFrom';

async function goalWith(keyResults: string): Promise<Goal> {
  const plan = await planFrom({
    'p.roadmap.yaml': `product: P\ngoals:\n  g:\n    title: G\n    key_results:\n${keyResults}`,
  });
  const [goal] = plan.state().plan.named('goal', 'g');
  assert.ok(goal);
  return goal;
}

async function progress(fields: string): Promise<number | undefined> {
  const [result] = (await goalWith(`      k: { title: K, ${fields} }\n`)).fields.key_results?.value ?? [];
  assert.ok(result);
  return keyResultProgress(result);
}

describe('progress of a key result', () => {
  it('is the share of the way from baseline to target', async () => {
    assert.equal(await progress('baseline: 62%, current: 71%, target: 80%'), 0.5);
    assert.equal(await progress('baseline: 0, current: 3, target: 4'), 0.75);
    assert.equal(await progress('baseline: 100 users, current: 100 users, target: 500 users'), 0);
  });

  it('works for a measure that falls, and for one that crosses naught', async () => {
    assert.equal(await progress('baseline: 4.2 s, current: 3.2 s, target: 2.2 s'), 0.5);
    assert.equal(await progress('baseline: -10, current: 0, target: 10'), 0.5);
    assert.ok(Object.is(await progress('baseline: 34 min, current: 34 min, target: 12 min'), 0), 'no minus naught');
  });

  it('is below nothing where it has got worse, and above all where the target is passed', async () => {
    assert.equal(await progress('baseline: 10, current: 5, target: 20'), -0.5);
    assert.equal(await progress('baseline: 10, current: 25, target: 20'), 1.5);
  });

  it('is unknown without one of the three values', async () => {
    assert.equal(await progress('baseline: 1, target: 2'), undefined);
    assert.equal(await progress('current: 1, target: 2'), undefined);
    assert.equal(await progress('baseline: 1, current: 2'), undefined);
    assert.equal(await progress('baseline: 1, current: soon, target: 3'), undefined);
    assert.equal(await progress('baseline:'), undefined);
  });

  it('is unknown where there is no way to go or the units differ', async () => {
    assert.equal(await progress('baseline: 5%, current: 6%, target: 5%'), undefined);
    assert.equal(await progress('baseline: 5%, current: 6, target: 7%'), undefined);
    assert.equal(await progress('baseline: 5 s, current: 6 s, target: 7 min'), undefined);
  });

  it('is never infinite', async () => {
    assert.equal(await progress('baseline: -1e308, current: 1e308, target: 1e308'), undefined);
  });
});

describe('progress of a goal', () => {
  it('is the mean of its key results, none of which makes up for another', async () => {
    const goal = await goalWith(`      a: { title: A, baseline: 0, current: 30, target: 10 }
      b: { title: B, baseline: 0, current: -5, target: 10 }
      c: { title: C, baseline: 0, current: 5, target: 10 }
      d: { title: D, baseline: 0, target: 10 }
`);
    assert.deepEqual(keyResultsOf([goal]), { progress: 0.5, reached: 1, measured: 3, total: 4 });
  });

  it('is unknown where nothing is measured', async () => {
    assert.equal(keyResultsOf([await goalWith('      a: Only a title\n')]).progress, undefined);
    assert.equal(keyResultsOf([await goalWith('')]).progress, undefined);
  });
});
