import type { StatusView, UpdateCard } from '../../views/statusModel';
import { progressCell, stateCell } from '../cells';
import { cell, factsBlock, headedTable, purposeOf, type Block, type ViewDocument } from '../viewDocument';

/** Where a project stands: scope, time and cost, what needs somebody, its milestones, its report and last updates. */
export function statusDocument(view: StatusView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: purposeOf(view),
    blocks: [
      ...factsBlock(view.facts),
      ...constraints(view),
      ...attention(view),
      ...milestones(view),
      ...report(view),
      ...view.updates.flatMap(updateBlocks),
    ],
  };
}

function constraints(view: StatusView): readonly Block[] {
  return headedTable('Scope, time and cost', {
    columns: [
      { title: 'Constraint' },
      { title: 'State' },
      { title: 'Value' },
      { title: 'Progress', numeric: true },
      { title: 'Why', weight: 4 },
    ],
    rows: view.constraints.map(({ title, state, value, note, progress, details }) => ({
      cells: [
        cell(title),
        stateCell(state),
        cell([value, note].filter((part) => part !== undefined).join(', ')),
        progressCell(progress),
        cell(details.join('; ')),
      ],
    })),
  });
}

function attention({ attention: lines, moreAttention = 0 }: StatusView): readonly Block[] {
  const more = moreAttention > 0 ? [{ kind: 'text' as const, text: `And ${String(moreAttention)} more.` }] : [];
  return [
    ...headedTable('Needs attention', {
      columns: [
        { title: 'Kind' },
        { title: 'Title', weight: 3 },
        { title: 'State' },
        { title: 'Why', weight: 2 },
        { title: 'Owner' },
      ],
      rows: lines.map(({ kind, title, state, text, owner }) => ({
        cells: [cell(kind), cell(title), stateCell(state), cell(text), cell(owner)],
      })),
    }),
    ...more,
  ];
}

function milestones(view: StatusView): readonly Block[] {
  return headedTable('Milestones', {
    columns: [{ title: 'Milestone', weight: 3 }, { title: 'State' }, { title: 'Date' }, { title: 'Late' }],
    rows: view.milestones.map(({ title, state, date, late }) => ({
      cells: [cell(title), stateCell(state), cell(date), cell(late, late === undefined ? undefined : 'bad')],
    })),
  });
}

function report({ report: draft }: StatusView): readonly Block[] {
  if (!draft) return [];
  return [
    { kind: 'heading', text: draft.title },
    ...draft.sections.map(({ title, lines }) => ({ kind: 'text' as const, text: `${title}: ${lines.join('; ')}` })),
  ];
}

function updateBlocks({ date, when, by, state, summary, done, next }: UpdateCard): readonly Block[] {
  const said = [state?.text, by, when].filter((part) => part !== undefined);
  const lines = [
    ...(summary === undefined ? [] : [summary]),
    ...(done.length > 0 ? [`Done: ${done.join('; ')}`] : []),
    ...(next.length > 0 ? [`Next: ${next.join('; ')}`] : []),
  ];
  return [
    { kind: 'heading', text: date === undefined ? 'Update' : `Update of ${date}`, note: said.join(', ') },
    ...(lines.length > 0 ? [{ kind: 'text' as const, text: lines.join('\n\n') }] : []),
  ];
}
