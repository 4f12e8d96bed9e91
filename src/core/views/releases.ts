import { Temporal } from 'temporal-polyfill';
import { finishDate } from '../analysis/calendar';
import type { ForecastOf } from '../analysis/forecast/planForecast';
import { pastCheck } from '../analysis/pastPromises';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { lastDay } from '../analysis/rollUp/delays';
import type { Feature, ReadinessCheck, Release } from '../plan/generated/entities';
import type { RoadmapFile } from '../plan/planFile';
import { areaTitle } from '../plan/roles';
import { entryFilter, type Filterable } from './entryFilter';
import { featureState } from './goalState';
import { known } from './known';
import type { Fact, StateKind, ViewOptions } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import type { ReleaseCard, ReleaseCheck, ReleaseFeature, ReleasesView, Runway, RunwayMark } from './releasesModel';
import { isComing, releaseLateness, releaseState } from './releaseState';
import { countText, dayText, percentText } from './texts';
import type { ViewSettings } from './viewSettings';

/** The releases of a roadmap, each with its features, its readiness and its forecast. */
export function releasesView(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  settings: ViewSettings = {},
  forecastOf: ForecastOf = (thing) => analysis.forecast.known(thing),
): ReleasesView {
  const fields = roadmap.root?.fields;
  const cards = new Cards(analysis, forecastOf);
  const all = inOrder(fields?.releases?.value ?? []).map((release) => ({
    release,
    card: cards.of(release),
    asked: cards.filterable(release),
  }));
  const filter = entryFilter(settings);
  const left = filter ? all.filter(({ asked }) => filter(asked)) : all;
  return known({
    view: 'releases' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(fields?.product) ?? '',
    purpose: textOf(fields?.vision),
    facts: releaseFacts(analysis, roadmap),
    releases: left.map(({ card }) => card),
    shown: filter && { count: left.length, total: all.length },
    options: optionsOf(
      analysis,
      all.map(({ asked }) => asked),
    ),
  });
}

/** Those to come by date, then those without one, then what is out, the last first, then what was cancelled. */
function inOrder(releases: readonly Release[]): readonly Release[] {
  const groupOf = ({ fields: { status, date } }: Release): number => {
    if (status?.value === 'cancelled') return 3;
    if (status?.value === 'released') return 2;
    return date ? 0 : 1;
  };
  return [...releases].sort((one, other) => {
    const group = groupOf(one) - groupOf(other);
    const [first, second] = [one.fields.date?.value.last, other.fields.date?.value.last];
    if (group !== 0 || !first || !second) return group;
    return Temporal.PlainDate.compare(first, second) * (groupOf(one) === 2 ? -1 : 1);
  });
}

function optionsOf({ plan }: PlanAnalysis, asked: readonly Filterable[]): ViewOptions {
  const owners = new Set(asked.flatMap(({ people = [] }) => people));
  return known({
    filters: asked.length > 0 || undefined,
    owners: owners.size > 0 ? [...owners].map((value) => ({ value, title: plan.people.name(value) })) : undefined,
    atRisk: asked.length > 0 || undefined,
  });
}

/** Features in trouble stand first, those that are out last. */
const stateOrder: readonly StateKind[] = ['off-track', 'at-risk', 'in-progress', 'todo', 'done'];

class Cards {
  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly forecastOf: ForecastOf,
  ) {}

  of(release: Release): ReleaseCard {
    const { plan, rollUps, today } = this.analysis;
    const { owner, goal, date } = release.fields;
    const file = plan.fileOf(release);
    const { progress, featureCounts, checks, features } = rollUps.release(release);
    const day = date?.value.last;
    const isOpen = isComing(release);
    return known({
      entry: entryOf(release),
      title: titleOf(release),
      state: releaseState(this.analysis, release),
      date: day && dayText(day, today),
      left: day && isOpen ? leftText(day, today) : undefined,
      late: releaseLateness(this.analysis, release),
      owner: personName(plan, owner?.value),
      goals: (goal?.value ?? []).flatMap(({ value }) => {
        const found = file && plan.target(value, file);
        return found ? [{ entry: entryOf(found), title: titleOf(found) }] : [];
      }),
      progress: release.fields.status?.value === 'released' ? 1 : progress,
      features: features.map((feature) => this.#feature(feature)).sort(byState),
      featureText:
        features.length > 0 ? `${String(featureCounts.done)} of ${String(featureCounts.total)} released` : undefined,
      checks: this.#checks(release),
      checkText: checks.total > 0 ? `${String(checks.done)} of ${String(checks.total)} done` : undefined,
      runway: isOpen ? this.#runway(release, day) : undefined,
    });
  }

  /** What a filter may ask of a release; what is in it counts too. */
  filterable(release: Release): Filterable {
    const { plan, rollUps } = this.analysis;
    const { features } = rollUps.release(release);
    const parts = [release, ...features, ...(release.fields.readiness?.value ?? [])];
    const people = parts.flatMap(({ fields: { owner } }) => (owner ? [owner.value.id] : []));
    return {
      texts: [
        ...parts.map(({ id, fields }) => `${id} ${textOf(fields.title) ?? ''}`),
        ...people.map(nameIn(plan.people)),
      ],
      people,
      goals: (release.fields.goal?.value ?? []).map(({ value }) => value.id),
      state: releaseState(this.analysis, release).kind,
      late: releaseLateness(this.analysis, release) !== undefined,
    };
  }

  #feature(feature: Feature): ReleaseFeature {
    const state = featureState(this.analysis, feature);
    const { progress, statusFromItems } = this.analysis.rollUps.feature(feature);
    return known({
      entry: entryOf(feature),
      title: titleOf(feature),
      state,
      progress: statusFromItems === undefined || state.kind === 'done' ? undefined : progress,
      owner: personName(this.analysis.plan, feature.fields.owner?.value),
    });
  }

  #checks({ fields: { readiness } }: Release): readonly ReleaseCheck[] {
    const checks = readiness?.value ?? [];
    const isDone = ({ fields }: ReadinessCheck): boolean => fields.done?.value === true;
    const open = checks.filter((check) => !isDone(check)).sort(byDue);
    return [...open, ...checks.filter(isDone)].map((check) => this.#check(check));
  }

  #check(check: ReadinessCheck): ReleaseCheck {
    const { plan, today } = this.analysis;
    const { done, area, owner, due } = check.fields;
    const isPast = pastCheck(check, today) !== undefined;
    const day = due && dayText(due.value.last, today);
    return known({
      entry: entryOf(check),
      title: titleOf(check),
      state:
        done?.value === true
          ? { kind: 'done' as const, text: 'Done' }
          : isPast
            ? { kind: 'at-risk' as const, text: 'Overdue' }
            : { kind: 'todo' as const, text: 'Open' },
      area: area && areaTitle(area.value.id),
      owner: personName(plan, owner?.value),
      due: day !== undefined && isPast ? `${day}, overdue` : day,
    });
  }

  #runway(release: Release, date: Temporal.PlainDate | undefined): Runway | undefined {
    const { today, rollUps } = this.analysis;
    const forecast = this.forecastOf(release);
    const days = [
      { kind: 'date', label: 'Date', day: date },
      { kind: 'plan', label: 'Plan', day: lastDay(rollUps.release(release)) },
      { kind: 'p50', label: 'P50', day: forecast && finishDate(forecast.p50) },
      { kind: 'p80', label: 'P80', day: forecast?.p80 === undefined ? undefined : finishDate(forecast.p80) },
    ] as const;
    const ahead = days.flatMap(({ day, ...mark }) => (day && today.until(day).days >= 0 ? [{ ...mark, day }] : []));
    if (!ahead.some(({ kind }) => kind !== 'date')) return undefined;
    const most = Math.max(1, ...ahead.map(({ day }) => today.until(day).days));
    return known({
      marks: ahead.map(({ day, ...mark }): RunwayMark =>
        known({
          ...mark,
          day: dayText(day, today),
          at: today.until(day).days / most,
          late: date && Temporal.PlainDate.compare(day, date) > 0 ? true : undefined,
        }),
      ),
      meets: forecast?.meets === undefined ? undefined : percentText(forecast.meets),
      leftOut:
        forecast && forecast.leftOut > 0
          ? `without ${countText(forecast.leftOut, 'item')} that cannot be scheduled`
          : undefined,
    });
  }
}

function nameIn(people: PlanAnalysis['plan']['people']): (id: string) => string {
  return (id) => people.name(id);
}

function byState(one: ReleaseFeature, other: ReleaseFeature): number {
  return stateOrder.indexOf(one.state.kind) - stateOrder.indexOf(other.state.kind);
}

/** What is due first stands first, what has no day last. */
function byDue({ fields: { due: one } }: ReadinessCheck, { fields: { due: other } }: ReadinessCheck): number {
  if (!one || !other) return Number(one === undefined) - Number(other === undefined);
  return Temporal.PlainDate.compare(one.value.last, other.value.last);
}

/** `121 days left`, `today`, `3 days overdue`; calendar days. */
function leftText(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(day);
  if (days === 0) return 'today';
  return days > 0 ? `${countText(days, 'day')} left` : `${countText(-days, 'day')} overdue`;
}

function releaseFacts(analysis: PlanAnalysis, roadmap: RoadmapFile): readonly Fact[] {
  const all = roadmap.root?.fields.releases?.value ?? [];
  if (all.length === 0) return [];
  const coming = inOrder(all).filter(isComing);
  const out = all.filter(({ fields }) => fields.status?.value === 'released').length;
  const [next] = coming.filter(({ fields }) => fields.date);
  const day = next?.fields.date?.value.last;
  const rolled = coming.map((release) => analysis.rollUps.release(release));
  const open = rolled.reduce((sum, { checks }) => sum + checks.open, 0);
  const overdue = rolled.reduce((sum, { overdueChecks }) => sum + overdueChecks.length, 0);
  const unplanned = (roadmap.root?.fields.features?.value ?? []).filter(
    (feature) => feature.fields.release === undefined && isPlanned(analysis, feature),
  ).length;
  const facts: readonly (Fact | undefined)[] = [
    { label: 'Releases to come', value: String(coming.length), ...(out > 0 ? { note: `${String(out)} out` } : {}) },
    next && day
      ? { label: 'Next', value: titleOf(next), note: leftText(day, analysis.today), entry: entryOf(next) }
      : undefined,
    open > 0
      ? known({
          label: 'Open checks',
          value: String(open),
          note: overdue > 0 ? `${String(overdue)} overdue` : undefined,
          state: overdue > 0 ? ('at-risk' as const) : undefined,
        })
      : undefined,
    unplanned > 0 ? { label: 'In no release', value: countText(unplanned, 'feature') } : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Whether a feature is going to be made: ideas need no release yet. */
function isPlanned({ featureStatuses }: PlanAnalysis, feature: Feature): boolean {
  const status = featureStatuses.of(feature);
  return status === 'planned' || status === 'in-progress';
}
