import type { Temporal } from 'temporal-polyfill';
import type { Feature, ReadinessCheck } from '../plan/generated/entities';
import { definitionsOf } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { counted, listed, named } from './links/naming';
import { checksAhead, unfinishedFeatures } from './releases/readiness';
import { dueText, isDueWithin } from './releases/upcoming';
import { defineRule, type Related } from './rule';
import { mayBeOver } from './schedule/overdue';
import { isRetired } from './schedule/workState';
import { BrokenText } from './structure/brokenText';

/** More places than these nobody follows. */
const mostRelated = 20;

export default defineRule<null, { days: number }>({
  id: 'release-not-ready',
  group: 'communication',
  severity: 'warning',
  // The items that deliver a feature may stand in any project.
  wholePlan: true,
  options: {
    days: {
      type: 'integer',
      description: 'From how many days before its date on a release has to be ready.',
      default: 14,
      minimum: 0,
    },
  },
  docs: {
    summary: 'A release within two weeks with open readiness checks or unfinished features.',
    why: 'Two weeks before a release there is still time to finish what is missing, to leave it out, or to tell those who wait for it that the date will move. The finding lists what is open, so that nobody has to look for it. What is said elsewhere is not repeated: a check that is past its own due is `overdue`, at any time, and a feature whose work will end after the release is `late-for-release`.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
responsibilities: { go-to-market: Alice Ng }
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, release: autumn, status: in-progress }
releases:
  autumn:
    title: Autumn release
    date: 2026-09-25
    readiness:
      help: { title: Help pages, owner: Alice Ng }
      support: { title: Support has tried it, owner: Alice Ng, done: true }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
responsibilities: { go-to-market: Alice Ng }
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, release: winter, status: in-progress }
releases:
  autumn:
    title: Autumn release
    date: 2026-09-25
    readiness:
      help: { title: Help pages, owner: Alice Ng, done: true }
      support: { title: Support has tried it, owner: Alice Ng, done: true }
  winter: { title: Winter release, date: 2026-12-11 }
`,
  },
  checkFile({ file, today, analysis, options: { days }, report }) {
    if (isRetired(file)) return;
    const broken = new BrokenText(file.document);
    for (const release of definitionsOf(file, 'release')) {
      const { date } = release.fields;
      if (!date || !isDueWithin(release, days, today)) continue;
      if (mayBeOver(file, release) || broken.inEntry(release.at)) continue;
      const checks = checksAhead(file, release, today);
      const features = unfinishedFeatures(analysis, release);
      if (checks.length + features.length === 0) continue;
      const message = `${named(release)} is ${dueText(release)}, ${daysLeft(date.value.last, today)}: ${openText(checks, features)}. Finish what is missing, leave it out, or move the release.`;
      report({ at: date.at, message, related: relatedTo(checks, features) });
    }
  },
});

function daysLeft(due: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(due, { largestUnit: 'days' });
  return days === 0 ? 'which is today' : `in ${counted(days, 'day')}`;
}

/** `“Help pages” is not ready, and “Pay in one click” is not finished`. */
function openText(checks: readonly ReadinessCheck[], features: readonly Feature[]): string {
  const text = (things: readonly (ReadinessCheck | Feature)[], what: string): readonly string[] =>
    things.length === 0 ? [] : [`${listed(things.map(named))} ${things.length > 1 ? 'are' : 'is'} not ${what}`];
  return [...text(checks, 'ready'), ...text(features, 'finished')].join(', and ');
}

function relatedTo(checks: readonly ReadinessCheck[], features: readonly Feature[]): readonly Related[] {
  const all = [
    ...checks.map((check) => ({ at: check.key, message: checkText(check) })),
    ...features.map((feature) => ({ at: feature.key, message: `${named(feature)} is not finished.` })),
  ];
  return all.slice(0, mostRelated);
}

function checkText(check: ReadinessCheck): string {
  const { due } = check.fields;
  return `${named(check)} is open${due ? `, and due on ${formatDate(due.value.last)}` : ''}.`;
}
