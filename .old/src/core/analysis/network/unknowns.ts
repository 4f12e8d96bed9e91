import { unknownReason } from './activityNetwork';

/** Why activities have no dates: a record that does not depend on the order in which the reasons are found. */
export class Unknowns {
  /** One of `unknownReason` for each activity. */
  readonly reason: Uint8Array;
  /** The link that the reason came by; −1 for none. */
  readonly by: Int32Array;

  constructor(count: number) {
    this.reason = new Uint8Array(count);
    this.by = new Int32Array(count).fill(-1);
  }

  /** Makes an activity unknown: of several reasons the smallest stays, and of several links. */
  lose(activity: number, reason: number, link: number): void {
    const before = this.reason[activity] ?? 0;
    const isFirst = before === unknownReason.known || reason < before;
    if (!isFirst && (reason > before || link >= (this.by[activity] ?? 0))) return;
    this.reason[activity] = reason;
    this.by[activity] = link;
  }

  /** Keeps the smallest link to an unknown activity for one that may not have to wait for it. */
  note(activity: number, link: number): void {
    if (this.reason[activity] !== unknownReason.known) return;
    const before = this.by[activity] ?? -1;
    if (before === -1 || link < before) this.by[activity] = link;
  }
}
