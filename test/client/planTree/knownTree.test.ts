import assert from 'node:assert/strict';
import { KnownTree, type TreeEntry } from '../../../src/client/planTree/knownTree';
import type { PlanNode, PlanTreeParams, PlanTreeResult } from '../../../src/protocol';

/** A tree by the ids of its nodes: below each what stands there. */
type Shape = Readonly<Record<string, readonly string[]>>;

/** A server that counts what it is asked. The title of a node is its id and what `titles` adds to it. */
class Source {
  readonly asked: string[][] = [];
  titles: Readonly<Record<string, string>> = {};
  answers = true;

  constructor(public shape: Shape) {}

  readonly levels = async (levels: PlanTreeParams['levels']): Promise<PlanTreeResult | undefined> => {
    this.asked.push(levels.map(({ id, stamp }) => `${id ?? 'top'}${stamp === undefined ? '' : ' again'}`));
    const answers = levels.map(({ id, stamp }) => {
      const below = this.shape[id ?? 'top'];
      if (!below) return null;
      const nodes = below.map((each) => this.#node(each));
      const current = JSON.stringify(nodes);
      return stamp === current ? { stamp } : { stamp: current, nodes };
    });
    await Promise.resolve();
    return this.answers ? answers : undefined;
  };

  way(...ids: readonly string[]): readonly PlanNode[] {
    return ids.map((id) => this.#node(id));
  }

  #node(id: string): PlanNode {
    const children = (this.shape[id] ?? []).length > 0 ? 'closed' : 'none';
    return { id, kind: 'item', title: id + (this.titles[id] ?? ''), children, adds: [] };
  }
}

const shape: Shape = { top: ['a', 'b'], a: ['c', 'd'], c: ['e'], b: ['f'] };

const titles = (entries: readonly TreeEntry[]): readonly string[] => entries.map(({ node }) => node.title);

async function entry(tree: KnownTree, ...ids: readonly string[]): Promise<TreeEntry> {
  let at: TreeEntry | undefined;
  for (const id of ids) {
    if (at) tree.toggle(at, true);
    at = (await tree.children(at)).find(({ node }) => node.id === id);
  }
  assert.ok(at);
  return at;
}

describe('The known part of the tree', () => {
  let source: Source;
  let tree: KnownTree;
  beforeEach(() => {
    source = new Source(shape);
    tree = new KnownTree(source.levels);
  });

  it('is fetched level by level, each once, whoever asks', async () => {
    assert.equal(tree.isEmpty, undefined);
    const [first, second] = await Promise.all([tree.children(), tree.children()]);
    assert.equal(first, second);
    assert.equal(tree.isEmpty, false);
    assert.deepEqual(titles(first), ['a', 'b']);
    const a = await entry(tree, 'a');
    assert.deepEqual(titles(await tree.children(a)), ['c', 'd']);
    await tree.children(a);
    assert.deepEqual(source.asked, [['top'], ['top'], ['a']]);
    assert.equal((await entry(tree, 'a', 'c')).parent, a);
  });

  it('shows anew what changed and nothing else, by the entries that were there', async () => {
    const c = await entry(tree, 'a', 'c');
    source.titles = { c: ' changed' };
    assert.deepEqual(await tree.refresh(), [c]);
    assert.equal(c.node.title, 'c changed');
    assert.deepEqual(await tree.refresh(), []);
    assert.deepEqual(source.asked.slice(-1), [['top again', 'a again']]);
  });

  it('shows a level anew where entries come, go or change places', async () => {
    const c = await entry(tree, 'a', 'c');
    const a = await entry(tree, 'a');
    source.shape = { ...shape, a: ['d', 'x', 'c'] };
    assert.deepEqual(await tree.refresh(), [a]);
    const below = await tree.children(a);
    assert.deepEqual(titles(below), ['d', 'x', 'c']);
    assert.equal(below[2], c, 'an entry that stays is the one that it was');
  });

  it('shows everything anew where the top has changed, and keeps what it knows of the rest', async () => {
    const e = await entry(tree, 'a', 'c', 'e');
    source.shape = { ...shape, top: ['new', 'a'] };
    assert.equal(await tree.refresh(), 'everything');
    source.asked.length = 0;
    assert.equal(await entry(tree, 'a', 'c', 'e'), e);
    assert.deepEqual(source.asked, []);
  });

  it('forgets what is closed, and asks again when that is opened', async () => {
    const a = await entry(tree, 'a');
    await entry(tree, 'a', 'c', 'e');
    tree.toggle(a, false);
    source.asked.length = 0;
    assert.deepEqual(await tree.refresh(), [a]);
    assert.deepEqual(source.asked, [['top again']], 'nobody looks at what is below');
    assert.deepEqual(await tree.refresh(), [], 'it is told once');
    tree.toggle(a, true);
    source.titles = { c: ' changed' };
    assert.deepEqual(titles(await tree.children(a)), ['c changed', 'd']);
  });

  it('lets go of what is gone, with all below it', async () => {
    await entry(tree, 'a', 'c', 'e');
    source.shape = { top: ['b'], b: ['f'] };
    assert.equal(await tree.refresh(), 'everything');
    assert.deepEqual(titles(await tree.children()), ['b']);
    source.shape = { top: [] };
    await tree.refresh();
    assert.equal(tree.isEmpty, true);
  });

  it('follows a way from the top, and ends where the tree has no such node any more', async () => {
    const e = await tree.follow(source.way('a', 'c', 'e'));
    assert.equal(e, await entry(tree, 'a', 'c', 'e'));
    assert.equal(await tree.follow(source.way('a', 'b', 'e')), undefined);
    assert.equal(await tree.follow([]), undefined);
  });

  it('tells of nothing that the editor has not drawn', async () => {
    await tree.follow(source.way('a', 'c', 'e'));
    source.titles = { d: ' changed', e: ' changed' };
    source.asked.length = 0;
    assert.deepEqual(await tree.refresh(), []);
    assert.deepEqual(source.asked, [['top again']]);
    const a = await entry(tree, 'a');
    assert.deepEqual(titles(await tree.children(a)), ['c', 'd changed']);
  });

  it('tells of nothing that hangs from elsewhere now', async () => {
    const e = await entry(tree, 'a', 'c', 'e');
    const [a, b] = [await entry(tree, 'a'), await entry(tree, 'b')];
    await entry(tree, 'b', 'f');
    tree.toggle(e, true);
    source.shape = { ...shape, a: ['d'], b: ['f', 'c'], c: ['e', 'g'] };
    const change = await tree.refresh();
    assert.ok(change !== 'everything');
    assert.deepEqual(new Set(change), new Set([a, b]));
    assert.deepEqual(titles(await tree.children(await entry(tree, 'b', 'c'))), ['e', 'g']);
  });

  it('shows a level anew where much of it has changed', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `n${String(n)}`);
    source.shape = { top: ['a'], a: many };
    const a = await entry(tree, 'a');
    tree.toggle(a, true);
    await tree.children(a);
    source.titles = Object.fromEntries(many.map((id) => [id, ' changed']));
    assert.deepEqual(await tree.refresh(), [a]);
  });

  it('remembers what was opened and closed, for each filter on its own', async () => {
    const a = await entry(tree, 'a');
    assert.equal(tree.isOpen(a), false);
    tree.toggle(a, true);
    tree.clear('mine');
    const filtered = await entry(tree, 'a');
    assert.equal(tree.isOpen(filtered), false);
    assert.notEqual(tree.id(filtered), a.node.id);
    tree.clear('');
    const again = await entry(tree, 'a');
    assert.equal(tree.isOpen(again), true);
    assert.equal(tree.id(again), a.node.id);
  });

  it('begins anew when it is cleared, and takes no answer from before', async () => {
    const slow = tree.children();
    source.shape = { top: ['z'] };
    tree.clear();
    assert.deepEqual(titles(await slow), ['z']);
    const z = await entry(tree, 'z');
    const late = tree.children(z);
    tree.clear();
    assert.deepEqual(await late, []);
    const refreshing = tree.refresh();
    assert.deepEqual(await refreshing, []);
  });

  it('stays as it is while no server answers', async () => {
    await entry(tree, 'a', 'c');
    source.answers = false;
    source.shape = { top: [] };
    assert.deepEqual(await tree.refresh(), []);
    assert.deepEqual(titles(await tree.children()), ['a', 'b']);
    const silent = new KnownTree(source.levels);
    assert.deepEqual(await silent.children(), []);
    source.answers = true;
    source.shape = shape;
    assert.deepEqual(titles(await silent.children()), ['a', 'b'], 'it asks again');
  });
});
