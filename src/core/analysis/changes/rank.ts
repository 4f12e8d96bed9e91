import type { ChangeDetail, ChangeTopic } from './planChange';

/** How much a kind of thing matters; what is not named matters least. */
const kinds: Readonly<Record<string, number>> = {
  product: 0,
  project: 0,
  goal: 1,
  release: 1,
  program: 2,
  milestone: 2,
  feature: 3,
  'key-result': 3,
  risk: 3,
  issue: 4,
  change: 4,
  decision: 4,
  item: 5,
  idea: 6,
};

const topics: Readonly<Record<ChangeTopic, number>> = {
  added: 1,
  removed: 1,
  date: 2,
  state: 2,
  money: 2,
  lineage: 3,
  scope: 3,
  owner: 3,
  progress: 4,
  name: 5,
};

const badWords: ReadonlySet<string> = new Set(['at risk', 'off track', 'blocked', 'occurred', 'paused']);

/** How far down a change stands among others: the thing it is of, what of it has changed, and whether for the worse. */
export function rankOf(kind: string, topic: ChangeTopic, detail: ChangeDetail): number {
  return (kinds[kind] ?? 6) * 2 + topics[topic] * 2 - (isWorse(detail) ? 3 : 0);
}

/** Whether something comes later, or needs somebody now. */
export function isWorse(detail: ChangeDetail): boolean {
  if (detail.what === 'moved') return isLater(detail);
  return detail.what === 'set' && detail.to !== undefined && badWords.has(detail.to);
}

/** Starts that come later are no harm by themselves: what ends later is. */
function isLater({ label, workdays }: { readonly label: string; readonly workdays: number }): boolean {
  return workdays > 0 && label !== 'Start' && label !== 'Not before';
}
