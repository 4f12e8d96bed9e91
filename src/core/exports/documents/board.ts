import { percentText } from '../../views/texts';
import type { BoardColumn, BoardView, GoalCard } from '../../views/model';
import { cell, type Block, type Row, type ViewDocument } from '../viewDocument';

/** The board of a roadmap: its goals column by column, lane by lane where it has lanes. */
export function boardDocument(board: BoardView): Omit<ViewDocument, 'view'> {
  const blocks = board.lanes
    ? board.lanes.flatMap(({ title, columns }) => [{ kind: 'heading' as const, text: title }, goalTable(columns)])
    : [goalTable(board.columns)];
  return { title: board.title, purpose: board.purpose, blocks: [...blocks, ...unlinked(board)] };
}

function goalTable(columns: readonly BoardColumn[]): Block {
  return {
    kind: 'table',
    title: 'Goals',
    columns: [
      { title: 'Horizon' },
      { title: 'Goal', weight: 3 },
      { title: 'Owner' },
      { title: 'Target' },
      { title: 'Measures', weight: 3 },
      { title: 'Projects', weight: 3 },
    ],
    rows: columns.flatMap(({ title, goals }) => goals.map((goal) => goalRow(title, goal))),
  };
}

function goalRow(horizon: string, goal: GoalCard): Row {
  const isOver = goal.status === 'achieved' || goal.status === 'dropped';
  return {
    cells: [
      cell(horizon),
      cell(isOver ? `${goal.title} (${goal.status})` : goal.title, isOver ? 'quiet' : undefined),
      cell(goal.owner),
      cell(goal.target),
      cell(goal.keyResults.map(measureText).join('; ')),
      cell(
        goal.projects
          .map(({ title, state, detail }) => [title, state.text, detail].filter(Boolean).join(', '))
          .join('; ') || (goal.status === 'active' ? 'No project yet' : ''),
      ),
    ],
  };
}

/** `Time to order: 41 s of 90 s to 45 s, 60 %` */
function measureText({ title, baseline, target, current, progress }: GoalCard['keyResults'][number]): string {
  const range = [baseline && `from ${baseline}`, target && `to ${target}`].filter(Boolean).join(' ');
  const now = current === undefined ? 'not measured' : `now ${current}`;
  const share = progress === undefined ? '' : `, ${percentText(progress)}`;
  return `${title}: ${[range, now].filter((part) => part !== '').join(', ')}${share}`;
}

function unlinked({ unlinked: work }: BoardView): readonly Block[] {
  if (!work) return [];
  return [
    { kind: 'heading', text: 'No goal', note: work.summary },
    {
      kind: 'table',
      title: 'No goal',
      columns: [
        { title: 'Title', weight: 3 },
        { title: 'What it is', weight: 2 },
        { title: 'Effort', numeric: true },
      ],
      rows: work.entries.map(({ title, context, effort }) => ({
        cells: [cell(title, 'warning'), cell(context), cell(effort)],
      })),
    },
  ];
}
