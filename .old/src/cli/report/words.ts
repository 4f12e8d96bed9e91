import type { Temporal } from 'temporal-polyfill';
import { finishDate } from '../../core/analysis/calendar';
import type { FinishForecast } from '../../core/analysis/forecast/finishForecast';
import type { Health, HealthState } from '../../core/analysis/rollUp/health';
import type { WorkRollUp } from '../../core/analysis/rollUp/workSum';
import type { Style } from '../paint';
import { counted } from '../reporters/pretty';
import type { Cell } from '../table';

/** What stands in a cell where nothing is known. */
const unknownText = '–';

/** A share as people read it: 0.336 is `34%`. */
export function percentText(share: number | null | undefined): string {
  return share === null || share === undefined ? unknownText : `${Math.round(share * 100)}%`;
}

/** An index, such as CPI, with two decimals. */
export function indexText(index: number | null): string {
  return index === null ? unknownText : index.toFixed(2);
}

/** An amount of money in whole units: `190,000`. */
export function amountText(amount: number | null): string {
  // Less than half a unit below naught is naught.
  return amount === null ? unknownText : (Math.round(amount) || 0).toLocaleString('en-US');
}

export function dateText(date: Temporal.PlainDate | string | null | undefined): string {
  return date ? date.toString() : unknownText;
}

const healthWords: Readonly<Record<HealthState, string>> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  'off-track': 'off track',
  paused: 'paused',
  done: 'done',
};

const healthStyles: Readonly<Record<HealthState, Style>> = {
  'on-track': 'green',
  'at-risk': 'yellow',
  'off-track': 'red',
  paused: 'dim',
  done: 'green',
};

const worstFirst: readonly HealthState[] = ['off-track', 'at-risk', 'paused', 'on-track', 'done'];

/** The health by the figures, and beside it what the manager says where that is something else. */
export function healthCell({ stated, computed }: Health): Cell {
  const states = [computed, stated].filter((state) => state !== undefined);
  const worst = worstFirst.find((state) => states.includes(state));
  if (!worst) return { text: unknownText };
  const word = healthWords[computed ?? worst];
  const text =
    stated === undefined || stated === computed
      ? word
      : computed === undefined
        ? `said: ${healthWords[stated]}`
        : `${word} (said: ${healthWords[stated]})`;
  return { text, style: healthStyles[worst] };
}

/** The last finish, as far as it is known: `≥` where open work has no dates. */
export function finishText({ latest, unscheduled }: WorkRollUp): string {
  return latest ? `${unscheduled > 0 ? '≥' : ''}${latest.toString()}` : unknownText;
}

/** The date by which it is finished in 80 of 100 runs: as far as it is known, likewise. */
export function forecastText(forecast: FinishForecast | undefined): string {
  const date = forecast?.p80 === undefined ? undefined : finishDate(forecast.p80);
  return date ? `${forecast && forecast.leftOut > 0 ? '≥' : ''}${date.toString()}` : unknownText;
}

/** What speaks against a thing, and what its figures leave out; each goes on after its title. */
export function remarksOn({ unscheduled, unmeasured }: WorkRollUp, { reasons }: Health): readonly string[] {
  const has = (count: number, singular: string, plural: string): string =>
    `has ${count} ${count === 1 ? singular : plural}`;
  return [
    ...reasons.map(({ why }) => why),
    ...(unscheduled > 0
      ? [`${has(unscheduled, 'open item or milestone', 'open items or milestones')} without dates, and may end later`]
      : []),
    ...(unmeasured > 0
      ? [`${has(unmeasured, 'part', 'parts')} without items, so that nobody can say how far it is`]
      : []),
  ];
}

/** `1.5 days`; one decimal is enough for people. */
export function daysText(days: number): string {
  return counted(Math.round(days * 10) / 10, 'day');
}
