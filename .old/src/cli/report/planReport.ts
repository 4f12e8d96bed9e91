import type { PlanAnalysis } from '../../core/analysis/planAnalysis';
import type { ProjectRollUp, GoalRollUp, ReleaseRollUp } from '../../core/analysis/rollUp/rollUps';
import type { EarnedValue } from '../../core/analysis/cost/earnedValue';
import type { PersonLoad } from '../../core/analysis/capacity/personLoad';
import type { OverAllocation } from '../../core/analysis/capacity/overAllocation';
import type { FinishForecast } from '../../core/analysis/forecast/finishForecast';
import { qualifiedId } from '../../core/analysis/schedule/workName';
import type { Goal, Release } from '../../core/plan/generated/entities';
import type { PlanFile, ProjectFile, RoadmapFile } from '../../core/plan/planFile';
import type { AskedFile } from '../askedPlans';
import { isoDate, reportedEarnedValue, reportedForecast, reportedWhole, shareInTime } from './figures';
import type { ReportedGoal, ReportedPerson, ReportedPlan, ReportedProject, ReportedRelease } from './reportedPlan';

/** What a report tells, each part with what people are told besides. */
export interface PlanReport {
  readonly projects: readonly ProjectReport[];
  readonly goals: readonly GoalReport[];
  readonly releases: readonly ReleaseReport[];
  readonly people: readonly PersonReport[];
}

export interface ProjectReport {
  readonly reported: ReportedProject;
  readonly file: ProjectFile;
  readonly rollUp: ProjectRollUp;
  readonly earnedValue: EarnedValue;
  readonly forecast: FinishForecast | undefined;
}

export interface GoalReport {
  readonly reported: ReportedGoal;
  readonly goal: Goal;
  readonly rollUp: GoalRollUp;
}

export interface ReleaseReport {
  readonly reported: ReportedRelease;
  readonly release: Release;
  readonly rollUp: ReleaseRollUp;
  readonly forecast: FinishForecast | undefined;
}

export interface PersonReport {
  readonly reported: ReportedPerson;
  readonly name: string;
  readonly load: PersonLoad;
  readonly overAllocations: readonly OverAllocation[];
}

/**
 * The report on some files: the projects, the goals and releases of the roadmaps, and the people whom they define or
 * who work on their projects. Each of them counts with all of the plan.
 */
export function planReport(files: readonly AskedFile[]): PlanReport {
  const byAnalysis = new Map<PlanAnalysis, PlanFile[]>();
  for (const { file, state } of files)
    byAnalysis.set(state.analysis, [...(byAnalysis.get(state.analysis) ?? []), file]);
  const projects = files.flatMap(({ file, state }) =>
    file.kind === 'project' && file.root ? [projectReport(file, state.analysis)] : [],
  );
  const roadmaps = files.flatMap(({ file, state }) =>
    file.kind === 'roadmap' ? [{ file, analysis: state.analysis }] : [],
  );
  return {
    projects,
    goals: roadmaps.flatMap(({ file, analysis }) => goalReports(file, analysis)),
    releases: roadmaps.flatMap(({ file, analysis }) => releaseReports(file, analysis)),
    people: [...byAnalysis].flatMap(([analysis, asked]) => peopleReports(asked, analysis)),
  };
}

/** What other programs are told. */
export function reportedPlan({ projects, goals, releases, people }: PlanReport): ReportedPlan {
  return {
    projects: projects.map(({ reported }) => reported),
    goals: goals.map(({ reported }) => reported),
    releases: releases.map(({ reported }) => reported),
    people: people.map(({ reported }) => reported),
  };
}

function projectReport(file: ProjectFile, analysis: PlanAnalysis): ProjectReport {
  const rollUp = analysis.rollUps.project(file);
  const { earnedValue, currency } = analysis.cost(file);
  const forecast = analysis.forecast.project(file);
  const reported = {
    ...reportedWhole(file.id, rollUp),
    earnedValue: reportedEarnedValue(earnedValue, currency),
    forecast: { ...reportedForecast(forecast), meetsEnd: shareInTime(forecast) },
  };
  return { reported, file, rollUp, earnedValue, forecast };
}

function goalReports(file: RoadmapFile, analysis: PlanAnalysis): readonly GoalReport[] {
  return (file.root?.fields.goals?.value ?? []).map((goal) => {
    const rollUp = analysis.rollUps.goal(goal);
    const { progress, finish } = reportedWhole(goal.id, rollUp);
    const reported = {
      id: goal.id,
      product: file.id,
      progress,
      keyResults: rollUp.keyResults.progress ?? null,
      projects: rollUp.projects.map(({ id }) => id),
      finish,
    };
    return { reported, goal, rollUp };
  });
}

function releaseReports(file: RoadmapFile, analysis: PlanAnalysis): readonly ReleaseReport[] {
  return (file.root?.fields.releases?.value ?? []).map((release) => {
    const rollUp = analysis.rollUps.release(release);
    const forecast = analysis.forecast.release(release);
    const { id, ...whole } = reportedWhole(release.id, rollUp);
    const reported = {
      id,
      product: file.id,
      date: isoDate(release.fields.date?.value.last),
      ...whole,
      forecast: { ...reportedForecast(forecast), meetsDate: shareInTime(forecast) },
    };
    return { reported, release, rollUp, forecast };
  });
}

function peopleReports(files: readonly PlanFile[], analysis: PlanAnalysis): readonly PersonReport[] {
  const { plan, capacity } = analysis;
  const asked = new Set(files);
  const isAsked = ({ id, bookings }: PersonLoad): boolean =>
    bookings.some(({ file }) => asked.has(file)) ||
    plan.people.definitions(id).some((definition) => files.some(({ uri }) => uri === definition.uri));
  const over = capacity.overAllocations();
  return capacity.people.filter(isAsked).map((load) => ({
    reported: reportedPerson(load),
    name: plan.people.name(load.id),
    load,
    overAllocations: over.filter(({ person }) => person === load),
  }));
}

function reportedPerson({ id, weeks, minutesPerDay }: PersonLoad): ReportedPerson {
  const inDays = (minutes: number): number => Math.round((minutes / minutesPerDay) * 100) / 100;
  return {
    id,
    weeks: weeks.map(({ week, demand, capacity, bookings }) => ({
      week,
      demand: inDays(demand),
      capacity: capacity === undefined ? null : inDays(capacity),
      items: [...new Set(bookings.map(({ booking: { item, file } }) => qualifiedId(item, file)))],
    })),
  };
}
