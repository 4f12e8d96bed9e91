import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver-types';
import { feasibleDays } from '../analysis/schedule/shownDates';
import type { AnyEntity } from '../plan/entity';
import type { EntryPath } from '../plan/entryPath';
import type { PlanFile } from '../plan/planFile';
import type { Work } from '../plan/plan';
import { formatDate } from '../plan/scalars';
import { canWait, waitedFor, waitingFor, type WaitingLink } from './callHierarchy/waitingLinks';
import { homeOf } from './cards/naming';
import { spanText } from './cards/periodText';
import { entryAt } from './entries';
import { entityRanges } from './names/entityRanges';
import { nameAt } from './names/nameAt';
import type { PlanState } from './planState';
import { symbolKindOf } from './symbols/symbolKinds';
import { symbolDetail, symbolName, symbolTags } from './symbols/symbolText';

/**
 * The items, milestones and features whose dependencies can be followed from an absolute offset: what is named there,
 * else the innermost one that holds the place. Undefined where there is none.
 */
export function prepareCallHierarchy(
  state: PlanState,
  uri: string,
  offset: number,
): readonly CallHierarchyItem[] | undefined {
  const { plan } = state;
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const named = nameAt(plan, file, offset);
  const entities =
    named?.subject?.kind === 'defined'
      ? named.subject.entities.filter(canWait)
      : named
        ? []
        : holding(state, file, offset);
  const items = entities.flatMap((entity) => itemOf(state, entity));
  return items.length > 0 ? items : undefined;
}

/** What waits for an item of the hierarchy, and where each says so. Undefined where the item is gone. */
export function incomingCalls(state: PlanState, entry: EntryPath): readonly CallHierarchyIncomingCall[] | undefined {
  const found = find(state, entry);
  if (!found) return undefined;
  const links = waitingFor(state.plan, found.file, found.work);
  return grouped(links).flatMap(([other, places]) => {
    const from = itemOf(state, other)[0];
    const file = state.plan.fileOf(other);
    return from && file ? [{ from, fromRanges: rangesOf(file, places) }] : [];
  });
}

/** What an item of the hierarchy waits for, and where it says so. Undefined where the item is gone. */
export function outgoingCalls(state: PlanState, entry: EntryPath): readonly CallHierarchyOutgoingCall[] | undefined {
  const found = find(state, entry);
  if (!found) return undefined;
  const links = waitedFor(state.plan, found.file, found.work);
  return grouped(links).flatMap(([other, places]) => {
    const to = itemOf(state, other)[0];
    return to ? [{ to, fromRanges: rangesOf(found.file, places) }] : [];
  });
}

function holding(state: PlanState, file: PlanFile, offset: number): readonly AnyEntity[] {
  const path = entryAt(state, file.uri, offset)?.path ?? [];
  for (let length = path.length; length > 0; length--) {
    const found = find(state, { uri: file.uri, path: path.slice(0, length) });
    if (found) return [found.work];
  }
  return [];
}

/** The work at a path, as the client has it from an item of the hierarchy. */
function find({ plan }: PlanState, { uri, path }: EntryPath): { file: PlanFile; work: AnyEntity } | undefined {
  const file = plan.files.get(uri);
  const id = path.at(-1);
  const work = file?.definitions.find(
    (entity) =>
      entity.id === id &&
      canWait(entity) &&
      entity.path.length === path.length &&
      entity.path.every((segment, at) => segment === path[at]),
  );
  return file && work && { file, work };
}

function itemOf(state: PlanState, entity: AnyEntity): readonly CallHierarchyItem[] {
  const { plan, analysis } = state;
  const file = plan.fileOf(entity);
  const ranges = file && entityRanges(file, entity);
  const kind = symbolKindOf(entity.kind);
  if (!ranges || kind === undefined) return [];
  const data: EntryPath = { uri: entity.uri, path: entity.path };
  return [
    {
      name: symbolName(analysis, entity),
      kind,
      detail: detailOf(state, entity),
      uri: entity.uri,
      range: ranges.range,
      selectionRange: ranges.selection,
      ...symbolTags(entity),
      data,
    },
  ];
}

/** When it takes place, and where it belongs to, which may be cut: `4 May 2026 to 8 May 2026 · Checkout rewrite`. */
function detailOf({ plan, analysis }: PlanState, entity: AnyEntity): string {
  const when = entity.kind === 'feature' ? symbolDetail(analysis, entity) : datesOf(analysis, entity as Work);
  return [when, homeOf(plan, entity)].filter(Boolean).join(' · ');
}

function datesOf({ schedule }: PlanState['analysis'], work: Work): string | undefined {
  const scheduled = schedule.of(work);
  if (scheduled?.dropped) return 'dropped';
  const days = scheduled && feasibleDays(scheduled);
  if (!days) return undefined;
  return days.first.equals(days.last) ? formatDate(days.first) : spanText(days.first, days.last);
}

/** The links by what they lead to, in the order in which that is first named. */
function grouped(links: readonly WaitingLink[]): readonly (readonly [AnyEntity, readonly WaitingLink['at'][]])[] {
  const groups = new Map<AnyEntity, WaitingLink['at'][]>();
  for (const { other, at } of links) {
    const group = groups.get(other);
    if (group) group.push(at);
    else groups.set(other, [at]);
  }
  return [...groups];
}

function rangesOf({ document: { source } }: PlanFile, places: readonly WaitingLink['at'][]): Range[] {
  return places.flatMap((at) => source.rangeOf(at) ?? []);
}
