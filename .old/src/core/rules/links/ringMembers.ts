import { Waits, type Waiting } from '../../analysis/waits';
import type { Plan } from '../../plan/plan';
import { stronglyConnected } from './rings';

/** The work of a plan that waits for itself, by whichever way. It is looked for when it is first asked about. */
export class RingMembers {
  #members: ReadonlySet<Waiting> | undefined;

  constructor(private readonly plan: Plan) {}

  has(work: Waiting): boolean {
    return (this.#members ??= membersIn(new Waits(this.plan))).has(work);
  }
}

/** The work that has an end in a ring. */
export function membersIn(waits: Waits): ReadonlySet<Waiting> {
  const sets = stronglyConnected(waits.ends, (end) => waits.of(end));
  return new Set(sets.flatMap((set) => [...set].map(({ work }) => work)));
}
