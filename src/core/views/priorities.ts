import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Candidate, Score, ScoringMethod } from '../analysis/priority/scores';
import type { RoadmapFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import { entryFilter } from './entryFilter';
import { known } from './known';
import type { State, ViewOptions } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import type { PrioritiesView, PriorityChart, PriorityPoint, PriorityRow } from './prioritiesModel';
import { sentenceCase } from './texts';
import type { ViewSettings } from './viewSettings';

interface Method {
  readonly name: string;
  readonly formula: string;
  /** By the keys of the format. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly across: string;
  readonly up: string;
}

const methods: Readonly<Record<ScoringMethod, Method>> = {
  rice: {
    name: 'RICE',
    formula: 'reach × impact × confidence / effort',
    inputs: { reach: 'Reach', impact: 'Impact', confidence: 'Confidence', effort: 'Effort' },
    across: 'Effort, person-months',
    up: 'Reach × impact × confidence',
  },
  wsjf: {
    name: 'WSJF',
    formula: '(value + time criticality + risk reduction) / job size',
    inputs: {
      value: 'Value',
      time_criticality: 'Time criticality',
      risk_reduction: 'Risk reduction',
      job_size: 'Job size',
    },
    across: 'Job size',
    up: 'Cost of delay',
  },
};

/**
 * Features and ideas by the score that the reader asks for, else by the one that more of them have. What has been
 * released, dropped or declined is in the table without a rank; what has no score at all says so.
 */
export function prioritiesView(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  settings: ViewSettings = {},
): PrioritiesView {
  const fields = roadmap.root?.fields;
  const candidates: readonly Candidate[] = [...(fields?.features?.value ?? []), ...(fields?.ideas?.value ?? [])];
  const method = methodOf(candidates, settings.groupBy);
  const table = new Table(analysis, roadmap, method);
  const all = candidates.map((candidate) => ({ candidate, row: table.row(candidate) }));
  const filter = entryFilter(settings);
  const left = filter
    ? all.filter(({ candidate, row }) =>
        filter({
          texts: [candidate.id, row.title, row.owner, row.release],
          people: [ownerOf(candidate)?.id].filter((id) => id !== undefined),
          goals: candidate.fields.goal?.value.map(({ value }) => value.id) ?? [],
          unlinked: (candidate.fields.goal?.value ?? []).length === 0,
          state: row.state?.kind,
        }),
      )
    : all;
  const { name, formula, inputs } = methods[method];
  return known({
    view: 'priorities' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(fields?.product) ?? '',
    method: name,
    formula,
    inputs: Object.values(inputs),
    rows: inOrder(left.map(({ row }) => row)),
    chart: table.chart(left.map(({ candidate }) => candidate)),
    shown: filter && { count: left.length, total: all.length },
    options: optionsOf(candidates),
  });
}

function methodOf(candidates: readonly Candidate[], wanted: string | undefined): ScoringMethod {
  const scored = (method: ScoringMethod): number => candidates.filter(({ fields }) => fields[method]).length;
  if (wanted === 'rice' || wanted === 'wsjf') return wanted;
  return scored('wsjf') > scored('rice') ? 'wsjf' : 'rice';
}

function optionsOf(candidates: readonly Candidate[]): ViewOptions {
  const first = methodOf(candidates, undefined);
  const order = first === 'rice' ? (['rice', 'wsjf'] as const) : (['wsjf', 'rice'] as const);
  return known({
    filters: candidates.length > 0 || undefined,
    unlinked: candidates.some(({ fields }) => fields.goal === undefined) || undefined,
    groupLabel: 'Score',
    groups: order.map((value) => ({ value, title: methods[value].name })),
  });
}

class Table {
  readonly #highest: number;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly roadmap: RoadmapFile,
    private readonly method: ScoringMethod,
  ) {
    this.#highest = analysis.priorities.ranking(method, { roadmap }).ranked[0]?.value ?? 0;
  }

  row(candidate: Candidate): PriorityRow {
    const { plan, priorities } = this.analysis;
    const score = priorities.score(candidate, this.method);
    const value = score?.value;
    const release = candidate.kind === 'feature' ? candidate.fields.release?.value : undefined;
    return known({
      entry: entryOf(candidate),
      kind: candidate.kind,
      title: titleOf(candidate),
      state: this.#state(candidate),
      rank: this.#ranking.of(candidate)?.rank,
      score: value === undefined ? undefined : scoreText(value),
      share: value === undefined || !(this.#highest > 0) ? undefined : Math.max(0, value / this.#highest),
      arithmetic: arithmeticOf(score),
      values: this.#values(candidate),
      owner: personName(plan, ownerOf(candidate)),
      release: release && textOf(plan.target(release, this.roadmap)?.fields.title),
    });
  }

  /** Points of what is ranked. */
  chart(candidates: readonly Candidate[]): PriorityChart | undefined {
    const points = candidates.flatMap((candidate) => this.#point(candidate));
    if (points.length < 2) return undefined;
    const { across, up } = methods[this.method];
    return { across, up, points };
  }

  get #ranking() {
    return this.analysis.priorities.ranking(this.method, { roadmap: this.roadmap });
  }

  #point(candidate: Candidate): readonly PriorityPoint[] {
    const ranked = this.#ranking.of(candidate);
    const effort =
      this.method === 'rice'
        ? candidate.fields.rice?.value.fields.effort?.value
        : candidate.fields.wsjf?.value.fields.job_size?.value;
    if (!ranked || effort === undefined || !(effort > 0)) return [];
    const { rank, value } = ranked;
    return [{ entry: entryOf(candidate), rank, title: titleOf(candidate), effort, value: value * effort }];
  }

  #values(candidate: Candidate): readonly string[] {
    const inputs = candidate.fields[this.method]?.value.fields as
      Readonly<Record<string, { readonly value: number } | undefined>> | undefined;
    return Object.keys(methods[this.method].inputs).map((key) => {
      const value = inputs?.[key]?.value;
      if (value === undefined) return '';
      return key === 'confidence' ? `${String(value)} %` : String(value);
    });
  }

  #state(candidate: Candidate): State | undefined {
    if (candidate.kind === 'feature') return featureStates[this.analysis.featureStatuses.of(candidate)];
    const status = candidate.fields.status?.value ?? 'new';
    return { kind: status === 'declined' ? 'dropped' : 'todo', text: `Idea, ${status}` };
  }
}

/** An idea has a source, and nobody who owns it yet. */
function ownerOf(candidate: Candidate): Reference<'person'> | undefined {
  return candidate.kind === 'feature' ? candidate.fields.owner?.value : undefined;
}

const featureStates: Readonly<Record<string, State>> = {
  idea: { kind: 'todo', text: 'Idea' },
  planned: { kind: 'todo', text: 'Planned' },
  'in-progress': { kind: 'in-progress', text: 'In progress' },
  released: { kind: 'done', text: 'Released' },
  dropped: { kind: 'dropped', text: 'Dropped' },
};

function arithmeticOf(score: Score | undefined): string {
  if (!score) return 'No score yet';
  return score.arithmetic ?? sentenceCase(score.why ?? '');
}

/** `3200`, `4.5`, `0.083`: as many digits as tell scores apart. */
function scoreText(value: number): string {
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(2)));
}

function inOrder(rows: readonly PriorityRow[]): readonly PriorityRow[] {
  return [...rows].sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
}
