import { formatDate, writeDate } from '../plan/scalars';
import { weekdayName } from '../plan/scalars/calendar';
import { named } from './links/naming';
import { offer } from './links/offer';
import { freeDaysIn, type FreeDay } from './schedule/freeDays';
import { defineRule, type Fix, type FixContext } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly property: string;
}

export default defineRule<Data>({
  id: 'non-working-day',
  group: 'schedule',
  severity: 'hint',
  wholePlan: true,
  docs: {
    summary: 'A planned start or end on a day that the project does not work.',
    why: 'Nothing begins on a Sunday or on a public holiday, so the date says a little more than is meant, and the day on which it does begin is left to the reader. Which days are worked follows from the `calendar` of the project and of the settings, with the public holidays of its `country`. Work that lies on free days altogether is meant so, as a cutover at the weekend, and is left alone.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, start: 2026-10-03, end: 2026-10-16 }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, start: 2026-10-05, end: 2026-10-16 }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, analysis, report }) {
    if (file.kind !== 'project') return;
    for (const free of freeDaysIn(analysis, file)) {
      const { item, property, date, isWeekly, next } = free;
      const weekday = weekdayName(date.value.dayOfWeek);
      const why = isWeekly ? `a ${weekday}, which is not worked` : `a ${weekday} that is a holiday`;
      const advice = next ? `: move it to ${formatDate(next)}` : ', nor is any day after it: look at its calendar';
      const message = `${named(item)} ${property}s on ${formatDate(date.value)}, ${why}${advice}.`;
      report({ at: date.at, message, data: { path: item.path, property } });
    }
  },
  fixes({ data: { path, property }, analysis, file, edit }) {
    if (file.kind !== 'project') return [];
    const key = path.join('\0');
    const free = freeDaysIn(analysis, file).find(
      (each) => each.property === property && each.item.path.join('\0') === key,
    );
    return free ? moves(free, file.uri, edit) : [];
  },
});

/** To the next working day; an end to the one before as well, which asks for no more work than is planned. */
function moves({ item, property, next, previous }: FreeDay, uri: string, edit: FixContext['edit']): readonly Fix[] {
  const days = property === 'start' ? [next] : [next, previous];
  return days.flatMap((day) => {
    if (!day) return [];
    const change = edit.setScalar(uri, [...item.path, property], writeDate(day));
    return offer(`Move the ${property} to ${weekdayName(day.dayOfWeek)}, ${formatDate(day)}`, change, {
      preferred: day === next,
    });
  });
}
