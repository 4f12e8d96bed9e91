import type { ChangeGroup, ChangeRow } from '../../views/changesModel';
import type { OverviewView } from '../../views/overviewModel';
import { progressCell, stateCell } from '../cells';
import { cell, factsBlock, headedTable, type Block, type Row, type ViewDocument } from '../viewDocument';

/** All files of a plan: products, goals and projects, what waits between projects, and who has too much to do. */
export function overviewDocument(view: OverviewView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    blocks: [...factsBlock(view.facts), goalTable(view), ...dependencies(view), ...people(view), ...changes(view)],
  };
}

function goalTable({ rows }: OverviewView): Block {
  return {
    kind: 'table',
    title: 'Goals and projects',
    columns: [
      { title: 'Title', weight: 3 },
      { title: 'Kind' },
      { title: 'State' },
      { title: 'Progress', numeric: true },
      { title: 'When', weight: 2 },
      { title: 'Owner' },
    ],
    rows: rows.map(({ depth, kind, title, state, progress, detail, owner }) => ({
      depth: depth - 1,
      cells: [
        cell(title, kind === 'unlinked' ? 'warning' : undefined),
        cell(kind === 'unlinked' ? '' : kind),
        stateCell(state),
        progressCell(progress),
        cell(detail),
        cell(owner),
      ],
    })),
  };
}

function dependencies({ dependencies: waits }: OverviewView): readonly Block[] {
  return headedTable('Between projects', {
    columns: [
      { title: 'Work', weight: 3 },
      { title: 'Of', weight: 2 },
      { title: 'Waits for', weight: 3 },
      { title: 'Of', weight: 2 },
      { title: 'State' },
      { title: 'When', weight: 2 },
    ],
    rows: waits.map(({ title, project, forTitle, forProject, state, detail }) => ({
      cells: [cell(title), cell(project), cell(forTitle), cell(forProject), stateCell(state), cell(detail)],
    })),
  });
}

function people({ people: over }: OverviewView): readonly Block[] {
  return headedTable('Over-committed', {
    columns: [{ title: 'Person' }, { title: 'How much', weight: 2 }, { title: 'With what', weight: 4 }],
    rows: over.map(({ name, text, items }) => ({ cells: [cell(name), cell(text, 'bad'), cell(items.join('; '))] })),
  });
}

function changes({ changes: section }: OverviewView): readonly Block[] {
  if (!section) return [];
  const { title, note, groups, leftOut } = section;
  const notes: readonly Block[] = note === undefined ? [] : [{ kind: 'text', text: note }];
  const more: readonly Block[] =
    leftOut === undefined ? [] : [{ kind: 'text', text: `${String(leftOut)} more changes are not listed.` }];
  if (groups.length === 0) return [{ kind: 'heading', text: title }, ...notes];
  const [heading, ...table] = headedTable(title, {
    columns: [
      { title: 'Of', weight: 2 },
      { title: 'Kind' },
      { title: 'What', weight: 3 },
      { title: 'Change', weight: 5 },
    ],
    rows: groups.flatMap((group) => group.rows.map((row) => changedRow(group, row))),
  });
  return [...(heading ? [heading] : []), ...notes, ...table, ...more];
}

function changedRow({ title: of }: ChangeGroup, { kind, title, text, state }: ChangeRow): Row {
  return { cells: [cell(of), cell(kind), cell(title), cell(text, state && 'warning')] };
}
