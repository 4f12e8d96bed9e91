import { dateOf, type EpochDay } from '../analysis/calendar';
import { assignmentPlace } from '../analysis/capacity/assignment';
import type { OverAllocation } from '../analysis/capacity/overAllocation';
import type { ProjectFile } from '../plan/planFile';
import type { Plan } from '../plan/plan';
import { formatDuration, formatPercent } from '../plan/scalars';
import { daysText } from '../plan/texts';
import { counted, inQuotes, listed, named } from './links/naming';
import { asksFor } from './people/askedOf';
import { defineRule, type Report } from './rule';

interface Options {
  readonly limit: number;
}

/** More items than these are counted in the message, and more places than those nobody follows. */
const [mostNamed, mostRelated] = [3, 50];

export default defineRule<null, Options>({
  id: 'over-allocated',
  group: 'people-and-money',
  severity: 'warning',
  docs: {
    summary: 'Somebody who is asked for more work in a week than they can do.',
    why: 'Each project looks fine for itself, and together they ask one person for nine days a week. Then something will be late, and nobody has decided what. Counted is what a plan promises: work between stated dates, and what is left of work in progress that has an end. Work without dates is placed around it and never too much, and an owner without assignees counts only where an estimate or a share in the `team` says how much of their time it is. Days off, part-time work and the share on an item or in the `team` are counted in; teams, suppliers and clients have no limit.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, start: 2026-09-21, end: 2026-10-02, assignees: Dana Fox }
# search.project.yaml
project: Site search
manager: Erin Wu
goal: faster
items:
  index: { title: Index, start: 2026-09-28, end: 2026-10-09, assignees: { Dana Fox: 50% } }
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
  api: { title: Payment API, start: 2026-09-21, end: 2026-10-02, assignees: Dana Fox }
# search.project.yaml
project: Site search
manager: Erin Wu
goal: faster
items:
  index: { title: Index, start: 2026-10-05, end: 2026-10-16, assignees: { Dana Fox: 50% } }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  options: {
    limit: {
      type: 'number',
      description: "Up to how many percent of somebody's capacity a week may ask for.",
      default: 110,
      minimum: 100,
    },
  },
  *checkPlan({ plan, analysis, options, report }) {
    yield* analysis.preparing('capacity');
    const found = analysis.capacity.overAllocations({ limit: options.limit / 100, counts: asksFor(analysis) });
    for (const overAllocation of found) {
      // Whoever the plan does not know may be a slip for several people, or a supplier.
      const isKnown = !plan.people.defined || plan.people.definitions(overAllocation.person.id).length > 0;
      if (isKnown) report(reportOf(plan, overAllocation));
    }
  },
});

function reportOf(plan: Plan, { person, weeks, items, stated, capacity, assignment }: OverAllocation): Report<null> {
  const home = assignment.file;
  const days = (minutes: number): number => Math.round((minutes / person.minutesPerDay) * 10) / 10;
  const daysOfWork = (minutes: number): string => formatDuration({ amount: days(minutes), unit: 'd', elapsed: false });
  const texts = items.map(({ item, file, minutes }) => `${workName(item, file, home)} (${daysOfWork(minutes)})`);
  const much = `${daysOfWork(stated)} of work ${weeksText(weeks)} and has ${String(days(capacity))}`;
  const percent = formatPercent(Math.round((stated / capacity) * 100));
  const advice = items.length > 1 ? 'move one, or share it out' : 'give it more time, or share it out';
  const message = `${inQuotes(plan.people.name(person.id))} is asked for ${much} (${percent}): ${listed(texts, 'and', mostNamed)}; ${advice}.`;
  const others = items.filter(({ item }) => item !== assignment.item).slice(0, mostRelated);
  const related = others.map(({ item, file, minutes }) => ({
    at: assignmentPlace({ item, person: person.id }),
    message: `${workName(item, file, home)} asks for ${daysOfWork(minutes)} in ${weeks.length > 1 ? 'these weeks' : 'this week'}.`,
  }));
  return { at: assignmentPlace(assignment), message, related };
}

function workName(item: OverAllocation['items'][number]['item'], file: ProjectFile, home: ProjectFile): string {
  return file === home || !file.root ? named(item) : `${named(item)} of ${named(file.root)}`;
}

/** `in the week of 21 September 2026`, `in the 2 weeks from 21 September to 4 October 2026`. */
function weeksText(weeks: OverAllocation['weeks']): string {
  const monday = (at: number): EpochDay => weeks.at(at)?.monday ?? 0;
  const first = dateOf(monday(0));
  const last = dateOf(monday(-1))?.add({ days: 6 });
  if (!first || !last) return `in ${counted(weeks.length, 'week')}`;
  if (weeks.length === 1) return `in the week of ${daysText({ first, last })}`;
  return `in the ${counted(weeks.length, 'week')} from ${daysText({ first, last })}`;
}
