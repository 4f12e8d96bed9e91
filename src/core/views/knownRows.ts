import type { Instant } from '../analysis/calendar';
import { inheritedItems } from '../analysis/inheritance';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { unlinkedWork } from '../analysis/unlinked';
import type { Goal, Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import type { Filterable } from './entryFilter';
import { milestonePlaces } from './milestonePlaces';
import type { TimelineLink, TimelineRow } from './model';

/** The row of an item as it was made last, and what of it may be other words by now. */
export interface KnownRow {
  readonly row: TimelineRow;
  readonly filterable: Filterable;
  /** The title as it is written. */
  readonly title: string | undefined;
  /** When it is done with 80 % probability, as far as that was known. */
  readonly p80: Instant | undefined;
}

/**
 * What the timeline of a project follows from beside words, and what was made of it: it holds for as long as the facts
 * of the plan are the same, so that somebody who types a title has one row made anew, and not all of them.
 */
export class KnownRows {
  /** The goals that each item serves. */
  readonly goalsOf: ReadonlyMap<Item, readonly Goal[]>;
  /** The milestones that stand after an item and all that is under it; those of `undefined` stand last. */
  readonly milestones: ReadonlyMap<Item | undefined, readonly Milestone[]>;
  readonly isUnlinkedProject: boolean;
  /** The highest items that no goal asks for. */
  readonly unlinked: ReadonlySet<Item>;
  readonly ofItems = new Map<Item, KnownRow>();
  links: readonly TimelineLink[] | undefined;

  constructor(analysis: PlanAnalysis, file: ProjectFile) {
    this.goalsOf = new Map(inheritedItems(analysis.plan, file).map(({ item, line }) => [item, line?.goals ?? []]));
    this.milestones = milestonePlaces(analysis, file);
    const work = unlinkedWork(analysis.plan, file);
    this.isUnlinkedProject = work.kind === 'project';
    this.unlinked = new Set(work.kind === 'items' ? work.items : []);
  }
}

/** By what an analysis follows from, and by file. */
const known = new WeakMap<object, Map<ProjectFile, KnownRows>>();

/** What is known of the rows of a project. */
export function knownRows(analysis: PlanAnalysis, file: ProjectFile): KnownRows {
  const files = known.get(analysis.facts) ?? new Map<ProjectFile, KnownRows>();
  known.set(analysis.facts, files);
  const rows = files.get(file) ?? new KnownRows(analysis, file);
  files.set(file, rows);
  return rows;
}
