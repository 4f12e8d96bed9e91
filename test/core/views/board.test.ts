import assert from 'node:assert/strict';
import type { BoardColumn, BoardView, ColumnKind, GoalCard } from '../../../src/core/views/model';
import { boardOf } from './viewOf';

const uri = (name: string): string => `file:///plan/${name}`;

function columnOf(board: BoardView, kind: ColumnKind): BoardColumn {
  const column = board.columns.find((each) => each.kind === kind);
  assert.ok(column, `no column ${kind}`);
  return column;
}

function cardOf(board: BoardView, id: string): GoalCard {
  const card = board.columns.flatMap(({ goals }) => goals).find(({ entry }) => entry.path.at(-1) === id);
  assert.ok(card, `no card ${id}`);
  return card;
}

/** `Title: state text (detail)` of each serving project. */
function projectsOf(board: BoardView, id: string): readonly string[] {
  return cardOf(board, id).projects.map(
    ({ title, state, detail }) => `${title}: ${state.kind} ${state.text}${detail === undefined ? '' : ` (${detail})`}`,
  );
}

/** The state and detail of a project with these properties, as it serves a goal. */
async function served(project: string): Promise<string | undefined> {
  const roadmap = 'product: P\ngoals: { g: { title: G, horizon: now } }\n';
  const board = await boardOf({ 'p.roadmap.yaml': roadmap, 'a.project.yaml': `project: A\ngoal: g\n${project}` });
  return projectsOf(board, 'g')[0];
}

describe('board of a roadmap', () => {
  it('names the product, its vision, its manager and where it is in its life', async () => {
    const board = await boardOf({
      'p.roadmap.yaml':
        'product: Lantern\nvision: |\n  The lift runs again\n  on the first visit.\nlifecycle: growth\nowner: alice\npeople: { alice: Alice Ng }\n',
    });
    assert.equal(board.title, 'Lantern');
    assert.equal(board.purpose, 'The lift runs again on the first visit.');
    assert.equal(board.owner, 'Alice Ng');
    assert.equal(board.lifecycle, 'Growth');
    assert.deepEqual(board.entry, { uri: uri('p.roadmap.yaml'), path: [] });
  });

  it('has a column for each horizon, and one for goals without only while there are some', async () => {
    const goals =
      'goals:\n  a: { title: A, horizon: later }\n  b: { title: B, horizon: now }\n  c: { title: C, horizon: now }\n';
    const board = await boardOf({ 'p.roadmap.yaml': `product: P\n${goals}` });
    assert.deepEqual(
      board.columns.map(({ kind, title, summary }) => [kind, title, summary]),
      [
        ['now', 'Now', '2 goals'],
        ['next', 'Next', ''],
        ['later', 'Later', '1 goal'],
      ],
    );
    assert.deepEqual(
      columnOf(board, 'now').goals.map(({ title }) => title),
      ['B', 'C'],
    );
    const withOther = await boardOf({
      'p.roadmap.yaml': `product: P\n${goals}  d: D\n  e: { title: E, horizon: soon }\n`,
    });
    assert.equal(columnOf(withOther, 'none').title, 'No horizon');
    assert.deepEqual(
      columnOf(withOther, 'none').goals.map(({ title }) => title),
      ['D', 'E'],
    );
  });

  it('keeps achieved goals, last in their column, and leaves dropped ones out', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
goals:
  done: { title: Done, horizon: now, status: achieved }
  open: { title: Open, horizon: now }
  gone: { title: Gone, horizon: now, status: dropped }
  old: { title: Old, status: achieved }
`,
    });
    assert.deepEqual(
      columnOf(board, 'now').goals.map(({ title, status }) => [title, status]),
      [
        ['Open', 'active'],
        ['Done', 'achieved'],
      ],
    );
    assert.equal(columnOf(board, 'now').summary, '1 goal, 1 achieved');
    assert.deepEqual([columnOf(board, 'none').title, columnOf(board, 'none').summary], ['Achieved', '1 goal']);
  });

  it('shows of a goal why, who, by when and its status', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
people: { ben: { name: Ben Ortiz } }
goals:
  g: { title: Send it, why: They ask., owner: ben, target: 2026-Q4, status: proposed, horizon: next }
  bare:
`,
    });
    const { why, owner, target, status, entry } = cardOf(board, 'g');
    assert.deepEqual([why, owner, target, status], ['They ask.', 'Ben Ortiz', '2026-Q4', 'proposed']);
    assert.deepEqual(entry, { uri: uri('p.roadmap.yaml'), path: ['goals', 'g'] });
    assert.deepEqual(cardOf(board, 'bare'), {
      entry: { uri: uri('p.roadmap.yaml'), path: ['goals', 'bare'] },
      title: 'bare',
      status: 'active',
      keyResults: [],
      projects: [],
    });
  });

  it('shows key results with their figures, and their progress where it can be told', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
goals:
  g:
    title: G
    key_results:
      rate: { title: Rate, baseline: 62%, current: 71%, target: 80% }
      calls: { title: Calls, baseline: 1e2 calls, target: 40 calls }
      score: { baseline: 3.5/5, target: soon }
`,
    });
    const at = (id: string) => ({ uri: uri('p.roadmap.yaml'), path: ['goals', 'g', 'key_results', id] });
    assert.deepEqual(cardOf(board, 'g').keyResults, [
      { entry: at('rate'), title: 'Rate', baseline: '62 %', target: '80 %', current: '71 %', progress: 0.5 },
      { entry: at('calls'), title: 'Calls', baseline: '100 calls', target: '40 calls' },
      { entry: at('score'), title: 'score', baseline: '3.5/5' },
    ]);
  });
});

describe('projects on a board', () => {
  it('serve a goal by themselves, their program, an item, or the feature of one', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
goals: { g: G, other: O }
features: { f: { title: F, goal: g } }
programs: { s: { title: S, goal: g } }
`,
      'a.project.yaml': 'project: A\ngoal: g\n',
      'b.project.yaml': 'project: B\nprogram: s\n',
      'c.project.yaml': 'project: C\ngoal: other\nitems: { x: { title: X, items: { y: { title: Y, goal: g } } } }\n',
      'd.project.yaml': 'project: D\nitems: { x: { title: X, feature: f } }\n',
      'e.project.yaml': 'project: E\ngoal: other\nprogram: s\nitems: { x: { title: X, goal: g, status: dropped } }\n',
      'f.project.yaml': 'items: { x: { title: X, goal: p/g } }\n',
    });
    assert.deepEqual(
      cardOf(board, 'g').projects.map(({ title }) => title),
      ['A', 'B', 'C', 'D', 'f'],
    );
    assert.deepEqual(cardOf(board, 'g').projects[0]?.entry, { uri: uri('a.project.yaml'), path: [] });
  });

  it('serve the goal that theirs is a part of, whatever rings the parents make', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
goals:
  whole: { title: W, horizon: now }
  part: { title: P, parent: whole, horizon: now }
  ring: { title: R, parent: ring2 }
  ring2: { title: R, parent: ring }
`,
      'a.project.yaml': 'project: A\ngoal: part\n',
      'b.project.yaml': 'project: B\ngoal: ring\n',
    });
    assert.deepEqual(projectsOf(board, 'whole'), ['A: todo To do']);
    assert.deepEqual(projectsOf(board, 'ring2'), ['B: todo To do']);
    assert.equal(columnOf(board, 'now').summary, '2 goals, 1 project');
  });

  it('stand as their manager says, else as their items have it, else by their phase', async () => {
    assert.equal(await served('health: at-risk\n'), 'A: at-risk At risk');
    assert.equal(await served(''), 'A: todo To do');
    assert.equal(await served('phase: execution\n'), 'A: in-progress In progress');
    assert.equal(await served('items: { a: { title: A, status: done }, b: B }\n'), 'A: in-progress In progress');
    assert.equal(await served('items: { a: { title: A, status: done } }\n'), 'A: done Done');
    assert.equal(await served('phase: closed\nhealth: at-risk\n'), 'A: done Closed');
  });

  it('promise their end', async () => {
    assert.equal(await served('health: on-track\nend: 2026-12-18\n'), 'A: on-track On track (18 Dec)');
    assert.equal(await served('end: 2028-03-01\n'), 'A: todo To do (1 Mar 2028)');
    assert.equal(await served('items: { a: { title: A, end: 2026-12-04 } }\n'), 'A: todo To do (4 Dec)');
    assert.equal(await served('health: paused\nend: 2026-12-18\n'), 'A: paused Paused (paused)');
  });

  it('end with their work as it is scheduled, within the time that people have', async () => {
    // Today is Friday the 20th: five days of work are done on Thursday the 26th, and ten by one person a week later.
    const a = 'a: { title: A, estimate: 5d, owner: ann }';
    assert.equal(await served(`items: { ${a} }\n`), 'A: todo To do (26 Nov)');
    const both = `items: { ${a}, b: { title: B, estimate: 5d, owner: ann } }\n`;
    assert.equal(await served(`end: 2026-12-01\n${both}`), 'A: todo To do (3 Dec, 2 d late)');
    assert.equal(await served(`end: 2026-12-18\n${both}`), 'A: todo To do (18 Dec)');
    assert.equal(await served('items: { a: { title: A, estimate: 5d }, b: B }\n'), 'A: todo To do (26 Nov)');
  });

  it('end with the dates that are written down where nothing can be scheduled', async () => {
    const ring =
      'items: { a: { title: A, end: 2026-12-04, depends_on: b }, b: { title: B, estimate: 1d, depends_on: a } }\n';
    assert.equal(await served(ring), 'A: todo To do (4 Dec)');
  });

  it('are late by the working days that stated work goes beyond the end', async () => {
    const items = 'items: { a: { title: A, end: 2026-12-22 }, b: { title: B, end: 2027-01-31, status: dropped } }\n';
    assert.equal(await served(`end: 2026-12-18\n${items}`), 'A: todo To do (22 Dec, 2 d late)');
  });

  it('are overdue when the end has passed with work open', async () => {
    // Friday the 20th is today: Thursday's end is one working day ago, Saturday's is still ahead.
    assert.equal(await served('end: 2026-11-19\n'), 'A: todo To do (19 Nov, 1 d overdue)');
    assert.equal(await served('end: 2026-11-20\n'), 'A: todo To do (20 Nov)');
    assert.equal(
      await served('end: 2026-11-13\nitems: { a: { title: A, status: done, finished: 2026-11-17 } }\n'),
      'A: done Done (17 Nov, 2 d late)',
    );
    assert.equal(await served('end: 2026-11-13\nitems: { a: { title: A, status: done } }\n'), 'A: done Done (13 Nov)');
  });

  it('are counted once in a column, paused ones apart', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': 'product: P\ngoals: { g: { title: G, horizon: now }, h: { title: H, horizon: now } }\n',
      'a.project.yaml': 'project: A\ngoal: [g, h]\n',
      'b.project.yaml': 'project: B\ngoal: g\nhealth: paused\n',
    });
    assert.equal(columnOf(board, 'now').summary, '2 goals, 1 project, 1 paused');
  });
});

describe('features on a board', () => {
  it('are counted with how far they are, dropped ones left out', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
goals: { g: G, none: N }
features:
  a: { title: A, goal: g, status: released }
  b: { title: B, goal: g }
  c: { title: C, goal: g }
  d: { title: D, goal: g, status: dropped }
`,
      'a.project.yaml': 'project: A\nitems: { x: { title: X, feature: b, status: in-progress } }\n',
    });
    assert.deepEqual(cardOf(board, 'g').features, {
      count: 3,
      text: '3 features',
      detail: '1 released, 1 in progress',
    });
    assert.equal(cardOf(board, 'none').features, undefined);
  });
});

describe('lane of unlinked work', () => {
  it('is absent while all work has a goal', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': 'product: P\ngoals: { g: G }\nfeatures: { f: { title: F, goal: g } }\n',
      'a.project.yaml': 'project: A\ngoal: g\nitems: { a: A }\n',
    });
    assert.equal(board.unlinked, undefined);
  });

  it('holds projects, items and features that no goal asks for, with their effort', async () => {
    const board = await boardOf({
      'p.roadmap.yaml': `product: P
goals: { g: G }
people: { erik: Erik Lund, dana: Dana Weiss }
features:
  dark: { title: Dark mode, rice: { reach: 1, impact: 1, confidence: 50%, effort: 0.4 }, owner: dana }
  idea: { title: Idea, status: idea }
  out: { title: Out, status: released }
  broken: { title: Broken, goal: nowhere }
`,
      'upkeep.project.yaml':
        'project: Platform upkeep\nmanager: erik\nitems: { a: { title: A, estimate: 30d }, b: { title: B, size: XS } }\n',
      'van.project.yaml': `project: Parts on the van
items:
  linked: { title: L, goal: g }
  rename: { title: Rename states, status: in-progress, items: { one: { title: O, estimate: 20h, status: in-progress }, two: T } }
  dark: { title: Paint it, feature: dark }
`,
    });
    assert.equal(board.unlinked?.summary, '3 entries, 34 d of effort that no goal asks for');
    assert.deepEqual(board.unlinked.entries, [
      {
        entry: { uri: uri('upkeep.project.yaml'), path: [] },
        kind: 'project',
        title: 'Platform upkeep',
        context: 'project, Erik Lund',
        effort: '31 d',
      },
      {
        entry: { uri: uri('van.project.yaml'), path: ['items', 'rename'] },
        kind: 'item',
        title: 'Rename states',
        state: { kind: 'in-progress', text: 'In progress' },
        context: 'item of Parts on the van',
        effort: '2.5 d',
      },
      {
        entry: { uri: uri('p.roadmap.yaml'), path: ['features', 'dark'] },
        kind: 'feature',
        title: 'Dark mode',
        context: 'feature, Dana Weiss',
      },
    ]);
  });

  it('takes the effort of a feature from the items that deliver it, else from its score', async () => {
    const roadmap = 'product: P\nfeatures: { f: { title: F, rice: { effort: 0.4 } } }\n';
    const scored = await boardOf({ 'p.roadmap.yaml': roadmap });
    assert.deepEqual(scored.unlinked?.summary, '1 entry, 8 d of effort that no goal asks for');
    const delivered = await boardOf({
      'p.roadmap.yaml': roadmap,
      'a.project.yaml': 'project: A\nitems: { x: { title: X, feature: f, estimate: 4h } }\n',
    });
    assert.equal(delivered.unlinked?.entries[0]?.effort, '4 h');
  });

  it('says no effort where nobody has estimated any', async () => {
    const board = await boardOf({ 'p.roadmap.yaml': 'product: P\nfeatures: { f: F }\n' });
    assert.equal(board.unlinked?.summary, '1 entry that no goal asks for');
  });

  it('leaves to another roadmap the items of projects that serve only that one', async () => {
    const files = {
      'a.roadmap.yaml': 'product: A\ngoals: { ga: G }\n',
      'b.roadmap.yaml': 'product: B\ngoals: { gb: G }\nfeatures: { f: F }\n',
      'x.project.yaml': 'project: X\nitems: { a: { title: A, goal: ga }, b: Without }\n',
    };
    assert.equal((await boardOf(files)).unlinked?.entries.length, 1);
    const { 'b.roadmap.yaml': other, ...rest } = files;
    const board = await boardOf({ 'b.roadmap.yaml': other, ...rest });
    assert.deepEqual(
      board.unlinked?.entries.map(({ title }) => title),
      ['F'],
    );
  });
});
