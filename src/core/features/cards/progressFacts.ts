import type { Temporal } from 'temporal-polyfill';
import type { Health } from '../../analysis/rollUp/health';
import type { WorkRollUp } from '../../analysis/rollUp/workSum';
import { feasibleFinish } from '../../analysis/schedule/shownDates';
import { formatDate } from '../../plan/scalars';
import { countText, percentText } from '../../plan/texts';
import { fact, type Fact } from './card';

/** How many reasons of a health are told. */
const shownReasons = 2;

/** How far the work for something is, and when what is left of it ends. */
export function progressFacts(work: WorkRollUp): readonly (Fact | undefined)[] {
  return [fact('Progress', progressText(work)), fact('Finish', finishText(work))];
}

/** `62 % done (12 of 20 items)`; undefined where there is no work. */
export function progressText({ progress, items, unmeasured }: WorkRollUp): string | undefined {
  if (progress === undefined && items.total === 0) return undefined;
  const counts = `${String(items.done)} of ${countText(items.total, 'item')}`;
  const done =
    progress === undefined
      ? `${counts} done`
      : `${percentText(progress)} done${items.total === 0 ? '' : ` (${counts})`}`;
  return unmeasured === 0 ? done : `${done}, and ${String(unmeasured)} not broken down yet`;
}

/** When the last of the open work ends: `12 May 2026`; with work that has no dates, perhaps later. */
export function finishText(work: WorkRollUp): string | undefined {
  const day = openFinish(work);
  if (!day) return undefined;
  const { unscheduled } = work;
  if (unscheduled === 0) return formatDate(day);
  return `${formatDate(day)} or later, as ${String(unscheduled)} ${unscheduled === 1 ? 'item has' : 'items have'} no dates`;
}

/** The last day of the open work; undefined where nothing is open, or nothing that is has dates. */
export function openFinish({ last }: WorkRollUp): Temporal.PlainDate | undefined {
  return last && feasibleFinish(last);
}

/** `at risk, since it finishes 5 working days after its end`; what its manager says stands before its figures. */
export function healthFact({ stated, computed, reasons }: Health): Fact | undefined {
  const why = reasons.slice(0, shownReasons).map((reason) => reason.why);
  const judged =
    computed && [stateWords(computed), ...(why.length > 0 ? [`since it ${why.join(' and ')}`] : [])].join(', ');
  if (!stated || stated === computed) return fact('Health', judged ?? (stated && stateWords(stated)));
  return fact('Health', judged ? `${stateWords(stated)} by its manager; by its figures ${judged}` : stateWords(stated));
}

/** An enumerated value in words: `on track`. */
export function stateWords(value: string): string {
  return value.replaceAll('-', ' ');
}
