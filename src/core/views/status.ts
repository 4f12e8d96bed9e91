import { Temporal } from 'temporal-polyfill';
import type { FinishForecast } from '../analysis/forecast/finishForecast';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Milestone, StatusUpdate } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { attentionLines } from './attention';
import { constraintsOf } from './constraints';
import { known } from './known';
import type { Fact, State } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { projectHeading } from './projectHeading';
import { projectState, stateOf } from './projectState';
import type { MilestoneLine, StatusView, UpdateCard } from './statusModel';
import { statusReport } from './statusReport';
import { dayText, distanceText } from './texts';
import type { ViewSettings } from './viewSettings';

const mostAttention = 8;
const mostMilestones = 8;
const mostUpdates = 4;

/**
 * Where a project stands: its health by its manager and by its figures, scope, time and cost, what needs somebody, what
 * was last said of it, and a report that says all this.
 *
 * @param forecastOf the forecast of the project, where it is known: nothing is simulated for this view
 */
export function statusView(
  analysis: PlanAnalysis,
  file: ProjectFile,
  _settings: ViewSettings = {},
  forecastOf: (file: ProjectFile) => FinishForecast | undefined = (project) => analysis.forecast.known(project),
): StatusView {
  const hasContent = file.root !== undefined && Object.keys(file.root.fields).length > 0;
  const constraints = hasContent ? constraintsOf(analysis, file, forecastOf(file)) : [];
  const attention = attentionLines(analysis, file);
  const milestones = milestoneLines(analysis, file);
  const updates = newestFirst(file.root?.fields.status_updates?.value ?? []);
  const lastUpdate = updates.map(({ fields }) => fields.date?.value).find((date) => date !== undefined);
  const report = statusReport(analysis, file, { constraints, attention, milestones, lastUpdate });
  return known({
    ...projectHeading(analysis, file),
    view: 'status' as const,
    facts: hasContent ? statusFacts(analysis, file, lastUpdate) : [],
    constraints,
    attention: attention.slice(0, mostAttention),
    moreAttention: attention.length > mostAttention ? attention.length - mostAttention : undefined,
    milestones: milestones.slice(0, mostMilestones),
    updates: updates.slice(0, mostUpdates).map((update) => updateCard(analysis, update)),
    report,
  });
}

function statusFacts(
  analysis: PlanAnalysis,
  file: ProjectFile,
  lastUpdate: Temporal.PlainDate | undefined,
): readonly Fact[] {
  const { phase, manager, sponsor, health } = file.root?.fields ?? {};
  const at = (key: string): Fact['entry'] => ({ uri: file.uri, path: [key] });
  const state = projectState(analysis, file);
  const { computed } = analysis.rollUps.project(file).health;
  const byFigures = computed && stateOf(computed);
  const people = [
    { label: 'Project manager', key: 'manager', value: personName(analysis.plan, manager?.value) },
    { label: 'Sponsor', key: 'sponsor', value: personName(analysis.plan, sponsor?.value) },
  ];
  return [
    known({
      label: health ? 'Health' : 'Status',
      value: state.text,
      note: phase && `in ${phase.value}`,
      state: state.kind,
      entry: health && at('health'),
    }),
    ...(byFigures ? [{ label: 'By its figures', value: byFigures.text, state: byFigures.kind }] : []),
    ...(lastUpdate
      ? [
          {
            label: 'Last update',
            value: dayText(lastUpdate, analysis.today),
            note: distanceText(lastUpdate, analysis.today),
            entry: at('status_updates'),
          },
        ]
      : []),
    ...people.flatMap(({ label, key, value }) => (value === undefined ? [] : [{ label, value, entry: at(key) }])),
  ];
}

function newestFirst(updates: readonly StatusUpdate[]): readonly StatusUpdate[] {
  return [...updates].reverse().sort((one, other) => {
    const [a, b] = [one.fields.date?.value, other.fields.date?.value];
    return a && b ? Temporal.PlainDate.compare(b, a) : Number(!a) - Number(!b);
  });
}

function updateCard({ plan, today }: PlanAnalysis, update: StatusUpdate): UpdateCard {
  const { date, by, health, summary, done, next } = update.fields;
  const texts = (list: typeof done): readonly string[] =>
    (list?.value ?? []).map((each) => textOf(each)).filter((text) => text !== undefined);
  return known({
    entry: entryOf(update),
    date: date && dayText(date.value, today),
    when: date && distanceText(date.value, today),
    by: personName(plan, by?.value),
    state: health && stateOf(health.value),
    summary: textOf(summary),
    done: texts(done),
    next: texts(next),
  });
}

/** The milestones by their days: those to come, and of those that were reached the last one. */
function milestoneLines(analysis: PlanAnalysis, file: ProjectFile): readonly MilestoneLine[] {
  const promises = new Map(analysis.rollUps.project(file).promises.map((promise) => [promise.work, promise]));
  const all = (file.root?.fields.milestones?.value ?? []).map((milestone) => {
    const promise = promises.get(milestone);
    const { date, reached } = milestone.fields;
    const day = reached?.value ?? later(date?.value, promise?.finish);
    return { day, isReached: reached !== undefined, line: milestoneLine(milestone, day, promise?.daysLate) };
  });
  const sorted = all.sort((one, other) => {
    if (!one.day || !other.day) return Number(!one.day) - Number(!other.day);
    return Temporal.PlainDate.compare(one.day, other.day);
  });
  const last = sorted.filter(({ isReached }) => isReached).at(-1);
  return sorted.filter((each) => !each.isReached || each === last).map(({ line }) => line);

  function milestoneLine(
    milestone: Milestone,
    day: Temporal.PlainDate | undefined,
    daysLate: number | undefined,
  ): MilestoneLine {
    const isReached = milestone.fields.reached !== undefined;
    const isLate = daysLate !== undefined && daysLate > 0;
    return known({
      entry: entryOf(milestone),
      title: titleOf(milestone),
      state: isReached ? reachedState : isLate ? lateState : openState,
      date: day && dayText(day, analysis.today),
      late: isLate ? `${String(daysLate)} d late` : undefined,
    });
  }
}

const reachedState: State = { kind: 'done', text: 'Reached' };
const lateState: State = { kind: 'off-track', text: 'Late' };
const openState: State = { kind: 'todo', text: 'Not reached yet' };

function later(
  one: Temporal.PlainDate | undefined,
  other: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  if (!one || !other) return one ?? other;
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}
