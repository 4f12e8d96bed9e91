import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortestPath, stronglyConnected, type Edge } from '../../../../src/core/analysis/network/rings';

type Graph = ReadonlyMap<number, readonly Edge<number>[]>;

const graphs: fc.Arbitrary<Graph> = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  .map(
    (pairs) =>
      new Map(
        [...Array(8).keys()].map((node) => [node, pairs.filter(([from]) => from === node).map(([, to]) => ({ to }))]),
      ),
  );

/** The nodes that one or more steps lead to, with the fewest steps, found by stepping. */
function reached(graph: Graph, from: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let front = [from];
  for (let steps = 1; front.length > 0; steps++) {
    const next = front.flatMap((node) => (graph.get(node) ?? []).map(({ to }) => to)).filter((to) => !found.has(to));
    for (const to of next) found.set(to, steps);
    front = [...new Set(next)];
  }
  return found;
}

describe('stronglyConnected', () => {
  it('puts two nodes in one set where each leads to the other', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const sets = stronglyConnected(graph.keys(), (node) => graph.get(node) ?? []);
        for (const one of graph.keys()) {
          const expected = [...graph.keys()].filter(
            (other) => reached(graph, one).has(other) && reached(graph, other).has(one),
          );
          const own = sets.filter((set) => set.has(one));
          assert.ok(own.length <= 1);
          assert.deepEqual([...(own[0] ?? [])].sort(), expected);
        }
      }),
    );
  });

  it('follows a chain that is longer than the call stack', () => {
    const length = 200_000;
    const [set, ...others] = stronglyConnected([0], (node: number) => [{ to: (node + 1) % length }]);
    assert.equal(set?.size, length);
    assert.equal(others.length, 0);
  });
});

describe('shortestPath', () => {
  it('takes the fewest steps, and has none where there is no way', () => {
    fc.assert(
      fc.property(graphs, fc.nat(7), fc.nat(7), (graph, from, to) => {
        const path = shortestPath(from, to, (node) => graph.get(node) ?? [], new Set(graph.keys()));
        assert.equal(path?.length, from === to ? 0 : reached(graph, from).get(to));
        if (path && from !== to) assert.equal(path.at(-1)?.to, to);
      }),
    );
  });

  it('stays within the set', () => {
    const graph: Graph = new Map([
      [0, [{ to: 1 }, { to: 2 }]],
      [1, [{ to: 3 }]],
      [2, [{ to: 4 }]],
      [4, [{ to: 3 }]],
    ]);
    const edgesOf = (node: number): readonly Edge<number>[] => graph.get(node) ?? [];
    assert.deepEqual(shortestPath(0, 3, edgesOf, new Set<number>([0, 2, 3, 4])), [{ to: 2 }, { to: 4 }, { to: 3 }]);
    assert.equal(shortestPath(0, 3, edgesOf, new Set<number>([0, 2, 3])), undefined);
  });
});
