import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { AreaGroup, MatrixPerson, RolesView } from '../core/views/rolesModel';
import { AreaMatrixRow, Letter } from './areaRow';
import { EmptyState } from './emptyState';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts, Header } from './header';
import { RoleCards } from './roleCards';
import { type Roving, useRoving } from './roving';
import { onTableKey } from './tableKeys';

interface RolesProps {
  readonly view: RolesView;
  readonly marked: MarkedEntry;
}

/** Who answers for what: areas by people, and what the roles behind them are for. */
export function Roles({ view, marked }: RolesProps): JSX.Element {
  const untitled = view.file === 'roadmap' ? 'A product without a name' : 'A project without a name';
  const isEmpty = view.groups.length === 0 && !view.shown;
  return (
    <>
      <Header title={view.title} untitled={untitled}>
        {view.purpose && <p class="purpose">{view.purpose}</p>}
      </Header>
      <Facts facts={view.facts} />
      {view.groups.length > 0 && <Matrix view={view} marked={marked} />}
      {isEmpty && <NobodyYet file={view.file} />}
      {view.roles.length > 0 && <RoleCards cards={view.roles} marked={marked} />}
    </>
  );
}

function Matrix({ view, marked }: RolesProps): JSX.Element {
  const { people, groups } = view;
  const table = useRef<HTMLTableElement>(null);
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  const roving = useRoving(table, ids);
  return (
    <>
      <div class="table-scroll">
        <table
          class="table matrix"
          ref={table}
          onFocusIn={roving.onFocusIn}
          onKeyDown={(event) => {
            onTableKey(event, ids, roving);
          }}
        >
          <thead>
            <tr>
              <th scope="col" class="area-cell">
                Area
              </th>
              {people.map((person) => (
                <PersonHead key={person.id} person={person} />
              ))}
              <th scope="col" class="finding-cell">
                Finding
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.title} {...{ group, people, marked, roving }} />
          ))}
        </table>
      </div>
      <MatrixLegend groups={groups} />
    </>
  );
}

function PersonHead({ person: { entry, name, initials, role } }: { readonly person: MatrixPerson }): JSX.Element {
  return (
    <th
      scope="col"
      class="person-cell"
      title={role ? `${name}, ${role}` : name}
      {...(entry ? entryAttributes(entry, undefined) : {})}
    >
      <span class="person-name only-wide">{name}</span>
      <abbr class="person-initials" aria-hidden="true">
        {initials}
      </abbr>
      <span class="for-reader only-narrow-reader">{name}</span>
      {role && <span class="person-role only-wide">{role}</span>}
    </th>
  );
}

interface GroupProps {
  readonly group: AreaGroup;
  readonly people: readonly MatrixPerson[];
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Group({ group: { title, rows }, people, marked, roving }: GroupProps): JSX.Element {
  return (
    <tbody>
      <tr class="group-head">
        <th scope="rowgroup" colSpan={people.length + 2}>
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <AreaMatrixRow key={row.id} {...{ row, people, marked, roving }} />
      ))}
    </tbody>
  );
}

/** The letters that occur, with their words. */
function MatrixLegend({ groups }: { readonly groups: readonly AreaGroup[] }): JSX.Element {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const entries = [
    ...(['accountable', 'responsible', 'consulted', 'informed'] as const)
      .filter((letter) => cells.some(({ letters, inherited }) => letters.includes(letter) && !inherited))
      .map((letter) => ({ name: letter, sample: <Letter letter={letter} /> })),
    ...(cells.some(({ inherited }) => inherited)
      ? [{ name: 'by default from the role', sample: <Letter letter="accountable" inherited /> }]
      : []),
    ...(cells.some(({ conflict }) => conflict)
      ? [{ name: 'conflict', sample: <Letter letter="accountable" conflict /> }]
      : []),
  ];
  return (
    <ul class="legend matrix-legend" aria-label="Legend">
      {entries.map(({ name, sample }) => (
        <li key={name}>
          <span aria-hidden="true">{sample}</span>
          {name}
        </li>
      ))}
    </ul>
  );
}

function NobodyYet({ file }: Pick<RolesView, 'file'>): JSX.Element {
  const lead = file === 'roadmap' ? 'owner' : 'manager';
  return (
    <EmptyState
      title="Nobody answers for anything yet"
      text={`The ${lead} holds what their role usually does; responsibilities say who else has a part in it. Write this in the ${file}:`}
      yaml={`${lead}: alice
responsibilities:
  budget: { accountable: alice, responsible: ben, informed: chika }`}
    />
  );
}

/** All entries that the matrix has a row for. */
export function roleEntries({ groups }: RolesView): readonly EntryPath[] {
  return groups.flatMap(({ rows }) => rows.filter(({ isAssigned }) => isAssigned).map(({ entry }) => entry));
}
