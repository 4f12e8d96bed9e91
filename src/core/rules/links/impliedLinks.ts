import { shortestPath } from '../../analysis/network/rings';
import type { Wait, Waits, WorkEnd } from '../../analysis/waits';
import type { Item } from '../../plan/generated/entities';
import { membersIn } from './ringMembers';

/** A dependency that others imply, and the shortest chain of those: its first link leaves what states the dependency. */
export interface ImpliedLink {
  readonly link: Wait;
  readonly chain: readonly Wait[];
}

/**
 * The plain finish-to-start links between items that a longer chain of such links implies: what a transitive reduction
 * removes (Aho, Garey and Ullman, "The Transitive Reduction of a Directed Graph", SIAM Journal on Computing 1, 1972).
 * Nesting and sequences count in the chain, as an item waits for what its parent waits for. In a ring everything implies
 * everything, so that its members are left out; milestones are, because people name what they wait for on purpose.
 */
export function impliedLinks(waits: Waits): readonly ImpliedLink[] {
  const inRing = membersIn(waits);
  const ends = waits.ends.filter(({ work }) => work.kind === 'item' && !inRing.has(work));
  const within = new Set(ends);
  const plainOf = new Map(
    ends.map((end) => [end, waits.of(end).filter((wait) => within.has(wait.to) && isPlain(wait))]),
  );
  const plain = (end: WorkEnd): readonly Wait[] => plainOf.get(end) ?? [];
  const order = orderOf(ends, plain);
  return ends.flatMap((from) =>
    plain(from)
      .filter(({ reason }) => reason === 'dependency')
      .flatMap((link): readonly ImpliedLink[] => {
        const last = order.get(link.to) ?? 0;
        // Whatever lies between the two ends comes between them in the order, too.
        const others = (end: WorkEnd): readonly Wait[] =>
          plain(end).filter(({ to }) => (to === link.to ? end !== from : (order.get(to) ?? 0) > last));
        const chain = shortestPath(from, link.to, others, within);
        return chain ? [{ link, chain }] : [];
      }),
  );
}

/** A link that sets no more than an order: finish-to-start without a lag, by nesting or in a sequence. */
function isPlain({ reason, stated }: Wait): boolean {
  if (reason === 'milestone') return false;
  if (reason !== 'dependency' || !stated) return true;
  const links = (stated.by as Item).fields.depends_on?.value ?? [];
  return links.every(
    ({ value: { target, type, lag } }) =>
      target.text !== stated.text || (type === 'FS' && (lag === undefined || lag.amount === 0)),
  );
}

/** The place of each end in an order in which everything comes after what it waits for; there must be no ring. */
function orderOf(ends: readonly WorkEnd[], waitsOf: (end: WorkEnd) => readonly Wait[]): ReadonlyMap<WorkEnd, number> {
  const order = new Map<WorkEnd, number>();
  const seen = new Set<WorkEnd>();
  for (const root of ends) {
    const stack: { readonly end: WorkEnd; readonly left: Iterator<Wait> }[] = [];
    const enter = (end: WorkEnd): void => {
      if (seen.has(end)) return;
      seen.add(end);
      stack.push({ end, left: waitsOf(end)[Symbol.iterator]() });
    };
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.left.next();
      if (!next.done) enter(next.value.to);
      else {
        order.set(top.end, order.size);
        stack.pop();
      }
    }
  }
  return order;
}
