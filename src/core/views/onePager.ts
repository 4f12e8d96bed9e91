import { isOpenGoal } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Goal, Release, Risk } from '../plan/generated/entities';
import type { RoadmapFile } from '../plan/planFile';
import { formatDate, formatImpact } from '../plan/scalars';
import { keyResultLine } from './board';
import { goalProgress, goalState } from './goalState';
import { known } from './known';
import { entryOf, personName, textOf, titleOf } from './naming';
import type { OnePagerView, PagerGoal, PagerGoals, PagerRelease, PagerRisk } from './onePagerModel';
import { datedReleases, isComing, releaseLateness, releaseState } from './releaseState';
import { countText, dayText, distanceText, sentenceCase } from './texts';

/** How many releases and risks a page has room for, and how many features are named of a release. */
const mostReleases = 3;
const mostRisks = 5;
const mostFeatures = 4;

/** A product on one page: vision, goals with their measures, the next releases, and what may go wrong. */
export function onePagerView(analysis: PlanAnalysis, roadmap: RoadmapFile): OnePagerView {
  const fields = roadmap.root?.fields;
  const goals = fields?.goals?.value ?? [];
  const coming = datedReleases(roadmap).filter(({ release }) => isComing(release));
  const risks = productRisks(analysis, roadmap);
  const isEmpty = roadmap.root === undefined;
  return known({
    view: 'one-pager' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(fields?.product) ?? '',
    vision: textOf(fields?.vision),
    strategy: textOf(fields?.strategy),
    lifecycle: fields?.lifecycle && sentenceCase(fields.lifecycle.value),
    owner: personName(analysis.plan, fields?.owner?.value),
    asOf: formatDate(analysis.today),
    goals: goalGroups(analysis, goals),
    achieved: achievedText(goals),
    releases: coming.slice(0, mostReleases).map(({ release }) => releaseLine(analysis, release)),
    moreReleases: moreText(coming.length - mostReleases, 'later'),
    risks: isEmpty ? [] : risks.slice(0, mostRisks),
    moreRisks: isEmpty ? undefined : moreText(risks.length - mostRisks, 'in the projects'),
  });
}

/** `2 more later`; undefined for none. */
function moreText(count: number, where: string): string | undefined {
  return count > 0 ? `${String(count)} more ${where}` : undefined;
}

const horizons = ['now', 'next', 'later', undefined] as const;

function goalGroups(analysis: PlanAnalysis, all: readonly Goal[]): readonly PagerGoals[] {
  const open = all.filter(isOpenGoal);
  return horizons.flatMap((horizon): readonly PagerGoals[] => {
    const goals = open.filter(({ fields }) => fields.horizon?.value === horizon);
    if (goals.length === 0) return [];
    // A roadmap that says of no goal how soon it comes up need not be told so.
    const isOnly = goals.length === open.length;
    const title = horizon === undefined ? (isOnly ? 'Goals' : 'No horizon') : sentenceCase(horizon);
    return [{ title, goals: goals.map((goal) => pagerGoal(analysis, goal)) }];
  });
}

/** Of what comes up later the page has room for no more than the title. */
function pagerGoal(analysis: PlanAnalysis, goal: Goal): PagerGoal {
  const { why, target, horizon, key_results: results } = goal.fields;
  if (horizon?.value === 'later')
    return known({ entry: entryOf(goal), title: titleOf(goal), target: target?.value.text, measures: [] });
  return known({
    entry: entryOf(goal),
    title: titleOf(goal),
    why: textOf(why),
    target: target?.value.text,
    state: goalState(analysis, goal),
    progress: goalProgress(analysis, goal),
    measures: (results?.value ?? []).map(keyResultLine),
  });
}

function achievedText(goals: readonly Goal[]): string | undefined {
  const achieved = goals.filter(({ fields }) => fields.status?.value === 'achieved');
  if (achieved.length === 0) return undefined;
  return `${countText(achieved.length, 'goal')} achieved: ${achieved.map(titleOf).join(', ')}`;
}

function releaseLine(analysis: PlanAnalysis, release: Release): PagerRelease {
  const { today, rollUps } = analysis;
  const day = release.fields.date?.value.last;
  const { features } = rollUps.release(release);
  const isPast = day !== undefined && today.until(day).days < 0;
  return known({
    entry: entryOf(release),
    title: titleOf(release),
    state: releaseState(analysis, release),
    date: day && dayText(day, today),
    note: releaseLateness(analysis, release) ?? (day && !isPast ? distanceText(day, today) : undefined),
    features: namedText(features.map(titleOf)),
  });
}

/** `A, B and C`; `A, B, C, D and 2 more`. */
function namedText(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const left = names.length - mostFeatures;
  // One more name takes no more room than to say that there is one more.
  const parts = left > 1 ? [...names.slice(0, mostFeatures), `${String(left)} more`] : names;
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** The open risks of the projects that serve the roadmap's goals and of its programs, the most probable first. */
function productRisks({ plan, lineageTree }: PlanAnalysis, roadmap: RoadmapFile): readonly PagerRisk[] {
  const goals = (roadmap.root?.fields.goals?.value ?? []).filter(isOpenGoal);
  const projects = new Set(goals.flatMap((goal) => lineageTree.projects(goal)));
  const listed = [
    ...(roadmap.root?.fields.programs?.value ?? []).map((program) => ({
      of: titleOf(program),
      risks: program.fields.risks?.value ?? [],
    })),
    ...[...projects].map(({ id, root }) => ({
      of: textOf(root?.fields.project) ?? id,
      risks: root?.fields.risks?.value ?? [],
    })),
  ];
  return listed
    .flatMap(({ of, risks }) => risks.filter(isAhead).map((risk) => ({ of, risk })))
    .sort((one, other) => percentOf(other.risk) - percentOf(one.risk))
    .map(({ of, risk }) => {
      const { probability, impact, plan: response, owner } = risk.fields;
      const impacts = (impact?.value ?? []).map(({ value }) => formatImpact(value));
      return known({
        entry: entryOf(risk),
        title: titleOf(risk),
        probability: probability && `${String(probability.value.percent)} %`,
        impact: impacts.length > 0 ? impacts.join(' and ') : undefined,
        plan: textOf(response),
        owner: personName(plan, owner?.value),
        of,
      });
    });
}

/** What has occurred is no risk any more, but a problem. */
function isAhead({ fields: { status } }: Risk): boolean {
  return (status?.value ?? 'open') === 'open';
}

/** What nobody has judged stands last. */
function percentOf({ fields: { probability } }: Risk): number {
  return probability?.value.percent ?? -1;
}
