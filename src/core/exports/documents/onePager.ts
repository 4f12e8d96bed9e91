import type { OnePagerView, PagerGoal, PagerRelease, PagerRisk } from '../../views/onePagerModel';
import { progressCell, stateCell } from '../cells';
import { cell, headedTable, type TableBlock, type ViewDocument } from '../viewDocument';

/** What there is to know of a product on one page. */
export function onePagerDocument(view: OnePagerView): Omit<ViewDocument, 'view'> {
  const goals = view.goals.flatMap(({ title, goals: group }) => group.map((goal) => ({ horizon: title, goal })));
  return {
    title: view.title,
    purpose: view.vision,
    blocks: [
      { kind: 'text', text: asOf(view) },
      ...(view.strategy === undefined ? [] : [{ kind: 'text' as const, text: view.strategy }]),
      ...headedTable('Goals', goalTable(goals)),
      ...(view.achieved === undefined ? [] : [{ kind: 'text' as const, text: view.achieved }]),
      ...headedTable('Next releases', releaseTable(view.releases), view.moreReleases),
      ...headedTable('Risks', riskTable(view.risks), view.moreRisks),
    ],
  };
}

function asOf({ asOf: day, owner, lifecycle }: OnePagerView): string {
  return [`As of ${day}`, owner, lifecycle].filter((part) => part !== undefined).join(', ');
}

type Table = Omit<TableBlock, 'kind' | 'title'>;

function goalTable(goals: readonly { readonly horizon: string; readonly goal: PagerGoal }[]): Table {
  return {
    columns: [
      { title: 'Horizon' },
      { title: 'Goal', weight: 3 },
      { title: 'Why', weight: 3 },
      { title: 'Measures', weight: 3 },
      { title: 'Progress', numeric: true },
      { title: 'State' },
      { title: 'Target' },
    ],
    rows: goals.map(({ horizon, goal: { title, why, measures, progress, state, target } }) => ({
      cells: [
        cell(horizon),
        cell(title),
        cell(why),
        cell(measures.map((one) => [one.title, one.current].filter((part) => part !== undefined).join(' ')).join('; ')),
        progressCell(progress),
        stateCell(state),
        cell(target),
      ],
    })),
  };
}

function releaseTable(releases: readonly PagerRelease[]): Table {
  return {
    columns: [{ title: 'Release', weight: 2 }, { title: 'State' }, { title: 'Date' }, { title: 'Features', weight: 4 }],
    rows: releases.map(({ title, state, date, note, features }) => ({
      cells: [
        cell(title),
        stateCell(state),
        cell([date, note].filter((part) => part !== undefined).join(', ')),
        cell(features),
      ],
    })),
  };
}

function riskTable(risks: readonly PagerRisk[]): Table {
  return {
    columns: [
      { title: 'Risk', weight: 3 },
      { title: 'Probability', numeric: true },
      { title: 'Impact' },
      { title: 'Plan', weight: 3 },
      { title: 'Owner' },
      { title: 'Of' },
    ],
    rows: risks.map(({ title, probability, impact, plan, owner, of }) => ({
      cells: [cell(title), cell(probability), cell(impact), cell(plan), cell(owner), cell(of)],
    })),
  };
}
