import type { AreaRow, MatrixCell, RolesView } from '../../views/rolesModel';
import { cell, factsBlock, type Block, type Cell, type ViewDocument } from '../viewDocument';

/** Who answers for what: areas by people, and the roles behind them. */
export function rolesDocument(view: RolesView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: view.purpose,
    blocks: [...factsBlock(view.facts), matrix(view), ...roleBlocks(view)],
  };
}

function matrix({ people, groups }: RolesView): Block {
  return {
    kind: 'table',
    title: 'Responsibilities',
    columns: [
      { title: 'Group' },
      { title: 'Area', weight: 3 },
      ...people.map(({ name, role }) => ({ title: role === undefined ? name : `${name}, ${role}` })),
      { title: 'Note', weight: 3 },
    ],
    rows: groups.flatMap(({ title, rows }) =>
      rows.map((row) => ({
        cells: [cell(title), cell(row.title), ...people.map((_, index) => letters(row.cells[index])), noteOf(row)],
      })),
    ),
  };
}

function letters(held: MatrixCell | undefined): Cell {
  if (!held || held.letters.length === 0) return cell(undefined);
  const text = held.letters.join(', ');
  if (held.conflict) return cell(text, 'bad');
  return held.inherited ? cell(`${text} (by role)`, 'quiet') : cell(text);
}

function noteOf({ findings }: AreaRow): Cell {
  const text = findings
    .map(({ text: said, detail }) => (detail === undefined ? said : `${said}: ${detail}`))
    .join('; ');
  const kinds = findings.map(({ kind }) => kind);
  return cell(text, kinds.includes('conflict') ? 'bad' : kinds.includes('gap') ? 'warning' : undefined);
}

function roleBlocks({ roles }: RolesView): readonly Block[] {
  if (roles.length === 0) return [];
  return [
    { kind: 'heading', text: 'Roles' },
    {
      kind: 'table',
      title: 'Roles',
      columns: [
        { title: 'Role' },
        { title: 'People' },
        { title: 'Answers', weight: 3 },
        { title: 'Areas', weight: 2 },
        { title: 'Told apart', weight: 2 },
      ],
      rows: roles.map(({ title, people, question, summary, apart }) => ({
        cells: [cell(title), cell(people.join(', ')), cell(question), cell(summary), cell(apart)],
      })),
    },
  ];
}
