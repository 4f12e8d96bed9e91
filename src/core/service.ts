import type { Diagnostic } from 'vscode-languageserver-types';
import type { EarlierPlan } from './analysis/changes/earlierPlan';
import { defaultSince } from './analysis/changes/since';
import type { ForecastOf } from './analysis/forecast/planForecast';
import { diagnosticOf, type DiagnosticOptions } from './features/diagnostics';
import { exportText } from './exports/exportText';
import type { TextFormat } from './exports/formats';
import type { PlanState } from './features/planState';
import type { PlanIndex } from './plan/plan';
import type { PlanFile } from './plan/planFile';
import { PlanSet } from './plan/planSet';
import type { RuleSettings } from './rules/ruleSettings';
import { actionAnswers } from './service/answers/actions';
import { additionAnswers } from './service/answers/additions';
import { annotationAnswers } from './service/answers/annotations';
import type { Asked } from './service/answers/asked';
import { completingAnswers } from './service/answers/completing';
import { navigationAnswers } from './service/answers/navigation';
import { overviewAnswers } from './service/answers/overview';
import { readingAnswers } from './service/answers/reading';
import { structureAnswers } from './service/answers/structure';
import { symbolAnswers } from './service/answers/symbols';
import { EarlierPlans } from './service/earlierPlans';
import { findingsFor, isWorthTelling } from './service/firstAnswer';
import { Forecasts } from './service/forecasts';
import { HostHolidays } from './service/hostHolidays';
import { KnownDiagnostics } from './service/knownDiagnostics';
import type { PlanHost } from './service/planHost';
import { PlanSources, type FileChange, type LoadWatch } from './service/planSources';
import { PlanStates } from './service/planStates';
import type { TextChange } from './text/sourceText';
import { brokenSource, contentStamp, viewData, type UnreadablePlace } from './views';
import { forecastIn } from './views/forecastIn';
import type { ViewData, ViewName } from './views/model';
import type { ViewSettings } from './views/viewSettings';

export type { PlanState } from './features/planState';
export type { PlanHost } from './service/planHost';
export type { FileChange, LoadWatch } from './service/planSources';

/** A view of a file, and what it was made from. */
export interface FileView {
  /** The version of an open document; of any other a stamp of its content. */
  readonly version: number;
  readonly data: ViewData;
  /** Set while the source cannot be read as a whole. */
  readonly broken?: UnreadablePlace;
}

export type PlanService = ReturnType<typeof createPlanService>;

/**
 * Plans behind one facade: files go in, findings and answers come out. All wiring is here. It keeps no clock and reads
 * nothing by itself: everything comes from its host and from what it is told.
 */
export function createPlanService(host: PlanHost) {
  const plans = new PlanSet();
  const sources = new PlanSources(plans, host);
  const holidays = new HostHolidays(host);
  const states = new PlanStates();
  const diagnosed = new KnownDiagnostics();
  const forecasts = new Forecasts(() => host.pause());
  const earlierPlans = new EarlierPlans(host.earlier?.bind(host));
  const listeners = new Set<() => void>();
  let settings: RuleSettings = {};
  let complete = false;
  let changes = 0;
  let loading: Promise<void> | undefined;

  function changed(): void {
    changes++;
    void holidays.askFor(plans.plans)?.then(changed);
    for (const listener of listeners) listener();
  }

  async function load(watch?: LoadWatch): Promise<void> {
    const isWhole = await sources.readAll(watch);
    await holidays.askFor(plans.plans);
    complete = isWhole && host.isPartial?.() !== true;
    changed();
  }

  function stateOf(plan: PlanIndex): PlanState {
    const today = host.asOf?.() ?? plan.settings?.root?.fields.status_date?.value ?? host.today();
    return states.of(plan, { today, publicHolidays: holidays.current, settings, complete });
  }

  function stateFor(uri: string): PlanState | undefined {
    const plan = plans.planOf(uri);
    return plan && stateOf(plan);
  }

  function allStates(): readonly PlanState[] {
    return plans.plans.map(stateOf);
  }

  /** The state of a file's plan, or of every plan. */
  function statesOf(uri: string | undefined): readonly PlanState[] {
    return uri === undefined ? allStates() : [stateFor(uri)].filter((state) => state !== undefined);
  }

  /** @returns whether the states are checked as far as is wanted: not where the plan has changed meanwhile */
  async function check(
    states: readonly PlanState[],
    isWanted: () => boolean,
    isEnough: (state: PlanState) => boolean,
  ): Promise<boolean> {
    const isStill = unchanged(states);
    for (const state of states) {
      let isWhole = state.complete;
      for (const _ of state.checking()) {
        isWhole &&= !isEnough(state);
        if (!isWhole) break;
        await host.pause();
        if (!isStill() || !isWanted()) return false;
      }
      if (isWhole) sources.letGoOfNodes(state.plan);
    }
    return true;
  }

  /** Tells whether plans are still what they were: files come in one after the other, and are told of when all are there. */
  function unchanged(states: readonly PlanState[]): () => boolean {
    const begun = changes;
    const before = states.map(({ plan }) => [plan, plan.files] as const);
    return () => changes === begun && before.every(([plan, files]) => plan.files === files);
  }

  /** What a view compares its plan with, as far as that is known. */
  function earlierFor(
    state: PlanState,
    view: ViewName | undefined,
    { since = defaultSince }: ViewSettings = {},
  ): EarlierPlan | undefined {
    return view === 'overview' ? earlierPlans.known(state.analysis, since) : undefined;
  }

  const asked: Asked = (uri, answer) => {
    const state = stateFor(uri);
    const file = state?.plan.files.get(uri);
    return state && file && answer(state, file.document.source);
  };

  return Object.freeze({
    /**
     * Reads all files anew. Calls while one is under way share it.
     *
     * @param watch is told of it, and may end it: the plans count as incomplete then
     */
    load(watch?: LoadWatch): Promise<void> {
      loading ??= load(watch).finally(() => (loading = undefined));
      return loading;
    },

    setFolders(): void {
      plans.setFolders(host.folders());
      changed();
    },

    setSettings(next: RuleSettings): void {
      settings = next;
      changed();
    },

    /** What depends on today is found anew. */
    didChangeDay(): void {
      changed();
    },

    didOpen(uri: string, version: number, text: string): void {
      if (sources.open(uri, version, text)) changed();
    },

    didChange(uri: string, version: number, changes: readonly TextChange[]): void {
      if (sources.edit(uri, version, changes)) changed();
    },

    /** After it a file is again what is on disk. */
    async didClose(uri: string): Promise<void> {
      if (await sources.close(uri)) changed();
    },

    async didChangeFiles(changes: readonly FileChange[]): Promise<void> {
      if (await sources.update(changes)) changed();
    },

    /** Called after every change of what the service would answer. @returns a function that ends it */
    onDidChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    get complete(): boolean {
      return complete;
    },

    /** The URIs of all files of all plans. */
    uris(): readonly string[] {
      return plans.plans.flatMap(({ files }) => [...files.keys()]);
    },

    /** The version that the client gave an open document; undefined for one that is not open. */
    version(uri: string): number | undefined {
      return sources.version(uri);
    },

    /** The plan that a file belongs to and what is known of it; undefined for a file that belongs to none. */
    state(uri: string): PlanState | undefined {
      return stateFor(uri);
    },

    /** Every plan. */
    states(): readonly PlanState[] {
      return allStates();
    },

    file(uri: string): PlanFile | undefined {
      return plans.planOf(uri)?.files.get(uri);
    },

    /** A view of a file, the first one of its kind where none is named; undefined for a file that has none. */
    view(uri: string, view?: ViewName, viewSettings?: ViewSettings): FileView | undefined {
      const state = stateFor(uri);
      const file = state?.plan.files.get(uri);
      const forecastOf: ForecastOf = (thing) => state && forecasts.of(state.analysis, thing);
      const earlier = state && earlierFor(state, view, viewSettings);
      const data = state && viewData(state.analysis, uri, view, viewSettings, forecastOf, earlier);
      if (!file || !data) return undefined;
      const broken = brokenSource(file);
      const version = sources.version(uri) ?? contentStamp(file);
      return { version, data, ...(broken ? { broken } : {}) };
    },

    /** A view of a file as text; undefined for a file that has none, and for a view that the format cannot hold. */
    exportText(uri: string, format: TextFormat, view?: ViewName, viewSettings: ViewSettings = {}): string | undefined {
      const state = stateFor(uri);
      const earlier = state && earlierFor(state, view, viewSettings);
      return state && exportText(state.analysis, uri, view, viewSettings, format, earlier);
    },

    /**
     * Works out, bit by bit, the forecasts that a view of a file shows and does not have.
     *
     * @param isWanted asked again and again; once it says no, nothing more is done, nor after a change of the plan
     * @returns whether the view is another one now
     */
    async prepareView(uri: string, isWanted: () => boolean): Promise<boolean> {
      const state = stateFor(uri);
      const file = state?.plan.files.get(uri);
      if (!state || !file) return false;
      const isStill = (): boolean => isWanted() && stateFor(uri)?.analysis.facts === state.analysis.facts;
      return forecasts.prepare(state.analysis, forecastIn(file), isStill);
    },

    /**
     * Finds all that is to be found in the plan of a file, or in all plans, and lets other work go first now and then.
     *
     * @param isWanted asked again and again; once it says no, nothing more is done
     * @returns whether {@link diagnostics} is there at once now: false where it is not wanted any more, or the plan has
     *   changed meanwhile
     */
    prepareDiagnostics(isWanted: () => boolean, uri?: string): Promise<boolean> {
      return check(statesOf(uri), isWanted, () => false);
    },

    /**
     * Finds what {@link diagnosticsSoFar} gives: of a large plan what is found of form and references, long before all is.
     *
     * @param isWanted see {@link prepareDiagnostics}
     * @returns whether it, or {@link diagnostics}, is there at once now, and so is the first part of these
     */
    prepareFirstDiagnostics(isWanted: () => boolean, uri?: string): Promise<boolean> {
      return check(statesOf(uri), isWanted, isWorthTelling);
    },

    /**
     * Works out, bit by bit, when everything in the plan of a file takes place, or in all plans: most of what is shown of
     * a plan follows from it.
     *
     * @param isWanted see {@link prepareDiagnostics}
     * @returns whether it is there at once now
     */
    async prepareSchedule(isWanted: () => boolean, uri?: string): Promise<boolean> {
      // While files are being read the next one is there before the schedule of those that are.
      const states = statesOf(uri).filter((state) => state.complete);
      const isStill = unchanged(states);
      for (const { analysis } of states)
        for (const _ of analysis.preparing('schedule')) {
          await host.pause();
          if (!isStill() || !isWanted()) return false;
        }
      return true;
    },

    /**
     * Asks the host for the earlier version of a plan that a view compares it with, where it has none yet.
     *
     * @returns whether the view is another one now
     */
    async prepareChanges(uri: string, view?: ViewName, { since = defaultSince }: ViewSettings = {}): Promise<boolean> {
      const state = stateFor(uri);
      return view === 'overview' && state !== undefined && earlierPlans.read(state.analysis, since);
    },

    /** The earlier version of a file's plan, as far as it has been asked for by {@link prepareChanges}. */
    earlierPlan(uri: string, since: string): EarlierPlan | undefined {
      const state = stateFor(uri);
      return state && earlierPlans.known(state.analysis, since);
    },

    /** There is another commit, or another one is checked out. */
    didChangeHistory(): void {
      earlierPlans.forget();
      changed();
    },

    /** What is found in a file, as the Language Server Protocol says it; empty for a file of no plan. */
    diagnostics(uri: string, options: DiagnosticOptions): readonly Diagnostic[] {
      const state = stateFor(uri);
      if (state) return diagnosed.of(state.plan, uri, findingsFor(state, uri, options), options);
      diagnosed.forget(uri);
      return [];
    },

    /**
     * What is found of a file until now, where that is not all: while others are being read, and of form and references
     * while the rest of a large plan is looked for.
     *
     * @returns undefined where nothing is yet, where {@link diagnostics} gives all at once, and where it will so soon
     */
    diagnosticsSoFar(uri: string, options: DiagnosticOptions): readonly Diagnostic[] | undefined {
      const state = stateFor(uri);
      const found = state && isWorthTelling(state) ? state.findingsSoFar()?.(uri) : undefined;
      return state && found?.flatMap((finding) => diagnosticOf(state.plan, finding, options) ?? []);
    },

    // What can be asked on a file, by what it is asked for.
    ...readingAnswers(asked),
    ...completingAnswers(asked),
    ...actionAnswers(asked, (uri) => sources.version(uri)),
    ...navigationAnswers(asked, (uri) => sources.version(uri)),
    ...symbolAnswers(asked, allStates),
    ...annotationAnswers(asked, forecasts),
    ...additionAnswers(asked, (folder) => stateOf(plans.planOfFolder(folder)), allStates),
    ...overviewAnswers(asked, allStates),
    ...structureAnswers(asked, () => host.folders()),
  });
}
