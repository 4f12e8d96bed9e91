import type { Goal } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';

/**
 * Which goals are parts of which, by `parent`. A dropped goal is a part of nothing any more. Goals that are each other's
 * parents are parts of each other; every walk passes each goal once.
 */
export class GoalTree {
  readonly #parents = new Map<Goal, Goal>();
  readonly #parts = new Map<Goal, Goal[]>();

  constructor(plan: Plan) {
    for (const goal of plan.all('goal')) {
      const { parent: reference, status } = goal.fields;
      const file = plan.fileOf(goal);
      const parent = reference && file && plan.target(reference.value, file);
      if (!parent || status?.value === 'dropped') continue;
      this.#parents.set(goal, parent);
      const parts = this.#parts.get(parent);
      if (parts) parts.push(goal);
      else this.#parts.set(parent, [goal]);
    }
  }

  /** The goals that name this one as their parent, in the order of the plan. */
  parts(goal: Goal): readonly Goal[] {
    return this.#parts.get(goal) ?? [];
  }

  /** Some goals and all that they are parts of, directly or by way of others. */
  upwards(goals: Iterable<Goal>): ReadonlySet<Goal> {
    const found = new Set<Goal>();
    for (const goal of goals)
      for (let at: Goal | undefined = goal; at && !found.has(at); at = this.#parents.get(at)) found.add(at);
    return found;
  }

  /** A goal and all its parts, theirs included: every goal before its parts, and parts in the order of the plan. */
  withParts(goal: Goal): ReadonlySet<Goal> {
    return this.#walk(goal).entered;
  }

  /** The same with every goal after its parts. */
  partsFirst(goal: Goal): ReadonlySet<Goal> {
    return this.#walk(goal).left;
  }

  #walk(goal: Goal): { readonly entered: ReadonlySet<Goal>; readonly left: ReadonlySet<Goal> } {
    const entered = new Set([goal]);
    const left = new Set<Goal>();
    const path = [{ goal, next: 0 }];
    // A stack of its own: a chain of goals may be longer than the call stack.
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const part = this.parts(step.goal)[step.next++];
      if (part === undefined) {
        left.add(step.goal);
        path.pop();
      } else if (!entered.has(part)) {
        entered.add(part);
        path.push({ goal: part, next: 0 });
      }
    }
    return { entered, left };
  }
}
