import assert from 'node:assert/strict';
import type { Fact, TimelineView } from '../../../src/core/views/model';
import { projectTimeline as timeline, timelineOf } from './viewOf';

const uri = (name: string): string => `file:///plan/${name}`;

function factOf(view: TimelineView, label: string): Omit<Fact, 'entry'> | undefined {
  const fact = view.facts.find((each) => each.label === label);
  if (!fact) return undefined;
  const { entry: _entry, ...rest } = fact;
  return rest;
}

describe('header of a timeline', () => {
  it('names the project, its purpose and the goals that it serves, by itself and by its items', async () => {
    const view = await timelineOf({
      'a.project.yaml': `project: Parts on the van
summary: Fewer second visits.
goal: [first, nowhere]
items:
  a: { title: A, goal: second }
  b: { title: B, feature: f }
  c: { title: C, goal: third, status: dropped }
`,
      'p.roadmap.yaml': `product: P
goals: { first: First, second: Second, third: Third, fourth: Fourth }
features: { f: { title: F, goal: [fourth, first] } }
`,
    });
    assert.equal(view.title, 'Parts on the van');
    assert.equal(view.purpose, 'Fewer second visits.');
    assert.deepEqual(
      view.goals.map(({ title }) => title),
      ['First', 'Second', 'Fourth'],
    );
    assert.deepEqual(view.goals[0]?.entry, { uri: uri('p.roadmap.yaml'), path: ['goals', 'first'] });
  });

  it('takes the goals of its program where it has none of its own', async () => {
    const view = await timelineOf({
      'a.project.yaml': 'project: A\nprogram: s\n',
      'p.roadmap.yaml': 'product: P\ngoals: { g: The goal }\nprograms: { s: { title: S, goal: g } }\n',
    });
    assert.deepEqual(
      view.goals.map(({ title }) => title),
      ['The goal'],
    );
  });

  it('says health and phase', async () => {
    const view = await timeline('health: at-risk\nphase: execution\n');
    assert.deepEqual(factOf(view, 'Health'), {
      label: 'Health',
      value: 'At risk',
      note: 'in execution',
      state: 'at-risk',
    });
    assert.equal(factOf(await timeline('phase: closed\nhealth: on-track\n'), 'Phase')?.value, 'Closed');
    assert.equal(factOf(await timeline('items: { a: A }\n'), 'Status')?.value, 'To do');
    assert.deepEqual((await timeline('')).facts, []);
  });

  it('says when it is to finish, and how far away that is', async () => {
    const finish = async (project: string): Promise<Omit<Fact, 'entry'> | undefined> =>
      (await timeline(project)).facts.find(({ label }) => /finish/i.test(label));
    const text = async (project: string): Promise<string> => {
      const fact = await finish(project);
      return fact ? [fact.label, fact.value, fact.note, fact.state].filter(Boolean).join(' | ') : '';
    };
    assert.equal(await text('end: 2026-11-25\n'), 'Committed finish | 25 Nov | in 5 days');
    assert.equal(await text('end: 2026-11-20\n'), 'Committed finish | 20 Nov | today');
    assert.equal(await text('end: 2027-01-15\n'), 'Committed finish | 15 Jan | in 8 weeks');
    assert.equal(await text('end: 2029-01-15\n'), 'Committed finish | 15 Jan 2029 | in 2 years');
    assert.equal(await text('end: 2026-11-13\n'), 'Committed finish | 13 Nov | 5 d overdue | off-track');
    const late = 'items: { a: { title: A, start: 2026-11-20, end: 2026-12-10 } }\n';
    assert.equal(await text(`end: 2026-12-08\n${late}`), 'Planned finish | 10 Dec | 2 d late | off-track');
    assert.equal(await text(late), 'Planned finish | 10 Dec | in 20 days');
    const done = 'items: { a: { title: A, status: done, finished: 2026-10-01 } }\n';
    assert.equal(await text(`end: 2026-10-30\n${done}`), 'Finished | 1 Oct | 7 weeks ago');
  });

  it('says progress, spent money and who manages it', async () => {
    const view = await timeline(`manager: dana
people: { dana: Dana Weiss }
budget:
  total: 310000 EUR
  lines:
    a: { title: A, planned: 200000 EUR, spent: 66500.50 EUR }
    b: { title: B, planned: 110000 EUR, spent: 1000 EUR }
items: { a: { title: A, status: done }, b: B, c: C }
`);
    assert.deepEqual(factOf(view, 'Progress'), { label: 'Progress', value: '33 %', note: '1 of 3 done' });
    assert.deepEqual(factOf(view, 'Spent'), { label: 'Spent', value: '67,500.50 EUR', note: 'of 310,000 EUR' });
    assert.equal(factOf(view, 'Project manager')?.value, 'Dana Weiss');
    assert.ok(view.facts.length <= 5);
  });

  it('does not add money of several currencies', async () => {
    const lines = 'lines: { a: { title: A, spent: 1 EUR }, b: { title: B, spent: 1 USD } }';
    assert.equal(factOf(await timeline(`budget: { total: 5 EUR, ${lines} }\n`), 'Budget')?.value, '5 EUR');
    const view = await timeline('budget: { total: 5 EUR, lines: { a: { title: A, spent: 1 USD } } }\n');
    assert.equal(
      view.facts.some(({ label }) => /spent|budget/i.test(label)),
      false,
    );
    const over = await timeline('budget: { lines: { a: { title: A, planned: 5 EUR, spent: 9 EUR } } }\n');
    assert.equal(factOf(over, 'Spent, over budget')?.note, 'of 5 EUR');
  });
});
