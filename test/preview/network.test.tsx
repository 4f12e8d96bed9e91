import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import type { NetworkView } from '../../src/core/views/networkModel';
import { entryKey } from '../../src/preview/entries';
import { Network, networkEntries } from '../../src/preview/network';
import { looseStop, networkStopAfter, nodeStop } from '../../src/preview/networkKeys';
import { fittingLayout, networkLayout, nodeHeight, nodeWidth, titleLines } from '../../src/preview/networkLayout';
import { lanternNetwork } from './harness/lanternNetwork';

function draw(view: NetworkView, marked?: string): string {
  return renderToString(<Network view={view} marked={marked} />);
}

describe('network, drawn', () => {
  it('names each node with all that is drawn of it and what it waits for, and has one tab stop', () => {
    const html = draw(lanternNetwork);
    assert.match(
      html,
      /aria-label="Scan parts in and out, To do, 28 Sep – 13 Oct, critical, waits for Forecast from fault history and Prices of two years are agreed"/,
    );
    assert.match(html, /aria-label="Prices of two years are agreed, in Contract merge, To do"/);
    assert.match(html, /aria-label="All vans stocked, milestone, Not reached yet, 10 Nov, waits for/);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
  });

  it('marks the critical path, and says what is not plainly finish to start', () => {
    const html = draw(lanternNetwork);
    assert.equal(html.match(/class="network-edge critical"/g)?.length, 1);
    assert.equal(html.match(/class="node-box critical/g)?.length, 3, 'two nodes, and the legend');
    assert.match(html, />\+2d<\/text>/);
    assert.match(html, />SS<\/text>/);
    const plain = lanternNetwork.nodes.map(({ critical: _critical, project: _project, ...rest }) => rest);
    assert.doesNotMatch(draw({ ...lanternNetwork, nodes: plain }), /aria-label="Legend"/);
  });

  it('lists what has no dependency, and says how much is not drawn', () => {
    const html = draw({ ...lanternNetwork, left: 12 });
    assert.match(html, /Rename states in the export/);
    assert.match(html, /12 more are not drawn/);
  });

  it('marks the node of the cursor', () => {
    for (const entry of networkEntries(lanternNetwork))
      assert.equal(draw(lanternNetwork, entryKey(entry)).match(/aria-current="true"/g)?.length, 1);
  });

  it('says what to write while nothing waits, and while there is nothing', () => {
    const unlinked = { ...lanternNetwork, nodes: [], links: [] };
    assert.match(draw(unlinked), /No dependencies yet/);
    assert.match(draw({ ...unlinked, loose: [] }), /No items yet/);
    assert.doesNotMatch(draw({ ...unlinked, loose: [], shown: { count: 0, total: 6 } }), /yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const nodes = lanternNetwork.nodes.map((node) => ({ ...node, title: text, project: text, when: text }));
    assert.doesNotMatch(draw({ ...lanternNetwork, nodes }), /<img|\sstyle=/);
  });
});

describe('layout of a network', () => {
  it('has whatever waits after what it waits for, and no node on another', () => {
    const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ size, pairs }) => {
        const [pattern] = lanternNetwork.nodes;
        assert.ok(pattern);
        const nodes = Array.from({ length: size }, (_, index) => ({ ...pattern, id: String(index) }));
        // From a lower to a higher number alone, so that nothing waits for itself.
        const links = pairs.flatMap(([one, other]) =>
          one < other ? [{ from: String(one), to: String(other), type: 'FS' as const }] : [],
        );
        const { nodes: placed, links: lines, width, height } = networkLayout({ nodes, links }, 'right');
        const at = new Map(placed.map((each) => [each.node.id, each]));
        assert.equal(lines.length, links.length);
        for (const { from, to } of links) assert.ok((at.get(from)?.x ?? 0) + nodeWidth <= (at.get(to)?.x ?? 0));
        for (const one of placed) {
          assert.ok(one.x >= 0 && one.y >= 0 && one.x + nodeWidth <= width && one.y + nodeHeight <= height);
          for (const other of placed) {
            if (one === other) continue;
            assert.ok(Math.abs(one.x - other.x) >= nodeWidth || Math.abs(one.y - other.y) >= nodeHeight);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('survives what waits for itself in a ring', () => {
    const [a, b] = lanternNetwork.nodes;
    assert.ok(a && b);
    const links = [
      { from: a.id, to: b.id, type: 'FS' as const },
      { from: b.id, to: a.id, type: 'FS' as const },
    ];
    const { links: lines } = networkLayout({ nodes: [a, b], links }, 'right');
    assert.ok(lines.every(({ points }) => points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))));
  });

  it('goes to the right where there is room, else down', () => {
    assert.equal(fittingLayout(lanternNetwork, 1200, 620).direction, 'right');
    assert.equal(fittingLayout(lanternNetwork, 640, 620).direction, 'down');
    assert.equal(fittingLayout(lanternNetwork, 380, 620).direction, 'down');
    assert.deepEqual(networkLayout({ nodes: [], links: [] }, 'right').nodes, []);
  });

  it('cuts titles between words, and a word that is longer than its line', () => {
    assert.deepEqual(titleLines('Stock rules for each lift type', 16, 2), ['Stock rules for', 'each lift type']);
    assert.deepEqual(titleLines('Stock rules for each lift type', 12, 2), ['Stock rules', 'for each…']);
    assert.deepEqual(titleLines('x'.repeat(40), 10, 2), [`${'x'.repeat(9)}…`]);
    assert.deepEqual(titleLines('', 10, 2), ['']);
  });
});

describe('arrow keys on a network', () => {
  const { layout } = fittingLayout(lanternNetwork, 1200, 620);
  const stops = { nodes: layout.nodes, links: lanternNetwork.links, loose: ['rename'] };
  const press = (key: string, from: string): string | undefined => networkStopAfter(stops, from, key);

  it('go along dependencies', () => {
    assert.equal(press('ArrowLeft', nodeStop('low')), nodeStop('forecast'));
    assert.equal(press('ArrowRight', nodeStop('scan')), nodeStop('stocked'));
    assert.equal(press('ArrowRight', nodeStop('stocked')), undefined);
  });

  it('reach every node, and the list below', () => {
    const reached = new Set([nodeStop('forecast')]);
    for (const from of reached)
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
        const to = press(key, from);
        if (to !== undefined) reached.add(to);
      }
    assert.equal(reached.size, lanternNetwork.nodes.length + 1);
    assert.equal(press('End', nodeStop('scan')), looseStop('rename'));
    assert.equal(press('Home', looseStop('rename')), nodeStop('forecast'));
    assert.equal(press('x', nodeStop('scan')), undefined);
  });
});
