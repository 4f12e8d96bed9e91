import assert from 'node:assert/strict';
import type { EarnedValue, EarnedValueFigure } from '../../../../src/core/analysis/cost/earnedValue';
import type { Figure } from '../../../../src/core/analysis/cost/figure';
import type { ItemCost } from '../../../../src/core/analysis/cost/itemCosts';
import { majorUnits } from '../../../../src/core/analysis/cost/majorUnits';
import { ProjectCost, type CostBasis } from '../../../../src/core/analysis/cost/projectCost';
import { itemTree, topItems } from '../../../../src/core/analysis/lineage';
import type { ProjectFile } from '../../../../src/core/plan/planFile';
import { analysisOf } from '../schedule/scheduleFrom';

/** The money of one project by what stands below its first line. Monday 4 May 2026, unless another day is said. */
export function costOf(yaml: string, today?: string, people?: string): ProjectCost {
  const { basis, file } = basisOf(yaml, today, people);
  return new ProjectCost(basis, file);
}

/** What the cost of such a project follows from. */
export function basisOf(
  yaml: string,
  today = '2026-05-04',
  people?: string,
): { readonly basis: CostBasis; readonly file: ProjectFile } {
  const analysis = analysisOf(
    { 'p.project.yaml': `project: P\n${yaml}`, ...(people ? { '.throughline.yaml': people } : {}) },
    today,
  );
  const [file] = analysis.plan.projects;
  assert.ok(file, 'there is no project in this plan');
  const { plan, publicHolidays, schedule } = analysis;
  const progress = analysis.progress(file);
  return { basis: { plan, today: analysis.today, publicHolidays, schedule, progress: () => progress }, file };
}

/** The figures that are known, in major units, and the indices rounded to three digits. */
export function figures(cost: ProjectCost): Partial<Record<EarnedValueFigure, number>> {
  const indices: readonly string[] = ['cpi', 'spi', 'tcpi'];
  const { eacBy, tcpiTo, unknown, ...all } = cost.earnedValue;
  assert.deepEqual(
    Object.keys(unknown).sort(),
    names(all).filter((name) => all[name] === undefined),
    'what is undefined has a reason, and nothing else has',
  );
  assert.equal(tcpiTo === undefined, all.tcpi === undefined);
  assert.equal(eacBy['present-cpi'], all.eac);
  const known = names(all).flatMap((name) => {
    const value = all[name];
    if (value === undefined) return [];
    return [[name, indices.includes(name) ? Math.round(value * 1000) / 1000 : inMajorUnits(cost, value)]];
  });
  return Object.fromEntries(known) as Partial<Record<EarnedValueFigure, number>>;
}

function names(all: Readonly<Record<EarnedValueFigure, unknown>>): readonly EarnedValueFigure[] {
  return (Object.keys(all) as EarnedValueFigure[]).sort();
}

/** An estimate at completion by each form, in major units. */
export function estimates(cost: ProjectCost): Readonly<Record<string, number | undefined>> {
  const entries = Object.entries<EarnedValue['eac']>(cost.earnedValue.eacBy);
  return Object.fromEntries(entries.map(([form, value]) => [form, value && inMajorUnits(cost, value)]));
}

/** A figure in major units, or why there is none. */
export function amount(cost: ProjectCost, figure: Figure | undefined): number | string | undefined {
  if (!figure) return undefined;
  return figure.unknown ? figure.unknown.why : inMajorUnits(cost, figure.value);
}

/** What an item costs: planned, left and actual, in major units, or why that is not known. */
export function itemCost(cost: ProjectCost, id: string): readonly (number | string | undefined)[] {
  const item = [...itemTree(topItems(cost.file))].find((one) => one.id === id);
  assert.ok(item, `no item is called ${id}`);
  return parts(cost, cost.of(item));
}

export function parts(cost: ProjectCost, of: ItemCost | undefined): readonly (number | string | undefined)[] {
  return [amount(cost, of?.planned), amount(cost, of?.left), amount(cost, of?.actual)];
}

function inMajorUnits(cost: ProjectCost, minor: number): number {
  assert.ok(Number.isSafeInteger(minor), `${String(minor)} is no whole number of minor units`);
  assert.ok(cost.currency, 'there is an amount without a currency');
  return majorUnits(minor, cost.currency);
}
