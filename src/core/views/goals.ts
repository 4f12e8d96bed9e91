import { linkedEffort } from '../analysis/linkedEffort';
import { isOpenGoal } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { RoadmapFile } from '../plan/planFile';
import { entryFilter } from './entryFilter';
import { goalRows, type FilterableRow } from './goalRows';
import { lacksWork } from './goalState';
import type { GoalRow, GoalsView } from './goalsModel';
import { known } from './known';
import type { Fact, ViewOptions } from './model';
import { textOf } from './naming';
import { percentText } from './texts';
import { unlinkedDays } from './unlinkedLane';
import type { ViewSettings } from './viewSettings';

/**
 * A roadmap's goals with all that serves them as a tree. A filter leaves what it finds, and what leads there: a row is
 * never shown without those that it stands below.
 */
export function goalsView(analysis: PlanAnalysis, roadmap: RoadmapFile, settings: ViewSettings = {}): GoalsView {
  const fields = roadmap.root?.fields;
  const all = goalRows(analysis, roadmap);
  const filter = entryFilter(settings);
  const found = filter && all.filter(({ row, asked }) => isEntry(row) && filter(asked)).map(({ row }) => row);
  return known({
    view: 'goals' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(fields?.product) ?? '',
    purpose: textOf(fields?.vision),
    facts: goalFacts(analysis, roadmap, all),
    rows: found ? withAncestors(all, new Set(found)) : all.map(({ row }) => row),
    shown: found && { count: found.length, total: all.filter(({ row }) => isEntry(row)).length },
    options: optionsOf(analysis, all),
  });
}

function isEntry({ kind }: GoalRow): boolean {
  return kind !== 'gap' && kind !== 'unlinked';
}

function withAncestors(all: readonly FilterableRow[], found: ReadonlySet<GoalRow>): readonly GoalRow[] {
  const left: GoalRow[] = [];
  // From the last to the first: the next row above that is less deep than all that is wanted is the parent.
  let wanted = 0;
  for (const { row } of [...all].reverse()) {
    if (!found.has(row) && row.depth > wanted) continue;
    left.push(row);
    wanted = row.depth - 1;
  }
  return left.reverse();
}

function optionsOf({ plan }: PlanAnalysis, all: readonly FilterableRow[]): ViewOptions {
  const owners = new Set(all.flatMap(({ asked }) => asked.people ?? []));
  return known({
    filters: all.length > 0 || undefined,
    owners: owners.size > 0 ? [...owners].map((value) => ({ value, title: plan.people.name(value) })) : undefined,
    critical: all.some(({ asked }) => asked.critical) || undefined,
    unlinked: all.some(({ asked }) => asked.unlinked) || undefined,
    atRisk: all.length > 0 || undefined,
  });
}

/** How much of the work leads to goals, how many goals have work and measures, and how many lines are broken. */
function goalFacts(analysis: PlanAnalysis, roadmap: RoadmapFile, all: readonly FilterableRow[]): readonly Fact[] {
  const open = (roadmap.root?.fields.goals?.value ?? []).filter(isOpenGoal);
  const facts: Fact[] = [];
  const linked = linkedEffort(analysis, roadmap);
  const total = linked + (unlinkedDays(analysis, roadmap) ?? 0);
  if (total > 0 && Number.isFinite(total)) {
    const note = `${String(Math.round(linked))} of ${String(Math.round(total))} d`;
    facts.push({ label: 'Linked effort', value: percentText(linked / total), note });
  }
  if (open.length > 0) {
    const served = open.filter((goal) => analysis.lineageTree.isServed(goal)).length;
    const measured = open.filter(({ fields }) => (fields.key_results?.value ?? []).length > 0).length;
    facts.push({ label: 'Goals with work', value: `${String(served)} of ${String(open.length)}` });
    facts.push({ label: 'Goals with measures', value: `${String(measured)} of ${String(open.length)}` });
  }
  if (all.length > 0) facts.push(brokenLines(analysis, roadmap, all));
  return facts;
}

function brokenLines(analysis: PlanAnalysis, roadmap: RoadmapFile, all: readonly FilterableRow[]): Fact {
  const goals = roadmap.root?.fields.goals?.value ?? [];
  const group = all.findIndex(({ row }) => row.kind === 'unlinked');
  const unlinked = group < 0 ? 0 : all.slice(group).filter(({ row }) => row.depth === 2).length;
  const count = goals.filter((goal) => lacksWork(analysis, goal)).length + unlinked;
  if (count === 0) return { label: 'Broken lines', value: 'None', state: 'on-track' };
  return { label: 'Broken lines', value: String(count), state: 'at-risk' };
}
