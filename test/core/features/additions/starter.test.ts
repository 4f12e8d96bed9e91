import assert from 'node:assert/strict';
import { starterEntry } from '../../../../src/core/features/additions/starter';
import { readStarterKind, type StarterKind } from '../../../../src/core/features/additions/starterKinds';
import { viewData } from '../../../../src/core/views';
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
      assignment: 'p.project.yaml',
      budget: 'p.project.yaml',
      'status-update': 'p.project.yaml',
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
            'mixed-currencies',
            'outside-project-dates',
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

  it('is seen in the view that asked for it', async () => {
    const views = { assignment: 'capacity', budget: 'budget', 'status-update': 'status' } as const;
    for (const [kind, view] of Object.entries(views)) {
      const text = kind === 'status-update' ? '' : 'project: P\n';
      const changed = await started('p.project.yaml', text, kind as StarterKind);
      const plan = await planFrom({ 'p.project.yaml': changed?.files['p.project.yaml'] ?? '' }, '2026-05-06');
      const data = viewData(plan.state().analysis, plan.uri('p.project.yaml'), view);
      if (data?.view === 'capacity')
        assert.deepEqual(
          data.people.map(({ name }) => name),
          ['Team member'],
        );
      else if (data?.view === 'budget') assert.equal(data.lines.length, 2);
      else assert.equal(data?.view === 'status' ? data.updates.length : 0, 1);
    }
  });

  it('puts somebody on the work whom the plan knows', async () => {
    const worker = async (text: string): Promise<string | undefined> => {
      const change = await started('p.project.yaml', text, 'assignment');
      return /assignees: \{ (.*) \}|assignees:\n\s+(.*)\n/
        .exec(change?.files['p.project.yaml'] ?? '')
        ?.slice(1)
        .join('');
    };
    assert.equal(await worker('project: P\n'), 'Team member: 80%');
    assert.equal(await worker('project: P\nmanager: Ann Bo\n'), 'Ann Bo: 80%');
    assert.equal(await worker('project: P\nmanager: ann\npeople: { vans: { kind: team }, bo: Bo }\n'), 'bo: 80%');
    assert.equal(await worker('project: P\nmanager: ann\npeople: { bo: Bo, ann: Ann }\n'), 'ann: 80%');
  });

  it('begins no work before its project', async () => {
    const change = await started('p.project.yaml', 'project: P\nstart: 2027-01-06\n', 'assignment');
    assert.match(change?.files['p.project.yaml'] ?? '', / {4}start: 2027-01-11\n/);
  });

  it('is a budget in the currency of the plan, its total to be written over, or the total that one lacks', async () => {
    const rates = 'project: P\npeople: { bo: { name: Bo, rate: 90 USD/h } }\n';
    const budget = await started('p.project.yaml', rates, 'budget');
    assert.equal(budget?.shown, '120000 USD');
    assert.doesNotMatch(budget.files['p.project.yaml'] ?? '', /EUR/);
    assert.equal(
      (await started('p.project.yaml', 'budget:\n  lines: { vans: Vans } # yes\n', 'budget'))?.files['p.project.yaml'],
      'budget:\n  total: 120000 EUR\n  lines: { vans: Vans } # yes\n',
    );
  });

  it('is a status update of today, where there is none', async () => {
    const update = await started('p.project.yaml', '# ours\n', 'status-update');
    assert.match(
      update?.files['p.project.yaml'] ?? '',
      /status_updates:\n {2}date: 2026-05-06\n {2}health: on-track\n/,
    );
    assert.match(update?.shown ?? '', /^The stock rules/);
    const text = 'status_updates:\n  - date: 2026-05-01\n    summary: Begun\n';
    assert.equal(await started('p.project.yaml', text, 'status-update'), undefined);
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
