import { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';
import type { EarlierPlan } from '../analysis/changes/earlierPlan';
import { parseSince, type Since } from '../analysis/changes/since';
import { PlanAnalysis } from '../analysis/planAnalysis';
import type { Plan } from '../plan/plan';
import { PlanSet } from '../plan/planSet';
import type { EarlierFiles, PlanHost } from './planHost';

/** How many versions are kept; what was asked for longest ago is forgotten. */
const mostKept = 12;

interface Kept {
  /** What the answer holds for: the files that the plan had. */
  readonly stamp: string;
  readonly since: Since;
  readonly files: EarlierFiles;
  /** The plan that the files are; made when it is first compared with. */
  plan?: Plan;
  analysis?: PlanAnalysis;
}

/**
 * Earlier versions of plans. They are asked of the host once for each point of history and set of files, and kept: an
 * edit changes nothing in the past.
 */
export class EarlierPlans {
  readonly #kept = new Map<string, Kept>();
  readonly #reading = new Map<string, Promise<EarlierFiles>>();
  #generation = 0;

  /** @param earlier see {@link PlanHost.earlier} */
  constructor(private readonly earlier: PlanHost['earlier']) {}

  /** What is known of a point of a plan's history; the last that was, while it is asked for anew. */
  known(present: PlanAnalysis, asked: string): EarlierPlan | undefined {
    if (!this.earlier) return undefined;
    const since = parseSince(asked, present.today);
    if (!since) return { found: false, why: 'not-understood', asked };
    const kept = this.#kept.get(keyOf(present.plan, since));
    return kept && versionOf(kept, present, asked);
  }

  /**
   * Asks for a point of a plan's history, where that is not known.
   *
   * @returns whether {@link known} gives anything else than it did
   */
  async read({ plan, today }: PlanAnalysis, asked: string): Promise<boolean> {
    const since = parseSince(asked, today);
    if (!since || !this.earlier) return false;
    const key = keyOf(plan, since);
    const stamp = [...plan.files.keys()].join('\n');
    if (this.#kept.get(key)?.stamp === stamp) return false;
    const generation = this.#generation;
    const request = { root: plan.root, uris: [...plan.files.keys()], since };
    const reading = this.#reading.get(`${key}\n${stamp}`) ?? this.earlier(request);
    this.#reading.set(`${key}\n${stamp}`, reading);
    try {
      const files = await reading;
      if (generation !== this.#generation || this.#kept.get(key)?.stamp === stamp) return false;
      this.#keep(key, { stamp, since, files });
      return true;
    } finally {
      this.#reading.delete(`${key}\n${stamp}`);
    }
  }

  /** Has everything asked for anew: there is another commit. What was known is shown until then. */
  forget(): void {
    this.#generation++;
    this.#reading.clear();
    for (const [key, kept] of this.#kept) this.#kept.set(key, { ...kept, stamp: '\n' });
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest);
  }
}

function keyOf({ root }: Plan, since: Since): string {
  return `${root} ${since.kind} ${since.kind === 'day' ? since.day.toString() : since.name}`;
}

function versionOf(kept: Kept, present: PlanAnalysis, asked: string): EarlierPlan {
  const { files, since } = kept;
  if (!files.found) return { found: false, why: files.why, asked };
  const { publicHolidays } = present;
  kept.plan ??= planOf(files.files, present.plan.root);
  const today = dayOf(kept.plan, files.day, present);
  if (!isStill(kept.analysis, today, publicHolidays)) {
    kept.analysis = new PlanAnalysis(kept.plan, today, publicHolidays, kept.analysis);
  }
  return { found: true, analysis: kept.analysis, since, day: files.day, isFirst: files.isFirst };
}

function isStill(
  analysis: PlanAnalysis | undefined,
  today: Temporal.PlainDate,
  publicHolidays: PublicHolidays,
): analysis is PlanAnalysis {
  return analysis?.publicHolidays === publicHolidays && analysis.today.equals(today);
}

/** The day as of which a version is looked at: its own status date, else its day; never after that of the present. */
function dayOf({ settings }: Plan, day: Temporal.PlainDate, { today }: PlanAnalysis): Temporal.PlainDate {
  const own = settings?.root?.fields.status_date?.value ?? day;
  return Temporal.PlainDate.compare(own, today) > 0 ? today : own;
}

/** The files of the plan that has its root at a folder; those of plans further down are none of it. */
function planOf(files: readonly { readonly uri: string; readonly text: string }[], root: string): Plan {
  const plans = new PlanSet();
  plans.setFolders([root]);
  for (const { uri, text } of files) {
    plans.setText(uri, text);
    // No rule is run over it, and nothing else asks for its nodes.
    plans.document(uri)?.letGoOfNodes();
  }
  return plans.planOfFolder(root);
}
