import { picking } from '../analysis/picking';
import type { Temporal } from 'temporal-polyfill';
import { isAtRest, pastCheck, pastPromise, pastRelease, type PastPromise } from '../analysis/pastPromises';
import type { AnyEntity } from '../plan/entity';
import type { Item, Milestone, Release } from '../plan/generated/entities';
import type { PlanFile } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { counted, named } from './links/naming';
import { defineRule, type Report } from './rule';
import { mayBeOver } from './schedule/overdue';
import { isRetired } from './schedule/workState';

export default defineRule({
  id: 'overdue',
  group: 'schedule',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary:
      'Something open whose end, deadline, date or due is past: an item, a milestone, a release, a readiness check.',
    why: 'A date that has gone by is either a promise that was broken or work that nobody has marked as finished. In both cases whoever reads the plan is misled, and so is every date that is worked out from it. Of one item the deadline is named before the end. Of a release that is overdue its checks are not reported again. Closed and paused projects are left alone.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, status: in-progress, start: 2026-08-17, end: 2026-09-11 }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, status: in-progress, start: 2026-08-17, end: 2026-09-18 }
`,
  },
  checkFile({ file, today, report }) {
    if (isAtRest(file)) return;
    for (const entity of promising(file)) {
      const found = reportsOn(file, entity, today);
      if (found.length > 0 && !mayBeOver(file, entity)) found.forEach(report);
    }
  },
});

/** What may have a day that is past. */
const promising = picking<AnyEntity>(
  (file) => file.definitions,
  (entity) => {
    if (entity.kind !== 'item') return entity.kind === 'milestone' || entity.kind === 'release';
    const { deadline, end } = (entity as Item).fields;
    return deadline !== undefined || end !== undefined;
  },
);

function reportsOn(file: PlanFile, entity: AnyEntity, today: Temporal.PlainDate): readonly Report<null>[] {
  switch (entity.kind) {
    case 'item':
    case 'milestone': {
      const work = entity as Item | Milestone;
      const promise = pastPromise(work, today);
      return promise ? [{ at: promise.at, message: workMessage(work, promise) }] : [];
    }
    case 'release':
      // What becomes of a retired product's releases is another rule's question.
      return isRetired(file) ? [] : releaseReports(file, entity as Release, today);
    default:
      return [];
  }
}

function workMessage(work: Item | Milestone, { property, day }: PastPromise): string {
  const date = formatDate(day);
  if (work.kind === 'milestone')
    return `${named(work)} was planned for ${date} and is not reached yet: say when it was \`reached\`, or plan it anew.`;
  const what = property === 'deadline' ? `had to be finished by ${date}` : `was to end on ${date}`;
  return `${named(work)} ${what} and is still open: mark it as \`done\`, or plan it anew.`;
}

/** A release that is overdue, with the checks that it waits for; else the checks of it that are. */
function releaseReports(file: PlanFile, release: Release, today: Temporal.PlainDate): readonly Report<null>[] {
  const { status, readiness } = release.fields;
  if (status?.value === 'released' || status?.value === 'cancelled') return [];
  const checks = (readiness?.value ?? []).filter((check) => !mayBeOver(file, check));
  const promise = pastRelease(release, today);
  if (promise) {
    const open = checks.filter(({ fields }) => fields.done?.value !== true);
    const waits = open.length === 0 ? '' : ` It waits for ${counted(open.length, 'readiness check')}.`;
    const message = `${named(release)} was due on ${formatDate(promise.day)} and is not out yet: mark it as \`released\`, or give it a new date.${waits}`;
    const related = open.map((check) => ({ at: check.key, message: `${named(check)} is open.` }));
    return [{ at: promise.at, message, related }];
  }
  return checks.flatMap((check) => {
    const due = pastCheck(check, today);
    if (!due) return [];
    const message = `${named(check)} for ${named(release)} was due on ${formatDate(due.day)} and is still open: mark it as \`done\`, or give it a new date.`;
    return [{ at: due.at, message }];
  });
}
