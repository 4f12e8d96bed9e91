import type { Plan } from '../../plan/plan';
import type { RoadmapFile } from '../../plan/planFile';
import { FeatureStatuses } from '../openWork';
import { Ranking } from './ranking';
import { riceScore, wsjfScore, type Candidate, type Score, type ScoringMethod } from './scores';

/** Which candidates are compared with each other. */
export interface Comparison {
  /** Those of one roadmap; without it of the whole plan. */
  readonly roadmap?: RoadmapFile;
  /** Without it features and ideas together. */
  readonly kind?: Candidate['kind'];
}

const scoreBy = { rice: riceScore, wsjf: wsjfScore } as const;

/**
 * The order in which features and ideas are worth doing. Each has its score; ranked are those that are still to be
 * done: what has been released, dropped or declined takes nobody's place.
 */
export class Priorities {
  readonly #scores: Readonly<Record<ScoringMethod, Map<Candidate, Score | undefined>>> = {
    rice: new Map(),
    wsjf: new Map(),
  };
  readonly #rankings = new Map<string, Ranking>();

  constructor(
    private readonly plan: Plan,
    private readonly statuses = new FeatureStatuses(plan),
  ) {}

  /** The score of a candidate, open or not; undefined where it has no such score, not even a part of one. */
  score(candidate: Candidate, method: ScoringMethod): Score | undefined {
    const known = this.#scores[method];
    if (!known.has(candidate)) known.set(candidate, scoreBy[method](candidate));
    return known.get(candidate);
  }

  /** The open candidates by their score, in the whole plan or in a part of it. */
  ranking(method: ScoringMethod, { roadmap, kind }: Comparison = {}): Ranking {
    const key = [method, kind ?? '', roadmap?.uri ?? ''].join(' ');
    const known = this.#rankings.get(key);
    if (known) return known;
    const candidates = (roadmap ? [roadmap] : this.plan.roadmaps).flatMap(candidatesIn);
    const scores = candidates
      .filter((candidate) => (kind === undefined || candidate.kind === kind) && this.#isOpen(candidate))
      .flatMap((candidate) => this.score(candidate, method) ?? []);
    const ranking = new Ranking(method, scores);
    this.#rankings.set(key, ranking);
    return ranking;
  }

  #isOpen(candidate: Candidate): boolean {
    if (candidate.kind === 'feature') return this.statuses.isOpen(candidate);
    return candidate.fields.status?.value !== 'declined';
  }
}

function candidatesIn({ root }: RoadmapFile): readonly Candidate[] {
  return [...(root?.fields.features?.value ?? []), ...(root?.fields.ideas?.value ?? [])];
}
