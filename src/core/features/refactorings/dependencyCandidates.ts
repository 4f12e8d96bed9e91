import { childItems } from '../../analysis/lineage';
import { leafStatus } from '../../analysis/openWork';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import { endsWaitingFor } from '../../analysis/waitingFor';
import type { Waiting } from '../../analysis/canWait';
import { entityAtPath } from '../../plan/entityAtPath';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';
import { formatDate } from '../../plan/scalars';
import { Topic } from '../../analysis/topic';
import { spelling } from '../../plan/spelling';
import { referenceText } from '../../plan/referenceText';
import { homeOf, titleOf } from '../cards/naming';
import type { PlanState } from '../planState';

/** Something that an entry may wait for. */
export interface DependencyCandidate {
  /** What is written for it. */
  readonly reference: string;
  readonly title: string;
  /** Its status and its days, in words; empty where nothing is known of them. */
  readonly detail: string;
  /** The title of the file that it stands in, where that is another one. */
  readonly home?: string;
}

export interface DependencyCandidates {
  /** The entry that is to wait. */
  readonly path: readonly string[];
  readonly title: string;
  /** The best match first. */
  readonly candidates: readonly DependencyCandidate[];
  /** Whether there are more, which a query may find. */
  readonly isIncomplete: boolean;
}

/** How many candidates are given at once. */
const mostCandidates = 500;

/**
 * What the item, milestone or feature at or above a path may wait for: all that would not have to wait for it in turn,
 * and that it does not wait for already. What sounds most like it comes first, then what stands in its file, then what is
 * open.
 *
 * @param query words of titles or ids; without it all candidates
 * @returns undefined where nothing there can wait for anything
 */
export function dependencyCandidates(
  state: PlanState,
  uri: string,
  path: readonly string[],
  query = '',
): DependencyCandidates | undefined {
  const file = state.plan.files.get(uri);
  const waiting = file && waitingAt(file, path);
  if (!file || !waiting) return undefined;
  const found = matching(mayWaitFor(state, waiting, file), query);
  const candidates = ranked(found, waiting, file)
    .slice(0, mostCandidates)
    .map(({ work, reference }) => candidateOf(state, work, reference, file));
  return { path: waiting.path, title: titleOf(waiting), candidates, isIncomplete: found.length > mostCandidates };
}

/** The innermost item, milestone or feature at or above a path; undefined where there is none that is still to come. */
export function waitingAt(file: PlanFile, path: readonly string[]): Waiting | undefined {
  for (let length = path.length; length > 0; length--) {
    const entity = entityAtPath(file, path.slice(0, length));
    if (entity && canWait(entity)) return isToCome(entity) ? entity : undefined;
  }
  return undefined;
}

interface Candidate {
  readonly work: Waiting;
  readonly reference: string;
}

/** All that an entry may wait for; empty where it was dropped with what holds it. */
export function mayWaitFor(state: PlanState, waiting: Waiting, file: PlanFile): readonly Candidate[] {
  const { plan } = state;
  const { waits } = state.analysis;
  const start = waits.ends.find(({ work, end }) => work === waiting && end === 'start');
  if (!start) return [];
  const closing = endsWaitingFor(waits, start);
  const known = new Set(waits.of(start).flatMap(({ to, reason }) => (reason === 'dependency' ? [to.work] : [])));
  const isFeature = waiting.kind === 'feature';
  return waits.ends.flatMap((other): readonly Candidate[] => {
    const { work, end } = other;
    if (end !== 'finish' || (work.kind === 'feature') !== isFeature || closing.has(other) || known.has(work)) return [];
    const reference = referenceText(plan, work, isFeature ? 'feature' : 'work', file);
    return reference === undefined ? [] : [{ work, reference }];
  });
}

function canWait(entity: AnyEntity): entity is Waiting {
  return entity.kind === 'item' || entity.kind === 'milestone' || entity.kind === 'feature';
}

function matching(candidates: readonly Candidate[], query: string): readonly Candidate[] {
  const words = spelling(query)
    .split('-')
    .filter((word) => word !== '');
  if (words.length === 0) return candidates;
  return candidates.filter(({ work, reference }) => {
    const text = spelling(`${titleOf(work)} ${reference}`);
    return words.every((word) => text.includes(word));
  });
}

function ranked(candidates: readonly Candidate[], waiting: Waiting, file: PlanFile): readonly Candidate[] {
  const topic = new Topic(wordsOf(waiting));
  const rated = candidates.map((candidate) => {
    const { work } = candidate;
    const likeness = topic.likeness(wordsOf(work));
    return { candidate, rank: [-likeness, work.uri === file.uri ? 0 : 1, isToCome(work) ? 0 : 1] };
  });
  rated.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return at < 0 ? 0 : (one.rank[at] ?? 0) - (other.rank[at] ?? 0);
  });
  return rated.map(({ candidate }) => candidate);
}

function wordsOf(work: Waiting): readonly string[] {
  const description = fieldOf(work, 'description')?.value;
  return [work.id, titleOf(work), typeof description === 'string' ? description : ''];
}

/** Whether it is still to be done, as far as it says so itself. */
function isToCome(work: Waiting): boolean {
  if (work.kind === 'milestone') return work.fields.reached === undefined;
  const status = work.kind === 'item' && childItems(work).length === 0 ? leafStatus(work) : work.fields.status?.value;
  return status !== 'done' && status !== 'dropped' && status !== 'released';
}

function candidateOf(state: PlanState, work: Waiting, reference: string, file: PlanFile): DependencyCandidate {
  const home = work.uri === file.uri ? undefined : homeOf(state.plan, work);
  const detail = [statusText(work, state.analysis), daysText(work, state.analysis)].filter((text) => text !== '');
  return { reference, title: titleOf(work), detail: detail.join(' · '), ...(home === undefined ? {} : { home }) };
}

function statusText(work: Waiting, { featureStatuses }: PlanAnalysis): string {
  if (work.kind === 'milestone') return work.fields.reached ? 'reached' : '';
  if (work.kind === 'item' && childItems(work).length > 0) return '';
  return (work.kind === 'feature' ? featureStatuses.of(work) : leafStatus(work)).replaceAll('-', ' ');
}

function daysText(work: Waiting, { schedule }: PlanAnalysis): string {
  const scheduled = work.kind === 'feature' ? undefined : schedule.of(work);
  const days = scheduled && feasibleDays(scheduled);
  if (!days) return '';
  const last = formatDate(days.last);
  return days.first.equals(days.last) ? last : `${formatDate(days.first)} to ${last}`;
}
