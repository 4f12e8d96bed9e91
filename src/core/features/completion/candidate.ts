import type { CompletionItemKind } from 'vscode-languageserver-types';
import { scalarText } from '../../edit/scalarText';
import type { FileStyle } from '../../edit/fileStyle';
import type { EntryPath } from '../../plan/entryPath';
import type { PlanFile } from '../../plan/planFile';
import type { Span } from '../../text/span';
import type { PlanState } from '../planState';
import type { CompletionPlace } from './place';
import type { Snippet } from './snippet';

/** Something that may be written at the cursor. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** As it goes into the file, without what the place needs before it. */
  readonly insert: string | Snippet;
  /** What it is, in a few words: beside the label. */
  readonly title?: string | undefined;
  /** The same in full. */
  readonly detail?: string | undefined;
  /** Markdown; texts of a plan are escaped. */
  readonly documentation?: string | undefined;
  /** By which texts it is found, beside its label. */
  readonly words?: readonly string[];
  /** What of the place it replaces, where that is not all of it. */
  readonly span?: Span;
  /** Whether something is to be chosen right after it. */
  readonly again?: boolean;
  /** What it is, for the documentation that is made when it is asked for. */
  readonly entry?: EntryPath | undefined;
  /** Whether it is there only for what is typed so far. */
  readonly passing?: boolean;
}

/** What candidates are made from. */
export interface PlaceContext {
  readonly state: PlanState;
  readonly file: PlanFile;
  readonly place: CompletionPlace;
  readonly style: FileStyle;
}

/** A value as it is written at a place: in the quotes that are there, in quotes where it needs them, else as it is. */
export function written({ place, style }: PlaceContext, value: string): string {
  if (place.quote === 'single') return value.replaceAll("'", "''");
  if (place.quote === 'double') return JSON.stringify(value).slice(1, -1);
  const { reference, scalar } = place.schema;
  // As the editor does it: a name that looks like a number is quoted where a text is meant.
  const text = reference !== undefined || scalar === 'text' || scalar === 'id';
  return scalarText(value, { flow: place.flow, quote: style.quote, text });
}

/** Whether what is typed may be a part of a text. */
export function isTypedIn(typed: string, ...texts: readonly (string | undefined)[]): boolean {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted));
}
