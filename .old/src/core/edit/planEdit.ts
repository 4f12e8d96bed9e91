import type { Span } from '../text/span';

/** One replacement in a file: `span` in absolute UTF-16 offsets of its current text. */
export interface FileEdit {
  readonly uri: string;
  readonly span: Span;
  readonly newText: string;
}

/** A change of the plan, applied as one step that one undo takes back. */
export interface PlanEdit {
  readonly edits: readonly FileEdit[];
  /** Files that are made anew. */
  readonly creates?: readonly { readonly uri: string; readonly text: string }[];
}

/** A value to be written: a text as it shall be read back, a list of such, or properties by name. */
export type EditValue = string | readonly string[] | { readonly [key: string]: EditValue };
