import assert from 'node:assert/strict';
import { starterEntry } from '../../../../src/core/features/additions/starter';
import { readStarterKind, type StarterKind } from '../../../../src/core/features/additions/starterKinds';
import { planFrom } from '../../planFrom';
import { changedPlan } from './changedPlan';

async function started(name: string, text: string, kind: StarterKind) {
  const plan = await planFrom({ [name]: text }, '2026-05-06');
  const change = starterEntry(plan.state(), plan.uri(name), kind);
  return change && changedPlan(plan, change);
}

describe('a first entry', () => {
  it('is written where it belongs, and its title is selected', async () => {
    const goal = await started('a.roadmap.yaml', 'product: Shop # ours\n', 'goal');
    assert.equal(
      goal?.files['a.roadmap.yaml'],
      'product: Shop # ours\ngoals:\n  fix-the-fault-on-the-first-visit:\n    title: Fix the fault on the first visit\n    horizon: now\n    target: 2026-Q4\n',
    );
    assert.equal(goal.shown, 'Fix the fault on the first visit');
    const item = await started('p.project.yaml', 'project: P\nmilestones: { live: Live }\n', 'item');
    assert.match(
      item?.files['p.project.yaml'] ?? '',
      /items:\n {2}measure-the-van-stock:\n {4}title: Measure the van stock\n {4}start: 2026-05-11\n {4}end: 2026-05-22\n/,
    );
  });

  it('makes no finding that says its values are wrong, whatever the kind', async () => {
    const homes = {
      goal: 'a.roadmap.yaml',
      release: 'a.roadmap.yaml',
      feature: 'a.roadmap.yaml',
      item: 'p.project.yaml',
      risk: 'p.project.yaml',
    } as const;
    for (const [kind, name] of Object.entries(homes)) {
      const text = name.startsWith('a') ? 'product: Shop\n' : 'project: P\n';
      const changed = await started(name, text, kind as StarterKind);
      const plan = await planFrom({ [name]: changed?.files[name] ?? '' }, '2026-05-06');
      const wrong = plan
        .state()
        .findings(plan.uri(name))
        .filter(({ rule }) =>
          [
            'syntax',
            'invalid-value',
            'wrong-type',
            'unknown-property',
            'unknown-reference',
            'non-working-day',
          ].includes(rule),
        );
      assert.deepEqual(
        wrong.map(({ message }) => message),
        [],
        kind,
      );
    }
  });

  it('can begin a file that says nothing yet, and keeps to the key that is there', async () => {
    assert.match((await started('a.roadmap.yaml', '', 'feature'))?.files['a.roadmap.yaml'] ?? '', /^features:\n/);
    assert.match(
      (await started('a.roadmap.yaml', 'goals:\nproduct: Shop\n', 'goal'))?.files['a.roadmap.yaml'] ?? '',
      /^goals:\n {2}fix-.*\n {4}title: .*\n[^]*product: Shop\n$/,
    );
  });

  it('is none for a file of another kind, or where the list is something else', async () => {
    assert.equal(await started('a.roadmap.yaml', 'product: Shop\n', 'item'), undefined);
    assert.equal(await started('p.project.yaml', 'project: P\nitems: [a, b]\n', 'item'), undefined);
  });

  it('has a kind that is known', () => {
    assert.equal(readStarterKind('goal'), 'goal');
    assert.equal(readStarterKind('constructor'), undefined);
  });
});
