import type { Risk } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { finishDate, startDate } from './calendar';
import type { ProjectCost } from './cost/projectCost';
import type { ProjectProgress } from './progress';
import type { Schedule } from './schedule/scheduledWork';

export const riskLevels = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** From which probability on, in percent, a risk is of a level: the words of the format fall into their own. */
export const probabilityFrom = { low: 0, medium: 25, high: 55 } as const;

/**
 * From which share of the whole on an impact is of a level: of the budget for money, of the length for time. The example
 * scales of the PMBOK Guide (4th edition, figure 11-4), with its five levels put together to three.
 */
export const impactFrom = {
  money: { low: 0, medium: 0.1, high: 0.2 },
  time: { low: 0, medium: 0.05, high: 0.1 },
} as const;

/** What a risk may cost. What is not known is undefined. */
export interface RiskExposure {
  /** From 0 to 1. */
  readonly probability: number | undefined;
  readonly probabilityLevel: RiskLevel | undefined;
  /** The money that it would cost, in minor units of the project's currency; undefined where some of it has no rate. */
  readonly money: number | undefined;
  /** The working minutes that it would take. */
  readonly minutes: number | undefined;
  /** The higher of what its money is of the budget, and its time of the project's length. */
  readonly impactLevel: RiskLevel | undefined;
  /** Probability times money: the expected monetary value, in minor units, whole or not. */
  readonly expectedMoney: number | undefined;
  /** Probability times time, in working minutes. */
  readonly expectedMinutes: number | undefined;
  /** Probability times the larger share of the whole, from 0 up: what risks of money and of time compare by. */
  readonly exposure: number | undefined;
}

/** What a project's risks are measured by. */
export interface RiskMeasure {
  readonly cost: ProjectCost;
  readonly progress: ProjectProgress;
  readonly schedule: Pick<Schedule, 'span'>;
}

/** Probability by impact of the risks of one project, against its budget and its length. */
export class RiskExposures {
  readonly #budget: number | undefined;
  readonly #length: number | undefined;

  constructor(
    file: ProjectFile,
    private readonly measure: RiskMeasure,
  ) {
    const { value } = measure.cost.bac;
    this.#budget = value !== undefined && value > 0 ? value : undefined;
    this.#length = lengthOf(file, measure);
  }

  of({ fields: { probability, impact } }: Risk): RiskExposure {
    const { cost, progress } = this.measure;
    const likely = probability && probability.value.percent / 100;
    const impacts = (impact?.value ?? []).map(({ value }) => value);
    const money = sumOf(impacts.flatMap((each) => (each.kind === 'money' ? [cost.minorOf(each.money)] : [])));
    const minutes = sumOf(
      impacts.flatMap((each) => (each.kind === 'duration' ? [progress.calendar.minutes(each.duration)] : [])),
    );
    const shares = {
      money: money !== undefined && this.#budget !== undefined ? money / this.#budget : undefined,
      time: minutes !== undefined && this.#length !== undefined ? minutes / this.#length : undefined,
    };
    const known = Object.values(shares).filter((share) => share !== undefined);
    return {
      probability: likely,
      probabilityLevel: likely === undefined ? undefined : levelOf(likely * 100, probabilityFrom),
      money,
      minutes,
      impactLevel: higher(
        shares.money === undefined ? undefined : levelOf(shares.money, impactFrom.money),
        shares.time === undefined ? undefined : levelOf(shares.time, impactFrom.time),
      ),
      expectedMoney: likely === undefined || money === undefined ? undefined : likely * money,
      expectedMinutes: likely === undefined || minutes === undefined ? undefined : likely * minutes,
      exposure: likely === undefined || known.length === 0 ? undefined : likely * Math.max(...known),
    };
  }
}

/** How severe a risk is by its place in the matrix: medium on the diagonal, high above it. */
export function riskSeverity(probability: RiskLevel, impact: RiskLevel): RiskLevel {
  const place = riskLevels.indexOf(probability) + riskLevels.indexOf(impact);
  if (place < 2) return 'low';
  return place === 2 ? 'medium' : 'high';
}

/** The working minutes from the start to the end that a project states, else those of its work. */
function lengthOf(file: ProjectFile, { progress: { calendar }, schedule }: RiskMeasure): number | undefined {
  const { start, end } = file.root?.fields ?? {};
  const span = start && end ? undefined : schedule.span(file);
  const first = start?.value ?? (span && startDate(span.start));
  const last = end?.value ?? (span && finishDate(span.finish));
  const days = first && last ? calendar.workdays(first, last) : 0;
  return days > 0 ? days * calendar.minutesPerDay : undefined;
}

function levelOf(value: number, from: Readonly<Record<RiskLevel, number>>): RiskLevel {
  if (value >= from.high) return 'high';
  return value >= from.medium ? 'medium' : 'low';
}

function higher(one: RiskLevel | undefined, other: RiskLevel | undefined): RiskLevel | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return riskLevels.indexOf(one) < riskLevels.indexOf(other) ? other : one;
}

/** The sum of some amounts; undefined of none, and where one of them is not known. */
function sumOf(amounts: readonly (number | undefined)[]): number | undefined {
  if (amounts.length === 0 || amounts.some((amount) => amount === undefined)) return undefined;
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}
