import { inheritedItems } from '../../../analysis/inheritance';
import type { AnyEntity } from '../../../plan/entity';
import type { PlanState } from '../../planState';
import { allFindings, hasNoMore } from '../trial';
import { isPartOf } from './movedReferences';
import type { SelectedItems } from './selectedItems';

/** Items that move to a file of their own. */
export interface Move extends SelectedItems {
  /** All of them, those under others too. */
  readonly moved: ReadonlySet<AnyEntity>;
  /** The file that they move to. */
  readonly uri: string;
}

/**
 * Whether a plan says after a move what it said before: all references lead where they did, every item serves and
 * delivers what it did and has the same early dates, and no rule has more to say that is a warning or worse.
 */
export function keepsMeaning(before: PlanState, after: PlanState, move: Move): boolean {
  const old = new Reading(before, (entity) => movedName(entity, move));
  const now = new Reading(after, nameOf);
  const isMoved = (entity: AnyEntity): boolean => isPartOf(entity, move.moved);
  const isThere = (entity: AnyEntity): boolean => entity.uri === move.uri;
  return (
    isEqual(old.references(isMoved), now.references(isThere)) &&
    isEqual(old.inherited(), now.inherited()) &&
    isEqual(old.earlyDates(), now.earlyDates()) &&
    hasNoMore(allFindings(before), allFindings(after))
  );
}

type Name = (entity: AnyEntity) => string;

/** What a plan says, in texts that are the same where the meaning is. */
class Reading {
  constructor(
    private readonly state: PlanState,
    private readonly name: Name,
  ) {}

  /**
   * @param isMoved whether something is in what moves, or is there after it: what items state of their goals, features
   *   and release is compared as what they inherit
   */
  references(isMoved: (entity: AnyEntity) => boolean): readonly string[] {
    const { plan } = this.state;
    return [...plan.files.values()].flatMap((file) =>
      file.references.flatMap(({ reference, by, property }) => {
        if (isMoved(by) && (!isOfItem(by) || isInherited(by, property))) return [];
        const resolution = plan.resolve(reference, file);
        const target = resolution.status === 'found' ? this.name(resolution.entity) : resolution.status;
        return [[this.name(by), property, reference.to, target].join(' ')];
      }),
    );
  }

  inherited(): readonly string[] {
    const { plan } = this.state;
    return plan.projects.flatMap((file) =>
      inheritedItems(plan, file).map(({ item, line, features, releases, dropped }) => {
        const served = [line?.goals ?? [], features, releases].map((each) => each.map(this.name).sort().join());
        return [this.name(item), String(dropped), ...served].join(' ');
      }),
    );
  }

  earlyDates(): readonly string[] {
    const { plan, analysis } = this.state;
    return [...plan.files.values()].flatMap((file) =>
      analysis.schedule.in(file).map(({ work, early, unknown }) => {
        const dates = early ? `${String(early.start)}..${String(early.finish)}` : unknown?.kind;
        return `${this.name(work)} ${String(dates)}`;
      }),
    );
  }
}

/** Whether something belongs to an item, and not to the project that holds it. */
function isOfItem(entity: AnyEntity): boolean {
  return entity.kind === 'item' || (entity.within !== undefined && isOfItem(entity.within));
}

function isInherited({ kind }: AnyEntity, property: string): boolean {
  return kind === 'item' && (property === 'goal' || property === 'feature' || property === 'release');
}

function nameOf({ uri, path }: AnyEntity): string {
  return [uri, ...path].join('\0');
}

/** The name that an entity has after the move. */
function movedName(entity: AnyEntity, { moved, uri, within }: Move): string {
  if (!isPartOf(entity, moved)) return nameOf(entity);
  return [uri, 'items', ...entity.path.slice(within.length)].join('\0');
}

/** Whether two lists have the same texts, in whatever order. */
function isEqual(some: readonly string[], others: readonly string[]): boolean {
  const sorted = [...others].sort();
  return some.length === others.length && [...some].sort().every((text, at) => text === sorted[at]);
}
