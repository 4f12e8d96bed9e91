import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { share } from './editedPlans';

/** What may be written of an entry of a project, and values of it: most of them right, some of them broken. */
const facts: Readonly<Record<string, readonly string[]>> = {
  estimate: ['0d', '1d', '3d', '8d', '60d', '{ optimistic: 1d, likely: 3d, pessimistic: 30d }', 'soon'],
  size: ['S', 'XL', 'huge'],
  duration: ['2d', '5ed', '10d', 'x'],
  start: ['2025-12-01', '2026-01-03', '2026-01-05', '2026-02-02', '2029-01-01', '2026-13-01'],
  end: ['2025-12-19', '2026-01-10', '2026-01-16', '2026-04-30', '2029-03-01'],
  deadline: ['2025-12-31', '2026-01-09', '2026-03-01'],
  not_before: ['2026-01-12', '2026-06-01'],
  started: ['2025-12-08', '2026-01-02', '2025-11-03'],
  finished: ['2025-12-30', '2025-11-01', '2026-02-01'],
  status: ['todo', 'in-progress', 'blocked', 'done', 'dropped', 'dropped', 'gone', 'planned', 'released', 'achieved'],
  progress: ['0%', '40%', '100%', 'half'],
  owner: ['person-1', 'person-3', 'nobody'],
  assignees: ['person-1', '[person-2, person-3]', '{ person-1: 50% }', 'somebody'],
  depends_on: [
    'item-2',
    'item-3',
    'item-3 SS',
    'item-3 FF+2d',
    'item-3 +40d',
    'item-12',
    'feature-2',
    '[item-4 SS+1d, item-5 FF]',
    'project-1/item-3',
    'nothing',
  ],
  milestone: ['delivery', 'delivery', 'project-2/delivery', 'none'],
  sequential: ['true', 'false'],
  goal: ['goal-1', 'goal-2', '[goal-3, goal-4]', 'product/goal-1', 'goal-9'],
  feature: ['feature-1', 'feature-5', '[feature-2, feature-3]', 'feature-99'],
  release: ['release-1', 'release-2', 'release-9'],
  priority: ['must', 'must', 'could', 'wont'],
  cost: ['100 EUR', '2000 USD', 'a lot'],
  spent: ['2d', '40d'],
  reached: ['2025-12-12', '2026-05-01'],
  date: ['2025-12-20', '2026-01-30'],
  target: ['2026-Q1', '2025-12', '2028-Q2'],
  staus: ['done'],
};

/** The same of what stands at the top of a file. */
const factsOfFile: Readonly<Record<string, readonly string[]>> = {
  start: ['2025-12-01', '2026-01-05', '2026-07-01'],
  end: ['2026-01-31', '2027-01-01', '2025-12-31'],
  goal: ['goal-1', '[goal-2, goal-3]', 'goal-9'],
  manager: ['person-1', 'person-4'],
  phase: ['closed', 'closure'],
  health: ['paused', 'on-track'],
  budget: ['{ total: 5000 EUR }', '{ total: 900 EUR, exchange_rates: { USD: 0.9 } }'],
  sizes: ['{ S: 1d, XL: 30d }', '{ XS: 20d, S: 9d }'],
  team: ['{ person-1: { allocation: 20% }, person-2: { allocation: 100% } }', '{ person-3: { allocation: 10% } }'],
  calendar: ['{ workdays: [mon, tue, wed, thu] }'],
  status_date: ['2026-01-02', '2026-03-02'],
  id: ['project-1', 'product', 'other'],
};

/** One edit of a fact, drawn without a look at the text. */
export interface DrawnFact {
  readonly file: number;
  /** Which entry, how far along all of them; before the first of them stands the file itself. */
  readonly entry: number;
  readonly fact: number;
  readonly value: number;
  readonly isTakenAway: boolean;
}

/** How far along all facts one of them is. */
function placeOfFact(name: string): number {
  const names = Object.keys(facts);
  return (names.indexOf(name) + 0.5) / names.length;
}

export const drawnFact: fc.Arbitrary<DrawnFact> = fc.record({
  file: fc.nat(9),
  entry: fc.oneof({ weight: 4, arbitrary: share }, fc.constant(-1)),
  // Half of all edits are of how long something takes, how far it is, and what it waits for.
  fact: fc.oneof(fc.constantFrom(...['estimate', 'status', 'depends_on'].map(placeOfFact)), share),
  value: share,
  isTakenAway: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
});

export interface FactEdit {
  readonly range: Range;
  readonly text: string;
}

/** What an edit of a fact is in a text: it is written, put in the place of another value, or taken away. */
export function factEdit(text: string, drawn: DrawnFact): FactEdit {
  const lines = text.split('\n');
  const titles = lines.flatMap((line, at) => (/^ +title: /.test(line) ? [at] : []));
  const at = drawn.entry < 0 ? undefined : titles[Math.floor(drawn.entry * titles.length)];
  const pad = at === undefined ? '' : /^ */.exec(lines[at] ?? '')?.[0];
  const all = Object.entries(at === undefined ? factsOfFile : facts);
  const [key, values] = all[Math.floor(drawn.fact * all.length)] ?? ['estimate', ['1d']];
  const value = values[Math.floor(drawn.value * values.length)] ?? '';
  const known = ownLine(lines, at ?? 0, `${pad ?? ''}${key}: `);
  const line = known ?? (at ?? 0) + 1;
  const isGone = drawn.isTakenAway && known !== undefined;
  const start = { line, character: 0 };
  const end = known === undefined ? start : { line: line + 1, character: 0 };
  return { range: { start, end }, text: isGone ? '' : `${pad ?? ''}${key}: ${value}\n` };
}

/** The line of an entry, from its first one on, that begins like this. */
function ownLine(lines: readonly string[], first: number, beginning: string): number | undefined {
  const indent = beginning.search(/\S/);
  for (let at = first; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith(beginning)) return at;
    if (line.trim() !== '' && line.search(/\S/) < indent) return undefined;
  }
  return undefined;
}
