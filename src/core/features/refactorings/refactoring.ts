import type { Command } from 'vscode-languageserver-types';
import type { Editor, PlanEdit } from '../../edit/editor';
import type { PlanFile } from '../../plan/planFile';
import type { Span } from '../../text/span';
import type { Step } from '../cursor';
import type { PlanState } from '../planState';

/** The kinds of all refactorings, as the server announces them. */
export const refactoringKinds = [
  'refactor.rewrite.throughline.done',
  'refactor.rewrite.throughline.addDependency',
  'refactor.rewrite.throughline.startAfter',
  'refactor.rewrite.throughline.replaceDependency',
  'refactor.rewrite.throughline.writeDates',
  'refactor.rewrite.throughline.fullForm',
  'refactor.rewrite.throughline.sort',
  'refactor.extract.throughline.project',
] as const;
type RefactoringKind = (typeof refactoringKinds)[number];

/** Where something may be refactored, and what is known there. */
export interface RefactoringPlace {
  readonly state: PlanState;
  readonly file: PlanFile;
  /** What is selected, without blanks at its ends, in absolute offsets; of no length where only the cursor stands there. */
  readonly selection: Span;
  /** From the root to the innermost pair or list entry that holds all of the selection. */
  readonly steps: readonly Step[];
  readonly edit: Editor;
  readonly client: RefactoringClient;
}

/** What the client can do, and how it asks. */
export interface RefactoringClient {
  /** Whether it can make files. */
  readonly createsFiles: boolean;
  /** Whether it runs the commands of Throughline. */
  readonly runsCommands: boolean;
  /** Whether it asks by itself, as at each move of the cursor; else somebody waits for the answer. */
  readonly isAutomatic: boolean;
  /** Whether it asks for refactorings of this kind and not for whatever there is. */
  isAskedFor(kind: string): boolean;
}

/** Something that can be done at a place. */
export interface Offer {
  /** In the imperative, naming the thing by its title. */
  readonly title: string;
  /**
   * Makes the change. What is costly is left to it, as an editor may ask for it only when somebody takes the offer;
   * whatever says whether it can be made is checked before it is offered.
   */
  readonly edit?: () => PlanEdit | undefined;
  /** For what the client has to ask somebody first. */
  readonly command?: Command;
}

/** One way of putting a part of a plan into another form. */
export interface Refactoring {
  /** The kind of its code actions; each refactoring has its own. */
  readonly kind: RefactoringKind;
  /** What it can do at a place. Cheap where that is nothing: an editor asks at each move of the cursor. */
  offers(place: RefactoringPlace): readonly Offer[];
}
