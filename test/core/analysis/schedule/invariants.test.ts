import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  endOf,
  instantsPerDay,
  startOf,
  type Instant,
  type WorkingCalendar,
} from '../../../../src/core/analysis/calendar';
import { statedEffort, sizeScale } from '../../../../src/core/analysis/effort';
import { childItems, parentItem } from '../../../../src/core/analysis/lineage';
import { leafStatus } from '../../../../src/core/analysis/openWork';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { Booking, Dates, ScheduledWork } from '../../../../src/core/analysis/schedule/scheduledWork';
import type { Item } from '../../../../src/core/plan/generated/entities';
import type { Work } from '../../../../src/core/plan/plan';
import type { DependencyLink } from '../../../../src/core/plan/entity';
import type { ProjectFile } from '../../../../src/core/plan/planFile';
import { analysisOfRandom, filesOf, plainPlan, randomPlan, type PlanOptions, type RandomPlan } from './randomPlans';

/** Every plan that is drawn, with its files where it fails. */
function holds(options: PlanOptions, check: (analysis: PlanAnalysis, plan: RandomPlan) => void, numRuns = 150): void {
  const property = fc.property(randomPlan(options), (plan) => {
    try {
      check(analysisOfRandom(plan), plan);
    } catch (error) {
      const texts = Object.entries(filesOf(plan)).map(([name, text]) => `${name}\n${text}`);
      throw new Error(`${String(error)}\ntoday ${plan.today}\n${texts.join('\n')}`, { cause: error });
    }
  });
  fc.assert(property, { numRuns });
}

function allOf({ plan, schedule }: PlanAnalysis): readonly ScheduledWork[] {
  return [...plan.files.values()].flatMap((file) => schedule.in(file));
}

function isParent({ work }: ScheduledWork): boolean {
  return work.kind === 'item' && childItems(work).length > 0;
}

/** The dates of the two schedules that a plan has. */
type Reading = (one: ScheduledWork | undefined) => Dates | undefined;
const early: Reading = (one) => one?.early;
const feasible: Reading = (one) =>
  one?.start === undefined || one.finish === undefined ? undefined : { start: one.start, finish: one.finish };

/** An instant moved by a lag, as the calendar alone has it. */
function moved(calendar: WorkingCalendar, instant: Instant, { lag }: DependencyLink): Instant {
  if (!lag) return instant;
  const elapsed = calendar.elapsedMinutes(lag);
  if (elapsed !== undefined) return instant + elapsed;
  const end = calendar.add(instant, calendar.minutes(lag));
  assert.ok(end !== undefined);
  return lag.amount > 0 ? end : (calendar.previousWorkingFinish(end) ?? end);
}

function holdersOf(work: Work): readonly Work[] {
  const parent = work.kind === 'item' ? parentItem(work) : undefined;
  return parent ? [work, ...holdersOf(parent)] : [work];
}

/** Holds the start of a leaf or milestone against all that its own file and the dependencies say. */
function assertAllowed(analysis: PlanAnalysis, one: ScheduledWork, read: Reading): void {
  const { plan, schedule, today } = analysis;
  const dates = read(one);
  if (!dates || isParent(one)) return;
  const { start, finish } = dates;
  const isSized = start < finish;
  const project = one.file as ProjectFile;
  assert.ok(start >= (startOf(today) ?? 0), `${one.qualifiedId} starts before today`);
  const origin = project.root?.fields.start;
  if (origin) assert.ok(start >= (startOf(origin.value) ?? 0), `${one.qualifiedId} starts before its project`);
  for (const holder of holdersOf(one.work)) {
    const notBefore = holder.kind === 'item' ? holder.fields.not_before : holder.fields.date;
    const limit = notBefore && (holder.kind === 'item' ? startOf(notBefore.value) : endOf(notBefore.value));
    assert.ok(start >= (limit ?? 0), `${one.qualifiedId} starts before a stated day`);
    for (const { value } of holder.fields.depends_on?.value ?? []) {
      const resolution = plan.resolve(value.target, one.file);
      const target = resolution.status === 'found' ? read(schedule.of(resolution.entity as Work)) : undefined;
      if (!target) continue;
      const from = value.type === 'SS' || value.type === 'SF' ? target.start : target.finish;
      const allowed = moved(one.calendar, from, value);
      const isForFinish = value.type === 'FF' || value.type === 'SF';
      if (!isForFinish) assert.ok(start >= allowed, `${one.qualifiedId} does not wait for ${value.target.text}`);
      // A finish waits in the working time of the activity, which days off of people change.
      else if (isElapsed(one))
        assert.ok(finish >= allowed, `${one.qualifiedId} ends before ${value.target.text} lets it`);
      else if (read === early || !isStaffed(one))
        assert.ok(
          finish >= allowed || (isSized && one.calendar.between(finish, allowed) === 0),
          `${one.qualifiedId} ends before ${value.target.text} lets it`,
        );
    }
  }
}

/** Whether nothing is written of when a piece of work takes place, or how far it is. */
function isPlain({ fields }: Work): boolean {
  const keys = ['start', 'end', 'started', 'finished', 'reached', 'progress', 'status'];
  return keys.every((key) => !(key in fields));
}

function isElapsed({ work }: ScheduledWork): boolean {
  return work.kind === 'item' && work.fields.duration?.value.elapsed === true;
}

function isStaffed({ work }: ScheduledWork): boolean {
  return work.kind === 'item' && (work.fields.assignees !== undefined || work.fields.owner !== undefined);
}

describe('a schedule of any plan without stated dates', () => {
  it('starts nothing before all that it waits for allows, early or feasible', () => {
    holds(plainPlan, (analysis) => {
      for (const one of allOf(analysis)) {
        assertAllowed(analysis, one, early);
        assertAllowed(analysis, one, feasible);
      }
    });
  });

  it('has its milestones after all items that name them', () => {
    holds(plainPlan, ({ plan, schedule }) => {
      for (const file of plan.projects) {
        for (const { work, early: own, finish } of schedule.in(file)) {
          const reference = work.kind === 'item' ? work.fields.milestone?.value : undefined;
          const milestone = reference && plan.target(reference, file);
          const named = milestone && schedule.of(milestone);
          if (own && named?.early) assert.ok(named.early.start >= own.finish);
          if (finish !== undefined && named?.finish !== undefined) assert.ok(named.finish >= finish);
        }
      }
    });
  });

  it('has parents from the start of their first child to the end of their last', () => {
    holds(plainPlan, (analysis) => {
      for (const one of allOf(analysis)) {
        if (!isParent(one) || one.start === undefined) continue;
        const children = childItems(one.work as Item).flatMap((child) => {
          const scheduled = analysis.schedule.of(child);
          return scheduled && !scheduled.dropped ? [scheduled] : [];
        });
        if (children.some(({ start }) => start === undefined)) continue;
        assert.equal(one.start, Math.min(...children.map(({ start = NaN }) => start)));
        assert.equal(one.finish, Math.max(...children.map(({ finish = NaN }) => finish)));
      }
    });
  });

  it('has no late date before an early one, and floats from 0 up, the free one within the total one', () => {
    holds(plainPlan, (analysis) => {
      for (const one of allOf(analysis)) {
        if (!one.early || !one.late) continue;
        assert.ok(one.late.start >= one.early.start && one.late.finish >= one.early.finish, one.qualifiedId);
        assert.ok(one.totalFloat !== undefined && one.totalFloat >= 0, `total float of ${one.qualifiedId}`);
        assert.ok(one.freeFloat !== undefined && one.freeFloat >= 0, `free float of ${one.qualifiedId}`);
        assert.ok(
          one.freeFloat <= one.totalFloat,
          `${one.qualifiedId}: ${String(one.freeFloat)} of ${String(one.totalFloat)}`,
        );
      }
    });
  });

  it('has something critical in every project', () => {
    holds(plainPlan, ({ plan, schedule }) => {
      for (const file of plan.projects) {
        const known = schedule.in(file).filter(({ early: dates }) => dates);
        assert.ok(known.length === 0 || known.some(({ critical }) => critical), file.id);
      }
    });
  });

  // Whoever has a country or days of their own may work on a holiday of the project, and finish early what others
  // wait for. Without such days everybody works when their project does, and takes turns: that can only delay.
  // What takes longer, with the share of a later window, starts earlier where it is the finish that waits, and lets go
  // earlier on what waits for that start.
  it('places nothing before its early dates, where people have no days of their own and no finish waits', () => {
    holds({ ...plainPlan, hasOwnDays: false, hasFinishLinks: false }, (analysis) => {
      for (const { start, finish, early: dates, qualifiedId } of allOf(analysis)) {
        if (start === undefined || finish === undefined || !dates) continue;
        assert.ok(start >= dates.start, `the start of ${qualifiedId}`);
        assert.ok(finish >= dates.finish, `the end of ${qualifiedId}`);
      }
    });
  });

  it('asks nobody for more than they have, nor outside the time that they have for a project', () => {
    holds(plainPlan, ({ plan, schedule }) => {
      for (const [person, bookings] of grouped(schedule.bookings, ({ person }) => person)) {
        const { kind, capacity } = plan.people.fields(person);
        if (kind && kind.value !== 'person') continue;
        for (const booking of bookings) assertInWindow(booking);
        const away = plan.people.definitions(person).flatMap(({ fields }) => fields.away?.value ?? []);
        for (const { value } of away)
          for (const { calendar } of bookings) assert.equal(calendar.workdays(value.first, value.last), 0);
        const most = (capacity?.value ?? 100) / 100;
        const load = largestLoad(bookings);
        assert.ok(load <= most + 1e-5, `${person} is asked for ${String(load)} of ${String(most)}`);
      }
    });
  });

  it('books all of the effort that it places', () => {
    holds(plainPlan, ({ schedule }) => {
      for (const [item, bookings] of grouped(schedule.bookings, ({ item }) => item)) {
        const one = schedule.of(item);
        assert.ok(one, item.id);
        const effort = statedEffort(item, sizeScale(one.file as ProjectFile), one.calendar);
        if (effort === undefined || item.fields.duration) continue;
        const booked = bookings.reduce((sum, booking) => sum + effortOf(booking), 0);
        assert.ok(Math.abs(booked - effort) <= 1, `${item.id}: ${String(booked)} of ${String(effort)} minutes`);
      }
    });
  });
});

/** What is known of all work by its ids: what the order of files and entries may not change. */
function knownDates(analysis: PlanAnalysis): ReadonlyMap<string, unknown> {
  const all = allOf(analysis).map((one): [string, unknown] => {
    const { start, finish, early: first, late, totalFloat, freeFloat, critical, point, unknown, dropped } = one;
    const planned = analysis.schedule.planned(one.work);
    return [
      one.qualifiedId,
      { start, finish, first, late, totalFloat, freeFloat, critical, point, unknown: unknown?.kind, dropped, planned },
    ];
  });
  return new Map(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const anyPlan: PlanOptions = { ...plainPlan, isDated: true, isCyclic: true };

describe('a schedule of any plan', () => {
  it('is the same whatever the order of files and entries', () => {
    holds({ ...anyPlan, isSequential: false }, (analysis, plan) => {
      const reversed = analysisOfRandom(plan, true);
      assert.deepEqual(knownDates(reversed), knownDates(analysis));
    });
  });

  it('lets work that states nothing itself wait for all that others state', () => {
    holds({ ...plainPlan, isDated: true }, (analysis) => {
      for (const one of allOf(analysis)) {
        if (!isPlain(one.work)) continue;
        assertAllowed(analysis, one, early);
        assertAllowed(analysis, one, feasible);
      }
    });
  });

  it('books all of the effort of what is done, and what is left of the rest', () => {
    holds({ ...plainPlan, isDated: true }, ({ schedule }) => {
      for (const [item, bookings] of grouped(schedule.bookings, ({ item: own }) => own)) {
        const one = schedule.of(item);
        assert.ok(one, item.id);
        const { duration, progress } = item.fields;
        const effort = statedEffort(item, sizeScale(one.file as ProjectFile), one.calendar);
        // Where nobody worked on any day since it began, what is done cannot be booked.
        const isBegun = bookings.some(({ basis }) => basis === 'actual');
        const isBooked = isBegun || (progress?.value ?? 0) === 0;
        // Nor can what is left, where its stated end leaves no day for it.
        const isRestBooked =
          leafStatus(item) === 'done' || progress?.value === 100 || bookings.some(({ basis }) => basis !== 'actual');
        if (effort === undefined || duration || !isBooked || !isRestBooked || childItems(item).length > 0) continue;
        const booked = bookings.reduce((sum, booking) => sum + effortOf(booking), 0);
        // Stated dates may leave no day on which anybody is there.
        if (booked === 0) continue;
        const isClose = Math.abs(booked - effort) <= 1 + effort * 1e-5;
        assert.ok(isClose, `${item.id}: ${String(booked)} of ${String(effort)} minutes`);
      }
    });
  });

  it('explains every start by a chain of works that ends with its own', () => {
    holds(anyPlan, (analysis) => {
      for (const one of allOf(analysis)) {
        const chain = analysis.schedule.chain(one.work);
        if (!one.driver) {
          assert.deepEqual(chain, [], `${one.qualifiedId} is unknown`);
          continue;
        }
        assert.equal(chain.at(-1)?.scheduled.work, one.work, `the chain of ${one.qualifiedId} ends elsewhere`);
        assert.equal(new Set(chain.map(({ scheduled }) => scheduled.work)).size, chain.length);
        for (const [at, { driver }] of chain.entries()) {
          const before = chain[at - 1]?.scheduled.work;
          const isFirst = driver.work === undefined || driver.kind === 'parent';
          if (isFirst) assert.equal(before, undefined, `${driver.why} is no first cause`);
          // Of what states its end alone, nobody knows why it starts.
          else if (!before) assert.ok(!analysis.schedule.of(driver.work)?.driver, driver.why);
          else assert.ok(holdersOf(before).includes(driver.work), `${driver.why} names nothing before it`);
        }
      }
    });
  });

  it('has either dates and a driver or a reason, all of them finite numbers, whatever is written', () => {
    holds({ ...anyPlan, isAbsurd: true }, (analysis) => {
      for (const one of allOf(analysis)) {
        const { start, finish, early: first, late, totalFloat, freeFloat, driver, unknown, dropped, qualifiedId } = one;
        const planned = analysis.schedule.planned(one.work);
        const numbers = [start, finish, first?.start, first?.finish, late?.start, late?.finish, totalFloat, freeFloat];
        for (const number of [...numbers, planned?.start, planned?.finish])
          assert.ok(number === undefined || Number.isSafeInteger(number), `${qualifiedId} has ${String(number)}`);
        if (dropped) continue;
        const isKnown = start !== undefined && finish !== undefined && unknown === undefined;
        assert.equal(isKnown, driver !== undefined, `${qualifiedId}: ${String(driver?.why)}, ${String(unknown?.why)}`);
        assert.ok(isKnown || unknown !== undefined, `${qualifiedId} has neither dates nor a reason`);
        if (isKnown) assert.ok(start <= finish && first !== undefined && late !== undefined, qualifiedId);
        for (const text of [driver?.why, unknown?.why]) assert.doesNotMatch(text ?? '', /undefined|NaN|unknown day/);
      }
      for (const { from, until, share, person } of analysis.schedule.bookings)
        assert.ok(from < until && share > 0 && Number.isFinite(from + until + share), person);
    });
  });

  it('loses no dates to a broken item but those of what waits for it', () => {
    holds({ ...plainPlan, isDated: true }, (analysis, plan) => {
      const broken = analysisOfRandom(withBrokenItem(plan));
      const before = knownIds(analysis);
      for (const { qualifiedId, unknown } of allOf(broken)) {
        // What waits for itself does so with all that is below it.
        if (!unknown || !before.has(qualifiedId) || qualifiedId.startsWith('p0/i1')) continue;
        // Whoever has less to do is free at other times, which may be outside a window.
        const isMoved = unknown.kind === 'nobody-free';
        assert.ok(isMoved || unknown.kind === 'waits-for-unknown', `${qualifiedId} ${unknown.why}`);
      }
    });
  });
});

/** The same plan, the first item of which waits for itself and says nothing that makes sense. */
function withBrokenItem(plan: RandomPlan): RandomPlan {
  const [first, ...others] = plan.projects;
  const [item, ...items] = first?.items ?? [];
  if (!first || !item) return plan;
  const nonsense = { estimate: 'soon', start: '2026-02-30', assignees: { nobody: '300%' }, depends_on: ['i1', 'p9/x'] };
  const fields = { ...item.fields, ...nonsense };
  return { ...plan, projects: [{ ...first, items: [{ ...item, fields }, ...items] }, ...others] };
}

function knownIds(analysis: PlanAnalysis): ReadonlySet<string> {
  return new Set(allOf(analysis).flatMap(({ unknown, qualifiedId }) => (unknown ? [] : [qualifiedId])));
}

function grouped<K>(bookings: readonly Booking[], keyOf: (booking: Booking) => K): ReadonlyMap<K, readonly Booking[]> {
  const groups = new Map<K, Booking[]>();
  for (const booking of bookings) {
    const key = keyOf(booking);
    groups.set(key, [...(groups.get(key) ?? []), booking]);
  }
  return groups;
}

/** Whether somebody is on the team, or the file has no windows for them at all. */
function assertInWindow({ file, person, from, until, item }: Booking): void {
  const windows = (file.root?.fields.team?.value ?? []).filter(({ key }) => key.value.id === person);
  const all = windows.flatMap(({ value }) => value ?? []);
  if (all.length === 0) return;
  const isInside = all.some(({ fields }) => {
    const first = (fields.from && startOf(fields.from.value)) ?? -Infinity;
    const last = (fields.to && endOf(fields.to.value)) ?? Infinity;
    return first <= from && until <= last;
  });
  assert.ok(isInside, `${person} works on ${item.id} outside the window`);
}

/** The largest sum of shares that bookings have at any one time. */
function largestLoad(bookings: readonly Booking[]): number {
  const edges = new Set<Instant>();
  for (const { from, until } of bookings) {
    edges.add(from).add(until);
    for (let at = Math.ceil(from / instantsPerDay) * instantsPerDay; at < until; at += instantsPerDay) edges.add(at);
  }
  const load = (at: Instant): number =>
    bookings
      .filter(({ from, until }) => from <= at && at < until)
      .filter(({ calendar }) => calendar.isWorkday(Math.floor(at / instantsPerDay)))
      .reduce((sum, { share }) => sum + share, 0);
  return Math.max(0, ...[...edges].map(load));
}

/** The person-minutes of a booking. */
function effortOf({ from, until, share, calendar }: Booking): number {
  return (calendar.between(from, until) ?? NaN) * share;
}
