import assert from 'node:assert/strict';
import { rolledUp, textOf } from './rolledUp';

const only = (items: string, rest = ''): Readonly<Record<string, string>> => ({
  'a.project.yaml': `project: A\n${rest}items:\n${items}`,
});

describe('the roll-up of a project and its items', () => {
  it('is weighted by effort, counts leaves, and goes from the first day to the last', async () => {
    // a: 1 d done; b and c: 4 d and 5 d, 50 % and nothing. (1 + 4 × 0.5) / 10 = 30 %.
    // From Monday 4 May: b has 2 d left, to the 5th; c waits for it and takes 5 d, to the 12th.
    const { project, item } = await rolledUp(
      only(`  a: { title: A, estimate: 1d, status: done, started: 2026-05-01, finished: 2026-05-01 }
  top:
    title: Top
    items:
      b: { title: B, estimate: 4d, status: in-progress, progress: 50%, started: 2026-04-29 }
      c: { title: C, estimate: 5d, depends_on: b }
  x: { title: X, status: dropped, estimate: 50d }
`),
    );
    assert.equal(textOf(project('a')), '30 %, 1 of 3 done, 2026-04-29..2026-05-12');
    assert.equal(project('a').last?.work.id, 'c');
    assert.equal(project('a').weight, 10 * 480);
    // 2 of 9 days.
    assert.equal(textOf(item('top')), '22.2 %, 0 of 2 done, 2026-04-29..2026-05-12');
    assert.equal(textOf(item('a')), '100 %, 1 of 1 done, 2026-05-01..2026-05-01');
    assert.equal(item('a').last, undefined);
    assert.equal(textOf(item('x')), '0 %, 0 of 0 done, –');
  });

  it('lets its milestones move the dates, and counts none of them as work', async () => {
    const { project } = await rolledUp(
      only('  a: { title: A, estimate: 1d, milestone: m }\n', 'milestones: { m: { title: M, date: 2026-05-20 } }\n'),
    );
    assert.equal(textOf(project('a')), '0 %, 0 of 1 done, 2026-05-04..2026-05-20');
    assert.equal(project('a').last?.work.id, 'm');
  });

  it('says how much of it has no dates', async () => {
    const { project } = await rolledUp(
      only('  a: { title: A, estimate: 1d }\n  b: { title: B, depends_on: c }\n  c: { title: C, depends_on: b }\n'),
    );
    assert.equal(project('a').unscheduled, 2);
    assert.equal(textOf(project('a')), '0 %, 0 of 3 done, 2026-05-04..2026-05-04');
  });

  it('is unknown of a project without items, and all of one that is closed', async () => {
    const { project } = await rolledUp({
      'a.project.yaml': 'project: A\n',
      'b.project.yaml': 'project: B\nphase: closed\n',
    });
    assert.equal(textOf(project('a')), '–, 0 of 0 done, –');
    assert.equal(project('a').unmeasured, 1);
    assert.equal(textOf(project('b')), '100 %, 0 of 0 done, –');
    assert.equal(project('b').unmeasured, 0);
  });
});

describe('the roll-up of a feature', () => {
  const roadmap = (features: string): string => `product: P\nfeatures:\n${features}`;

  it('is that of the items that deliver it in all projects, by their own feature or by that of a parent', async () => {
    const { feature, analysis } = await rolledUp({
      'p.roadmap.yaml': roadmap('  f: F\n'),
      'a.project.yaml':
        'project: A\nitems: { top: { title: T, feature: f, items: { a: { title: A, estimate: 1d, status: done }, b: { title: B, estimate: 2d } } } }\n',
      'b.project.yaml':
        'project: B\nitems: { c: { title: C, estimate: 1d, feature: f }, d: { title: D, estimate: 9d } }\n',
    });
    // 1 of 4 days is done. From today: b takes two days, c one.
    assert.equal(textOf(feature('f')), '25 %, 1 of 3 done, 2026-05-04..2026-05-05');
    assert.equal(feature('f').status, 'in-progress');
    const [a, b] = analysis.plan.projects;
    assert.ok(a && b);
    assert.equal(feature('f').byProject.get(a)?.items.total, 2);
    assert.equal(feature('f').byProject.get(b)?.last?.work.id, 'c');
  });

  it('goes without items by its status', async () => {
    const { feature } = await rolledUp({
      'p.roadmap.yaml': roadmap(`  released: { title: R, status: released }
  planned: Planned
  idea: { title: I, status: idea }
  begun: { title: B, status: in-progress }
  dropped: { title: D, status: dropped }
`),
    });
    assert.equal(feature('released').progress, 1);
    assert.equal(feature('planned').progress, 0);
    assert.equal(feature('idea').progress, 0);
    assert.equal(feature('begun').progress, undefined);
    assert.equal(feature('begun').unmeasured, 1);
    assert.equal(feature('dropped').progress, undefined);
    assert.equal(feature('released').statusFromItems, undefined);
  });

  it('keeps apart what is stated and what its items say', async () => {
    const { feature } = await rolledUp({
      'p.roadmap.yaml': roadmap('  f: { title: F, status: released }\n'),
      'a.project.yaml': 'project: A\nitems: { a: { title: A, feature: f } }\n',
    });
    assert.equal(feature('f').status, 'released');
    assert.equal(feature('f').statusFromItems, 'planned');
    assert.equal(feature('f').progress, 0);
  });
});

describe('the roll-up of a release', () => {
  it('counts the items that it or its features have, inherited too, each once, and the features without items', async () => {
    const { release } = await rolledUp({
      'p.roadmap.yaml': `product: P
features:
  f: { title: F, release: one }
  alone: { title: A, release: one, status: released, rice: { effort: 0.1 } }
  gone: { title: G, release: one, status: dropped }
releases:
  one: { title: One, date: 2026-05-29 }
  two: { title: Two, date: 2026-06-30 }
`,
      'a.project.yaml': `project: A
items:
  both: { title: B, release: one, feature: f, estimate: 1d, status: done }
  by-feature: { title: F, feature: f, estimate: 2d }
  top: { title: T, release: one, items: { inherits: { title: I, estimate: 3d }, other: { title: O, release: two, feature: f, estimate: 4d } } }
  lost: { title: L, release: nowhere, feature: f, estimate: 7d }
`,
    });
    // 1 d done, 2 d and 3 d open; the feature without items weighs a tenth of a month of 20 d, and is released:
    // (1 + 2) / 8 = 37.5 %. What names another release itself is none of this one.
    assert.equal(textOf(release('one')).slice(0, 20), '37.5 %, 1 of 3 done,');
    assert.deepEqual(release('one').featureCounts, { open: 1, done: 1, total: 2 });
    assert.deepEqual(
      release('one').features.map(({ id }) => id),
      ['f', 'alone'],
    );
    assert.equal(release('two').items.total, 1);
  });

  it('tells which readiness checks are open, and which of them are overdue', async () => {
    const { release } = await rolledUp({
      'p.roadmap.yaml': `product: P
releases:
  r:
    title: R
    readiness:
      done: { title: D, done: true, due: 2026-05-01 }
      late: { title: L, due: 2026-05-03 }
      today: { title: T, due: 2026-05-04 }
      open: O
`,
    });
    assert.deepEqual(release('r').checks, { open: 3, done: 1, total: 4 });
    assert.deepEqual(
      release('r').openChecks.map(({ id }) => id),
      ['late', 'today', 'open'],
    );
    assert.deepEqual(
      release('r').overdueChecks.map(({ id }) => id),
      ['late'],
    );
  });
});

describe('the roll-up of a goal', () => {
  const files = {
    'p.roadmap.yaml': `product: P
goals:
  whole:
    title: Whole
    key_results: { k: { title: K, baseline: 0, current: 5, target: 10 } }
  part:
    title: Part
    parent: whole
    key_results: { k: { title: K, baseline: 10, current: 10, target: 0 }, unmeasured: U }
  dropped: { title: Dropped, parent: whole, status: dropped }
features:
  f: { title: F, goal: [part, whole] }
  bare: { title: Bare, goal: whole, rice: { effort: 0.05 } }
  idea: { title: Idea, goal: whole, status: idea, rice: { effort: 9 } }
`,
    'a.project.yaml': `project: A
goal: whole
items:
  inherits: { title: I, estimate: 1d, status: done }
  delivers: { title: D, estimate: 2d, feature: f, status: done }
  elsewhere: { title: E, estimate: 9d, goal: dropped }
  both: { title: B, estimate: 4d, goal: [whole, part] }
`,
    'b.project.yaml': 'project: B\ngoal: part\nitems: { b: { title: B, estimate: 2d } }\n',
  };

  it('keeps key results and work apart, and counts the goals that are parts of it, each thing once', async () => {
    const { goal } = await rolledUp(files);
    // Work: 1 + 2 of 1 + 2 + 4 + 2 days are done, and bare is one day (a twentieth of a month of 20 d): 3 / 10.
    // The idea counts as a feature that is open, and not as work that somebody has decided on.
    assert.equal(textOf(goal('whole')).slice(0, 18), '30 %, 2 of 4 done,');
    assert.deepEqual(goal('whole').featureCounts, { open: 2, done: 1, total: 3 });
    assert.deepEqual(goal('whole').keyResults, { progress: 0.25, reached: 0, measured: 2, total: 3 });
    assert.deepEqual(
      goal('whole').projects.map(({ id }) => id),
      ['a', 'b'],
    );
    // 2 of 2 + 4 + 2 days.
    assert.equal(textOf(goal('part')).slice(0, 18), '25 %, 1 of 3 done,');
    assert.deepEqual(goal('part').keyResults, { progress: 0, reached: 0, measured: 1, total: 2 });
    assert.equal(goal('dropped').items.total, 1);
  });

  it('is told for each project', async () => {
    const { goal, analysis } = await rolledUp(files);
    const counts = analysis.plan.projects.map((file) => goal('whole').byProject.get(file)?.items.total);
    assert.deepEqual(counts, [3, 1]);
  });

  it('is the same for goals in a ring', async () => {
    const { goal } = await rolledUp({
      'p.roadmap.yaml': 'product: P\ngoals: { a: { title: A, parent: b }, b: { title: B, parent: a } }\n',
      'a.project.yaml': 'project: A\ngoal: a\nitems: { i: { title: I, status: done } }\n',
      'b.project.yaml': 'project: B\ngoal: b\nitems: { i: I }\n',
    });
    for (const id of ['a', 'b']) assert.equal(textOf(goal(id)).slice(0, 18), '50 %, 1 of 2 done,');
  });

  it('counts a project that is not broken down as one that nobody can measure', async () => {
    const { goal } = await rolledUp({
      'p.roadmap.yaml': 'product: P\ngoals: { g: G }\n',
      'a.project.yaml': 'project: A\ngoal: g\n',
    });
    assert.equal(goal('g').progress, undefined);
    assert.equal(goal('g').unmeasured, 1);
  });

  it('shares the effort of a parent among children that state none', async () => {
    const { goal } = await rolledUp({
      'p.roadmap.yaml': 'product: P\ngoals: { g: G, h: H }\n',
      'a.project.yaml': `project: A
goal: g
items:
  top: { title: T, estimate: 10d, items: { a: { title: A, status: done }, b: { title: B, goal: h } } }
  other: { title: O, estimate: 15d }
`,
    });
    // The parent's 10 d are 5 d for each child: 5 of 20 are done for the goal, and 5 are for another one.
    assert.equal(goal('g').progress, 0.25);
    assert.equal(goal('g').weight, 20 * 480);
    assert.equal(goal('h').weight, 5 * 480);
  });

  it('knows the days of milestones that serve it, those of a program too', async () => {
    const { goal } = await rolledUp({
      'p.roadmap.yaml': `product: P
goals: { g: G }
programs: { all: { title: All, goal: g, milestones: { launch: { title: L, date: 2026-07-01 } } } }
`,
      'a.project.yaml': 'project: A\nprogram: all\nitems: { a: { title: A, estimate: 2d } }\n',
    });
    assert.equal(textOf(goal('g')), '0 %, 0 of 1 done, 2026-05-04..2026-07-01');
  });
});

describe('the roll-up of a program', () => {
  it('is that of its projects, in working minutes whatever their calendars, and of its own milestones', async () => {
    const { program } = await rolledUp({
      'p.roadmap.yaml':
        'product: P\nprograms: { all: { title: All, milestones: { end: { title: End, date: 2026-06-01 } } }, none: None }\n',
      'a.project.yaml': 'project: A\nprogram: all\nitems: { a: { title: A, estimate: 1d, status: done } }\n',
      'b.project.yaml':
        'project: B\nprogram: all\ncalendar: { hours_per_day: 4 }\nitems: { b: { title: B, estimate: 2d }, c: { title: C, estimate: 2d } }\n',
      'c.project.yaml': 'project: C\nitems: { d: D }\n',
    });
    // One day of 8 h of 8 h + 2 × 2 days of 4 h.
    assert.equal(textOf(program('all')).slice(0, 20), '33.3 %, 1 of 3 done,');
    assert.equal(program('all').latest?.toString(), '2026-06-01');
    assert.deepEqual(
      program('all').projects.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.equal(textOf(program('none')), '–, 0 of 0 done, –');
  });
});

describe('the roll-up of what makes no sense', () => {
  it('never is more than all or less than nothing', async () => {
    const { project, goal } = await rolledUp({
      'p.roadmap.yaml':
        'product: P\ngoals: { g: G }\nfeatures: { f: { title: F, goal: g, rice: { effort: 1.0e+300 } }, e: { title: E, goal: g, rice: { effort: -3 } } }\n',
      'a.project.yaml': `project: A
goal: g
items:
  a: { title: A, estimate: 100000mo, progress: 30% }
  b: { title: B, estimate: 0d, status: done }
  c: { title: C, estimate: 0d, items: { d: { title: D, estimate: -1d, progress: 140% } } }
  e:
`,
    });
    for (const { progress, weight } of [project('a'), goal('g')]) {
      assert.ok(progress !== undefined && progress >= 0 && progress <= 1);
      assert.ok(Number.isFinite(weight));
    }
  });

  it('counts alike what weighs nothing', async () => {
    const { project, goal } = await rolledUp({
      'p.roadmap.yaml': 'product: P\ngoals: { g: G }\n',
      'a.project.yaml':
        'project: A\ngoal: g\nitems: { a: { title: A, estimate: 0d, status: done }, b: { title: B, estimate: 0d } }\n',
    });
    assert.equal(project('a').progress, 0.5);
    assert.equal(goal('g').progress, 0.5);
  });
});
