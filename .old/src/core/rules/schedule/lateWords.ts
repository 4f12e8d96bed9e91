import { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import { formatDate } from '../../plan/scalars';
import { named } from '../links/naming';
import type { Report } from '../rule';
import { chainRelated, chainSentence, chainTo, workText } from './chainWords';
import type { LateFor } from './lateness';

/** The finding of work that is late for a release or a goal: on the reference of the last, with its chain. */
export function lateReport({ whole, due, at, works }: LateFor, analysis: PlanAnalysis): Report<null> {
  const [last, ...others] = works;
  const scheduled = analysis.schedule.of(last);
  const chain = chainTo(analysis, last);
  const who = workText(last, scheduled && feasibleDays(scheduled));
  const more =
    others.length === 0 ? '' : others.length === 1 ? ', as does 1 other' : `, as do ${String(others.length)} others`;
  const was = Temporal.PlainDate.compare(due, analysis.today) < 0 ? 'was' : 'is';
  const away = whole.kind === 'release' ? 'move it to a later release' : 'move the target';
  const message = `${who} ends after ${named(whole)} ${was} due (${formatDate(due)})${more}: do less, or ${away}.${chainSentence(chain)}`;
  const related = [
    ...chainRelated(chain),
    { at: whole.key, message: `${named(whole)} ${was} due on ${formatDate(due)}.` },
  ];
  return { at, message, related };
}
