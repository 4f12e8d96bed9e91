/** What can be added to a plan, and the changes that do so, as plain data. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { EntryPath } from '../../plan/entryPath';

/** A change of the plan for the editor to make, and what to show then. Positions of the protocol. */
export interface PlannedChange {
  /** Files that are to be made, with their whole text. */
  readonly creates: readonly { readonly uri: string; readonly text: string }[];
  readonly edits: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
  /** What there is to fill in or to look at first: a range of the text as it is after the change. */
  readonly shows: { readonly uri: string; readonly range: Range };
}

/** Something that is to be added below a thing of the plan. */
export interface NewEntryRequest {
  readonly kind: 'goal' | 'feature' | 'item';
  readonly title: string;
  /** The product, goal, feature, project or item that it is for. */
  readonly parent: EntryPath;
  /** The project that takes an item of a feature. */
  readonly project?: string | undefined;
}

/** A project that may take an item of a feature. */
export interface ItemHome {
  readonly uri: string;
  readonly title: string;
}

/** What a new roadmap or project file is to say. */
export interface NewPlanFileRequest {
  readonly kind: 'roadmap' | 'project';
  /** URI of the folder, without a slash at its end. */
  readonly folder: string;
  /** The names of what is in the folder: nothing that is there is written over. */
  readonly names: readonly string[];
  /** Of the product or project. */
  readonly title: string;
  /** The product or project manager, as the plan refers to people; undefined for nobody yet. */
  readonly lead?: string | undefined;
  /** The goal that a project serves; undefined for none yet. */
  readonly goal?: ServedGoal | undefined;
}

/** A goal of the plan, by what is written for it or by its entry, or a new one by its title. */
export type ServedGoal = { readonly reference: string } | { readonly entry: EntryPath } | { readonly title: string };

/** What a plan has to choose from for a new file of it. */
export interface NewPlanFileChoices {
  /** Those whose role it usually is first. Empty where the plan lists nobody: then a person is any text. */
  readonly leads: readonly PersonChoice[];
  /** The open goals, those that sound most like the title first. */
  readonly goals: readonly GoalChoice[];
}

/** Somebody of a plan. */
export interface PersonChoice {
  /** As the plan refers to people. */
  readonly id: string;
  readonly name: string;
  /** The roles that this person is known by. */
  readonly detail: string;
}

/** A goal that a project may serve. */
export interface GoalChoice {
  /** What is written for it. */
  readonly reference: string;
  readonly title: string;
  /** Its product and its horizon. */
  readonly detail: string;
}
