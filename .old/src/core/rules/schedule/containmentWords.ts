import { Temporal } from 'temporal-polyfill';
import type { ProjectFile } from '../../plan/planFile';
import { formatDate, writeDate } from '../../plan/scalars';
import { named } from '../links/naming';
import { offer } from '../links/offer';
import type { Fix, FixContext, Report } from '../rule';
import { overstepsIn, type OutsideDate, type Overstep, type Side } from './containment';

/** What finds an overstep again: what holds the work, which end of it, and the work where it is a single one. */
export interface OverstepData {
  readonly [key: string]: string | readonly string[];
  readonly container: readonly string[];
  readonly side: string;
  readonly work: readonly string[];
}

/** The finding of an overstep: on the date that lies outside; of many together on the end that they overstep. */
export function overstepReport(overstep: Overstep): Report<OverstepData> {
  const data = dataOf(overstep);
  if (overstep.outside.length > 1) {
    const related = overstep.outside.map((one) => ({ at: one.date.at, message: `${dateText(one)}.` }));
    return { at: overstep.bound.at, message: crowdMessage(overstep), related: related.slice(0, mostRelated), data };
  }
  const { container, side, bound, outside } = overstep;
  const [one] = outside;
  const isProject = container.kind === 'project';
  const holder = isProject ? 'the project' : `${named(container)}, of which it is a part,`;
  const change = side === 'start' ? 'start earlier' : 'end later';
  const message = `${dateText(one)}, ${beyond(side)} ${holder} ${side}s on ${formatDate(bound.value)}: move it, or let ${isProject ? 'the project' : named(container)} ${change}.`;
  const related = [{ at: bound.at, message: `${named(container)} ${side}s on ${formatDate(bound.value)}.` }];
  return { at: one.date.at, message, related, data };
}

/** More places than these nobody follows. */
const mostRelated = 50;

function crowdMessage(overstep: Overstep): string {
  const { container, side, bound, outside, compared } = overstep;
  const what = container.kind === 'project' ? 'items and milestones' : 'items';
  const { work, date } = farthest(overstep);
  const change = side === 'start' ? 'start earlier' : 'end later';
  return `${named(container)} ${side}s on ${formatDate(bound.value)}, but ${String(outside.length)} of its ${String(compared)} ${what} with dates lie ${beyond(side)} that, ${named(work)} the farthest (${formatDate(date.value)}): let it ${change}, or move them.`;
}

function dateText({ work, property, date }: OutsideDate): string {
  return `${named(work)} ${property === 'date' ? 'is planned for' : `${property}s on`} ${formatDate(date.value)}`;
}

function beyond(side: Side): string {
  return side === 'start' ? 'before' : 'after';
}

/** The overstep that a finding spoke of, as the file is now; undefined where it is gone. */
export function overstepOf(file: ProjectFile, data: OverstepData): Overstep | undefined {
  const key = JSON.stringify(data);
  return overstepsIn(file).find((overstep) => JSON.stringify(dataOf(overstep)) === key);
}

/** Moves the end of what holds the work, so that all of it is within. */
export function widening(overstep: Overstep, file: ProjectFile, edit: FixContext['edit']): readonly Fix[] {
  const { container, side } = overstep;
  const { value } = farthest(overstep).date;
  const whose = container.kind === 'project' ? 'the project' : named(container);
  const change = edit.setScalar(file.uri, [...container.path, side], writeDate(value));
  return offer(`Let ${whose} ${side} on ${formatDate(value)}`, change);
}

/** Moves the date to the end that it oversteps; nothing where no part of the work is within. */
export function clamping(overstep: Overstep, file: ProjectFile, edit: FixContext['edit']): readonly Fix[] {
  const { bound, outside } = overstep;
  const [one] = outside;
  if (outside.length > 1 || one.isWhole) return [];
  const { work, property } = one;
  const what = property === 'date' ? named(work) : `the ${property} of ${named(work)}`;
  const change = edit.setScalar(file.uri, [...work.path, property], writeDate(bound.value));
  return offer(`Move ${what} to ${formatDate(bound.value)}`, change);
}

function dataOf({ container, side, outside }: Overstep): OverstepData {
  return { container: container.path, side, work: outside.length === 1 ? outside[0].work.path : [] };
}

function farthest({ side, outside }: Overstep): OutsideDate {
  return outside.reduce((one, other) => {
    const order = Temporal.PlainDate.compare(other.date.value, one.date.value);
    return (side === 'start' ? order < 0 : order > 0) ? other : one;
  });
}
