import {
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Command,
  type CompletionItem,
  type CompletionList,
  type MarkupContent,
} from 'vscode-languageserver-types';
import type { FileStyle } from '../../edit/fileStyle';
import type { EntryPath } from '../../plan/entryPath';
import type { PlanFile } from '../../plan/planFile';
import type { Candidate } from './candidate';
import type { CursorLine } from './cursorLine';
import type { CompletionPlace } from './place';
import { renderSnippet, type Snippet } from './snippet';

/** What a client can take. */
export interface ClientForm {
  /** Whether it fills in the stops of snippets. */
  readonly snippets: boolean;
  /** Whether it can be told to leave the indentation of what it inserts alone. */
  readonly keepsIndentation: boolean;
  /** Whether it shows what a label is beside it. */
  readonly labelDetails: boolean;
  readonly markdown: boolean;
  /** The command by which it asks again, for a key whose value is chosen next. */
  readonly askAgain?: string | undefined;
}

/** Candidates with the place that they are for. */
export interface Offer {
  readonly place: Pick<CompletionPlace, 'span' | 'typed'> & Partial<Pick<CompletionPlace, 'before'>>;
  readonly candidates: readonly Candidate[];
}

/** What an item carries, for its documentation. */
export interface CompletionData {
  /** The file in which it is offered. */
  readonly uri: string;
  readonly entry: EntryPath;
}

/** Whether something that came back from a client is what an item was given: a client may say anything. */
export function isCompletionData(data: unknown): data is CompletionData {
  const { uri, entry } = (data ?? {}) as Partial<CompletionData>;
  return typeof uri === 'string' && typeof entry?.uri === 'string' && Array.isArray(entry.path);
}

/** More than these nobody scrolls through; who types on gets the rest. */
export const mostItems = 500;

/** Candidates as a client lists them, in their order. */
export function completionItems(
  file: PlanFile,
  line: CursorLine,
  offers: readonly Offer[],
  client: ClientForm,
  style: () => FileStyle,
): CompletionList {
  const all = offers.flatMap(({ place, candidates }) => candidates.map((candidate) => ({ place, candidate })));
  const items = all
    .slice(0, mostItems)
    .map(({ place, candidate }, index) => itemOf(file, line, place, candidate, client, style, index));
  const isIncomplete = all.length > mostItems || all.some(({ candidate }) => candidate.passing === true);
  return { isIncomplete, items };
}

function itemOf(
  file: PlanFile,
  line: CursorLine,
  place: Offer['place'],
  candidate: Candidate,
  client: ClientForm,
  style: () => FileStyle,
  index: number,
): CompletionItem {
  const { label, kind, title, detail, documentation, words = [], span = place.span, entry } = candidate;
  const insert: Snippet = typeof candidate.insert === 'string' ? [candidate.insert] : candidate.insert;
  const isLong = insert.some((part) => typeof part === 'string' && part.includes('\n'));
  const indented = isLong && client.snippets && !client.keepsIndentation ? indentation(line, place) : 0;
  const { text, isSnippet } = renderSnippet([place.before ?? '', ...insert], {
    snippets: client.snippets,
    eol: isLong ? style().eol : '\n',
    indented,
  });
  return {
    label: place.before?.endsWith('- ') === true ? `- ${label}` : label,
    kind,
    ...(client.labelDetails && title !== undefined ? { labelDetails: { description: title } } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: markup(documentation, client) }),
    sortText: String(index).padStart(4, '0'),
    filterText: [label, ...words].filter((word) => word !== '').join(' '),
    textEdit: { range: file.document.source.rangeAt(span), newText: text },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(isLong && client.keepsIndentation ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(candidate.again === true && client.askAgain !== undefined ? { command: again(client.askAgain) } : {}),
    ...(entry === undefined ? {} : { data: { uri: file.uri, entry } satisfies CompletionData }),
  };
}

/** The blanks before what is inserted, on its line: a client that adjusts the indentation puts them before every line. */
function indentation({ text, start }: CursorLine, { span }: Offer['place']): number {
  return /^ */.exec(text.slice(0, span.start - start))?.[0].length ?? 0;
}

function markup(value: string, { markdown }: ClientForm): MarkupContent {
  return { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

function again(command: string): Command {
  return { title: 'Suggest', command };
}
