import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { codeActions, type CodeActionRequest } from '../../features/codeActions';
import { linkChoices } from '../../features/linkChoices';
import { dependencyEdit } from '../../features/refactorings/addDependency';
import { dependencyCandidates, type DependencyCandidates } from '../../features/refactorings/dependencyCandidates';
import { resolvedRefactoring, type RefactorData } from '../../features/refactorings/refactorActions';
import type { Move } from '../../features/moves/model';
import { plannedMove } from '../../features/moves/plannedMove';
import { workspaceEdit, type EditTarget } from '../../features/workspaceEdits';
import type { EntryPath } from '../../plan/entryPath';
import { spanIn, type Asked } from './asked';

type Unversioned<T extends EditTarget> = Omit<T, 'version'>;

/**
 * Answers on what can be done at a place of a file.
 *
 * @param version the version that the client gave an open document
 */
export function actionAnswers(asked: Asked, version: (uri: string) => number | undefined) {
  return {
    codeActions(uri: string, range: Range, request: Unversioned<CodeActionRequest>): readonly CodeAction[] {
      return (
        asked(uri, (state, source) => codeActions(state, uri, spanIn(source, range), { ...request, version })) ?? []
      );
    },

    /** A code action with the edit that was left out when it was offered. */
    resolveCodeAction(action: CodeAction, request: Unversioned<CodeActionRequest>): CodeAction {
      const data = action.data as RefactorData | undefined;
      const resolved =
        data &&
        asked(data.uri, (state, source) => {
          const file = state.plan.files.get(data.uri);
          return file && resolvedRefactoring(state, file, spanIn(source, data.range), action, { ...request, version });
        });
      return resolved ?? action;
    },

    /** What the entry at a path may wait for; undefined where nothing there can wait for anything. */
    dependencyCandidates({ uri, path }: EntryPath, query?: string): DependencyCandidates | undefined {
      return asked(uri, (state) => dependencyCandidates(state, uri, path, query));
    },

    /** The edit that has the entry at a path wait for one of its candidates; undefined where it may not. */
    addDependency(
      { uri, path }: EntryPath,
      reference: string,
      target: Unversioned<EditTarget>,
    ): WorkspaceEdit | undefined {
      return asked(uri, (state) => {
        const edit = dependencyEdit(state, uri, path, reference);
        return edit && workspaceEdit(state.plan, edit, { ...target, version });
      });
    },

    /** What links an entry to a goal, or gives a goal work; empty where nothing does. */
    linkChoices({ uri, path }: EntryPath, target: Unversioned<EditTarget>): readonly LinkChoice[] {
      const choices = asked(uri, (state) =>
        linkChoices(state, { uri, path }).flatMap(({ title, edit }) => {
          const changes = workspaceEdit(state.plan, edit, { ...target, version });
          return changes ? [{ title, edit: changes }] : [];
        }),
      );
      return choices ?? [];
    },

    /** The edit that moves an entry, or why it is not moved; undefined for what is in no plan. */
    move({ uri, path }: EntryPath, move: Move, target: Unversioned<EditTarget>): MoveAnswer | undefined {
      return asked(uri, (state) => {
        const planned = plannedMove(state, { uri, path }, move);
        if ('refused' in planned) return planned;
        const edit = workspaceEdit(state.plan, planned.edit, { ...target, version });
        return edit && { edit };
      });
    },
  };
}

/** One of several ways to link something, as the client makes it. */
interface LinkChoice {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

/** A move as the client makes it, or a text that says why not. */
type MoveAnswer = { readonly edit: WorkspaceEdit } | { readonly refused: string };
