import { distance } from 'fastest-levenshtein';

/** What people write for a property, lower case and with underscores, and the properties that they may mean. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  name: ['title', 'product', 'project'],
  title: ['name', 'product', 'project'],
  label: ['title', 'labels'],
  tags: ['labels'],
  desc: ['description', 'summary'],
  details: ['description', 'notes'],
  body: ['description', 'notes'],
  comment: ['notes', 'note'],
  comments: ['notes', 'note'],
  url: ['links'],
  urls: ['links'],
  ticket: ['links'],
  tickets: ['links'],
  mail: ['email'],
  start_date: ['start', 'from', 'date'],
  begin: ['start', 'from'],
  begins: ['start', 'from'],
  end_date: ['end', 'to', 'date'],
  finish: ['end', 'finished'],
  until: ['to', 'end'],
  due_date: ['due', 'deadline', 'date', 'target'],
  due: ['deadline', 'date', 'target', 'end'],
  deadline: ['due', 'date', 'target', 'end'],
  target_date: ['target', 'date'],
  depends: ['depends_on'],
  deps: ['depends_on'],
  dependency: ['depends_on'],
  dependencies: ['depends_on'],
  after: ['depends_on'],
  blocked_by: ['depends_on'],
  requires: ['depends_on'],
  needs: ['depends_on'],
  predecessor: ['depends_on'],
  predecessors: ['depends_on'],
  waits_for: ['depends_on'],
  assigned_to: ['assignees', 'owner'],
  assigned: ['assignees', 'owner'],
  who: ['assignees', 'owner', 'by'],
  lead: ['owner', 'manager'],
  responsible: ['owner', 'manager', 'accountable'],
  accountable: ['owner', 'manager'],
  product_manager: ['owner'],
  project_manager: ['manager'],
  manager: ['owner'],
  owner: ['manager', 'accountable'],
  author: ['by'],
  objective: ['goal'],
  objectives: ['goal', 'goals'],
  okrs: ['goals'],
  kpis: ['key_results', 'measures'],
  metrics: ['key_results', 'measures'],
  results: ['key_results'],
  krs: ['key_results'],
  effort: ['estimate'],
  low: ['optimistic'],
  min: ['optimistic'],
  best_case: ['optimistic'],
  high: ['pessimistic'],
  max: ['pessimistic'],
  worst_case: ['pessimistic'],
  expected: ['likely'],
  members: ['team'],
  resources: ['team'],
  points: ['estimate'],
  story_points: ['estimate'],
  tasks: ['items'],
  children: ['items'],
  subtasks: ['items'],
  stories: ['items'],
  work: ['items'],
  percent_complete: ['progress'],
  completion: ['progress'],
  complete: ['progress', 'done'],
  state: ['status'],
  prio: ['priority'],
  version: ['release'],
  fix_version: ['release'],
  versions: ['releases'],
  amount: ['total', 'planned'],
  vacation: ['away'],
  days_off: ['away', 'holidays'],
  holidays: ['away'],
  reason: ['why'],
  rationale: ['why'],
  acceptance_criteria: ['acceptance'],
  criteria: ['acceptance'],
  definition_of_done: ['acceptance'],
  likelihood: ['probability'],
  mitigation: ['plan', 'response'],
  severity: ['impact'],
  type: ['kind'],
  kind: ['type'],
  now: ['current'],
  actual: ['current', 'spent'],
  initial: ['baseline'],
};

/** Longer than any property of the format: nobody means one of them by it. */
const longestWord = 40;

/**
 * The property that somebody means who wrote another key: the same but for case, separators and plural, a word that
 * means it elsewhere, or a slip of the keyboard. Undefined where none is near-certain.
 */
export function nearestProperty(written: string, names: readonly string[]): string | undefined {
  if (written.length > longestWord) return undefined;
  const word = normalised(written);
  const compact = singular(word);
  const same = names.find((name) => singular(name) === compact);
  if (same !== undefined) return same;
  const meant = Object.hasOwn(otherWords, word) ? otherWords[word]?.find((name) => names.includes(name)) : undefined;
  return meant ?? nearestName(word, names);
}

/**
 * The only name that a slip of the keyboard may have turned into what is written; undefined where two are as near, or
 * none is near. A short word may differ by one letter, a longer one by about one letter in three.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > longestWord * 2) return undefined;
  const tolerance = written.length <= 3 ? 0 : written.length <= 5 ? 1 : written.length <= 9 ? 2 : 3;
  const ranked = names
    .map((name) => ({ name, slips: slips(written, name) }))
    .filter((each) => each.slips <= tolerance)
    .sort((one, other) => one.slips - other.slips);
  const [first, second] = ranked;
  return first && first.slips !== second?.slips ? first.name : undefined;
}

/** Letters between two words, where two neighbours that changed places count as one. */
function slips(written: string, meant: string): number {
  const count = distance(written, meant);
  if (count !== 2 || written.length !== meant.length) return count;
  const at = Array.from(written).findIndex((letter, index) => letter !== meant[index]);
  return written[at] === meant[at + 1] && written[at + 1] === meant[at] ? 1 : count;
}

/** `dependsOn`, `Depends-On`, `depends on` are `depends_on`. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

function singular(word: string): string {
  return word.replaceAll('_', '').replace(/s$/, '');
}
