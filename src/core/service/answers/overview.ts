import type { Position } from 'vscode-languageserver-types';
import { entryAt } from '../../features/entries';
import { entryCard } from '../../features/entryCard';
import type { PlanState } from '../../features/planState';
import type { EntryPath } from '../../plan/entryPath';
import type { Finding } from '../../rules/finding';
import type { FindingCounts, PlanSummary } from '../../views/model';
import { planSummary } from '../../views/planSummary';
import { planTreeLevel, planTreeWay } from '../../views/planTree/levels';
import type { PlanFilter, PlanNode } from '../../views/planTree/model';
import type { Asked } from './asked';

/**
 * Answers on plans as a whole.
 *
 * @param states all plans as they are now
 */
export function overviewAnswers(asked: Asked, states: () => readonly PlanState[]) {
  return {
    /**
     * Levels of the tree of all plans, each the nodes below one node; undefined where that is not shown any more.
     *
     * @param ids of the nodes; null for the top of the tree
     */
    planTree(filter: PlanFilter, ids: readonly (string | null)[]): readonly (readonly PlanNode[] | undefined)[] {
      const analyses = states().map(({ analysis }) => analysis);
      return ids.map((id) => planTreeLevel(analyses, filter, id ?? undefined));
    },

    /** The nodes from the top of the tree to what holds a position of a file; empty where the tree has nothing there. */
    planTreeWay(filter: PlanFilter, uri: string, position: Position): readonly PlanNode[] {
      const way = asked(uri, (state, source) => {
        const entry = entryAt(state, uri, source.offsetAt(position));
        const analyses = states().map(({ analysis }) => analysis);
        return entry && planTreeWay(analyses, filter, state.analysis, entry);
      });
      return way ?? [];
    },

    /**
     * The plan of a file in a few words; undefined for a file of no plan.
     *
     * @param counts whether a finding is one that is shown
     */
    planSummary(uri: string, counts: (finding: Finding) => boolean): PlanSummary | undefined {
      return asked(uri, (state) => planSummary(state.analysis, uri, findingCounts(state, counts)));
    },

    /** What there is to know of an entry, as Markdown. */
    entryCard(entry: EntryPath): string | undefined {
      return asked(entry.uri, (state) => entryCard(state, entry));
    },
  };
}

function findingCounts({ plan, findings }: PlanState, counts: (finding: Finding) => boolean): FindingCounts {
  const found = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const uri of plan.files.keys())
    for (const finding of findings(uri)) if (counts(finding)) found[finding.severity]++;
  return found;
}
