/**
 * What a role is, whether it comes from the built-in catalogue or from a plan's own `roles` map.
 * Hovers, the responsibility matrix and the rules all read this one shape.
 */
export interface Role {
  /** Canonical id, kebab-case for built-in roles and as written for custom ones. */
  readonly id: string;
  readonly title: string;
  /** The question that the role answers, as a sentence. */
  readonly answers?: string;
  /** What the role looks after, and for how long. */
  readonly span?: string;
  /** The outcome that the role works towards. */
  readonly aim?: string;
  readonly summary?: string;
  /** Where the title is used for something else as well. */
  readonly synonyms?: string;
  /** Ids of the responsibility areas that the role holds by default, what is inherited first. */
  readonly holds: readonly string[];
  /** What the role is usually measured by, one phrase each. */
  readonly measures: readonly string[];
  /** Ids of the roles that it builds on, nearest first; without the role itself. */
  readonly basedOn: readonly string[];
  /** True where a plan defines or changes the role: its texts are then somebody's input. */
  readonly custom: boolean;
}

/** A role of the catalogue as it is written down, before `extends` is resolved. */
export interface CatalogueRole {
  readonly id: string;
  readonly title: string;
  readonly answers: string;
  readonly span: string;
  readonly aim: string;
  readonly summary: string;
  readonly synonyms?: string;
  readonly extends?: string;
  /** Areas that the role holds besides those of the role that it extends. */
  readonly holds: readonly string[];
  readonly measures: readonly string[];
}

/** A role as a plan's `roles` map gives it. */
export interface CustomRole {
  readonly id: string;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly answers?: string | undefined;
  readonly extends?: string | undefined;
  /**
   * `area`, `+area` or `-area`. A list of bare areas is all that the role holds; as soon as one entry
   * has a sign, the list changes what is inherited (and a bare one counts as `+`). An empty list says nothing.
   */
  readonly responsibilities?: readonly string[] | undefined;
  readonly measures?: readonly string[] | undefined;
}

/** A responsibility area: something that one person should be accountable for. */
export interface Area {
  readonly id: string;
  readonly title: string;
  /** One sentence: what belongs to the area. */
  readonly what: string;
  /** One sentence: why it usually sits where it sits. */
  readonly why: string;
}

/** An area as it is written down. */
export type AreaEntry = readonly [id: string, title: string, what: string, why: string];
