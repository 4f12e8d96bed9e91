import type { AreaFinding, AreaRow, MatrixCell, RoadmapRolesView } from '../../../src/core/views/rolesModel';
import { roadmapUri } from './lantern';

const letters = { A: 'accountable', R: 'responsible', C: 'consulted', I: 'informed' } as const;

/** `'A* R . C'`: a star for what comes from the role, a bang for a conflict. */
function cellsOf(text: string): readonly MatrixCell[] {
  return text.split(' ').map((cell) => ({
    letters: [...cell.matchAll(/[ARCI]/g)].map(([letter]) => letters[letter as keyof typeof letters]),
    ...(cell.includes('*') ? { inherited: true } : {}),
    ...(cell.includes('!') ? { conflict: true } : {}),
  }));
}

function area(id: string, title: string, cells: string, ...findings: readonly AreaFinding[]): AreaRow {
  const isAssigned = !cells.includes('*') && findings.every(({ kind }) => kind !== 'gap');
  const entry = { uri: roadmapUri, path: isAssigned ? ['responsibilities', id] : ['owner'] };
  return { id, title, what: `What ${title} is about.`, entry, isAssigned, cells: cellsOf(cells), findings };
}

const person = (id: string, name: string, initials: string, role: string): RoadmapRolesView['people'][number] => ({
  id,
  entry: { uri: roadmapUri, path: ['people', id] },
  name,
  initials,
  role,
});

/** The roles of the design's product. */
export const lanternRoles: RoadmapRolesView = {
  view: 'roles',
  file: 'roadmap',
  entry: { uri: roadmapUri, path: [] },
  title: 'Lantern',
  purpose: 'The lift runs again on the first visit, and the customer knows it.',
  facts: [
    { label: 'Areas covered', value: '8 of 10' },
    { label: 'Gaps', value: '2', state: 'at-risk' },
    { label: 'Conflicts', value: '1', state: 'off-track' },
    { label: 'Overlaps', value: '1', note: 'Budget: Product manager holds it' },
  ],
  people: [
    person('alice', 'Alice Ng', 'AN', 'Product manager'),
    person('ben', 'Ben Ortiz', 'BO', 'Project manager'),
    person('dana', 'Dana Weiss', 'DW', 'Engineering manager'),
    person('erik', 'Erik Lund', 'EL', 'Designer'),
    person('chika', 'Chika Obi', 'CO', 'Executive sponsor'),
  ],
  groups: [
    {
      title: 'Product',
      rows: [
        area('vision', 'Vision', 'A* . C . I'),
        area('strategy', 'Strategy', 'A I R C C'),
        area('features', 'Features', 'A! A! R C .', { kind: 'conflict', text: '2 accountable' }),
        area('releases', 'Releases', 'A C R . I'),
        area('profit-and-loss', 'Profit and loss', '. . . . .', { kind: 'gap', text: 'Nobody accountable' }),
      ],
    },
    {
      title: 'Project',
      rows: [
        area('scope', 'Scope', 'C A* R C I'),
        area('schedule', 'Schedule', 'I A* C C .'),
        area('budget', 'Budget', 'A R . . C', {
          kind: 'overlap',
          text: 'Product manager holds it',
          detail: 'Usually the project manager',
        }),
        area('risks', 'Risks', 'I A R R I', { kind: 'note', text: 'Erik knows the suppliers.' }),
        area('closure', 'Closure', '. . R . .', { kind: 'gap', text: 'Nobody accountable' }),
      ],
    },
  ],
  roles: [
    {
      id: 'product-manager',
      title: 'Product manager',
      entry: { uri: roadmapUri, path: ['people', 'alice'] },
      people: ['Alice Ng'],
      question: 'Why do we build this, and what should it be?',
      summary: '13 areas by default, 1 by nobody',
      apart: 'The product manager sets what and why, the project manager how and by when.',
    },
    {
      id: 'project-manager',
      title: 'Project manager',
      people: ['Ben Ortiz'],
      question: 'How do we deliver this, by when, and for how much?',
      summary: '16 areas by default, 1 held by another',
    },
    { id: 'executive-sponsor', title: 'Executive sponsor', people: [], question: 'Should we go on?' },
  ],
};
