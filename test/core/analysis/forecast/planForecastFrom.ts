import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { finishDate, instantsPerDay, startOf } from '../../../../src/core/analysis/calendar';
import type { FinishForecast } from '../../../../src/core/analysis/forecast/finishForecast';
import { PlanForecast, type PlanForecastOptions } from '../../../../src/core/analysis/forecast/planForecast';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { programMilestones } from '../../../../src/core/analysis/schedule/projectFrame';
import { itemTree, topItems } from '../../../../src/core/analysis/lineage';
import type { Item, Milestone } from '../../../../src/core/plan/generated/entities';
import type { ProjectFile } from '../../../../src/core/plan/planFile';
import { analysisOf, monday } from '../schedule/scheduleFrom';

/** Enough for dates that do not lie close to the end of a day. */
const few = 1000;
const mondayDate = Temporal.PlainDate.from(monday);

/** Forecasts by the names that a plan's files give things. */
export interface NamedForecasts {
  readonly analysis: PlanAnalysis;
  readonly forecast: PlanForecast;
  readonly project: FinishForecast | undefined;
  readonly projectOf: (name: string) => FinishForecast | undefined;
  readonly milestone: (id: string) => FinishForecast | undefined;
  readonly release: (id: string) => FinishForecast | undefined;
  readonly goal: (id: string) => FinishForecast | undefined;
  readonly item: (id: string) => FinishForecast | undefined;
  readonly criticality: (id: string) => number | undefined;
}

/** The forecasts of a plan; the first file is `project`. */
export function forecasts(
  files: Readonly<Record<string, string>>,
  options: PlanForecastOptions = { runs: few },
  today = monday,
): NamedForecasts {
  const analysis = analysisOf(files, today);
  const forecast = new PlanForecast(analysis, options);
  const { plan } = analysis;
  const fileOf = (name: string): ProjectFile => {
    const file = plan.projects.find(({ id }) => id === name);
    assert.ok(file, `there is no project ${name}`);
    return file;
  };
  const items = (): readonly Item[] => plan.projects.flatMap((file) => [...itemTree(topItems(file))]);
  const itemOf = (id: string): Item => named(items(), id);
  const milestones = (): readonly Milestone[] => [
    ...plan.projects.flatMap(({ root }) => root?.fields.milestones?.value ?? []),
    ...[...plan.files.values()].flatMap(programMilestones),
  ];
  return {
    analysis,
    forecast,
    get project() {
      const [first = ''] = Object.keys(files).filter((name) => name.endsWith('.project.yaml'));
      return forecast.project(fileOf(first.replace('.project.yaml', '')));
    },
    projectOf: (name) => forecast.project(fileOf(name)),
    milestone: (id) => forecast.milestone(named(milestones(), id)),
    release: (id) => forecast.release(named([...plan.all('release')], id)),
    goal: (id) => forecast.goal(named([...plan.all('goal')], id)),
    item: (id) => forecast.item(itemOf(id)),
    criticality: (id) => forecast.criticality(itemOf(id)),
  };
}

/** The forecasts of one project that starts on Monday 4 May 2026, which is today. */
export function forecastOfProject(yaml: string, options?: PlanForecastOptions, today = monday): NamedForecasts {
  return forecasts({ 'p.project.yaml': `project: P\nstart: 2026-05-04\n${yaml}` }, options, today);
}

/** The three dates of a forecast. */
export function datesOf(forecast: FinishForecast | undefined): readonly (string | undefined)[] {
  assert.ok(forecast, 'nothing is known');
  return [forecast.p50, forecast.p80, forecast.p95].map((instant) =>
    instant === undefined ? undefined : finishDate(instant)?.toString(),
  );
}

/** The percentiles in working days from Monday 4 May 2026 on, for work that nobody interrupts but by weekends. */
export function daysFromMonday(forecast: FinishForecast | undefined): readonly number[] {
  assert.ok(forecast, 'nothing is known');
  return [forecast.p50, forecast.p80, forecast.p95].map((instant = NaN) => {
    const days = (instant - (startOf(mondayDate) ?? NaN)) / instantsPerDay;
    const weeks = Math.floor(days / 7);
    return weeks * 5 + Math.min(5, days - weeks * 7);
  });
}

export function assertClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, at) => {
    const difference = Math.abs(value - (expected[at] ?? NaN));
    assert.ok(difference <= tolerance, `${String(actual)} instead of ${String(expected)}`);
  });
}

function named<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((each) => each.id === id);
  assert.ok(found, `nothing is called ${id}`);
  return found;
}
