import { quantile } from '../measure';

/** A line of the table: what has been measured, and what it is compared with. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | '×';
  readonly ours: readonly number[];
  /** The other server's; a sentence where it has no figure. */
  readonly other?: readonly number[] | string | undefined;
  /** Where it is not that to the other server's figure. */
  readonly ratio?: string;
  readonly goals?: readonly Goal[];
}

export interface Goal {
  readonly text: string;
  readonly isReached: boolean;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Median and, where it is given, 95th percentile stay under so much. */
export function goalOf(unit: Row['unit'], values: readonly number[], most: number, mostOf95?: number): Goal {
  const isReached = median(values) <= most && (mostOf95 === undefined || quantile(values, 0.95) <= mostOf95);
  return { text: `${most} ${unit}${mostOf95 === undefined ? '' : `, 95 %: ${mostOf95} ${unit}`}`, isReached };
}

/** So many times faster than the other. Who does not answer is slower than anybody. */
export function fasterBy(times: number, ours: readonly number[], other: Row['other']): readonly Goal[] {
  if (other === undefined) return [];
  const isReached = typeof other === 'string' || median(other) / median(ours) >= times;
  return [{ text: `${times.toLocaleString('en')} × faster`, isReached }];
}

export const head = ['what', 'median', '95 %', 'yaml-language-server', 'ratio', 'goal', 'reached'] as const;

/** The cells of a row, one for each of the head. */
export function cellsOf({ what, unit, ours, other, ratio, goals = [] }: Row): readonly string[] {
  const ofOther = typeof other === 'object' ? times(median(other) / median(ours)) : '';
  return [
    what,
    shown(median(ours), unit),
    ours.length < 2 ? '' : shown(quantile(ours, 0.95), unit),
    typeof other === 'object' ? shown(median(other), unit) : (other ?? ''),
    ratio ?? ofOther,
    goals.map(({ text }) => text).join('; '),
    goals.map(({ isReached }) => (isReached ? 'yes' : 'no')).join('; '),
  ];
}

function shown(value: number, unit: Row['unit']): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

export function times(ratio: number): string {
  return `${ratio.toLocaleString('en', { maximumSignificantDigits: ratio < 10 ? 2 : 3, maximumFractionDigits: 2 })} ×`;
}
