import { keyText, placeOf, resolved, scalarValue, type Node } from '../../../src/core/syntax/tree';
import type { SyntaxDocument } from '../../../src/core/syntax/document';

/** The plain value of a tree, so that tests compare meaning. A map becomes an array of its pairs, to keep order and repeats. */
export function valueOf(node: Node | undefined): unknown {
  const target = resolved(node);
  if (!target) return undefined;
  if (target.kind === 'scalar') return scalarValue(target);
  if (target.kind === 'seq') return target.items.map(valueOf);
  return Object.fromEntries(target.members.map((pair) => [keyText(pair) ?? '?', valueOf(pair.value) ?? null]));
}

/** Everything that two documents of equal text must agree on, positions and problems included. */
export function dump(document: SyntaxDocument): unknown {
  const { source } = document;
  const tree = (node: Node | undefined): unknown => {
    if (!node) return undefined;
    const span = source.spanOf(placeOf(node));
    if (node.kind === 'scalar') return [span, node.style, node.text];
    if (node.kind === 'alias') return [span, '*', node.name, node.target ? source.spanOf(placeOf(node.target)) : null];
    if (node.kind === 'seq') return [span, node.items.map(tree)];
    return [span, node.members.map(({ key, value }) => [tree(key), tree(value)])];
  };
  return {
    text: source.toString(),
    cuts: document.pieces.map(({ piece, role, inside }) => [role, inside, piece.text]),
    tree: tree(document.root),
    problems: document.problems.map(({ at, message }) => [source.spanOf(at), message]),
    sections: document.sections,
    comments: document.pieces.map(({ tree: { comments } }) => comments),
    commented: document.commented.map((cut) => document.pieces.indexOf(cut)),
  };
}
