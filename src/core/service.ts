import type { CodeAction, Diagnostic, Hover, Position, Range, SemanticTokens } from 'vscode-languageserver-types';
import type { Temporal } from 'temporal-polyfill';
import { namesCountry, noPublicHolidays, type PublicHolidays } from './analysis/calendar';
import { fileKindOf } from './plan/fileKind';
import type { Plan, PlanIndex } from './plan/plan';
import type { PlanFile } from './plan/planFile';
import { PlanSet } from './plan/planSet';
import { codeActions, type CodeActionRequest } from './features/codeActions';
import { diagnosticOf, type DiagnosticOptions } from './features/diagnostics';
import type { PlanState } from './features/planState';
import { entryAt, locateEntry, type EntryRanges } from './features/entries';
import type { EntryPath } from './plan/entryPath';
import { hover } from './features/hover';
import { semanticTokens } from './features/semanticTokens';
import { checkPlan } from './rules/checkPlan';
import type { Finding } from './rules/finding';
import type { RuleSettings } from './rules/ruleSettings';
import type { SourceText, TextChange } from './text/sourceText';
import type { Span } from './text/span';
import { brokenSource, contentStamp, viewData, type UnreadablePlace } from './views';
import type { ViewData, ViewName } from './views/model';

/** What the service needs from where it runs. */
export interface PlanHost {
  /** URIs of the folders that are open; they bound plans that have no settings file. */
  folders(): readonly string[];
  /** URIs of all plan and settings files, those that the host skips left out. */
  list(): Promise<readonly string[]>;
  /** The texts of files, in the order asked for; undefined where one cannot be read. */
  read(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** The date in the user's time zone. */
  today(): Temporal.PlainDate;
  /** The public holidays of all countries. Asked for once, when a plan first names a country: the data are large. */
  holidays(): Promise<PublicHolidays>;
  /** Lets other work of the host go first. */
  pause(): Promise<void>;
}

export type { PlanState } from './features/planState';

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

/** A view of a file, and what it was made from. */
export interface FileView {
  /** The version of an open document; of any other a stamp of its content. */
  readonly version: number;
  readonly data: ViewData;
  /** Set while the source cannot be read as a whole. */
  readonly broken?: UnreadablePlace;
}

export type PlanService = ReturnType<typeof createPlanService>;

/** How many files are asked of the host at a time. */
const batchSize = 50;

/**
 * Plans behind one facade: files go in, findings and answers come out. All wiring is here. It keeps no clock and reads
 * nothing by itself: everything comes from its host and from what it is told.
 */
export function createPlanService(host: PlanHost) {
  const plans = new PlanSet();
  const open = new Map<string, number>();
  const listeners = new Set<() => void>();
  let settings: RuleSettings = {};
  let complete = false;
  let loading: Promise<void> | undefined;
  let publicHolidays = noPublicHolidays;
  let holidaysAsked: Promise<void> | undefined;
  let checked = new WeakMap<Plan, ReadonlyMap<string, readonly Finding[]>>();

  function changed(): void {
    if (needsHolidays()) void askHolidays().then(changed);
    checked = new WeakMap();
    for (const listener of listeners) listener();
  }

  function needsHolidays(): boolean {
    return holidaysAsked === undefined && plans.plans.some(namesCountry);
  }

  /** What depends on them has to be found anew once they are there. Without them, only free days are missing. */
  function askHolidays(): Promise<void> {
    holidaysAsked ??= host.holidays().then(
      (given) => void (publicHolidays = given),
      () => undefined,
    );
    return holidaysAsked;
  }

  async function read(uris: readonly string[]): Promise<void> {
    for (let at = 0; at < uris.length; at += batchSize) {
      const batch = uris.slice(at, at + batchSize);
      const texts = await host.read(batch);
      batch.forEach((uri, index) => {
        const text = texts[index];
        // What is open in the editor stands above what is on disk.
        if (open.has(uri)) return;
        if (text === undefined) plans.remove(uri);
        else plans.setText(uri, text);
      });
      await host.pause();
    }
  }

  async function load(): Promise<void> {
    const uris = await host.list();
    const listed = new Set(uris);
    for (const uri of plans.uris) if (!listed.has(uri) && !open.has(uri)) plans.remove(uri);
    await read(uris);
    if (needsHolidays()) await askHolidays();
    complete = true;
    changed();
  }

  function findingsOf(plan: Plan): ReadonlyMap<string, readonly Finding[]> {
    const known = checked.get(plan);
    if (known) return known;
    const findings = checkPlan(plan, { today: host.today(), settings, complete });
    checked.set(plan, findings);
    return findings;
  }

  function stateOf(plan: PlanIndex): PlanState {
    return {
      plan,
      today: host.today(),
      complete,
      findings: (uri) => findingsOf(plan).get(uri) ?? [],
    };
  }

  /** What a feature answers on a file, with its text to convert positions by; undefined for a file of no plan. */
  function asked<T>(uri: string, answer: (state: PlanState, source: SourceText) => T): T | undefined {
    const plan = plans.planOf(uri);
    const file = plan?.files.get(uri);
    return plan && file && answer(stateOf(plan), file.document.source);
  }

  return Object.freeze({
    /** Reads all files anew. Calls while one is under way share it. */
    load(): Promise<void> {
      loading ??= load().finally(() => (loading = undefined));
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
      if (fileKindOf(uri) === undefined) return;
      open.set(uri, version);
      if (plans.document(uri)?.source.toString() !== text) plans.setText(uri, text);
      changed();
    },

    didChange(uri: string, version: number, changes: readonly TextChange[]): void {
      if (!open.has(uri)) return;
      open.set(uri, version);
      plans.edit(uri, changes);
      changed();
    },

    /** After it a file is again what is on disk. */
    async didClose(uri: string): Promise<void> {
      if (!open.delete(uri)) return;
      await read([uri]);
      changed();
    },

    async didChangeFiles(changes: readonly FileChange[]): Promise<void> {
      const plan = changes.filter(({ uri }) => fileKindOf(uri) !== undefined && !open.has(uri));
      for (const { uri, type } of plan) if (type === 'deleted') plans.remove(uri);
      await read(plan.filter(({ type }) => type !== 'deleted').map(({ uri }) => uri));
      if (plan.length > 0) changed();
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
      return open.get(uri);
    },

    /** The plan that a file belongs to and what is known of it; undefined for a file that belongs to none. */
    state(uri: string): PlanState | undefined {
      const plan = plans.planOf(uri);
      return plan && stateOf(plan);
    },

    /** Every plan. */
    states(): readonly PlanState[] {
      return plans.plans.map(stateOf);
    },

    file(uri: string): PlanFile | undefined {
      return plans.planOf(uri)?.files.get(uri);
    },

    /** A view of a file, the default one of its kind where none is named; undefined for a file that has none. */
    view(uri: string, view?: ViewName): FileView | undefined {
      const plan = plans.planOf(uri);
      const file = plan?.files.get(uri);
      const data = plan && viewData({ plan, today: host.today(), publicHolidays }, uri, view);
      if (!file || !data) return undefined;
      const broken = brokenSource(file);
      const version = open.get(uri) ?? contentStamp(file);
      return { version, data, ...(broken ? { broken } : {}) };
    },

    /** What is found in a file, as the Language Server Protocol says it; empty for a file of no plan. */
    diagnostics(uri: string, options: DiagnosticOptions): readonly Diagnostic[] {
      const plan = plans.planOf(uri);
      if (!plan) return [];
      return (findingsOf(plan).get(uri) ?? []).flatMap((finding) => diagnosticOf(plan, finding, options) ?? []);
    },

    hover(uri: string, position: Position): Hover | undefined {
      return asked(uri, (state, source) => hover(state, uri, source.offsetAt(position)));
    },

    /** Of the whole file where no range is given; what the numbers stand for is `semanticTokensLegend`. */
    semanticTokens(uri: string, range?: Range): SemanticTokens | undefined {
      return asked(uri, (state, source) => semanticTokens(state, uri, range && spanIn(source, range)));
    },

    codeActions(uri: string, range: Range, request: Omit<CodeActionRequest, 'version'>): readonly CodeAction[] {
      const whole = { ...request, version: (one: string) => open.get(one) };
      return asked(uri, (state, source) => codeActions(state, uri, spanIn(source, range), whole)) ?? [];
    },

    /** The innermost entry that holds a position. */
    entryAt(uri: string, position: Position): EntryPath | undefined {
      return asked(uri, (state, source) => entryAt(state, uri, source.offsetAt(position)));
    },

    /** Where an entry stands now; undefined where it is gone. */
    locateEntry(entry: EntryPath): EntryRanges | undefined {
      return asked(entry.uri, (state) => locateEntry(state, entry));
    },
  });
}

function spanIn(source: SourceText, { start, end }: Range): Span {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}
