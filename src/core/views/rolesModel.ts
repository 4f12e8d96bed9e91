import type { EntryPath, Fact, ViewBase } from './model';

/** Who answers for what in one file: areas by people, and what the roles behind it are for. */
export interface RolesViewBase extends ViewBase {
  readonly view: 'roles';
  /** The vision of a product, the summary of a project. */
  readonly purpose?: string | undefined;
  /** At most five. */
  readonly facts: readonly Fact[];
  /** The columns: the owner or manager first, then everybody who is named for something. */
  readonly people: readonly MatrixPerson[];
  /** Areas by where they usually belong. */
  readonly groups: readonly AreaGroup[];
  readonly roles: readonly RoleCard[];
}

export interface RoadmapRolesView extends RolesViewBase {
  readonly file: 'roadmap';
}

export interface ProjectRolesView extends RolesViewBase {
  readonly file: 'project';
}

export type RolesView = RoadmapRolesView | ProjectRolesView;

export interface MatrixPerson {
  /** Unique among the people. */
  readonly id: string;
  /** Where the person is defined; left out for a name that is defined nowhere. */
  readonly entry?: EntryPath | undefined;
  readonly name: string;
  /** `'AN'`: what stands for the name where there is no room. */
  readonly initials: string;
  /** `'Product manager'`, or a job title as written. */
  readonly role?: string | undefined;
}

export interface AreaGroup {
  /** `'Product'`, `'Project'`, `'People and operations'`, `'Others'` */
  readonly title: string;
  /** At least one. */
  readonly rows: readonly AreaRow[];
}

export interface AreaRow {
  /** The id of the area; unique in the view. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what belongs to the area. */
  readonly what?: string | undefined;
  /** The assignment, where the file has one; else what it follows from: the owner or manager, or the whole file. */
  readonly entry: EntryPath;
  /** Whether `entry` is the area's own assignment. */
  readonly isAssigned: boolean;
  /** As many as there are people, in their order. */
  readonly cells: readonly MatrixCell[];
  readonly findings: readonly AreaFinding[];
}

export type Responsibility = 'accountable' | 'responsible' | 'consulted' | 'informed';

export interface MatrixCell {
  /** Empty for a person who has nothing to do with the area. */
  readonly letters: readonly Responsibility[];
  /** It is written nowhere: the area falls to the person by their role. */
  readonly inherited?: boolean | undefined;
  /** Others are accountable as well. */
  readonly conflict?: boolean | undefined;
}

/**
 * - `conflict`: several people answer for it.
 * - `gap`: nobody does.
 * - `overlap`: somebody does whose role usually does not: a question, and no mistake.
 * - `note`: the plan says why it lies where it does.
 */
export interface AreaFinding {
  readonly kind: 'conflict' | 'gap' | 'overlap' | 'note';
  /** `'2 accountable'`, `'Nobody accountable'`, `'Product manager holds it'` */
  readonly text: string;
  /** What more there is to say: `'Usually the project manager'`. */
  readonly detail?: string | undefined;
}

export interface RoleCard {
  /** The id of the role; unique in the view. */
  readonly id: string;
  readonly title: string;
  /** Where the first of its people is defined. */
  readonly entry?: EntryPath | undefined;
  /** Names; empty where nobody in this file has the role that its owner or manager usually has. */
  readonly people: readonly string[];
  /** The question that the role answers. */
  readonly question?: string | undefined;
  /** `'13 areas by default, 2 held by others'` */
  readonly summary?: string | undefined;
  /** How it is told apart from another role that is shown, in a few words. */
  readonly apart?: string | undefined;
}
