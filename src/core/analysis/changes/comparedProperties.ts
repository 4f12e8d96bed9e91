import type { ChangeTopic } from './planChange';
import {
  assigneeList,
  dayValue,
  dayWord,
  dependencyList,
  durationValue,
  estimateValue,
  impactValue,
  moneyValue,
  periodValue,
  personValue,
  probabilityValue,
  proseValue,
  quantityValue,
  referenceList,
  referenceValue,
  textList,
  textValue,
  wordValue,
  type Reader,
} from './statedValue';

/** A property whose changes are told. */
export interface ComparedProperty {
  /** Keys from the thing's own fields on: `['budget', 'total']`. */
  readonly path: readonly string[];
  /** What it is called in a sentence. */
  readonly label: string;
  readonly topic: ChangeTopic;
  readonly read: Reader;
  /** The value, as the format writes it, that holds where none is written. */
  readonly otherwise?: string;
}

const property = (
  path: string,
  label: string,
  topic: ChangeTopic,
  read: Reader,
  otherwise?: string,
): ComparedProperty => ({
  path: path.split('.'),
  label,
  topic,
  read,
  ...(otherwise === undefined ? {} : { otherwise }),
});

const owner = property('owner', 'Owner', 'owner', personValue);
const goals = property('goal', 'Goal', 'lineage', referenceList);
const horizon = property('horizon', 'Horizon', 'state', wordValue);
const theme = property('theme', 'Theme', 'lineage', referenceValue);
const release = property('release', 'Release', 'lineage', referenceValue);
const customers = property('customer', 'Customer', 'lineage', referenceList);
const priority = property('priority', 'Priority', 'scope', wordValue);
const acceptance = property('acceptance', 'Acceptance criteria', 'scope', textList);
const status = (otherwise?: string): ComparedProperty => property('status', 'Status', 'state', wordValue, otherwise);

/**
 * What is compared of each kind of thing. Titles, the status of work, health, and what is worked out from the plan have
 * their own ways; notes, links and descriptions change nothing that the plan promises.
 */
export const comparedProperties: Readonly<Record<string, readonly ComparedProperty[]>> = {
  product: [
    property('owner', 'Product manager', 'owner', personValue),
    property('lifecycle', 'Lifecycle', 'state', wordValue),
    property('vision', 'Vision', 'scope', proseValue),
    property('strategy', 'Strategy', 'scope', proseValue),
  ],
  goal: [
    owner,
    horizon,
    status('active'),
    property('target', 'Target', 'date', periodValue),
    property('parent', 'Parent goal', 'lineage', referenceValue),
    property('why', 'Why', 'scope', proseValue),
    theme,
    customers,
  ],
  'key-result': [
    owner,
    property('current', 'Current value', 'progress', quantityValue),
    property('target', 'Target', 'scope', quantityValue),
    property('baseline', 'Baseline', 'scope', quantityValue),
    property('due', 'Due', 'date', periodValue),
  ],
  feature: [
    owner,
    goals,
    release,
    horizon,
    priority,
    property('requirements', 'Requirements', 'scope', textList),
    property('depends_on', 'Waits for', 'lineage', referenceList),
    acceptance,
    theme,
    customers,
  ],
  release: [owner, goals, status('planned'), property('date', 'Date', 'date', periodValue)],
  idea: [goals, status('new')],
  program: [property('manager', 'Manager', 'owner', personValue), goals],
  project: [
    property('manager', 'Project manager', 'owner', personValue),
    property('sponsor', 'Sponsor', 'owner', personValue),
    property('phase', 'Phase', 'state', wordValue),
    property('goal', 'Goal', 'lineage', referenceList),
    property('program', 'Program', 'lineage', referenceValue),
    property('start', 'Start', 'date', dayValue),
    property('end', 'Committed finish', 'date', dayValue),
    property('baseline.start', 'Baseline start', 'date', dayValue),
    property('baseline.end', 'Baseline finish', 'date', dayValue),
    property('baseline.budget', 'Baseline budget', 'money', moneyValue),
    property('budget.total', 'Budget', 'money', moneyValue),
    property('budget.contingency', 'Contingency', 'money', moneyValue),
    property('scope.in', 'In scope', 'scope', textList),
    property('scope.out', 'Out of scope', 'scope', textList),
  ],
  item: [
    owner,
    property('assignees', 'Assignees', 'owner', assigneeList),
    goals,
    property('feature', 'Feature', 'lineage', referenceList),
    release,
    property('milestone', 'Milestone', 'lineage', referenceValue),
    priority,
    property('estimate', 'Estimate', 'scope', estimateValue),
    property('size', 'Size', 'scope', textValue),
    property('duration', 'Duration', 'scope', durationValue),
    property('cost', 'Cost', 'money', moneyValue),
    property('start', 'Start', 'date', dayValue),
    property('end', 'End', 'date', dayValue),
    property('deadline', 'Deadline', 'date', dayValue),
    property('not_before', 'Not before', 'date', dayValue),
    property('depends_on', 'Waits for', 'lineage', dependencyList),
    acceptance,
  ],
  milestone: [
    property('date', 'Date', 'date', dayValue),
    property('reached', 'Reached', 'state', dayWord),
    goals,
    release,
    property('depends_on', 'Waits for', 'lineage', dependencyList),
  ],
  risk: [
    owner,
    property('probability', 'Probability', 'state', probabilityValue),
    property('impact', 'Impact', 'state', impactValue),
    property('response', 'Response', 'state', wordValue),
    property('plan', 'Response plan', 'scope', proseValue),
    status('open'),
  ],
  issue: [
    owner,
    property('due', 'Due', 'date', periodValue),
    property('resolution', 'Resolution', 'scope', proseValue),
    status('open'),
  ],
  change: [property('approved_by', 'Approved by', 'owner', personValue)],
};
