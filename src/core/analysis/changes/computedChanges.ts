import type { Feature, Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import { percentText } from '../../plan/texts';
import type { WorkingCalendar } from '../calendar';
import { childItems } from '../lineage';
import { isOpenMilestone, leafStatus } from '../openWork';
import type { PlanAnalysis } from '../planAnalysis';
import { projectFinish } from '../projectFinish';
import { lastDay } from '../rollUp/delays';
import type { Health, HealthState } from '../rollUp/health';
import { feasibleFinish } from '../schedule/shownDates';
import type { ChangeDetail, Moment } from './planChange';
import { movedDetail, type FoundChange, type ThingThen } from './valueChanges';

/** What follows from the plan for a thing: when it comes, how it stands, how far it is. */
interface Computed {
  readonly finish?: Moment | undefined;
  readonly health?: HealthState | undefined;
  readonly status?: string | undefined;
  /** From 0 to 1. */
  readonly progress?: number | undefined;
  /** `2 of 5 checks` */
  readonly readiness?: string | undefined;
}

/** What follows otherwise from the present plan than it did from the earlier one, each looked at as of its own day. */
export function computedChanges(
  earlier: ThingThen,
  present: ThingThen,
  calendar: WorkingCalendar,
): readonly FoundChange[] {
  const [from, to] = [computedOf(earlier), computedOf(present)];
  const label = present.entity.kind === 'project' ? 'Finish' : 'Expected date';
  const moved = from.finish && to.finish && movedDetail(label, from.finish, to.finish, calendar);
  const found: (FoundChange | undefined)[] = [
    moved && { topic: 'date', detail: moved },
    healthChange(from.health, to.health),
    statusChange(from.status, to.status),
    set('progress', 'Readiness', from.readiness, to.readiness),
    progressChange(from.progress, to.progress),
  ];
  return found.filter((change) => change !== undefined);
}

function computedOf({ entity, file, analysis }: ThingThen): Computed {
  switch (entity.kind) {
    case 'project':
      if (file.kind !== 'project' || entity !== file.root) return {};
      return {
        finish: moment(projectFinish(analysis, file)?.day),
        health: effective(analysis.rollUps.project(file).health),
        progress: analysis.progress(file).total?.progress,
      };
    case 'goal':
      return { health: effective(analysis.rollUps.goal(entity as Goal).health) };
    case 'release':
      return releaseFigures(analysis, entity as Release);
    case 'feature':
      return { status: words(analysis.featureStatuses.of(entity as Feature)) };
    case 'milestone':
      return { finish: milestoneDay(analysis, entity as Milestone) };
    case 'item':
      return { status: itemStatus(entity as Item) };
    default:
      return {};
  }
}

function releaseFigures({ rollUps }: PlanAnalysis, release: Release): Computed {
  const rollUp = rollUps.release(release);
  const { done, total } = rollUp.checks;
  return {
    finish: moment(lastDay(rollUp)),
    health: effective(rollUp.health),
    readiness: total > 0 ? `${String(done)} of ${String(total)} checks` : undefined,
  };
}

function milestoneDay({ schedule }: PlanAnalysis, milestone: Milestone): Moment | undefined {
  const scheduled = isOpenMilestone(milestone) ? schedule.of(milestone) : undefined;
  return moment(scheduled && feasibleFinish(scheduled));
}

/** An item with others in it stands as they do, and they are told of themselves: only what it says itself counts. */
function itemStatus(item: Item): string | undefined {
  const stated = item.fields.status?.value;
  if (childItems(item).length === 0) return statusWords(leafStatus(item));
  return stated === 'dropped' ? 'dropped' : undefined;
}

/** Work that was put in parts, or that its parts were taken out of, has not changed its status by that. */
function statusChange(from: string | undefined, to: string | undefined): FoundChange | undefined {
  const isKnown = from !== undefined && to !== undefined;
  return isKnown || from === 'dropped' || to === 'dropped' ? set('state', 'Status', from, to) : undefined;
}

/** A thing that begins to be judged is told of where it stands badly. */
function healthChange(from: HealthState | undefined, to: HealthState | undefined): FoundChange | undefined {
  if (to === undefined || to === 'done' || from === to) return undefined;
  if (from === undefined && to === 'on-track') return undefined;
  const detail: ChangeDetail = { what: 'set', label: 'Health', from: from && words(from), to: words(to) };
  return { topic: 'state', detail };
}

/** Less than this is no step forward: an estimate that somebody makes better moves it as far. */
const leastProgress = 0.05;

function progressChange(from: number | undefined, to: number | undefined): FoundChange | undefined {
  if (from === undefined || to === undefined || Math.abs(to - from) < leastProgress) return undefined;
  return set('progress', 'Progress', percentText(from), percentText(to));
}

function set(
  topic: FoundChange['topic'],
  label: string,
  from: string | undefined,
  to: string | undefined,
): FoundChange | undefined {
  return from === to ? undefined : { topic, detail: { what: 'set', label, from, to } };
}

const moment = (day: Moment['day'] | undefined): Moment | undefined => day && { day };
const effective = ({ stated, computed }: Pick<Health, 'stated' | 'computed'>): HealthState | undefined =>
  stated ?? computed;
const statusWords = (value: string): string => (value === 'todo' ? 'to do' : words(value));
const words = (value: string): string => value.replaceAll('-', ' ');
