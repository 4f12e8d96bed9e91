import assert from 'node:assert/strict';
import { placeOfAnchor } from '../../../src/core/syntax/anchor';
import { parseDocument } from '../../../src/core/syntax/document';
import type { Node } from '../../../src/core/syntax/tree';

/** Where the first anchored node of a text has its anchor: the offset, and what stands there. */
function anchorIn(text: string): readonly [number, string] | undefined {
  const { root, source } = parseDocument('file:///a.project.yaml', text);
  const find = (node: Node | undefined): Node | undefined => {
    if (!node || node.anchor !== undefined) return node;
    if (node.kind === 'seq') return node.items.map(find).find((each) => each?.anchor !== undefined);
    if (node.kind !== 'map') return undefined;
    return node.pairs.flatMap(({ key, value }) => [find(key), find(value)]).find((each) => each?.anchor !== undefined);
  };
  const node = find(root);
  const place = node && placeOfAnchor(node);
  return place && [source.spanOf(place)?.start ?? -1, source.textOf(place)];
}

describe('the place of an anchor', () => {
  it('is before its node, whatever stands between them', () => {
    assert.deepEqual(anchorIn('x: &a b\n'), [3, '&a']);
    assert.deepEqual(anchorIn('x: &a "b"\n'), [3, '&a']);
    assert.deepEqual(anchorIn('x: &a !!str b\n'), [3, '&a']);
    assert.deepEqual(anchorIn('x: !!str &a b\n'), [9, '&a']);
    assert.deepEqual(anchorIn('x: &a # see &a\n  # &a\n  y: z\n'), [3, '&a']);
    assert.deepEqual(anchorIn('x: [ &a b, *a ]\n'), [5, '&a']);
    assert.deepEqual(anchorIn('x: { &k y : z }\n'), [5, '&k']);
    assert.deepEqual(anchorIn('x: &a |\n  &a text\n'), [3, '&a']);
    assert.deepEqual(anchorIn('x: &a\ny: *a\n'), [3, '&a']);
    assert.deepEqual(anchorIn('# &a\r\nx: &a\r\n  - b\r\n'), [9, '&a']);
  });

  it('is nowhere for a node without one', () => {
    assert.equal(anchorIn('x: b # &a\n'), undefined);
    assert.equal(placeOfAnchor(parseDocument('file:///a.project.yaml', 'x: b\n').root!), undefined);
  });

  it('is found fast in a text that looks much like one', () => {
    const { root } = parseDocument('file:///a.project.yaml', `x: &a ${'!'.repeat(200)}${'&a !x # '.repeat(500)}\n`);
    assert.ok(root);
    const started = process.hrtime.bigint();
    const { piece } = root;
    placeOfAnchor({
      kind: 'scalar',
      piece,
      start: piece.text.length,
      end: piece.text.length,
      text: '',
      style: 'plain',
      anchor: 'a',
    });
    assert.ok(process.hrtime.bigint() - started < 2_000_000_000n);
  });
});
