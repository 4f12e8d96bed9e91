import { nextInSequence, parentItem, previousInSequence } from '../../analysis/lineage';
import type { AnyEntity } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { targetsOf } from '../../plan/referenceSites';
import type { Place } from '../../text/sourceText';
import { declaredName, nameParts } from '../names/nameParts';
import { referrersOf } from '../referrers';

/** Two things of which one waits for the other one. */
export interface WaitingLink {
  readonly other: AnyEntity;
  /** Where it is said, in the file of the one that waits; where that is said elsewhere, the id of the one that waits. */
  readonly at: Place;
}

/** The kinds that wait for each other. */
export function canWait({ kind }: AnyEntity): boolean {
  return kind === 'item' || kind === 'milestone' || kind === 'feature';
}

/**
 * What a piece of work waits for: what its `depends_on` names, the items that name a milestone as theirs, and the child
 * before it in a sequential parent.
 */
export function waitedFor(plan: Plan, file: PlanFile, work: AnyEntity): readonly WaitingLink[] {
  const stated = file.references.flatMap((site): readonly WaitingLink[] => {
    if (site.by !== work || site.property !== 'depends_on') return [];
    const [other, ...more] = targetsOf(plan, site.reference, file);
    return other && more.length === 0 ? [{ other, at: nameParts(site).id }] : [];
  });
  const feeding = referrersOf(plan, work).flatMap(({ site }): readonly WaitingLink[] =>
    site.property === 'milestone' ? [{ other: site.by, at: feedingPlace(work, site) }] : [],
  );
  const before = work.kind === 'item' ? previousInSequence(work as Item) : undefined;
  return [...stated, ...feeding, ...(before ? [{ other: before, at: sequencePlace(work as Item) }] : [])];
}

/** What waits for a piece of work, in the same three ways. */
export function waitingFor(plan: Plan, file: PlanFile, work: AnyEntity): readonly WaitingLink[] {
  const stated = referrersOf(plan, work).flatMap(({ site }): readonly WaitingLink[] =>
    site.property === 'depends_on' && canWait(site.by) ? [{ other: site.by, at: nameParts(site).id }] : [],
  );
  const fed = file.references.flatMap((site): readonly WaitingLink[] => {
    if (site.by !== work || site.property !== 'milestone') return [];
    const [milestone, ...more] = targetsOf(plan, site.reference, file);
    return milestone && more.length === 0 ? [{ other: milestone, at: feedingPlace(milestone, site) }] : [];
  });
  const after = work.kind === 'item' ? nextInSequence(work as Item) : undefined;
  return [...stated, ...fed, ...(after ? [{ other: after, at: sequencePlace(after) }] : [])];
}

type Site = PlanFile['references'][number];

/** An item says which milestone waits for it, perhaps one of another file. */
function feedingPlace(milestone: AnyEntity, site: Site): Place {
  return site.by.uri === milestone.uri ? nameParts(site).id : declaredName(milestone);
}

function sequencePlace(item: Item): Place {
  return parentItem(item)?.fields.sequential?.key ?? declaredName(item);
}
