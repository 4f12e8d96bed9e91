import type { PlanFile } from '../../plan/planFile';
import { schemaAt, type SchemaNode } from '../../schema/lookup';
import { isMerge } from '../../syntax/link';
import { keyText, nodeAt, resolved, type MapNode, type SeqNode } from '../../syntax/tree';
import type { Span } from '../../text/span';
import type { CursorLine } from './cursorLine';
import type { Landing } from './reading';

/** Where something can be written at the cursor: what the format says of it, and what stands around it. */
export interface CompletionPlace {
  readonly kind: 'key' | 'value';
  /** Of a key, that of the map that gets it; of a value, its own, with an index where it is one of a list. */
  readonly path: readonly string[];
  /** What the format says of what is at the path. */
  readonly schema: SchemaNode;
  /** What is replaced, on the line of the cursor; absolute offsets. */
  readonly span: Span;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** What has to be written before whatever is chosen: a blank, a dash, an indentation. */
  readonly before: string;
  /** The column in which what is chosen begins, after `before`. */
  readonly column: number;
  /** Whether it stands in brackets. */
  readonly flow: boolean;
  /** The quotes that it is in. */
  readonly quote: 'single' | 'double' | undefined;
  /** What already follows a key: its colon, or values on the lines below. */
  readonly follows: 'nothing' | 'colon' | 'lines';
  /** The keys of the map, or the entries of the list, without what is being typed. */
  readonly present: ReadonlySet<string>;
  /** The collections around it, outermost first, without those above the entry of a section. */
  readonly around: readonly (MapNode | SeqNode)[];
}

/** What a place follows from, beside the reading of the text. */
export interface PlaceText {
  readonly span: Span;
  readonly typed: string;
  readonly before: string;
  readonly column: number;
  readonly follows: CompletionPlace['follows'];
}

/** The place of a key or value that the text leads to; undefined where the format has nothing for it. */
export function placeAt(
  file: PlanFile,
  line: CursorLine,
  landing: Landing,
  text: PlaceText,
): CompletionPlace | undefined {
  const { node, isKey, around } = landing;
  if (node.style === 'literal' || node.style === 'folded' || !landing.isOneLine) return undefined;
  const path = isKey ? landing.path.slice(0, -1) : landing.path;
  const schema = schemaAt(file.kind, path);
  if (!schema || (isKey && !takesKeys(schema))) return undefined;
  const holder = around.at(-1);
  const list = isKey ? around.at(-2) : holder;
  // Below a key that takes no list, an index is none of the format's either.
  if (list?.kind === 'seq' && schemaAt(file.kind, path.slice(0, -1))?.isList !== true) return undefined;
  const flow = holder?.flow === true;
  const quote = node.style === 'single' || node.style === 'double' ? node.style : undefined;
  const present = isKey ? keysIn(file, line, landing, path) : entriesIn(landing);
  return { kind: isKey ? 'key' : 'value', path, schema, flow, quote, present, around, ...text };
}

/** Whether a map may stand where the format says this. */
export function takesKeys({ propertyNames, keyKind, types }: SchemaNode): boolean {
  return types.includes('object') && (propertyNames.length > 0 || keyKind !== undefined || types.length === 1);
}

/** The keys of the map, those that are merged into it too, but for the one that the cursor touches. */
function keysIn(
  { document }: PlanFile,
  line: CursorLine,
  { node, around }: Landing,
  path: readonly string[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  const local = around.at(-1);
  const pairs = local?.kind === 'map' ? local.pairs : [];
  for (const pair of pairs) if (pair.key !== node) keys.add(keyText(pair) ?? '');
  // A map of the top levels spans several pieces, and what is merged into any is known to the whole file alone.
  if (path.length > 1 && !pairs.some(isMerge)) return keys;
  const whole = resolved(nodeAt(document.root, path));
  const own = document.pieces[line.piece]?.piece;
  const cursor = line.start + line.column - document.source.startOf(line.piece);
  for (const pair of whole?.kind === 'map' ? whole.members : []) {
    const { piece, start, end } = pair.key;
    if (piece !== own || cursor < start || cursor > end) keys.add(keyText(pair) ?? '');
  }
  return keys;
}

function entriesIn({ node, around }: Landing): ReadonlySet<string> {
  const list = around.at(-1);
  if (list?.kind !== 'seq') return new Set();
  const others = list.items.filter((item) => item !== node).map(resolved);
  return new Set(others.flatMap((item) => (item?.kind === 'scalar' ? [item.text] : [])));
}
