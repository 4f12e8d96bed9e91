import { dateOf, epochDay } from '../analysis/calendar';
import { assignmentPlace } from '../analysis/capacity/assignment';
import type { TimeAway } from '../analysis/capacity/timeAway';
import type { Plan } from '../plan/plan';
import { daysText } from '../plan/texts';
import { counted, inQuotes, listed, named } from './links/naming';
import { isAwayFor } from './people/askedOf';
import { isOver } from './schedule/workState';
import { defineRule, type Related } from './rule';

interface Options {
  readonly share: number;
}

/** More absences than these are counted. */
const mostNamed = 3;

export default defineRule<null, Options>({
  id: 'assigned-while-away',
  group: 'people-and-money',
  severity: 'warning',
  docs: {
    summary: 'Work with stated dates, most of whose days are days off of somebody who is to do it.',
    why: 'Dates are often set before holidays are, and the two stand in different files. A day or two away is everyday life; somebody who is there for less than half of the days will not do the work in that time. Days off are those under `away` and the public holidays of the person’s own country.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: bob
goal: faster
people:
  bob: Bob Okoro
  dana: { name: Dana Fox, away: 2026-10-05..2026-10-16 }
items:
  api: { title: Payment API, start: 2026-10-01, end: 2026-10-14, assignees: dana }
# checkout.roadmap.yaml
product: Checkout
owner: bob
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: bob
goal: faster
people:
  bob: Bob Okoro
  dana: { name: Dana Fox, away: 2026-10-05..2026-10-16 }
items:
  api: { title: Payment API, start: 2026-10-19, end: 2026-10-30, assignees: dana }
# checkout.roadmap.yaml
product: Checkout
owner: bob
goals:
  faster: Buyers pay in under a minute
`,
  },
  options: {
    share: {
      type: 'number',
      description: "Up to how many percent of the days of work may be somebody's days off.",
      default: 50,
      minimum: 0,
      maximum: 100,
    },
  },
  checkPlan({ plan, analysis, today, options, report }) {
    for (const away of analysis.capacity.timeAway) {
      if (!isAwayFor(away, options.share / 100, epochDay(today)) || isOver(away.item)) continue;
      const { item, person, days, daysOff } = away;
      const which =
        days === 1 ? 'the day' : `${daysOff === days ? 'all' : `${String(daysOff)} of the`} ${counted(days, 'day')}`;
      const spans = away.spans.flatMap((span) => {
        const [first, last] = [dateOf(span.first), dateOf(span.last)];
        return first && last ? daysText({ first, last }) : [];
      });
      const who = inQuotes(plan.people.name(person));
      const message = `${who} is away on ${which} of ${named(item)} (${listed(spans, 'and', mostNamed)}): move the work, or ask somebody else.`;
      report({ at: assignmentPlace(away), message, related: absences(plan, away) });
    }
  },
});

/** Where the days off are written; public holidays are nowhere in a plan. */
function absences(plan: Plan, { person, spans }: TimeAway): readonly Related[] {
  const ranges = plan.people.definitions(person).flatMap(({ fields }) => fields.away?.value ?? []);
  const meant = ranges.filter(({ value: { first, last } }) => {
    const [start, end] = [epochDay(first), epochDay(last)];
    return start <= end && spans.some((span) => start <= span.last && span.first <= end);
  });
  return meant.map(({ value, at }) => ({ at, message: `The days off, ${daysText(value)}.` }));
}
