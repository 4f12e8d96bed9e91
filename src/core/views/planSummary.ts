import { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Release } from '../plan/generated/entities';
import type { ComingRelease, FindingCounts, PlanSummary } from './model';
import { entryOf, titleOf } from './naming';
import { countText, dayText, distanceText } from './texts';

/** How many releases are told. */
const most = 5;

/**
 * A plan as one of its files sees it: of the releases those of the same file come first, where it has any.
 *
 * @param uri that of the file
 * @param findings of the whole plan, which are the matter of the rules
 */
export function planSummary(analysis: PlanAnalysis, uri: string, findings: FindingCounts): PlanSummary {
  const { plan, today } = analysis;
  // Nothing will come of what a retired product had planned.
  const planned = plan.roadmaps.filter(({ root }) => root?.fields.lifecycle?.value !== 'retired');
  const coming = planned
    .flatMap(({ root }) => root?.fields.releases?.value ?? [])
    .flatMap((release) => {
      const day = comingDay(release);
      return day ? [{ release, day, isOwn: release.uri === uri }] : [];
    })
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || Temporal.PlainDate.compare(one.day, other.day));
  return { findings, releases: coming.slice(0, most).map(({ release, day }) => comingRelease(release, day, today)) };
}

/** The last possible day of a release that is neither out nor cancelled; undefined for any other. */
function comingDay({ fields }: Release): Temporal.PlainDate | undefined {
  const { status, date } = fields;
  return status?.value === 'released' || status?.value === 'cancelled' ? undefined : date?.value.last;
}

function comingRelease(release: Release, day: Temporal.PlainDate, today: Temporal.PlainDate): ComingRelease {
  const days = today.until(day).days;
  return {
    entry: entryOf(release),
    title: titleOf(release),
    date: dayText(day, today),
    when: days < 0 ? `${countText(-days, 'day')} overdue` : distanceText(day, today),
    isOverdue: days < 0,
  };
}
