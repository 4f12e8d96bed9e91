import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { ChainLink } from '../../analysis/schedule/scheduledWork';
import { feasibleDays, type ShownDates } from '../../analysis/schedule/shownDates';
import type { Work } from '../../plan/plan';
import { daysText } from '../../plan/texts';
import { named } from '../links/naming';
import type { Related } from '../rule';

/** Of a longer chain the beginning and the end are named. */
const [longestBeginning, longestEnd] = [2, 3];
/** More links than these nobody follows: of a longer chain the last ones are read. */
const longestChain = 50;
/** So many of the last links have a place of their own: an editor lists them under the finding. */
const mostPlaces = 20;

/** The work that drives the dates of some work, which is the last of it, as far as anybody follows it. */
export function chainTo({ schedule }: PlanAnalysis, work: Work): readonly ChainLink[] {
  return schedule.chain(work, longestChain);
}

/**
 * What drives a date, as a sentence after a blank: the names along the chain; for work that waits for no other the
 * reason of its start. Empty where nothing but the work itself is the reason.
 */
export function chainSentence(chain: readonly ChainLink[]): string {
  const [first] = chain;
  if (!first) return '';
  if (chain.length > 1) return ` What drives it: ${arrows(chain)}.`;
  const { kind, why } = first.driver;
  return kind === 'person' || kind === 'calendar' || kind === 'not-before' ? ` It ${why}.` : '';
}

function arrows(chain: readonly ChainLink[]): string {
  const names = (links: readonly ChainLink[]): readonly string[] => links.map(({ scheduled }) => named(scheduled.work));
  if (chain.length >= longestChain) return ['…', ...names(chain.slice(-longestEnd))].join(' → ');
  const left = chain.length - longestBeginning - longestEnd;
  if (left <= 1) return names(chain).join(' → ');
  const [beginning, end] = [chain.slice(0, longestBeginning), chain.slice(-longestEnd)];
  return [...names(beginning), `${String(left)} others`, ...names(end)].join(' → ');
}

/**
 * A place for each of the last links of a chain, in its order, with its days and what set them.
 *
 * @param more what else is to be said of some work: it has a place wherever in the chain it is
 */
export function chainRelated(chain: readonly ChainLink[], more: (work: Work) => string = () => ''): readonly Related[] {
  const first = chain.length - mostPlaces;
  return chain.flatMap(({ scheduled, driver }, index) => {
    const also = more(scheduled.work);
    if (index < first && also === '') return [];
    const days = feasibleDays(scheduled);
    return { at: scheduled.work.key, message: `${workText(scheduled.work, days)} ${driver.why}${also}.` };
  });
}

/** Work with its days: `“Payment API” (12 to 23 May 2026)`. */
export function workText(work: Work, days: ShownDates | undefined): string {
  return days ? `${named(work)} (${daysText(days)})` : named(work);
}
