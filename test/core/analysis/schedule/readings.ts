import { PlanForecast } from '../../../../src/core/analysis/forecast/planForecast';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { programMilestones } from '../../../../src/core/analysis/schedule/projectFrame';
import type { ScheduledWork } from '../../../../src/core/analysis/schedule/scheduledWork';
import type { WorkRollUp } from '../../../../src/core/analysis/rollUp/workSum';

/** Everything that can be read of the schedule of a plan, by names, as plain data. */
export function scheduleReading({ plan, schedule }: PlanAnalysis): Readonly<Record<string, unknown>> {
  const nameOf = (work: ScheduledWork['work'] | undefined): string =>
    work ? `${work.uri} ${work.path.join('/')}` : '';
  const all = [...plan.files.values()].flatMap((file) => schedule.in(file));
  const works = all.map((one) => {
    const { work, file, kind, calendar, start, finish, early, late, totalFloat, freeFloat, critical, point } = one;
    const { driver, unknown, dropped } = one;
    const allowed = schedule.allowedStart(work);
    const reading = {
      ...{ file: file.uri, isCurrent: plan.files.get(file.uri) === file, kind, hours: calendar.minutesPerDay },
      ...{ start, finish, early, late, totalFloat, freeFloat, critical, point, dropped },
      driver: driver && { ...driver, work: nameOf(driver.work), through: nameOf(driver.through) },
      unknown: unknown && { ...unknown, work: nameOf(unknown.work) },
      planned: schedule.planned(work),
      allowed: allowed && [allowed.instant, allowed.driver.why],
      chain: schedule.chain(work).map(({ scheduled, driver: { why } }) => [scheduled.qualifiedId, why]),
      isSame: schedule.of(work) === one,
    };
    return [`${nameOf(work)} ${one.qualifiedId}`, reading];
  });
  const bookings = schedule.bookings.map(({ item, file, calendar: { minutesPerDay }, ...rest }) => [
    nameOf(item),
    file.uri,
    minutesPerDay,
    rest,
  ]);
  const spans = [...plan.files.values()].map((file) => schedule.span(file));
  return { works, bookings, spans };
}

/** What else follows from a plan and its schedule. */
export function restReading(analysis: PlanAnalysis): Readonly<Record<string, unknown>> {
  const { plan, capacity, rollUps } = analysis;
  const { projects } = plan;
  const programs = [...plan.files.values()].flatMap((file) =>
    file.kind === 'project' ? [] : (file.root?.fields.programs?.value ?? []),
  );
  const forecast = new PlanForecast(analysis, { runs: 16 });
  return {
    progress: projects.map((file) => analysis.progress(file).total),
    costs: projects.map((file) => [analysis.cost(file).earnedValue, analysis.cost(file).work.planned]),
    people: capacity.people.map(({ id, weeks }) => [id, weeks.map((w) => [w.week, w.demand, w.stated, w.capacity])]),
    over: capacity.overAllocations().length,
    away: capacity.timeAway.map(({ item, person, days, daysOff }) => [item.id, person, days, daysOff]),
    projects: projects.map((file) => rolledUp(rollUps.project(file))),
    healths: projects.map((file) => rollUps.project(file).health.reasons.map(({ why }) => why)),
    goals: plan.all('goal').map((goal) => rolledUp(rollUps.goal(goal))),
    releases: plan.all('release').map((release) => rolledUp(rollUps.release(release))),
    programs: programs.map((program) => rolledUp(rollUps.program(program))),
    forecasts: [
      ...projects.map((file) => forecast.project(file)),
      ...plan.all('goal').map((goal) => forecast.goal(goal)),
      ...plan.all('release').map((release) => forecast.release(release)),
      ...[...plan.files.values()].flatMap(programMilestones).map((milestone) => forecast.milestone(milestone)),
      ...projects.flatMap((file) =>
        (file.root?.fields.items?.value ?? []).map((item) => [forecast.item(item), forecast.criticality(item)]),
      ),
    ],
  };
}

function rolledUp({ progress, weight, items, earliest, latest, last, unscheduled }: WorkRollUp): unknown {
  return { progress, weight, items, dates: [earliest, latest].map(String), last: last?.qualifiedId, unscheduled };
}
