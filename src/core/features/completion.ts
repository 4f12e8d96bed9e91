import { MarkupKind, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import { fileStyle, type FileStyle } from '../edit/fileStyle';
import type { SyntaxDocument } from '../syntax/document';
import { entityCard } from './cards/entityCard';
import type { Candidate, PlaceContext } from './completion/candidate';
import { cursorLine, isInComment, type CursorLine } from './completion/cursorLine';
import { directivePlace } from './completion/directives';
import { completionItems, isCompletionData, type ClientForm } from './completion/items';
import { keyCandidates } from './completion/keys';
import type { CompletionPlace } from './completion/place';
import { placesAt } from './completion/placesAt';
import { valueCandidates } from './completion/values';
import type { PlanState } from './planState';

/** What a client asks for, and what it can take. */
export interface CompletionRequest extends ClientForm {
  /** The character that was typed and asks by itself; undefined where somebody asks, or types a word. */
  readonly trigger?: string | undefined;
}

/**
 * What may be written at an absolute offset: keys and values of the format, names of the plan, whole entries and whole
 * files, the likeliest first. Nothing in a comment, but for the rules that one silences, and nothing in free text.
 */
export function completion(
  state: PlanState,
  uri: string,
  offset: number,
  request: CompletionRequest,
): CompletionList | undefined {
  const file = state.plan.files.get(uri);
  const line = file && cursorLine(file.document, offset);
  if (!file || !line || !isAsked(line, request.trigger)) return undefined;
  const style = lazyStyle(file.document);
  if (isInComment(file.document, line)) {
    const directive = directivePlace(line);
    return (
      directive && completionItems(file, line, [{ place: directive, candidates: directive.candidates }], request, style)
    );
  }
  const offers = placesAt(file, line, style)
    .filter((place) => !isAfterValue(place))
    .map((place) => ({ place, candidates: candidatesAt({ state, file, place, style: style() }) }));
  return completionItems(file, line, offers, request, style);
}

/** The file in which an item of {@link completion} was offered, where there is more to tell of it. */
export function itemUri({ data }: CompletionItem): string | undefined {
  return isCompletionData(data) ? data.uri : undefined;
}

/** An item of {@link completion} with the card of what it stands for; the item itself where it stands for nothing. */
export function completedItem(
  { plan, today, analysis }: PlanState,
  item: CompletionItem,
  markdown: boolean,
): CompletionItem {
  const data: unknown = item.data;
  if (!isCompletionData(data)) return item;
  const file = plan.files.get(data.uri);
  const path = data.entry.path.join('\0');
  const entity = plan.files.get(data.entry.uri)?.definitions.find((each) => each.path.join('\0') === path);
  if (!file || !entity) return item;
  const value = entityCard({ plan, file, today, analysis }, entity);
  return { ...item, documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
}

function candidatesAt(context: PlaceContext): readonly Candidate[] {
  return context.place.kind === 'key' ? keyCandidates(context) : valueCandidates(context);
}

/** A blank asks only behind what a value follows: people type blanks to indent, and in texts. */
function isAsked({ text, column }: CursorLine, trigger: string | undefined): boolean {
  return trigger !== ' ' || /\S $/.test(text.slice(0, column));
}

/** Whether a blank stands behind a word: only forms with several parts go on then. */
function isAfterValue({ kind, typed, schema }: CompletionPlace): boolean {
  return kind === 'value' && /\S\s+$/.test(typed) && !severalParts.has(schema.scalar ?? '');
}

const severalParts: ReadonlySet<string> = new Set(['dependency', 'money', 'quantity', 'impact']);

function lazyStyle(document: SyntaxDocument): () => FileStyle {
  let style: FileStyle | undefined;
  return () => (style ??= fileStyle(document));
}
