import { EVENT_ID, SCALAR_STYLE, COLLECTION_STYLE, getScalarValue, parseEvents } from 'js-yaml';
import type { Event } from 'js-yaml';
import type { Piece } from '../text/sourceText';
import type { AliasNode, MapNode, Node, Pair, ScalarNode, ScalarStyle, SeqNode } from './tree';

const styles: Readonly<Record<number, ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

export interface EventTree {
  readonly root: Node | undefined;
  /** Whether any alias or merge key stands in it, so that it has to be linked with the anchors before it. */
  readonly linked: boolean;
  /** Whether any anchor stands in it. */
  readonly anchored: boolean;
  /** The offset at which a second document starts; absent where there is one document. */
  readonly second?: number;
}

/** A part of a piece that is parsed on its own. */
export interface Part {
  readonly piece: Piece;
  /** What is parsed; of the same length as the part of the piece that it stands for. */
  readonly text: string;
  /** Where the part starts in the piece. */
  readonly base: number;
}

/**
 * Builds the tree of a part of a piece from the events of `js-yaml`.
 *
 * @param maxDepth how many levels of nesting are read
 * @throws YAMLException at the first place that the parser does not accept
 */
export function treeFromEvents(part: Part, maxDepth: number): EventTree {
  return new EventReader(part, parseEvents(part.text, { maxDepth })).read();
}

type Props = Pick<ScalarNode, 'anchor' | 'tag'>;

class EventReader {
  readonly #piece: Piece;
  readonly #text: string;
  readonly #base: number;
  #at = 0;
  /** The end of what has been read, to place what has no position of its own. */
  #offset = 0;
  #linked = false;
  #anchored = false;

  constructor(
    part: Part,
    private readonly events: readonly Event[],
  ) {
    this.#piece = part.piece;
    this.#text = part.text;
    this.#base = part.base;
  }

  read(): EventTree {
    const first = this.events[0];
    let root: Node | undefined;
    if (first?.type === EVENT_ID.DOCUMENT) {
      this.#at = 1;
      root = this.#node();
      this.#at++;
    }
    const second = this.#at < this.events.length ? this.#documentStart() : undefined;
    return {
      root,
      linked: this.#linked,
      anchored: this.#anchored,
      ...(second === undefined ? {} : { second }),
    };
  }

  /** Where the document after the first starts: at its marker. */
  #documentStart(): number {
    const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
    marker.lastIndex = this.#offset;
    return this.#base + (marker.exec(this.#text)?.index ?? this.#offset);
  }

  #span(start: number, end: number): { piece: Piece; start: number; end: number } {
    return { piece: this.#piece, start: this.#base + start, end: this.#base + end };
  }

  #node(): Node | undefined {
    const event = this.events[this.#at];
    if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined;
    this.#at++;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    const props = this.#props(event);
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, props);
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const bracketed = flow && /[[{]/.test(this.#text[event.start] ?? '');
    this.#offset = event.start + (bracketed ? 1 : 0);
    return event.type === EVENT_ID.SEQUENCE
      ? this.#seq(event.start, flow, props)
      : this.#map(event.start, flow, bracketed, props);
  }

  #props(event: { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number }): Props {
    if (event.anchorStart < 0 && event.tagStart < 0) return noProps;
    if (event.anchorStart >= 0) this.#anchored = true;
    this.#offset = Math.max(this.#offset, event.anchorEnd, event.tagEnd);
    return {
      ...(event.anchorStart >= 0 ? { anchor: this.#text.slice(event.anchorStart, event.anchorEnd) } : {}),
      ...(event.tagStart >= 0 ? { tag: this.#text.slice(event.tagStart, event.tagEnd) } : {}),
    };
  }

  #alias(start: number, end: number): AliasNode {
    this.#linked = true;
    this.#offset = end;
    return { kind: 'alias', ...this.#span(start - 1, end), name: this.#text.slice(start, end) };
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>, props: Props): ScalarNode {
    const style = styles[event.style] ?? 'plain';
    if (event.valueStart < 0) {
      return { kind: 'scalar', ...this.#span(this.#offset, this.#offset), text: '', style, ...props };
    }
    const quoted = style === 'single' || style === 'double' ? 1 : 0;
    let start = event.valueStart - quoted;
    let end = event.valueEnd + quoted;
    if (style === 'literal' || style === 'folded') {
      start = this.#blockHeader(event.valueStart);
      end = this.#trimmedEnd(start, event.valueEnd);
    }
    this.#offset = end;
    const text = event.fast ? this.#text.slice(event.valueStart, event.valueEnd) : getScalarValue(this.#text, event);
    return { kind: 'scalar', ...this.#span(start, end), text, style, ...props };
  }

  /** A block scalar starts at its `|` or `>`, on the line before its content. */
  #blockHeader(valueStart: number): number {
    for (let at = this.#offset; at < valueStart; at++) {
      const char = this.#text[at];
      if (char === '|' || char === '>') return at;
    }
    return valueStart;
  }

  /** The end of the last content line of a block scalar: the line breaks after it belong to no one's span. */
  #trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && /\s/.test(this.#text[at - 1] ?? '')) at--;
    return at;
  }

  #seq(start: number, flow: boolean, props: Props): SeqNode {
    const items: Node[] = [];
    // A dash after the last item is one of a list around this one.
    while (this.#isInside) {
      if (!flow || items.length > 0) this.#skipPast(flow ? ',' : '-');
      const item = this.#node();
      if (!item) break;
      items.push(item);
    }
    this.#at++;
    const end = this.#close(flow, ']');
    return { kind: 'seq', ...this.#span(start, end), flow, items, ...props };
  }

  /** Whether the collection that is read has anything more in it. */
  get #isInside(): boolean {
    const event = this.events[this.#at];
    return event !== undefined && event.type !== EVENT_ID.POP && event.type !== EVENT_ID.DOCUMENT;
  }

  #map(start: number, flow: boolean, bracketed: boolean, props: Props): MapNode {
    const pairs: Pair[] = [];
    for (;;) {
      const key = this.#node();
      if (!key) break;
      if (key.kind === 'scalar' && key.text === '<<' && key.style === 'plain') this.#linked = true;
      this.#skipPast(':');
      const value = this.#node();
      pairs.push(value ? { key, value } : { key });
    }
    this.#at++;
    const end = bracketed ? this.#close(flow, '}') : this.#offset;
    return { kind: 'map', ...this.#span(start, end), flow, pairs, members: pairs, ...props };
  }

  /** Moves past the indicator where nothing of meaning stands before it, so that an empty value is placed after it. */
  #skipPast(indicator: string): void {
    const at = skipInsignificant(this.#text, this.#offset);
    if (this.#text[at] === indicator) this.#offset = at + 1;
  }

  #close(flow: boolean, bracket: string): number {
    if (!flow) return this.#offset;
    let at = skipInsignificant(this.#text, this.#offset);
    if (this.#text[at] === ',') at = skipInsignificant(this.#text, at + 1);
    if (this.#text[at] === bracket) this.#offset = at + 1;
    return this.#offset;
  }
}

const noProps: Props = {};

/** The first offset from `from` on that is neither white space nor part of a comment. */
function skipInsignificant(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at++;
    if (text[at] !== '#') return at;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  }
}
