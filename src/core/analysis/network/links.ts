/**
 * The four ways in which one activity may wait for another one, as the precedence diagramming method has them (Fondahl,
 * "A Non-Computer Approach to the Critical Path Method for the Construction Industry", 1961; Moder, Phillips and Davis,
 * "Project Management with CPM, PERT and Precedence Diagramming", 1983). The first letter is the end of the predecessor
 * that is waited for, the second the end of the successor that waits: start or finish.
 */
export const linkType = { FS: 0, SS: 1, FF: 2, SF: 3 } as const;

/** "There is none": for a date that is not stated, and in results for what is not known. */
export const noInstant = Number.NEGATIVE_INFINITY;

/** A date that may be stated; whatever is no date counts as not stated. */
export function stated(dates: Float64Array | undefined, activity: number): number {
  const date = dates?.[activity] ?? noInstant;
  return Number.isFinite(date) ? date : noInstant;
}

/** Links between activities, one array a property; all arrays have the same length. */
export interface Links {
  /** The index of the predecessor. A link with an end that does not exist is left out of everything. */
  readonly from: Int32Array;
  /** The index of the successor. */
  readonly to: Int32Array;
  /** One of {@link linkType}. */
  readonly type: Uint8Array;
  /** How long after the predecessor's end the successor's end may be at the earliest; a lead where negative. */
  readonly lag: Int32Array;
}

/** Whether a link waits for the start of its predecessor, and not for the finish. */
export function leavesStart(type: number): boolean {
  return (type & 1) !== 0;
}

/** Whether it is the finish of the successor that waits, and not the start. */
export function entersFinish(type: number): boolean {
  return (type & 2) !== 0;
}

/** 1 for a link that waits for the start of its predecessor, else 0: to count with, where a branch would cost more. */
export function leavingStart(type: number): number {
  return type & 1;
}

/** 1 for a link that the finish of its successor waits for, else 0. */
export function enteringFinish(type: number): number {
  return (type >> 1) & 1;
}
