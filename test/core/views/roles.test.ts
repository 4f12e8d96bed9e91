import assert from 'node:assert/strict';
import type { AreaRow, RolesView } from '../../../src/core/views/rolesModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { viewOf } from './viewOf';

const people = `people:
  alice: { name: Alice Ng, role: product-manager }
  ben: { name: Ben Ortiz, role: project-manager }
  dana: { name: Dana Weiss, role: Head of lifts }
  chika: { name: Chika Obi, role: executive-sponsor }
`;
const roadmap = `product: Lantern
vision: The lift runs again.
owner: alice
goals: { fix: Fix it }
responsibilities:
  features: { accountable: [alice, ben], responsible: dana }
  releases: { accountable: alice, consulted: ben, informed: [chika, dana] }
  pricing: { responsible: ben }
  market-research: { accountable: ben, note: Ben knows the market. }
  night-shift: dana
`;
const project = `project: Parts on the van
summary: Fewer second visits.
manager: ben
sponsor: chika
goal: fix
team: { dana: { allocation: 50%, role: engineering-manager } }
responsibilities:
  budget: alice
  quality: { responsible: dana }
  releases: ben
`;

async function rolesOf(files: Readonly<Record<string, string>>, settings?: ViewSettings): Promise<RolesView> {
  const data = await viewOf({ ...files, '.throughline.yaml': people }, 'roles', settings);
  assert.ok(data.view === 'roles');
  return data;
}

const product = (settings?: ViewSettings): Promise<RolesView> => rolesOf({ 'p.roadmap.yaml': roadmap }, settings);

function rowOf({ groups }: RolesView, id: string): AreaRow {
  const row = groups.flatMap(({ rows }) => rows).find((each) => each.id === id);
  assert.ok(row, `no row ${id}`);
  return row;
}

/** `A* R . CI`: the letters of each person, with a star where they come from the role, and a bang where they clash. */
function lettersOf({ cells }: AreaRow): string {
  return cells
    .map(({ letters, inherited, conflict }) => {
      const text = letters.map((letter) => letter.slice(0, 1).toUpperCase()).join('');
      return `${text || '.'}${inherited ? '*' : ''}${conflict ? '!' : ''}`;
    })
    .join(' ');
}

function findingsOf({ findings }: AreaRow): readonly string[] {
  return findings.map(({ kind, text }) => `${kind}: ${text}`);
}

describe('roles of a file', () => {
  it('has a column for its owner first, then for everybody who is named', async () => {
    const view = await product();
    assert.deepEqual(
      view.people.map(({ name, initials, role }) => [name, initials, role]),
      [
        ['Alice Ng', 'AN', 'Product manager'],
        ['Ben Ortiz', 'BO', 'Project manager'],
        ['Dana Weiss', 'DW', 'Head of lifts'],
        ['Chika Obi', 'CO', 'Executive sponsor'],
      ],
    );
    assert.equal(view.purpose, 'The lift runs again.');
    assert.deepEqual(view.people[0]?.entry?.path, ['people', 'alice']);
  });

  it('has a row for each area that is assigned or falls to the owner, by where it usually belongs', async () => {
    const view = await product();
    assert.deepEqual(
      view.groups.map(({ title, rows }) => [title, rows.length]),
      [
        ['Product', 13],
        ['Others', 2],
      ],
    );
    assert.equal(lettersOf(rowOf(view, 'vision')), 'A* . . .');
    assert.equal(lettersOf(rowOf(view, 'releases')), 'A C I I');
    assert.equal(rowOf(view, 'night-shift').title, 'Night shift');
    assert.equal(rowOf(view, 'night-shift').what, undefined);
    assert.deepEqual(rowOf(view, 'releases').entry.path, ['responsibilities', 'releases']);
    assert.deepEqual([rowOf(view, 'vision').entry.path, rowOf(view, 'vision').isAssigned], [['owner'], false]);
  });

  it('marks conflicts and gaps, and tells what a note settles', async () => {
    const view = await product();
    assert.equal(lettersOf(rowOf(view, 'features')), 'A! A! R .');
    assert.deepEqual(findingsOf(rowOf(view, 'features')), ['conflict: 2 accountable']);
    assert.equal(lettersOf(rowOf(view, 'pricing')), '. R . .');
    assert.deepEqual(findingsOf(rowOf(view, 'pricing')), ['gap: Nobody accountable']);
    assert.deepEqual(findingsOf(rowOf(view, 'market-research')), ['note: Ben knows the market.']);
    assert.deepEqual(
      view.facts.map(({ label, value }) => `${label} ${value}`),
      ['Areas covered 14 of 15', 'Gaps 1', 'Conflicts 1'],
    );
  });

  it('asks about an area whose holder usually has another one, and about one that two files give away', async () => {
    const files = { 'a.project.yaml': project, 'p.roadmap.yaml': roadmap };
    const view = await rolesOf(files);
    assert.equal(view.file, 'project');
    const [overlap] = rowOf(view, 'budget').findings;
    assert.deepEqual(overlap, {
      kind: 'overlap',
      text: 'Product manager holds it',
      detail: 'Usually the project manager',
    });
    assert.deepEqual(findingsOf(rowOf(view, 'releases')), ['conflict: With Alice Ng in Lantern']);
    // What nobody is named for falls to the manager, beside those who do the work.
    assert.equal(lettersOf(rowOf(view, 'quality')), 'A* . R');
    const other = await rolesOf({ 'p.roadmap.yaml': roadmap, 'a.project.yaml': project });
    assert.deepEqual(findingsOf(rowOf(other, 'releases')), ['conflict: With Ben Ortiz in Parts on the van']);
  });

  it('has a card for each role of its people, its usual one and its sponsor, in words', async () => {
    const cards = (await rolesOf({ 'a.project.yaml': project, 'p.roadmap.yaml': roadmap })).roles;
    assert.deepEqual(
      cards.map(({ title, people: names }) => `${title}: ${names.join(', ')}`),
      [
        'Project manager: Ben Ortiz',
        'Product manager: Alice Ng',
        'Engineering manager: Dana Weiss',
        'Executive sponsor: Chika Obi',
      ],
    );
    assert.equal(cards[0]?.summary, '16 areas by default, 1 held by another');
    assert.match(cards[0].question ?? '', /by when/);
    assert.match(cards[0].apart ?? '', /product manager/i);
    const alone = await rolesOf({ 'p.roadmap.yaml': 'product: P\nresponsibilities: { pricing: dana }\n' });
    assert.deepEqual(
      alone.roles.map(({ title, people: names, summary }) => [title, names.length, summary]),
      [['Product manager', 0, '13 areas by default, 13 by nobody']],
    );
  });

  it('is filtered by area, person, and what is to be asked', async () => {
    const ids = ({ groups }: RolesView): readonly string[] => groups.flatMap(({ rows }) => rows.map(({ id }) => id));
    assert.deepEqual(ids(await product({ filter: { text: 'pric' } })), ['pricing']);
    assert.deepEqual(ids(await product({ filter: { owner: 'dana' } })), ['features', 'releases', 'night-shift']);
    assert.deepEqual(ids(await product({ filter: { atRisk: true } })), ['features', 'pricing']);
    const view = await product({ filter: { text: 'zzz' } });
    assert.deepEqual([view.groups, view.shown], [[], { count: 0, total: 15 }]);
    assert.equal(view.options?.atRiskLabel, 'Gaps and conflicts');
  });

  it('has no rows while there is nobody, and takes names that nobody defines', async () => {
    const bare = await viewOf({ 'p.roadmap.yaml': 'product: P\n' }, 'roles');
    assert.ok(bare.view === 'roles');
    assert.deepEqual([bare.groups, bare.roles, bare.facts, bare.people], [[], [], [], []]);
    const named = await viewOf({ 'a.project.yaml': 'project: A\nmanager: Bob\n' }, 'roles');
    assert.ok(named.view === 'roles');
    assert.deepEqual(named.people, [{ id: 'Bob', name: 'Bob', initials: 'B' }]);
    assert.deepEqual(named.roles[0]?.people, ['Bob']);
    const odd = await viewOf(
      { 'a.project.yaml': 'project: A\nresponsibilities: [a, { b: 3 }]\nmanager: { x: y }\n' },
      'roles',
    );
    assert.ok(odd.view === 'roles');
  });
});
