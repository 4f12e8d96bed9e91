import { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ChainLink } from '../analysis/schedule/scheduledWork';
import type { Project } from '../plan/generated/entities';
import type { Work } from '../plan/plan';
import { formatDate } from '../plan/scalars';
import { named } from './links/naming';
import { defineRule, type Related, type Report } from './rule';
import { chainRelated, chainSentence, chainTo } from './schedule/chainWords';
import { findingLateness, type Lateness, type MissedDate, type MissedEnd } from './schedule/lateness';

export default defineRule({
  id: 'missed-deadline',
  group: 'schedule',
  severity: 'warning',
  wholePlan: true,
  follows: findingLateness,
  docs: {
    summary:
      'An item that will finish after its deadline, a milestone that comes after its date, or a project that will finish after its own end.',
    why: 'The schedule knows weeks before anybody else that a day cannot be kept, and that is when something can still be done about it. The message names the chain of work that drives the date: shortening anything else changes nothing. One late chain is reported where it ends; what else is missed on the way there is named with it.',
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
  contract: { title: Contract, estimate: 8d }
  api: { title: Payment API, estimate: 6d, depends_on: contract, deadline: 2026-10-02 }
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
  contract: { title: Contract, estimate: 6d }
  api: { title: Payment API, estimate: 6d, depends_on: contract, deadline: 2026-10-02 }
`,
  },
  *checkFile({ file, analysis, report }) {
    const lateness = yield* findingLateness(analysis, file);
    for (const missed of lateness.dates) {
      report(dateReport(missed, analysis, lateness));
      yield;
    }
    if (file.kind === 'project' && file.root && lateness.end)
      report(endReport(file.root, lateness.end, analysis, lateness));
  },
});

function dateReport(missed: MissedDate, analysis: PlanAnalysis, lateness: Lateness): Report<null> {
  const { work, promise, finish } = missed;
  const chain = chainTo(analysis, work);
  const [promised, comes] = [formatDate(promise.value), formatDate(finish)];
  const what =
    work.kind === 'milestone'
      ? `${named(work)} is planned for ${promised}, but what it waits for is not done before ${comes}`
      : `${named(work)} finishes on ${comes}, after its deadline on ${promised}`;
  const message = `${what}: do less, or agree on another day.${chainSentence(chain)}`;
  return { at: promise.at, message, related: relatedTo(chain, lateness, work) };
}

function endReport(
  project: Project,
  { end, last, open }: MissedEnd,
  analysis: PlanAnalysis,
  lateness: Lateness,
): Report<null> {
  const date = formatDate(end.value);
  const isAhead = last && Temporal.PlainDate.compare(last.finish, analysis.today) >= 0;
  const chain = isAhead ? chainTo(analysis, last.work) : [];
  const what = isAhead
    ? `${named(project)} finishes on ${formatDate(last.finish)}, after its end on ${date}, with ${named(last.work)} as the last`
    : `${named(project)} was to end on ${date}, and ${open === 1 ? '1 piece of its work is' : `${String(open)} pieces of its work are`} still open`;
  const message = `${what}: do less, or agree on a later end.${chainSentence(chain)}`;
  return { at: end.at, message, related: relatedTo(chain, lateness) };
}

/** The links of a chain, with the dates that are missed on the way. */
function relatedTo(chain: readonly ChainLink[], { missed }: Lateness, itself?: Work): readonly Related[] {
  return chainRelated(chain, (work) => {
    const also = work === itself ? undefined : missed.get(work);
    if (!also) return '';
    const what = work.kind === 'milestone' ? 'date' : 'deadline';
    return `, and misses its ${what} on ${formatDate(also.promise.value)}`;
  });
}
