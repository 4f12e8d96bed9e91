import assert from 'node:assert/strict';
import type { NetworkView } from '../../../src/core/views/networkModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { projectViewOf, viewOf } from './viewOf';

async function networkOf(project: string, settings?: ViewSettings): Promise<NetworkView> {
  return projectViewOf('network', project, settings);
}

/** `a FS b`, with the lag, and `!` where it is critical. */
function linksOf({ links }: NetworkView): readonly string[] {
  return links.map(({ from, type, to, lag = '', critical }) => `${from} ${type}${lag} ${to}${critical ? '!' : ''}`);
}

describe('network of a project', () => {
  it('has what waits and what is waited for, and apart from it what does neither', async () => {
    const view = await networkOf(`milestones: { done: Done }
items:
  a: { title: A, estimate: 3d }
  b: { title: B, estimate: 2d, depends_on: a SS+1d, milestone: done }
  c: { title: C, estimate: 1d, depends_on: a }
  alone: { title: Alone }
  gone: { title: Gone, status: dropped, depends_on: a }
`);
    assert.deepEqual(
      view.nodes.map(({ id, kind }) => `${id} ${kind}`),
      ['a item', 'b item', 'c item', 'done milestone'],
    );
    assert.deepEqual(linksOf(view), ['a SS+1d b', 'b FS done', 'a FS c!']);
    assert.deepEqual(
      view.loose.map(({ id }) => id),
      ['alone'],
    );
  });

  it('leads links to and from an item with children to its first and last', async () => {
    const view = await networkOf(`items:
  before: { title: Before, estimate: 1d }
  whole:
    title: Whole
    depends_on: before
    items:
      one: { title: One, estimate: 1d }
      two: { title: Two, estimate: 1d, depends_on: one }
      side: { title: Side, estimate: 1d }
  steps: { title: Steps, sequential: true, items: { s1: { title: S1, estimate: 1d }, s2: { title: S2, estimate: 1d } } }
  after: { title: After, estimate: 1d, depends_on: whole }
`);
    assert.deepEqual([...linksOf(view)].map((link) => link.replace('!', '')).sort(), [
      'before FS one',
      'before FS side',
      'one FS two',
      's1 FS s2',
      'side FS after',
      'two FS after',
    ]);
  });

  it('marks what has no float, and of several that are awaited together the one that sets the start', async () => {
    const view = await networkOf(`items:
  whole: { title: Whole, items: { long: { title: Long, estimate: 5d }, short: { title: Short, estimate: 2d } } }
  after: { title: After, estimate: 1d, depends_on: whole }
`);
    assert.deepEqual([...linksOf(view)].sort(), ['long FS after!', 'short FS after']);
    assert.deepEqual(
      view.nodes.map(({ id, critical = false, float = '' }) => `${id} ${String(critical)} ${float}`.trim()),
      ['long true', 'short false 3 d float', 'after true'],
    );
    assert.deepEqual(
      view.facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      ['Critical path: 6 d to go 2 items without float', 'Dependencies: 2'],
    );
  });

  it('reaches over the border of the project, both ways', async () => {
    const view = await viewOf(
      {
        'a.project.yaml': 'project: A\nitems: { a: { title: A, estimate: 1d, depends_on: b/first } }\n',
        'b.project.yaml':
          'project: Other\nid: b\nitems: { first: { title: First, estimate: 1d }, last: { title: Last, depends_on: a/a }, free: Free }\n',
      },
      'network',
    );
    assert.ok(view.view === 'network');
    assert.deepEqual(
      view.nodes.map(({ id, project = '–' }) => `${id} ${project}`),
      ['a –', 'b/first Other', 'b/last Other'],
    );
    assert.deepEqual([...linksOf(view)].map((link) => link.replace('!', '')).sort(), ['a FS b/last', 'b/first FS a']);
    assert.equal(view.facts[1]?.note, '2 with other projects');
  });

  it('is filtered like the board, and then keeps to its own project', async () => {
    const project = `people: { ana: Ana }
items:
  a: { title: A, assignees: ana, status: done }
  b: { title: B, assignees: ana, depends_on: a, estimate: 2d }
  c: { title: C, depends_on: b, estimate: 2d }
`;
    const byAna = await networkOf(project, { filter: { owner: 'ana' } });
    assert.deepEqual([linksOf(byAna), byAna.shown], [['a FS b'], { count: 2, total: 3 }]);
    const open = await networkOf(project, { hidesDone: true });
    assert.deepEqual(linksOf(open), ['b FS c!']);
  });

  it('draws of a project that is too large what is critical, and what is next to that', async () => {
    const items = Array.from(
      { length: 400 },
      (_, index) => `  s${String(index)}: { title: S, estimate: 1d, depends_on: start }\n`,
    ).join('');
    const view = await networkOf(`items:
  start: { title: Start, estimate: 1d }
${items}  long: { title: Long, estimate: 9d, depends_on: start }
  end: { title: End, estimate: 1d, depends_on: long }
`);
    assert.ok(view.nodes.length <= 250);
    for (const id of ['start', 'long', 'end']) assert.ok(view.nodes.some((node) => node.id === id));
    assert.equal(view.left, 403 - view.nodes.length);
  });

  it('survives work that waits for itself, that shares an id, and nothing at all', async () => {
    const odd = await networkOf(`items:
  a: { title: A, depends_on: [b, a] }
  b: { title: B, depends_on: a, items: { a: { title: C, depends_on: b } } }
`);
    const ids = odd.nodes.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { from, to } of odd.links) assert.ok(ids.includes(from) && ids.includes(to) && from !== to);
    const none = await networkOf('');
    assert.deepEqual([none.nodes, none.links, none.loose, none.facts], [[], [], [], []]);
  });
});
