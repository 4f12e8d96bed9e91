import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineageTree, type LineageNode } from '../../../../src/core/analysis/lineageTree/lineageTree';
import { goalLine, itemTree, topItems } from '../../../../src/core/analysis/lineage';
import type { Goal } from '../../../../src/core/plan/generated/entities';
import type { Plan } from '../../../../src/core/plan/plan';
import { planFrom } from '../../planFrom';

interface Read {
  readonly plan: Plan;
  readonly tree: LineageTree;
  readonly goal: (id: string) => Goal;
  /** The tree of a goal, a node a line, indented by its depth. */
  readonly lines: (id: string) => readonly string[];
}

async function read(files: Readonly<Record<string, string>>): Promise<Read> {
  const { plan } = (await planFrom(files)).state();
  const tree = new LineageTree(plan);
  const goal = (id: string): Goal => {
    const [found] = plan.named('goal', id);
    assert.ok(found, `no goal ${id}`);
    return found;
  };
  return { plan, tree, goal, lines: (id) => linesOf(tree.tree(goal(id))) };
}

function nameOf(node: LineageNode): string {
  if (node.kind === 'goal') return `goal ${node.goal.id}`;
  if (node.kind === 'feature') return `feature ${node.feature.id}`;
  return node.kind === 'project' ? `project ${node.file.id}` : `item ${node.item.id}`;
}

function linesOf(node: LineageNode, indent = ''): readonly string[] {
  return [indent + nameOf(node), ...node.children.flatMap((child) => linesOf(child, `${indent}  `))];
}

const roadmap = `product: P
goals:
  whole: Whole
  part: { title: Part, parent: whole }
  given-up: { title: Given up, parent: whole, status: dropped }
features:
  f: { title: F, goal: part }
  x: { title: X, goal: part, status: dropped }
`;

describe('the tree of a goal', () => {
  it('holds its parts, features, projects and items, each below what it serves the goal by', async () => {
    const { lines } = await read({
      'p.roadmap.yaml': roadmap,
      'a.project.yaml': `project: A
goal: whole
items:
  inheriting: { title: I, items: { child: C, delivering: { title: D, feature: f } } }
  own: { title: O, goal: whole }
`,
      'b.project.yaml': `project: B
items:
  lone: { title: L, goal: part, items: { below: B } }
  none: Nothing
`,
    });
    assert.deepEqual(lines('whole'), [
      'goal whole',
      '  goal part',
      '    feature f',
      '      item delivering',
      '    item lone',
      '      item below',
      '  project a',
      '    item inheriting',
      '      item child',
      '    item own',
    ]);
    assert.deepEqual(lines('part'), [
      'goal part',
      '  feature f',
      '    item delivering',
      '  item lone',
      '    item below',
    ]);
    assert.deepEqual(lines('given-up'), ['goal given-up']);
  });

  it('holds what serves a goal and a part of it once, below the part, and what hangs from that alone in its place', async () => {
    const { lines } = await read({
      'p.roadmap.yaml': roadmap.replace('goal: part }', 'goal: [whole, part] }'),
      'a.project.yaml': `project: A
goal: [part, whole]
items:
  both: { title: B, goal: [whole, part], items: { one: { title: O, goal: whole } } }
  top: T
`,
    });
    assert.deepEqual(lines('whole'), [
      'goal whole',
      '  goal part',
      '    feature f',
      '    project a',
      '      item both',
      '      item top',
      '  item one',
    ]);
  });

  it('leaves out what was dropped, and keeps what a dropped feature would have carried', async () => {
    const { lines } = await read({
      'p.roadmap.yaml': roadmap,
      'a.project.yaml': `project: A
items:
  gone: { title: G, goal: part, status: dropped, items: { under: U } }
  kept: { title: K, feature: x }
`,
    });
    assert.deepEqual(lines('part'), ['goal part', '  feature f', '  item kept']);
  });

  it('counts a goal that comes from the program, and all goals of several features', async () => {
    const { lines } = await read({
      'p.roadmap.yaml': `product: P
goals: { g: G, h: H }
features: { f: { title: F, goal: g }, e: { title: E, goal: h } }
programs: { all: { title: All, goal: g } }
`,
      'a.project.yaml': `project: A
program: all
items: { top: T, two: { title: B, feature: [f, e] } }
`,
    });
    assert.deepEqual(lines('g'), ['goal g', '  feature f', '    item two', '  project a', '    item top']);
    assert.deepEqual(lines('h'), ['goal h', '  feature e', '    item two']);
  });

  it('goes around a ring of goals once', async () => {
    const { lines, tree, goal } = await read({
      'p.roadmap.yaml': `product: P
goals: { a: { title: A, parent: b }, b: { title: B, parent: c }, c: { title: C, parent: a }, s: { title: S, parent: s } }
`,
      'a.project.yaml': 'project: X\ngoal: b\n',
    });
    assert.deepEqual(lines('a'), ['goal a', '  goal c', '    goal b', '      project a']);
    assert.deepEqual(lines('s'), ['goal s']);
    assert.equal(tree.isServed(goal('c')), true);
    assert.equal(tree.isServed(goal('s')), false);
  });

  it('follows a chain of goals that is longer than the call stack', async () => {
    const count = 20_000;
    const goals = [...Array(count).keys()].map((n) => `  g${String(n)}: { title: G, parent: g${String(n + 1)} }\n`);
    const { tree, goal } = await read({
      'p.roadmap.yaml': `product: P\ngoals:\n${goals.join('')}  g${String(count)}: Top\n`,
      'a.project.yaml': 'project: X\ngoal: g0\n',
    });
    assert.equal(tree.goals.upwards([goal('g0')]).size, count + 1);
    assert.equal(tree.tree(goal(`g${String(count)}`)).children.length, 1);
    assert.deepEqual(
      tree.projects(goal(`g${String(count)}`)).map(({ id }) => id),
      ['a'],
    );
  });

  it('lists the projects of a goal, and after them those of its parts', async () => {
    const { tree, goal } = await read({
      'p.roadmap.yaml': roadmap,
      'a.project.yaml': 'project: A\nitems: { i: { title: I, feature: f } }\n',
      'b.project.yaml': 'project: B\ngoal: whole\n',
      'c.project.yaml': 'project: C\nitems: { i: { title: I, feature: f, status: dropped } }\n',
      'd.project.yaml': 'project: D\ngoal: given-up\n',
    });
    assert.deepEqual(
      tree.projects(goal('whole')).map(({ id }) => id),
      ['b', 'a'],
    );
  });

  it('knows the items that come to no goal, and the projects of which nothing does', async () => {
    const { plan, tree } = await read({
      'p.roadmap.yaml': roadmap,
      'a.project.yaml': `project: A
items:
  linked: { title: L, goal: part, items: { broken: { title: B, goal: nowhere } } }
  none: { title: N, items: { below: B, gone: { title: G, status: dropped } } }
`,
      'b.project.yaml': 'project: B\nitems: { i: I }\n',
      'c.project.yaml': 'project: C\ngoal: whole\nitems: { i: I }\n',
    });
    const told = plan.projects.map((file) => [
      file.id,
      tree.serving.serves(file),
      tree.serving.itemsWithoutGoal(file).map(({ id }) => id),
    ]);
    assert.deepEqual(told, [
      ['a', true, ['broken', 'none', 'below']],
      ['b', false, ['i']],
      ['c', true, []],
    ]);
  });

  it('holds each item that leads up to the goal, and each thing at most once', async () => {
    const reference = fc.subarray(['a', 'b', 'c', 'd'], { maxLength: 2 });
    const list = (ids: readonly string[]): string => `[${ids.join(', ')}]`;
    const item = fc.record({ goal: reference, feature: fc.subarray(['f', 'e'], { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 4, maxLength: 4 }),
        fc.tuple(reference, reference, reference),
        fc.array(item, { minLength: 4, maxLength: 4 }),
        async (parents, [f, e, project], [one, two, three, four]) => {
          const goals = parents
            .map((parent, at) => `  ${'abcd'[at] ?? ''}: { title: G, parent: ${parent} }\n`)
            .join('');
          const fields = (of: typeof one): string =>
            `title: T, goal: ${list(of?.goal ?? [])}, feature: ${list(of?.feature ?? [])}`;
          const { plan, tree, lines } = await read({
            'p.roadmap.yaml': `product: P\ngoals:\n${goals}features: { f: { title: F, goal: ${list(f)} }, e: { title: E, goal: ${list(e)} } }\n`,
            'x.project.yaml': `project: X\ngoal: ${list(project)}\nitems: { one: { ${fields(one)}, items: { two: { ${fields(two)}, items: { three: { ${fields(three)} } } } } }, four: { ${fields(four)} } }\n`,
          });
          for (const id of ['a', 'b', 'c', 'd']) {
            const names = lines(id).map((line) => line.trim());
            assert.deepEqual(names, [...new Set(names)]);
            const serving = plan.projects.flatMap((file) =>
              [...itemTree(topItems(file))].filter((item) =>
                [...tree.goals.upwards(goalLine(plan, file, item)?.goals ?? [])].some((goal) => goal.id === id),
              ),
            );
            const items = names.filter((name) => name.startsWith('item '));
            assert.deepEqual(items.sort(), serving.map((item) => `item ${item.id}`).sort());
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
