import { finishDate } from '../analysis/calendar';
import type { ForecastOf } from '../analysis/forecast/planForecast';
import { childItems, itemTree, topItems } from '../analysis/lineage';
import { isOpenItem } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish } from '../analysis/projectFinish';
import type { Money } from '../plan/scalars';
import { formatMoney } from '../plan/scalars';
import type { ProjectFile } from '../plan/planFile';
import { known } from './known';
import type { EntryPath, Fact } from './model';
import { entryOf, personName } from './naming';
import { latenessText, projectState } from './projectState';
import { countText, dayText, distanceText, percentText, sentenceCase } from './texts';

/** The few things that somebody wants to know first of a project: the first five of those that are known. */
export function projectFacts(analysis: PlanAnalysis, file: ProjectFile, forecastOf: ForecastOf): readonly Fact[] {
  const facts = [
    stateFact(analysis, file),
    finishFact(analysis, file),
    forecastFact(analysis, file, forecastOf),
    progressFact(analysis, file),
    criticalFact(analysis, file),
    budgetFact(file),
    managerFact(analysis, file),
  ];
  return facts.filter((fact) => fact !== undefined).slice(0, 5);
}

function entryIn(file: ProjectFile, ...path: readonly string[]): EntryPath {
  return { uri: file.uri, path };
}

function stateFact(analysis: PlanAnalysis, file: ProjectFile): Fact | undefined {
  const { health, phase } = file.root?.fields ?? {};
  const state = projectState(analysis, file);
  if (health && phase?.value !== 'closed') {
    const note = phase && `in ${phase.value}`;
    return known({ label: 'Health', value: state.text, note, state: state.kind, entry: entryIn(file, 'health') });
  }
  if (phase) return { label: 'Phase', value: sentenceCase(phase.value), entry: entryIn(file, 'phase') };
  return analysis.progress(file).total && { label: 'Status', value: state.text, state: state.kind };
}

function finishFact(analysis: PlanAnalysis, file: ProjectFile): Fact | undefined {
  const finish = projectFinish(analysis, file);
  if (!finish) return undefined;
  const labels = { committed: 'Committed finish', feasible: 'Planned finish', actual: 'Finished' } as const;
  const late = latenessText(finish);
  const isPast = finish.kind === 'committed' && analysis.today.until(finish.day).days < 0;
  return known({
    label: labels[finish.kind],
    value: dayText(finish.day, analysis.today),
    note: late ?? (isPast ? undefined : distanceText(finish.day, analysis.today)),
    state: late === undefined ? undefined : ('off-track' as const),
    entry: finish.kind === 'committed' ? entryIn(file, 'end') : undefined,
  });
}

function progressFact(analysis: PlanAnalysis, file: ProjectFile): Fact | undefined {
  const { total, doneLeaves, leaves } = analysis.progress(file);
  if (!total) return undefined;
  const planned = analysis.cost(file).plannedProgress;
  const note =
    planned === undefined ? `${String(doneLeaves)} of ${String(leaves)} done` : `plan ${percentText(planned)}`;
  return { label: 'Progress', value: percentText(total.progress), note, entry: entryIn(file, 'items') };
}

/** By when it is finished with 80 % probability, and how probable it is that its end is kept. */
function forecastFact({ today }: PlanAnalysis, file: ProjectFile, forecastOf: ForecastOf): Fact | undefined {
  const { p80, meets } = forecastOf(file) ?? {};
  const day = p80 === undefined ? undefined : finishDate(p80);
  const isClosed = file.root?.fields.phase?.value === 'closed';
  if (!day || isClosed) return undefined;
  const note = meets === undefined ? undefined : `${percentText(meets)} in time`;
  return known({ label: 'P80 finish', value: dayText(day, today), note });
}

/** The open work that moves the finish when it slips. */
function criticalFact({ schedule }: PlanAnalysis, file: ProjectFile): Fact | undefined {
  const items = [...itemTree(topItems(file))].filter((item) => childItems(item).length === 0 && isOpenItem(item));
  const critical = items.flatMap((item) => {
    const scheduled = schedule.of(item);
    return scheduled?.critical ? [{ item, scheduled }] : [];
  });
  const [first] = critical;
  if (!first) return undefined;
  const least = critical.reduce((least, { scheduled: { totalFloat = 0 } }) => Math.min(least, totalFloat), 0);
  const days = Math.round(least / first.scheduled.calendar.minutesPerDay);
  return {
    label: 'Critical path',
    value: countText(critical.length, 'item'),
    note: `${days < 0 ? '−' : ''}${String(Math.abs(days))} d float`,
    entry: entryOf(first.item),
  };
}

/** What has been spent of the budget; undefined where amounts are in several currencies and cannot be added. */
function budgetFact(file: ProjectFile): Fact | undefined {
  const fields = file.root?.fields.budget?.value.fields;
  if (!fields) return undefined;
  const spent = sumOf((fields.lines?.value ?? []).map((line) => line.fields.spent?.value));
  const total = fields.total?.value ?? sumOf((fields.lines?.value ?? []).map((line) => line.fields.planned?.value));
  const entry = entryIn(file, 'budget');
  if (!spent) return total && { label: 'Budget', value: formatMoney(total), entry };
  if (!total) return { label: 'Spent', value: formatMoney(spent), entry };
  if (total.currency !== spent.currency) return undefined;
  const isOver = spent.minor > total.minor;
  return known({
    label: isOver ? 'Spent, over budget' : 'Spent',
    value: formatMoney(spent),
    note: `of ${formatMoney(total)}`,
    entry,
  });
}

function managerFact(analysis: PlanAnalysis, file: ProjectFile): Fact | undefined {
  const value = personName(analysis.plan, file.root?.fields.manager?.value);
  return value === undefined ? undefined : { label: 'Project manager', value, entry: entryIn(file, 'manager') };
}

function sumOf(amounts: readonly (Money | undefined)[]): Pick<Money, 'minor' | 'currency'> | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  const currency = known[0]?.currency;
  if (currency === undefined || known.some((amount) => amount.currency !== currency)) return undefined;
  return { minor: known.reduce((sum, { minor }) => sum + minor, 0), currency };
}
