import { fileKindOf } from '../plan/fileKind';
import { entityShapeOf, type ValueShape } from '../plan/shape';
import type { SyntaxDocument } from '../syntax/document';
import { isMerge } from '../syntax/link';
import { keyText, placeOf, type MapNode, type Node, type Pair, type SeqNode } from '../syntax/tree';
import type { Span } from '../text/span';
import type { SpanEdit } from './applyEdits';
import type { Expected } from './expected';
import { fileStyle, type FileStyle } from './fileStyle';
import { columnOf, isBlankChar } from './layout';
import type { ScalarContext } from './scalarText';

/** Edits, and what the file has to mean after them. */
export interface Draft {
  readonly edits: readonly SpanEdit[];
  readonly expected: Expected;
}

/** One step of a path: what it leads out of, and what it leads to. */
export type Step =
  | { readonly container: MapNode; readonly pair: Pair; readonly node: Node | undefined }
  | { readonly container: SeqNode; readonly index: number; readonly node: Node }
  /** The index 0 of a single value that stands for a list. */
  | { readonly container?: undefined; readonly node: Node };

/** Where a path leads in a file. */
export interface Target {
  readonly path: readonly string[];
  readonly steps: readonly Step[];
  readonly node: Node | undefined;
  /** Whether it stands inside brackets. */
  readonly flow: boolean;
  /** What the format says of the place; undefined where it says nothing. */
  readonly shape: ValueShape | undefined;
}

const rootEntities = { roadmap: 'product', project: 'project', settings: 'settings' } as const;

/** One version of a file with what is asked of it to edit it. */
export class EditedFile {
  readonly text: string;
  #style: FileStyle | undefined;

  constructor(readonly document: SyntaxDocument) {
    this.text = document.source.toString();
  }

  get uri(): string {
    return this.document.uri;
  }

  get root(): Node | undefined {
    return this.document.root;
  }

  get style(): FileStyle {
    return (this.#style ??= fileStyle(this.document, this.text));
  }

  /** The absolute span of a node, without its anchor and tag. */
  span(node: Node): Span {
    const span = this.document.source.spanOf(placeOf(node));
    if (!span) throw new Error('The node is of another version of the file.');
    return span;
  }

  /** Where a node starts, with its anchor and tag. */
  outerStart(node: Node): number {
    let { start } = this.span(node);
    for (let left = (node.anchor === undefined ? 0 : 1) + (node.tag === undefined ? 0 : 1); left > 0; left--) {
      let at = start;
      while (at > 0 && /\s/.test(this.text[at - 1] ?? '')) at--;
      while (at > 0 && /[^\s,[\]{}]/.test(this.text[at - 1] ?? '')) at--;
      if (/[&!]/.test(this.text[at] ?? '')) start = at;
    }
    return start;
  }

  /** Where a pair ends: with its value, or with the colon of a key without one. */
  pairEnd(pair: Pair): number {
    return this.span(pair.value ?? pair.key).end;
  }

  /** The offset after the colon of a pair; undefined where it has none, as in `{ a, b }`. */
  afterColon(pair: Pair): number | undefined {
    let at = this.span(pair.key).end;
    while (isBlankChar(this.text[at])) at++;
    return this.text[at] === ':' ? at + 1 : undefined;
  }

  /** The column of the keys of a block map or the dashes of a block list. */
  column(node: MapNode | SeqNode): number {
    const first = node.kind === 'map' ? node.pairs[0]?.key : undefined;
    return columnOf(this.text, first ? this.outerStart(first) : this.span(node).start);
  }

  scalarContext(flow: boolean, shape: ValueShape | undefined): ScalarContext {
    const scalar = shape?.scalar;
    // Where the format takes numbers as well as texts, a name that looks like a number is quoted for other YAML tools.
    const text = scalar?.scalar === 'text' || scalar?.scalar === 'id' || scalar?.reference !== undefined;
    return { flow, quote: this.style.quote, text };
  }

  /**
   * Follows a path of keys and indices from the root. Not through aliases and merge keys: what is written elsewhere is
   * edited there.
   *
   * @returns undefined where nothing stands there
   */
  locate(path: readonly string[]): Target | undefined {
    const steps: Step[] = [];
    let node = this.root;
    let flow = false;
    for (const segment of path) {
      const step = stepInto(node, segment);
      if (!step) return undefined;
      flow ||= step.container?.flow ?? false;
      steps.push(step);
      node = step.node;
    }
    return { path, steps, node, flow, shape: this.shapeAt(path) };
  }

  /** What the format says of the value at a path. */
  shapeAt(path: readonly string[]): ValueShape | undefined {
    const kind = fileKindOf(this.uri);
    if (!kind) return undefined;
    let shape: ValueShape | undefined = { entity: entityShapeOf(rootEntities[kind]) };
    for (const segment of path) shape = shape && childShape(shape, segment);
    return shape;
  }
}

/** The shape of the value of a key, or of an index of a list. */
export function childShape(shape: ValueShape | undefined, segment: string): ValueShape | undefined {
  if (!shape) return undefined;
  const property = shape.entity?.fields.get(segment);
  if (property) return property;
  if (shape.item && /^\d+$/.test(segment)) return shape.item;
  return shape.map?.value ?? shape.item?.entity?.fields.get(segment);
}

function stepInto(node: Node | undefined, segment: string): Step | undefined {
  if (node?.kind === 'map') {
    const pair = node.pairs.find((candidate) => keyText(candidate) === segment && !isMerge(candidate));
    return pair && { container: node, pair, node: pair.value };
  }
  if (node?.kind === 'seq') {
    const index = /^\d+$/.test(segment) ? Number(segment) : -1;
    const item = node.items[index];
    return item && { container: node, index, node: item };
  }
  return node?.kind === 'scalar' && node.text !== '' && segment === '0' ? { node } : undefined;
}
