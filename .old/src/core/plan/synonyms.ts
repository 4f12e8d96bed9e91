/**
 * What people write where the format has one word of its own, and the word that they mean. Data, so that a fix and a
 * completion speak of the same words.
 */
import { distance } from 'fastest-levenshtein';

/**
 * The allowed values, each with other words for it: lower case, words apart by hyphens. A word may stand at several
 * values, because the values that a key allows decide between them (`complete` is `done` of an item and `achieved` of a
 * goal); where two of one key have it, the earlier here is meant.
 */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  // Health
  'on-track': ['green', 'g', 'good', 'ok', 'okay', 'fine', 'healthy', 'as-planned', 'on-schedule', 'on-plan'],
  'at-risk': ['amber', 'yellow', 'orange', 'a', 'y', 'warning', 'risk', 'risky', 'needs-attention', 'caution'],
  'off-track': ['red', 'r', 'bad', 'late', 'behind', 'delayed', 'critical', 'in-trouble', 'behind-schedule', 'failing'],
  paused: [
    'on-hold',
    'hold',
    'grey',
    'gray',
    'suspended',
    'stopped',
    'parked',
    'halted',
    'inactive',
    'deferred',
    'blue',
  ],

  // Status
  'in-progress': [
    ...['wip', 'doing', 'started', 'ongoing', 'in-flight', 'in-work', 'underway', 'under-way', 'progress', 'running'],
    ...[
      'active',
      'working',
      'in-development',
      'development',
      'in-review',
      'review',
      'testing',
      'in-testing',
      'current',
    ],
    ...['work-in-progress', 'begun', 'building'],
  ],
  done: [
    ...[
      'complete',
      'completed',
      'finished',
      'closed',
      'resolved',
      'fixed',
      'delivered',
      'shipped',
      'released',
      'merged',
    ],
    ...['accepted', 'finish', 'close', 'achieved'],
  ],
  todo: [
    'to-do',
    'open',
    'new',
    'backlog',
    'planned',
    'pending',
    'not-started',
    'ready',
    'waiting-to-start',
    'unstarted',
  ],
  blocked: ['waiting', 'stuck', 'impeded', 'on-hold', 'hold', 'stalled', 'paused', 'blocking'],
  dropped: [
    ...['cancelled', 'canceled', 'abandoned', 'rejected', 'declined', 'removed', 'discarded', 'deleted', 'wontfix'],
    ...['wont-do', 'wont-fix', 'obsolete', 'descoped', 'out-of-scope', 'killed', 'archived', 'invalid', 'duplicate'],
  ],
  cancelled: ['canceled', 'dropped', 'abandoned', 'withdrawn', 'aborted', 'called-off', 'killed'],
  released: [
    'shipped',
    'launched',
    'live',
    'done',
    'delivered',
    'published',
    'complete',
    'completed',
    'finished',
    'deployed',
    'ga',
  ],
  planned: [
    'scheduled',
    'committed',
    'upcoming',
    'todo',
    'to-do',
    'not-started',
    'open',
    'backlog',
    'accepted',
    'approved',
  ],
  idea: ['proposed', 'proposal', 'concept', 'candidate', 'suggestion', 'new', 'draft'],
  proposed: ['draft', 'idea', 'proposal', 'candidate', 'suggested', 'new', 'planned', 'pending'],
  active: [
    'in-progress',
    'open',
    'current',
    'ongoing',
    'started',
    'approved',
    'accepted',
    'committed',
    'wip',
    'running',
    'live',
  ],
  achieved: [
    'done',
    'complete',
    'completed',
    'reached',
    'met',
    'finished',
    'closed',
    'accomplished',
    'success',
    'successful',
  ],
  new: ['open', 'submitted', 'incoming', 'inbox', 'proposed', 'untriaged', 'unreviewed'],
  reviewing: [
    'in-review',
    'under-review',
    'review',
    'evaluating',
    'considering',
    'triage',
    'in-progress',
    'assessing',
    'under-consideration',
  ],
  accepted: ['approved', 'yes', 'planned', 'agreed', 'adopted', 'promoted'],
  declined: ['rejected', 'refused', 'no', 'denied', 'dismissed', 'dropped', 'wont-do', 'turned-down'],
  open: [
    'active',
    'new',
    'identified',
    'ongoing',
    'unresolved',
    'pending',
    'live',
    'in-progress',
    'todo',
    'monitoring',
  ],
  occurred: ['happened', 'materialised', 'materialized', 'realised', 'realized', 'triggered', 'hit', 'issue'],
  closed: [
    'done',
    'complete',
    'completed',
    'finished',
    'ended',
    'over',
    'resolved',
    'retired',
    'gone',
    'mitigated',
    'expired',
  ],
  resolved: ['fixed', 'solved', 'closed', 'done', 'settled', 'complete', 'completed', 'answered'],

  // Priority
  must: [
    'must-have',
    'critical',
    'blocker',
    'highest',
    'high',
    'urgent',
    'mandatory',
    'required',
    'essential',
    'p0',
    'p1',
    'm',
  ],
  should: ['should-have', 'medium', 'normal', 'important', 'p2', 's', 'major'],
  could: ['could-have', 'nice-to-have', 'low', 'optional', 'minor', 'p3', 'c', 'can', 'trivial'],
  wont: ['wont-have', 'will-not', 'will-not-have', 'would', 'lowest', 'never', 'not-now', 'p4', 'w', 'none', 'no'],

  // Horizon
  now: ['current', 'short-term', 'today', 'immediate', 'doing', 'in-progress', 'this-quarter'],
  next: ['soon', 'upcoming', 'mid-term', 'medium-term', 'near-term', 'planned', 'next-quarter'],
  later: ['future', 'someday', 'long-term', 'backlog', 'eventually', 'future-quarters', 'parked'],

  // Life of a product, phase of a project
  conception: ['concept', 'idea', 'ideation', 'discovery', 'inception', 'research'],
  development: ['dev', 'in-development', 'build', 'building', 'mvp', 'prototype', 'alpha', 'pre-launch'],
  introduction: ['launch', 'launched', 'intro', 'beta', 'early-access', 'go-to-market'],
  growth: ['growing', 'scale', 'scaling', 'expansion'],
  maturity: ['mature', 'established', 'stable', 'saturation', 'maintenance'],
  decline: ['declining', 'sunset', 'sunsetting', 'phase-out', 'deprecated', 'end-of-sale'],
  retired: ['end-of-life', 'eol', 'discontinued', 'withdrawn', 'dead', 'decommissioned', 'archived', 'retirement'],
  initiation: [
    'initiating',
    'initiate',
    'kick-off',
    'kickoff',
    'start',
    'inception',
    'startup',
    'concept',
    'chartering',
  ],
  planning: ['plan', 'planned', 'design', 'preparation', 'preparing'],
  execution: [
    ...['executing', 'execute', 'implementation', 'implementing', 'delivery', 'build', 'development', 'in-progress'],
    ...['monitoring', 'monitoring-and-control', 'control', 'active', 'running'],
  ],
  closure: ['closing', 'close-out', 'closeout', 'close', 'handover', 'wrap-up', 'ending'],

  // Kinds
  deliverable: ['output', 'product', 'work-package', 'result'],
  epic: ['initiative', 'feature', 'theme', 'saga'],
  story: ['user-story', 'userstory', 'requirement', 'pbi', 'backlog-item'],
  task: ['subtask', 'sub-task', 'chore', 'todo', 'activity', 'work', 'action', 'job', 'step'],
  bug: ['defect', 'fix', 'bugfix', 'error', 'incident', 'fault', 'problem', 'hotfix'],
  spike: ['research', 'investigation', 'poc', 'proof-of-concept', 'experiment', 'study', 'exploration'],
  person: ['individual', 'human', 'employee', 'member', 'user', 'people', 'freelancer'],
  team: ['group', 'squad', 'crew', 'department', 'unit', 'tribe'],
  supplier: ['vendor', 'contractor', 'agency', 'provider', 'partner', 'subcontractor', 'external'],
  client: ['customer', 'buyer', 'account'],

  // Risks and stakeholders
  avoid: ['avoidance', 'avoided', 'prevent', 'eliminate'],
  mitigate: ['mitigation', 'mitigated', 'mitigating', 'reduce', 'treat', 'lessen', 'control'],
  transfer: ['transference', 'transferred', 'share', 'insure', 'outsource'],
  accept: ['acceptance', 'accepted', 'tolerate', 'retain', 'ignore'],
  escalate: ['escalation', 'escalated', 'raise'],
  low: ['l', 'minor', 'small', 'unlikely', 'little', 'minimal', 'very-low', 'lowest'],
  medium: ['m', 'med', 'mid', 'moderate', 'normal', 'average', 'possible'],
  high: ['h', 'major', 'large', 'likely', 'severe', 'critical', 'very-high', 'highest', 'strong'],
  daily: ['every-day', 'everyday', 'each-day', 'day', 'once-a-day'],
  weekly: ['every-week', 'each-week', 'week', 'once-a-week'],
  'every-two-weeks': [
    'biweekly',
    'bi-weekly',
    'fortnightly',
    'fortnight',
    'every-2-weeks',
    'every-other-week',
    'sprint',
    'every-sprint',
    'two-weekly',
  ],
  monthly: ['every-month', 'each-month', 'month', 'once-a-month'],
  'at-milestones': ['milestone', 'milestones', 'at-milestone', 'per-milestone', 'on-milestones', 'at-each-milestone'],

  // Days of the week, sizes
  mon: ['monday', 'mo'],
  tue: ['tuesday', 'tu', 'tues'],
  wed: ['wednesday', 'we'],
  thu: ['thursday', 'th', 'thur', 'thurs'],
  fri: ['friday', 'fr'],
  sat: ['saturday', 'sa'],
  sun: ['sunday', 'su'],
  XS: ['extra-small', 'x-small', 'tiny', 'xxs'],
  S: ['small'],
  M: ['medium', 'med'],
  L: ['large', 'big'],
  XL: ['extra-large', 'x-large', 'huge', 'xxl'],

  // Severities of rules
  error: ['err', 'errors', 'fatal', 'critical', 'fail'],
  warning: ['warn', 'warnings', 'caution'],
  info: ['information', 'informational', 'note', 'notice', 'suggestion'],
  hint: ['hints', 'tip'],
  off: ['none', 'disable', 'disabled', 'ignore', 'ignored', 'silent', 'false', 'no', 'never'],
};

/** Longer than any value that the format allows: nobody means one of them by it. */
const longestWord = 40;

/** Lower case, apostrophes dropped, words apart by single hyphens: `In Progress`, `in_progress` are `in-progress`. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/([a-z])(?=[A-Z][a-z])/g, '$1-')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** How many letters may be wrong: none of two, as in `no` for `now`, then about one in three. */
function tolerance(word: string): number {
  return word.length <= 2 ? 0 : word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3;
}

/** Letters between two words, where two neighbours that changed places count as one. */
function slips(written: string, meant: string): number {
  const count = distance(written, meant);
  if (count !== 2 || written.length !== meant.length) return count;
  const at = Array.from(written).findIndex((letter, index) => letter !== meant[index]);
  const isSwap = written[at] === meant[at + 1] && written[at + 1] === meant[at];
  return isSwap ? 1 : count;
}

/** The only allowed value that is nearest to the word by its letters; undefined where two are as near or none is near. */
function nearest(word: string, allowed: readonly string[]): string | undefined {
  const ranked = allowed
    .map((value) => ({ value, distance: slips(word, normalised(value)) }))
    .filter((each) => each.distance <= tolerance(word))
    .sort((one, two) => one.distance - two.distance);
  const [first, second] = ranked;
  return first && first.distance !== second?.distance ? first.value : undefined;
}

/**
 * The allowed value that somebody means who wrote something else: the same but for case and separators (`In Progress`),
 * a synonym (`wip`), or a slip of the keyboard (`in-progess`). Undefined where no value is near-certain.
 */
export function meantValue(written: string, allowed: readonly string[]): string | undefined {
  if (written.length > longestWord) return undefined;
  const word = normalised(written);
  if (word === '') return undefined;
  const compact = word.replaceAll('-', '');
  const same = allowed.find((value) => normalised(value).replaceAll('-', '') === compact);
  if (same !== undefined) return same;
  const synonym = Object.entries(synonyms).find(([value, words]) => allowed.includes(value) && words.includes(word));
  return synonym?.[0] ?? nearest(word, allowed);
}
