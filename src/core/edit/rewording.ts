import type { ValueShape } from '../plan/shape';
import { isMerge } from '../syntax/link';
import {
  isAbsent,
  keyText,
  resolved,
  scalarValue,
  type AliasNode,
  type MapNode,
  type Node,
  type ScalarNode,
} from '../syntax/tree';
import type { Piece, Place } from '../text/sourceText';
import { childShape, type EditedFile } from './editedFile';
import type { SpanEdit } from './applyEdits';
import { scalarLike } from './replaceValue';
import { keySource } from './scalarText';

/** Other words in the place of some of those that a key or a value reads as. */
export interface Rewording {
  /** The key or value, or a part of it; of an alias, what it stands for is meant. */
  readonly at: Place;
  readonly from: string;
  readonly to: string;
}

/** Edits that reword a file, and the texts that they give to its scalars. */
export interface RewordedFile {
  readonly edits: readonly SpanEdit[];
  readonly texts: ReadonlyMap<ScalarNode, string>;
}

/**
 * Rewords all of these places at once. Undefined where one of them is no key or scalar or does not read so, where two
 * want different words for one text, and where an anchor gives the text to something that is not among the places too.
 */
export function reworded(file: EditedFile, rewordings: readonly Rewording[]): RewordedFile | undefined {
  const found = new WrittenTexts(file, rewordings);
  const texts = new Map<ScalarNode, string>();
  const edits: SpanEdit[] = [];
  let placed = 0;
  for (const written of found.texts.values()) {
    const [first, ...others] = written.rewordings;
    if (!first) continue;
    placed += written.rewordings.length;
    const text = newText(written.node, first);
    const isClear = others.every((other) => newText(written.node, other) === text);
    if (text === undefined || !isClear || written.isShared) return undefined;
    if (text === written.node.text) continue;
    const edit = sourceEdit(file, written, first, text);
    if (!edit) return undefined;
    texts.set(written.node, text);
    edits.push(edit);
  }
  return placed === rewordings.length ? { edits, texts } : undefined;
}

/** Whether a tree says what the one before said, but for the new texts of some of its scalars. */
export function isReworded(before: Node | undefined, after: Node | undefined, texts: RewordedFile['texts']): boolean {
  if (before === after || !before || !after) return before === after;
  if (before.kind === 'scalar') {
    const text = texts.get(before);
    if (after.kind !== 'scalar' || after.tag !== before.tag || after.anchor !== before.anchor) return false;
    if (text !== undefined) return after.text === text && !isAbsent(after);
    return after.text === before.text && Object.is(scalarValue(after), scalarValue(before));
  }
  if (before.kind === 'alias') return after.kind === 'alias' && after.name === before.name;
  if (before.kind === 'seq') {
    if (after.kind !== 'seq' || after.items.length !== before.items.length) return false;
    return before.items.every((item, at) => isReworded(item, after.items[at], texts));
  }
  if (after.kind !== 'map' || after.pairs.length !== before.pairs.length) return false;
  return before.pairs.every(({ key, value }, at) => {
    const pair = after.pairs[at];
    return isReworded(key, pair?.key, texts) && isReworded(value, pair?.value, texts);
  });
}

/** A scalar where it is written, and what is to become of it. */
interface WrittenText {
  readonly node: ScalarNode;
  readonly isKey: boolean;
  readonly flow: boolean;
  readonly shape: ValueShape | undefined;
  readonly rewordings: Rewording[];
  /** Whether something reads it of which the rewordings do not know. */
  isShared: boolean;
}

/** Finds the scalars of a file that rewordings are about, by one walk over what is written. */
class WrittenTexts {
  readonly texts = new Map<ScalarNode, WrittenText>();
  readonly #aliases: { readonly target: ScalarNode; readonly rewordings: readonly Rewording[] }[] = [];
  readonly #asked = new Map<Piece, Rewording[]>();

  constructor(file: EditedFile, rewordings: readonly Rewording[]) {
    for (const rewording of rewordings) {
      const same = this.#asked.get(rewording.at.piece);
      if (same) same.push(rewording);
      else this.#asked.set(rewording.at.piece, [rewording]);
    }
    for (const same of this.#asked.values()) same.sort((one, other) => one.at.start - other.at.start);
    this.#read(file.root, file.shapeAt([]), false);
    for (const { target, rewordings: own } of this.#aliases) this.texts.get(target)?.rewordings.push(...own);
    // An alias of which nobody spoke would read the new words too.
    for (const { target, rewordings: own } of this.#aliases) {
      const written = own.length === 0 ? this.texts.get(target) : undefined;
      if (written) written.isShared = true;
    }
  }

  #read(node: Node | undefined, shape: ValueShape | undefined, flow: boolean): void {
    if (!node) return;
    if (node.kind === 'alias') this.#alias(node);
    else if (node.kind === 'scalar') this.#scalar(node, false, shape, flow);
    else if (node.kind === 'seq')
      for (const item of node.items) this.#read(item, childShape(shape, '0'), flow || node.flow);
    else this.#map(node, shape, flow || node.flow);
  }

  #map({ pairs }: MapNode, shape: ValueShape | undefined, flow: boolean): void {
    for (const pair of pairs) {
      const { key, value } = pair;
      const name = keyText(pair);
      if (key.kind === 'scalar') this.#scalar(key, true, shape, flow);
      else this.#read(key, undefined, flow);
      this.#read(value, isMerge(pair) ? shape : name === undefined ? undefined : childShape(shape, name), flow);
    }
  }

  #scalar(node: ScalarNode, isKey: boolean, shape: ValueShape | undefined, flow: boolean): void {
    const rewordings = this.#askedOf(node);
    if (rewordings.length === 0 && node.anchor === undefined) return;
    // What stands where the format reads nothing has no meaning but that of its aliases.
    const isShared = rewordings.length === 0 && shape !== undefined;
    this.texts.set(node, { node, isKey, flow, shape, rewordings, isShared });
  }

  #alias(node: AliasNode): void {
    const target = resolved(node);
    if (target?.kind === 'scalar') this.#aliases.push({ target, rewordings: this.#askedOf(node) });
  }

  /** The rewordings within a node. */
  #askedOf({ piece, start, end }: ScalarNode | AliasNode): Rewording[] {
    const asked = this.#asked.get(piece) ?? [];
    let low = 0;
    for (let high = asked.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((asked[middle]?.at.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const within: Rewording[] = [];
    for (let each = asked[low]; each && each.at.start < end && each.at.end <= end; each = asked[++low])
      within.push(each);
    return within;
  }
}

/** What a scalar reads as after a rewording; undefined where it does not read as the rewording says. */
function newText({ piece, start, end, style, text }: ScalarNode, { at, from, to }: Rewording): string | undefined {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const isVerbatim = at.piece === piece && at.start > start && end - start - 2 * quote === text.length;
  const offset = isVerbatim ? at.start - start - quote : text.indexOf(from);
  return text.startsWith(from, offset) ? text.slice(0, offset) + to + text.slice(offset + from.length) : undefined;
}

/** The smallest edit that keeps the quotes and folds of a text, else one of all of it in the style that can hold it. */
function sourceEdit(
  file: EditedFile,
  { node, isKey, flow, shape }: WrittenText,
  { from, to }: Rewording,
  text: string,
): SpanEdit | undefined {
  const span = file.span(node);
  const source = file.text.slice(span.start, span.end);
  const at = source.indexOf(from);
  const isOnce = at >= 0 && !source.includes(from, at + 1);
  const isBlock = node.style === 'literal' || node.style === 'folded';
  const newSource = isKey
    ? keySource(text, file.scalarContext(flow, undefined), node.style)
    : scalarLike(file, { node, flow, shape }, text);
  const keepsStyle = isBlock ? !/[\r\n]/.test(to) : newSource === quotedAs(node, text);
  if (isOnce && keepsStyle) {
    const start = span.start + at;
    return { span: { start, end: start + from.length }, newText: to };
  }
  return isBlock ? undefined : { span, newText: newSource };
}

function quotedAs({ style }: ScalarNode, text: string): string {
  if (style === 'single') return `'${text}'`;
  return style === 'double' ? `"${text}"` : text;
}
