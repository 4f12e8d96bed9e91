import { placeOf, type MapNode, type ScalarNode } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import type { Span } from '../text/span';
import type { AnyEntity } from './entity';

/** The places of the root of a file. */
export function placesOfRoot(map: MapNode): Pick<AnyEntity, 'key' | 'at'> {
  return { key: placeOf(map.pairs[0]?.key ?? map), at: placeOf(map) };
}

/** The place of a part of a scalar's text; of the whole scalar where escapes or folding part the text from its source. */
export function partOfScalar(node: ScalarNode, span: Span): Place {
  const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const verbatim = node.end - node.start - 2 * quote === node.text.length;
  if (!verbatim || node.style === 'literal' || node.style === 'folded') return placeOf(node);
  const base = node.start + quote;
  return { piece: node.piece, start: base + span.start, end: base + span.end };
}
