import { keyResultProgress } from '../../analysis/goalProgress';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Goal, KeyResult } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { formatPercent, formatQuantity } from '../../plan/scalars';
import { referrersOf } from '../referrers';
import { cardMarkdown, countedFact, fact, type Fact } from './card';
import { fileTitle, homeOf, kindTitle, titleFrom, titleOf } from './naming';
import { limitText } from './periodText';
import { statusOf } from './status';

/** A goal: how it stands, and what serves it in the whole plan. */
export function goalCard({ plan, lineageTree: { serving } }: PlanAnalysis, reader: PlanFile, goal: Goal): string {
  const { owner, status, horizon, target, parent, why, key_results: results } = goal.fields;
  const home = plan.fileOf(goal) ?? reader;
  const above = parent && plan.target(parent.value, home);
  const features = serving.features(goal);
  const projects = serving.projects(goal);
  const parts = referrersOf(plan, goal).filter(({ site }) => site.by.kind === 'goal' && site.property === 'parent');
  return cardMarkdown({
    title: titleOf(goal),
    kind: [kindTitle(plan, goal), homeOf(plan, goal), statusOf(goal) ?? '', horizon?.value ?? ''].filter(Boolean),
    facts: [
      fact('Owner', owner && plan.people.name(owner.value.id)),
      fact('Target', target && limitText(target.value)),
      fact('Part of', above && titleFrom(plan, above, reader)),
      keyResults(results?.value ?? []),
      countedFact(
        'Goals below it',
        parts.map(({ site }) => titleFrom(plan, site.by, reader)),
      ),
      countedFact('Features', features.map(titleOf)),
      countedFact('Projects', projects.map(fileTitle)),
      countedFact(
        'Items',
        serving.statedItems(goal).map((item) => titleFrom(plan, item, reader)),
      ),
      status?.value === 'dropped' || features.length + projects.length + parts.length > 0
        ? undefined
        : fact('Served by', 'nothing in this plan yet'),
    ],
    text: why?.value,
  });
}

/** A key result: where it stands between its baseline and its target. */
export function keyResultCard(plan: Plan, result: KeyResult): string {
  const { owner, due, confidence, notes } = result.fields;
  const goal = result.within;
  return cardMarkdown({
    title: titleOf(result),
    kind: [kindTitle(plan, result), ...(goal ? [titleOf(goal)] : [])],
    facts: [
      fact('Progress', progressText(result)),
      fact('Due', due && limitText(due.value)),
      fact('Confidence', confidence && formatPercent(confidence.value)),
      fact('Owner', owner && plan.people.name(owner.value.id)),
    ],
    text: notes?.value,
  });
}

function keyResults(results: readonly KeyResult[]): Fact | undefined {
  if (results.length === 0) return undefined;
  const list = results.map((result) => {
    const progress = progressText(result);
    return progress === undefined ? titleOf(result) : `${titleOf(result)}: ${progress}`;
  });
  return { label: results.length === 1 ? 'Key result' : 'Key results', list };
}

/** `27 min, from 34 min to 12 min (32%)`; undefined where there is nothing to tell. */
function progressText(result: KeyResult): string | undefined {
  const { baseline, target, current } = result.fields;
  const way = [
    ...(baseline ? [`from ${formatQuantity(baseline.value)}`] : []),
    ...(target ? [`to ${formatQuantity(target.value)}`] : []),
  ].join(' ');
  if (!current) return way === '' ? undefined : way;
  const share = keyResultProgress(result);
  const now = formatQuantity(current.value);
  return `${now}${way === '' ? '' : `, ${way}`}${share === undefined ? '' : ` (${formatPercent(Math.round(share * 100))})`}`;
}
