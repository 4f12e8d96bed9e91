import assert from 'node:assert/strict';
import type { CompletionList, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import type { LensTarget } from '../../../src/core/features/codeLens/codeLenses';
import { resolvedLens } from '../../../src/core/features/codeLens/resolvedLens';
import { fixAllKind } from '../../../src/core/features/actionKinds';
import { onTypeTriggers } from '../../../src/core/features/triggers';
import type { PlanService } from '../../../src/core/service';
import type { SourceText } from '../../../src/core/text/sourceText';

/** Where something is asked: a place of a file. */
export interface Asked {
  readonly service: PlanService;
  readonly uri: string;
  readonly source: SourceText;
  readonly offset: number;
  readonly position: Position;
}

interface Feature {
  readonly ask: (asked: Asked) => unknown;
  /** What has to be so of an answer, beside that all of its ranges are inside their documents. */
  readonly check?: (answer: never, asked: Asked) => void;
}

/** A feature whose answer is looked at. */
function feature<Answer>(
  ask: (asked: Asked) => Answer,
  check: (answer: NonNullable<Answer>, asked: Asked) => void,
): Feature {
  return { ask, check };
}

const completionForm = { snippets: true, keepsIndentation: true, labelDetails: true, markdown: true };
const allLenses = { goals: true, releases: true, projects: true, people: true };
const allHints = { dates: true, titles: true, forecast: true };
const client = { diagnostics: [], version: () => 1, documentChanges: true, createFiles: true };

/** What can be asked at a place, by its name in the service. */
const placeFeatures: Readonly<Record<string, Feature>> = {
  hover: feature(({ service, uri, position }) => service.hover(uri, position), checkHover),
  entryAt: feature(({ service, uri, position }) => service.entryAt(uri, position), checkEntry),
  selectionRanges: { ask: ({ service, uri, position }) => service.selectionRanges(uri, [position]) },
  completion: feature(
    ({ service, uri, position }) => service.completion(uri, position, completionForm),
    checkCompletions,
  ),
  definition: { ask: ({ service, uri, position }) => service.definition(uri, position) },
  references: { ask: ({ service, uri, position }) => service.references(uri, position, true) },
  documentHighlights: { ask: ({ service, uri, position }) => service.documentHighlights(uri, position) },
  implementation: { ask: ({ service, uri, position }) => service.implementation(uri, position) },
  prepareRename: { ask: ({ service, uri, position }) => service.prepareRename(uri, position) },
  prepareCallHierarchy: { ask: ({ service, uri, position }) => service.prepareCallHierarchy(uri, position) },
  onTypeFormatting: feature(
    ({ service, uri, position }) => onTypeTriggers.map((typed) => service.onTypeFormatting(uri, position, typed) ?? []),
    (answers, asked) => answers.forEach((edits) => checkLayoutEdits(edits, asked)),
  ),
};

/** What can be asked of a file once for each of its versions. */
const fileFeatures: Readonly<Record<string, Feature>> = {
  codeActions: feature(
    ({ service, uri, position }) => service.codeActions(uri, { start: position, end: position }, client),
    checkActions,
  ),
  diagnostics: { ask: ({ service, uri }) => service.diagnostics(uri, { rulePages: 'pages:/rules' }) },
  firstDiagnostics: { ask: ({ service, uri }) => service.diagnostics(uri, { part: 'first' }) },
  diagnosticsSoFar: { ask: ({ service, uri }) => service.diagnosticsSoFar(uri, {}) ?? [] },
  documentLinks: { ask: ({ service, uri }) => service.documentLinks(uri, { rulePages: 'pages:/rules' }) },
  foldingRanges: feature(({ service, uri }) => service.foldingRanges(uri, { lineFoldingOnly: true }), checkFolds),
  semanticTokens: feature(({ service, uri }) => service.semanticTokens(uri), checkTokens),
  documentSymbols: { ask: ({ service, uri }) => service.documentSymbols(uri) },
  symbolInformation: { ask: ({ service, uri }) => service.symbolInformation(uri) },
  workspaceSymbols: { ask: ({ service }) => service.workspaceSymbols('a') },
  codeLenses: feature(({ service, uri }) => service.codeLenses(uri, allLenses), checkLenses),
  inlayHints: feature(({ service, uri, source }) => service.inlayHints(uri, wholeOf(source), allHints), checkHints),
  planTree: { ask: ({ service }) => service.planTree({}, [null]) },
  planTreeWay: { ask: ({ service, uri, position }) => service.planTreeWay({}, uri, position) },
  planSummary: { ask: ({ service, uri }) => service.planSummary(uri, () => true) },
  entryCard: { ask: ({ service, uri }) => service.entryCard({ uri, path: [] }) },
  view: { ask: ({ service, uri }) => service.view(uri) },
};

/** What takes its time: asked now and then. */
const slowFeatures: Readonly<Record<string, Feature>> = {
  codeActions: feature(({ service, uri, source }) => service.codeActions(uri, wholeOf(source), client), checkActions),
  fixAll: feature(
    ({ service, uri, source }) => service.codeActions(uri, wholeOf(source), { ...client, only: [fixAllKind] }),
    checkActions,
  ),
};

/** Asked by the check of another feature. */
const askedOnTheWay = ['locateEntry'];

/** Asked at many places by tests of their own, because they take long, wait, or are about what a reader has chosen. */
const askedElsewhere = [
  ...[
    'rename',
    'incomingCalls',
    'outgoingCalls',
    'resolveCodeLens',
    'prepareCodeLens',
    'prepareInlayHints',
    'completedItem',
  ],
  ...[
    'people',
    'newEntry',
    'itemHomes',
    'dependencyCandidates',
    'addDependency',
    'resolveCodeAction',
    'newPlanFile',
    'newPlanFileChoices',
  ],
  ...[
    'exportText',
    'prepareView',
    'prepareChanges',
    'prepareDiagnostics',
    'prepareFirstDiagnostics',
    'prepareSchedule',
    'earlierPlan',
    'move',
    'linkChoices',
    'starter',
  ],
];

/** What the service has beside its answers: how it is told of files, and what it is made from. */
const notAnswers = [
  ...['load', 'setFolders', 'setSettings', 'didChangeDay', 'didOpen', 'didChange', 'didClose', 'didChangeFiles'],
  'didChangeHistory',
  ...['onDidChange', 'complete', 'uris', 'version', 'state', 'states', 'file'],
];

/** The answers of the service that none of the features above asks for. */
export function neverAsked(service: PlanService): readonly string[] {
  const asked = new Set([
    ...Object.keys(placeFeatures),
    ...Object.keys(fileFeatures),
    ...askedOnTheWay,
    ...askedElsewhere,
    ...notAnswers,
  ]);
  return Object.keys(service).filter((name) => !asked.has(name));
}

/** Asks everything that can be asked at an absolute offset; fails where an answer cannot be true. */
export function checkOffset(service: PlanService, uri: string, offset: number): void {
  checkAll(placeFeatures, service, uri, offset);
}

/** Asks everything that can be asked of a file whose cursor is at an offset; fails where an answer cannot be true. */
export function checkFile(service: PlanService, uri: string, offset = 0): void {
  checkAll(fileFeatures, service, uri, offset);
}

/** Asks what can be asked of a file, and takes its time. */
export function checkSlowly(service: PlanService, uri: string): void {
  checkAll(slowFeatures, service, uri, 0);
}

function checkAll(features: typeof placeFeatures, service: PlanService, uri: string, offset: number): void {
  const source = sourceOf(service, uri);
  const position = source.positionAt(offset);
  // A byte order mark has no position of its own: the first is behind it.
  const asked = { service, uri, source, offset: source.offsetAt(position), position };
  for (const [name, { ask, check }] of Object.entries(features)) {
    try {
      const answer = ask(asked);
      checkRanges(answer, uri, service);
      if (answer !== undefined) check?.(answer as never, asked);
    } catch (error) {
      const text = source.toString();
      const around = `${text.slice(Math.max(0, offset - 200), offset)}<CURSOR>${text.slice(offset, offset + 100)}`;
      throw new Error(`${name} at ${String(offset)} of ${uri}:\n${around}`, { cause: error });
    }
  }
}

function sourceOf(service: PlanService, uri: string): SourceText {
  const source = service.file(uri)?.document.source;
  assert.ok(source, uri);
  return source;
}

function wholeOf(source: SourceText): Range {
  return source.rangeAt({ start: 0, end: source.length });
}

/** Fails for a range that is not of the text: one that reading it as offsets and back does not give again. */
export function assertInside(source: SourceText, range: Range): { start: number; end: number } {
  const span = { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  const again = source.rangeAt(span);
  const isInside = isSame(again.start, range.start) && isSame(again.end, range.end);
  if (!isInside || span.start > span.end) assert.fail(`${JSON.stringify(range)} is no range of the document`);
  return span;
}

function isSame(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}

/**
 * Looks at every range and position within an answer, whatever its form: those below a URI are of that file, others of
 * the file that was asked about. What is of a file that is yet to be made is left out.
 */
function checkRanges(answer: unknown, uri: string, service: PlanService): void {
  if (typeof answer !== 'object' || answer === null) return;
  if (Array.isArray(answer)) {
    for (const each of answer) checkRanges(each, uri, service);
    return;
  }
  const record = answer as Readonly<Record<string, unknown>>;
  const source = service.file(uri)?.document.source;
  if (isPosition(record['start']) && isPosition(record['end'])) {
    if (source) assertInside(source, { start: record['start'], end: record['end'] });
    return;
  }
  if (isPosition(record) && source) assertInside(source, { start: record, end: record });
  for (const [key, value] of Object.entries(record)) checkRanges(value, uriFor(key, record) ?? uri, service);
}

/** The file that a property of an answer is about, where the answer names one. */
function uriFor(key: string, record: Readonly<Record<string, unknown>>): string | undefined {
  const document = record['textDocument'] as { readonly uri?: unknown } | undefined;
  const named = key.startsWith('target') ? record['targetUri'] : (record['uri'] ?? document?.uri);
  if (typeof named === 'string') return named;
  return /^[a-z]+:\//.test(key) ? key : undefined;
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

function checkHover(found: NonNullable<ReturnType<PlanService['hover']>>, { source, offset }: Asked): void {
  assert.ok(found.range);
  const span = assertInside(source, found.range);
  // A byte order mark has no column of its own.
  assert.ok(span.start <= Math.max(offset, 1) && offset <= span.end, 'the hover is on the word at the offset');
  assert.ok(typeof found.contents === 'object' && 'value' in found.contents);
  assert.ok(found.contents.value.trim() !== '');
  assert.doesNotMatch(found.contents.value, /undefined|\[object|NaN/);
}

function checkEntry(entry: NonNullable<ReturnType<PlanService['entryAt']>>, { service, source }: Asked): void {
  const place = service.locateEntry(entry);
  assert.ok(place, `the entry ${entry.path.join('/')} is found again`);
  const range = assertInside(source, place.range);
  const selection = assertInside(source, place.selection);
  assert.ok(range.start <= selection.start && selection.end <= range.end);
}

/** The edits as they change the text, which they have to do without overlapping. */
function edited(source: SourceText, edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({ span: assertInside(source, range), newText }));
  const after = applyEdits(source.toString(), spans);
  assert.ok(after !== undefined, 'edits do not overlap');
  return after;
}

function checkLayoutEdits(edits: readonly TextEdit[], { source }: Asked): void {
  if (edits.length === 0) return;
  const content = (text: string): string => text.replace(/[\s-]/g, '');
  assert.equal(content(edited(source, edits)), content(source.toString()), 'only blanks and dashes change');
}

function checkActions(actions: ReturnType<PlanService['codeActions']>, { service }: Asked): void {
  for (const { title, edit } of actions) if (edit) checkEdit(title, edit, service);
}

function checkEdit(title: string, { documentChanges = [] }: WorkspaceEdit, service: PlanService): void {
  for (const change of documentChanges) {
    if (!('edits' in change)) continue;
    const source = service.file(change.textDocument.uri)?.document.source;
    const edits = change.edits.filter((each): each is TextEdit => 'newText' in each);
    assert.equal(edits.length, change.edits.length, title);
    if (source) edited(source, edits);
  }
}

function checkFolds(folds: NonNullable<ReturnType<PlanService['foldingRanges']>>, { source }: Asked): void {
  let last = -1;
  for (const { startLine, endLine } of folds) {
    assert.ok(startLine > last && endLine > startLine && endLine < source.lineCount, 'folds are in the file, in order');
    last = startLine;
  }
}

function checkCompletions({ items }: CompletionList, { source, offset }: Asked): void {
  for (const { label, textEdit } of items) {
    assertReadable(label);
    assert.ok(textEdit && 'range' in textEdit, label);
    const span = assertInside(source, textEdit.range);
    assert.ok(span.start <= offset && offset <= span.end, `${label} stands at the cursor`);
  }
}

function checkLenses(lenses: ReturnType<PlanService['codeLenses']>, { service, uri }: Asked): void {
  const state = service.state(uri);
  assert.ok(state);
  for (const { data } of lenses) {
    const lens = resolvedLens(state, data as LensTarget, () => undefined);
    assertReadable(lens?.title);
    if (lens?.opens?.kind === 'peek') checkRanges(lens.opens.locations, uri, service);
  }
}

function checkHints(hints: ReturnType<PlanService['inlayHints']>, { source }: Asked): void {
  let last = -1;
  for (const { position, label, tooltip } of hints) {
    const at = source.offsetAt(position);
    assert.ok(at > last, 'hints follow one another');
    last = at;
    assertReadable(typeof label === 'string' ? label : label.map(({ value }) => value).join(''));
    if (typeof tooltip === 'object') assert.doesNotMatch(tooltip.value, /undefined|\[object|NaN/);
  }
}

function assertReadable(text: string | undefined): void {
  assert.ok(text !== undefined && text.trim() !== '');
  assert.doesNotMatch(text, /undefined|\[object|NaN|Infinity|\n/);
}

function checkTokens({ data }: NonNullable<ReturnType<PlanService['semanticTokens']>>, { source }: Asked): void {
  let line = 0;
  let column = 0;
  let end = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lineStep = 0, columnStep = 0, length = 0] = data.slice(at, at + 3);
    column = lineStep > 0 ? columnStep : column + columnStep;
    line += lineStep;
    const position = { line, character: column };
    const span = assertInside(source, { start: position, end: { line, character: column + length } });
    assert.ok(span.start >= end && span.end > span.start, 'tokens follow one another');
    end = span.end;
  }
}
