import { finishDate } from '../analysis/calendar';
import type { FinishForecast } from '../analysis/forecast/finishForecast';
import { topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish } from '../analysis/projectFinish';
import type { HealthReason } from '../analysis/rollUp/health';
import type { ProjectFile } from '../plan/planFile';
import { known } from './known';
import type { State } from './model';
import { latenessText } from './projectState';
import type { Constraint } from './statusModel';
import { countText, dayText, distanceText, percentText, roundMoney, sentenceCase } from './texts';
import { leavesOf, WorkFacts } from './workFacts';

/**
 * Scope, time and cost of a project, each judged by the reasons of the project's health that speak of it. What nothing
 * is known of says so.
 *
 * @param forecast of the finish, where it is known
 */
export function constraintsOf(
  analysis: PlanAnalysis,
  file: ProjectFile,
  forecast: FinishForecast | undefined,
): readonly Constraint[] {
  return [scope(analysis, file), time(analysis, file, forecast), cost(analysis, file)];
}

const notJudged: State = { kind: 'todo', text: 'Not judged' };
const onTrack: State = { kind: 'on-track', text: 'On track' };
const atRisk: State = { kind: 'at-risk', text: 'At risk' };
const offTrack: State = { kind: 'off-track', text: 'Off track' };
const done: State = { kind: 'done', text: 'Done' };

/** The worst of the reasons of some kinds. */
function stateBy(reasons: readonly HealthReason[], otherwise: State): State {
  if (reasons.some(({ state }) => state === 'off-track')) return offTrack;
  return reasons.length > 0 ? atRisk : otherwise;
}

function scope(analysis: PlanAnalysis, file: ProjectFile): Constraint {
  const { progress, items } = analysis.rollUps.project(file);
  const facts = new WorkFacts(analysis, file);
  const changes = file.root?.fields.changes?.value ?? [];
  const open = changes.filter(({ fields }) => !fields.approved_by).length;
  const leaves = leavesOf(topItems(file)).filter((item) => facts.state(item).kind !== 'dropped');
  const unlinked = leaves.filter((item) => facts.isUnlinked(item)).length;
  const asks = open > 0 || unlinked > 0;
  const isDone = items.total > 0 && items.open === 0;
  return known({
    kind: 'scope' as const,
    title: 'Scope',
    entry: { uri: file.uri, path: [leaves.length > 0 ? 'items' : 'scope'] },
    state: items.total === 0 ? notJudged : asks ? atRisk : isDone ? done : onTrack,
    value: progress === undefined ? 'No items yet' : `${percentText(progress)} done`,
    note: items.total === 0 ? undefined : `${String(items.done)} of ${countText(items.total, 'item')}`,
    progress,
    details: [
      ...plannedProgress(analysis, file),
      ...(changes.length > open ? [`${countText(changes.length - open, 'change')} approved`] : []),
      ...(open > 0 ? [`${countText(open, 'change')} without an approval`] : []),
      ...(unlinked > 0 ? [`${countText(unlinked, 'item')} that no goal asks for`] : []),
    ],
  });
}

/** How much was to be done by today, where a budget and planned dates say. */
function plannedProgress(analysis: PlanAnalysis, file: ProjectFile): readonly string[] {
  const { bac, pv } = analysis.cost(file).earnedValue;
  return bac !== undefined && bac > 0 && pv !== undefined ? [`${percentText(pv / bac)} planned by today`] : [];
}

function time(analysis: PlanAnalysis, file: ProjectFile, forecast: FinishForecast | undefined): Constraint {
  const { health } = analysis.rollUps.project(file);
  const reasons = health.reasons.filter(({ kind }) => kind !== 'cost');
  const finish = projectFinish(analysis, file);
  const late = finish && latenessText(finish);
  const { spi } = analysis.cost(file).earnedValue;
  const isEnded = health.computed === 'done' || health.computed === 'paused';
  const ended: State = health.computed === 'paused' ? { kind: 'paused', text: 'Paused' } : done;
  const labels = { committed: 'committed', feasible: 'planned', actual: 'finished' } as const;
  return known({
    kind: 'time' as const,
    title: 'Time',
    entry: { uri: file.uri, path: [file.root?.fields.end ? 'end' : 'items'] },
    state: isEnded ? ended : finish ? stateBy(reasons, onTrack) : notJudged,
    value: finish ? dayText(finish.day, analysis.today) : 'No end yet',
    note: finish && `${labels[finish.kind]}, ${late ?? distanceText(finish.day, analysis.today)}`,
    details: [
      ...reasons.map(({ why }) => sentenceCase(why)),
      ...forecastDetail(analysis, forecast),
      ...(spi === undefined || isEnded ? [] : [`SPI ${spi.toFixed(2)}`]),
    ],
  });
}

function forecastDetail({ today }: PlanAnalysis, forecast: FinishForecast | undefined): readonly string[] {
  const day = forecast?.p80 === undefined ? undefined : finishDate(forecast.p80);
  if (!forecast || !day) return [];
  const kept = forecast.meets === undefined ? '' : `, the end is kept in ${percentText(forecast.meets)} of all runs`;
  return [`80 % sure by ${dayText(day, today)}${kept}`];
}

function cost(analysis: PlanAnalysis, file: ProjectFile): Constraint {
  const own = analysis.cost(file);
  const { currency } = own;
  const { bac, ac, eac, vac, cpi } = own.earnedValue;
  const { health } = analysis.rollUps.project(file);
  const reasons = health.reasons.filter(({ kind }) => kind === 'cost');
  const isKnown = currency !== undefined && ac !== undefined && bac !== undefined;
  const amount = (minor: number): string => (currency === undefined ? '' : roundMoney(minor, currency));
  const share = isKnown && bac > 0 ? ac / bac : undefined;
  const over = vac !== undefined && vac < 0 ? 'over budget' : 'below budget';
  return known({
    kind: 'cost' as const,
    title: 'Cost',
    entry: { uri: file.uri, path: ['budget'] },
    state: isKnown ? stateBy(reasons, onTrack) : notJudged,
    value: ac === undefined ? (bac === undefined ? 'No budget yet' : amount(bac)) : `${amount(ac)} spent`,
    note: share === undefined ? undefined : `${percentText(share)} of ${amount(bac ?? 0)}`,
    progress: share === undefined ? undefined : Math.max(0, share),
    details: [
      ...reasons.map(({ why }) => sentenceCase(why)),
      ...(eac === undefined || vac === undefined ? [] : [`Forecast ${amount(eac)}, ${amount(Math.abs(vac))} ${over}`]),
      // A reason says it already.
      ...(cpi === undefined || reasons.length > 0 ? [] : [`CPI ${cpi.toFixed(2)}`]),
    ],
  });
}
