import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { PlanState } from './planState';
import { faultOf } from './rename/newName';
import { Refusal } from './rename/refusal';
import { renamableAt } from './rename/renamable';
import { renaming } from './rename/renaming';
import { workspaceEdit, type EditTarget } from './workspaceEdits';

export { Refusal } from './rename/refusal';

/** The name at an absolute offset that can be renamed, without its quotes and qualifier; or why there is none. */
export function prepareRename(
  state: PlanState,
  uri: string,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | Refusal {
  const renamable = renamableAt(state, uri, offset);
  if (renamable instanceof Refusal) return renamable;
  const range = state.plan.files.get(uri)?.document.source.rangeOf(renamable.at);
  return range ? { range, placeholder: renamable.name } : new Refusal('The text has changed. Try again.');
}

/**
 * Gives what is named at an absolute offset a new name, wherever the plan names it. After it every reference leads to
 * what it led to before.
 *
 * @returns why it cannot be done, where it cannot
 */
export function rename(
  state: PlanState,
  uri: string,
  offset: number,
  newName: string,
  target: EditTarget,
): WorkspaceEdit | Refusal {
  const renamable = renamableAt(state, uri, offset);
  if (renamable instanceof Refusal) return renamable;
  const fault = newName === renamable.name ? undefined : faultOf(state.plan, renamable, newName);
  if (fault !== undefined) return new Refusal(fault);
  const edit = renaming(state, renamable, newName);
  if (edit instanceof Refusal) return edit;
  return workspaceEdit(state.plan, edit, target) ?? new Refusal('The text has changed. Try again.');
}
