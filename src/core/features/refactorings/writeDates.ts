import { Temporal } from 'temporal-polyfill';
import { isOpenMilestone } from '../../analysis/openWork';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import { formatDate, writeDate } from '../../plan/scalars';
import { named } from '../../rules/links/naming';
import { entityAt, isWrittenOnce } from './entitiesAt';
import { plannedItemAt } from './plannedItem';
import type { Offer, Refactoring, RefactoringPlace } from './refactoring';
import { hasTimeToTry, keepingDates, once } from './trial';

type Day = Temporal.PlainDate;

/** Writes down the dates that the schedule has worked out, which then stay. */
export const writeDates: Refactoring = {
  kind: 'refactor.rewrite.throughline.writeDates',

  offers(place) {
    if (!hasTimeToTry(place)) return [];
    return entityAt(place, ['item', 'milestone'])?.kind === 'milestone' ? milestoneOffers(place) : itemOffers(place);
  },
};

function itemOffers(place: RefactoringPlace): readonly Offer[] {
  const planned = plannedItemAt(place);
  if (!planned) return [];
  const { item, days } = planned;
  const { start, end } = item.fields;
  const missing = [
    ...(start ? [] : [{ key: 'start', day: days.first }]),
    ...(end ? [] : [{ key: 'end', day: days.last }]),
  ];
  const isSingle = days.first.equals(days.last);
  const range = isSingle ? formatDate(days.first) : `${formatDate(days.first)} to ${formatDate(days.last)}`;
  if (missing.length === 2) return offered(place, item.path, missing, `dates of ${named(item)}: ${range}`);
  return missing.flatMap(({ key, day }) =>
    offered(place, item.path, missing, `${key} of ${named(item)}: ${formatDate(day)}`),
  );
}

function milestoneOffers(place: RefactoringPlace): readonly Offer[] {
  const { file, state } = place;
  const milestone = entityAt(place, ['milestone']);
  if (!milestone || milestone.fields.date || !isOpenMilestone(milestone)) return [];
  const scheduled = isWrittenOnce(file, milestone.path) ? state.analysis.schedule.of(milestone) : undefined;
  const day = scheduled && feasibleDays(scheduled)?.last;
  if (!day || Temporal.PlainDate.compare(day, state.today) < 0) return [];
  const what = `date of ${named(milestone)}: ${formatDate(day)}`;
  return offered(place, milestone.path, [{ key: 'date', day }], what);
}

/** The offer to write these days, if all dates stay the same by it. */
function offered(
  place: RefactoringPlace,
  path: readonly string[],
  missing: readonly { readonly key: string; readonly day: Day }[],
  what: string,
): readonly Offer[] {
  const { file, state, edit } = place;
  if (missing.length === 0) return [];
  const change = once(state, ['write dates', file.uri, ...path], () => {
    const steps = missing.map(({ key, day }) => ({ key, value: writeDate(day) }));
    const written = edit.inSequence(
      ...steps.map(
        ({ key, value }) =>
          (next: typeof edit) =>
            next.setProperty(file.uri, path, key, value),
      ),
    );
    return keepingDates(state, file, [written]);
  });
  return change ? [{ title: `Write the computed ${what}`, edit: () => change }] : [];
}
