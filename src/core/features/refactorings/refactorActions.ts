import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { PlanFile } from '../../plan/planFile';
import type { Span } from '../../text/span';
import type { CodeActionRequest } from '../codeActions';
import type { PlanState } from '../planState';
import { isWanted } from '../actionKinds';
import { workspaceEdit } from '../workspaceEdits';
import { addDependency } from './addDependency';
import { extractProject } from './extractProject';
import { fullForm } from './fullForm';
import { placeAt } from './placeAt';
import type { Offer, Refactoring, RefactoringClient } from './refactoring';
import { replaceDependency } from './replaceDependency';
import { setDone } from './setDone';
import { sortEntries } from './sortEntries';
import { startAfter } from './startAfter';
import { writeDates } from './writeDates';

/** In the order in which they are offered. */
const refactorings: readonly Refactoring[] = [
  setDone,
  addDependency,
  startAfter,
  replaceDependency,
  writeDates,
  fullForm,
  sortEntries,
  extractProject,
];

/** What finds the offer of a code action again: with its title, where and by which refactoring it was made. */
export interface RefactorData {
  readonly uri: string;
  readonly range: Range;
  readonly refactoring: string;
}

/** The refactorings that can be made of what a span (absolute offsets) selects. */
export function refactorActions(
  state: PlanState,
  file: PlanFile,
  span: Span,
  request: CodeActionRequest,
): readonly CodeAction[] {
  const wanted = refactorings.filter(({ kind }) => isWanted(kind, request.only));
  if (wanted.length === 0) return [];
  const place = placeAt(state, file, span, clientOf(request));
  const range = file.document.source.rangeAt(span);
  return wanted.flatMap((refactoring) =>
    refactoring
      .offers(place)
      .flatMap((offer) => actionOf(state, offer, { uri: file.uri, range, refactoring: refactoring.kind }, request)),
  );
}

/** The code action with its edit, which was left out when it was offered; as it is where it can no longer be made. */
export function resolvedRefactoring(
  state: PlanState,
  file: PlanFile,
  span: Span,
  action: CodeAction,
  request: CodeActionRequest,
): CodeAction {
  const { refactoring: wanted } = action.data as RefactorData;
  const refactoring = refactorings.find(({ kind }) => kind === wanted);
  // Whoever takes an offer waits for it.
  const place = placeAt(state, file, span, { ...clientOf({ ...request, only: [wanted] }), isAutomatic: false });
  const change = refactoring
    ?.offers(place)
    .find(({ title }) => title === action.title)
    ?.edit?.();
  const edit = change && workspaceEdit(state.plan, change, request);
  return edit ? { ...action, edit } : action;
}

function actionOf(
  { plan }: PlanState,
  { title, edit, command }: Offer,
  data: RefactorData,
  request: CodeActionRequest,
): readonly CodeAction[] {
  const action: CodeAction = { title, kind: data.refactoring };
  if (command) return [{ ...action, command }];
  if (request.resolvesEdits) return [{ ...action, data }];
  const change = edit?.();
  const changes = change && workspaceEdit(plan, change, request);
  return changes ? [{ ...action, edit: changes }] : [];
}

function clientOf({ only, createFiles, documentChanges, ...request }: CodeActionRequest): RefactoringClient {
  return {
    createsFiles: createFiles && documentChanges,
    runsCommands: request.runsCommands === true,
    isAutomatic: request.isAutomatic === true,
    isAskedFor: (kind) => only !== undefined && isWanted(kind, only),
  };
}
