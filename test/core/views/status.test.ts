import assert from 'node:assert/strict';
import type { Constraint, StatusView } from '../../../src/core/views/statusModel';
import { projectViewOf } from './viewOf';

const people = 'people: { ana: Ana Lima, ben: Ben Ortiz }\n';

async function statusOf(project: string): Promise<StatusView> {
  return projectViewOf('status', project);
}

function constraintOf(view: StatusView, kind: Constraint['kind']): Constraint {
  const found = view.constraints.find((each) => each.kind === kind);
  assert.ok(found);
  return found;
}

describe('status of a project', () => {
  it('has its health by its manager and by its figures, the last update, and who answers for it', async () => {
    const { facts } = await statusOf(`${people}manager: ana
health: on-track
phase: execution
start: 2026-10-01
end: 2026-11-27
items: { a: { title: A, estimate: 7d, start: 2026-11-23 } }
status_updates: { date: 2026-11-13, summary: Fine }
`);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      [
        'Health: On track in execution',
        'By its figures: At risk',
        'Last update: 13 Nov 7 days ago',
        'Project manager: Ana Lima',
      ],
    );
  });

  it('judges scope, time and cost apart, and says why', async () => {
    const view = await statusOf(`start: 2026-11-02
end: 2026-11-27
budget: { total: 1000 EUR, lines: { a: { planned: 1000 EUR, spent: 1200 EUR } } }
items:
  a: { title: A, status: done, started: 2026-11-02, finished: 2026-11-13, estimate: 10d }
  b: { title: B, start: 2026-11-23, estimate: 7d }
changes:
  - { date: 2026-11-10, title: More, effect: Two days more }
`);
    const scope = constraintOf(view, 'scope');
    assert.deepEqual([scope.state.kind, scope.value, scope.note], ['at-risk', '59 % done', '1 of 2 items']);
    assert.ok(scope.details.includes('1 change without an approval'));
    const time = constraintOf(view, 'time');
    assert.equal(time.state.kind, 'at-risk');
    assert.match(time.details[0] ?? '', /^Finishes 2 working days after its end$/);
    const cost = constraintOf(view, 'cost');
    assert.deepEqual([cost.state.kind, cost.value, cost.note], ['off-track', '1,200 EUR spent', '120 % of 1,000 EUR']);
    assert.match(cost.details[0] ?? '', /^Has spent 120 % of its budget$/);
  });

  it('says of what nothing is known of that it is not judged', async () => {
    const view = await statusOf('');
    assert.deepEqual(
      view.constraints.map(({ state, value }) => `${state.text}: ${value}`),
      ['Not judged: No items yet', 'Not judged: No end yet', 'Not judged: No budget yet'],
    );
    assert.equal(view.report, undefined);
  });

  it('lists what needs somebody, the worst first', async () => {
    const { attention } = await statusOf(`${people}items:
  late: { title: Late, estimate: 10d, start: 2026-11-23, deadline: 2026-11-25, assignees: [ana, ben] }
  stuck: { title: Stuck, status: blocked, start: 2026-11-23, end: 2026-12-18 }
  fine: { title: Fine, start: 2026-11-23, end: 2026-12-18 }
issues:
  due: { title: Due, owner: ben, due: 2026-11-13 }
  open: { title: Open }
  gone: { title: Gone, status: resolved }
risks:
  bare: { title: Bare, probability: high }
  small: { title: Small, probability: low, response: accept }
changes: { date: 2026-11-10, by: ana, effect: More }
`);
    assert.deepEqual(
      attention.map(({ kind, title, text, owner = '–' }) => `${kind} ${title}: ${text}, ${owner}`),
      [
        'Issue Due: due 13 Nov, 7 days overdue, Ben Ortiz',
        'Item Late: 2 d late, Ana Lima +1',
        'Issue Open: open, –',
        'Item Stuck: blocked, –',
        'Risk Bare: no answer yet, –',
        'Change A change without a title: not approved, Ana Lima',
      ],
    );
  });

  it('counts what it does not list', async () => {
    const issues = Array.from({ length: 11 }, (_, index) => `  i${String(index)}: { title: Issue }\n`).join('');
    const view = await statusOf(`issues:\n${issues}`);
    assert.deepEqual([view.attention.length, view.moreAttention], [8, 3]);
  });

  it('has milestones to come and the last one that was reached, on the days on which they come', async () => {
    const { milestones } = await statusOf(`milestones:
  first: { title: First, date: 2026-10-02, reached: 2026-10-02 }
  second: { title: Second, date: 2026-11-06, reached: 2026-11-09 }
  third: { title: Third, date: 2026-11-25, depends_on: a }
  open: { title: Some day }
items: { a: { title: A, start: 2026-11-23, estimate: 5d } }
`);
    assert.deepEqual(
      milestones.map(({ title, date = '–', late = '', state }) => `${title} ${date} ${late} ${state.text}`),
      ['Second 9 Nov  Reached', 'Third 27 Nov 2 d late Late', 'Some day –  Not reached yet'],
    );
  });

  it('has the last updates, the newest first, whatever their order', async () => {
    const { updates } = await statusOf(`${people}status_updates:
  - { date: 2026-11-06, by: ana, health: on-track, summary: Fine, done: [This], next: [That, More] }
  - { date: 2026-11-20, health: at-risk }
  - { date: 2026-11-13 }
`);
    assert.deepEqual(
      updates.map(({ date, when, state }) => [date, when, state?.text]),
      [
        ['20 Nov', 'today', 'At risk'],
        ['13 Nov', '7 days ago', undefined],
        ['6 Nov', '14 days ago', 'On track'],
      ],
    );
    assert.deepEqual([updates[2]?.by, updates[2]?.done, updates[2]?.next], ['Ana Lima', ['This'], ['That', 'More']]);
  });

  it('drafts a report from what has happened since the last update, and what comes next', async () => {
    const { report } = await statusOf(`health: at-risk
status_updates: { date: 2026-11-06 }
items:
  old: { title: Old, status: done, started: 2026-11-02, finished: 2026-11-06 }
  new: { title: New, status: done, started: 2026-11-02, finished: 2026-11-10 }
  whole: { title: Whole, items: { now: { title: Now, status: in-progress, started: 2026-11-16, end: 2026-11-27, progress: 40% } } }
  soon: { title: Soon, start: 2026-11-30, end: 2026-12-04 }
  far: { title: Far, start: 2027-01-11, end: 2027-01-15 }
`);
    assert.equal(report?.title, 'A: status on 20 November 2026');
    const lines = Object.fromEntries(report.sections.map((section) => [section.title, section.lines]));
    assert.deepEqual(lines['Done since 6 Nov'], ['New, 10 Nov']);
    assert.deepEqual(lines['In progress'], ['Whole: Now, 40 %, until 27 Nov']);
    assert.deepEqual(lines['Next'], ['Soon, from 30 Nov']);
    assert.equal(lines['Milestones'], undefined);
    assert.deepEqual(lines['Health'], ['At risk']);
    assert.ok(report.sections.every((section) => section.lines.length > 0 && section.lines.length <= 6));
  });
});
