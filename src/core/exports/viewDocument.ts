import type { Fact, GoalLink } from '../views/model';

/**
 * What a view says, as a document to be read without the preview: blocks of text, figures and tables in the order in
 * which they are read. Every format that is made of text (Markdown, CSV, SVG) is written from it, so that all of them
 * say the same. It is plain data, and every text in it is plain text: each format escapes what it has to.
 */
export interface ViewDocument {
  /** The name of what is shown. */
  readonly title: string;
  /** The view's name: `'Board'`. */
  readonly view: string;
  /** One line of purpose. */
  readonly purpose?: string | undefined;
  readonly blocks: readonly Block[];
}

export type Block = HeadingBlock | TextBlock | FactsBlock | TableBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
  /** What stands beside it, quieter. */
  readonly note?: string | undefined;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

/** A few figures side by side. */
export interface FactsBlock {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: string; readonly note?: string | undefined }[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** What the rows are, where a document has several tables: `'Goals'`. */
  readonly title?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The time that the bars of the rows are drawn on. */
  readonly axis?: Axis | undefined;
}

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** How much of the room it takes in a drawing, compared with the others; 1 where nothing is said. */
  readonly weight?: number;
}

/** ISO calendar dates; both days are included. */
export interface Axis {
  readonly start: string;
  readonly end: string;
  readonly today?: string | undefined;
}

export interface Row {
  /** As many as there are columns. */
  readonly cells: readonly Cell[];
  /** How far below others it stands in a tree; from 0. */
  readonly depth?: number | undefined;
  /** Where it stands on the axis. */
  readonly bar?: Bar | undefined;
}

/**
 * What a cell says. A hue is never alone: the text says what it means.
 *
 * - `good`, `warning`, `bad`: on track or done, at risk or without a goal, late or over.
 * - `critical`: without float.
 * - `quiet`: inherited, finished, or less important.
 */
export type Tone = 'good' | 'warning' | 'bad' | 'critical' | 'quiet';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** From 0 to 1: drawn as a track below the text. */
  readonly share?: number | undefined;
}

export interface Bar {
  /** ISO calendar dates; with one of the two only, it is open at the other end. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly shape: 'bar' | 'bracket' | 'diamond' | 'flag';
  readonly tone?: Tone | undefined;
  /** From 0 to 1. */
  readonly progress?: number | undefined;
  readonly deadline?: string | undefined;
  readonly baseline?: { readonly start: string; readonly end: string } | undefined;
}

/** A cell of a text, or an empty one. */
export function cell(text: string | undefined, tone?: Tone): Cell {
  return tone === undefined ? { text: text ?? '' } : { text: text ?? '', tone };
}

/** The figures of a view; nothing where it has none. */
export function factsBlock(facts: readonly Fact[]): readonly Block[] {
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

/** What a view of a project says that it is for: its goals, else its summary. */
export function purposeOf({
  goals,
  purpose,
}: {
  readonly goals: readonly GoalLink[];
  readonly purpose?: string | undefined;
}): string | undefined {
  return goals.length > 0 ? `Serves ${goals.map(({ title }) => title).join(', ')}` : purpose;
}

/** A table under a heading; nothing where it has no rows. */
export function headedTable(text: string, table: Omit<TableBlock, 'kind' | 'title'>, note?: string): readonly Block[] {
  if (table.rows.length === 0) return [];
  return [
    { kind: 'heading', text, note },
    { kind: 'table', title: text, ...table },
  ];
}
