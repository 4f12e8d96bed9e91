import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { OverCommitted, OverviewRow, OverviewView, ProjectDependency } from '../core/views/overviewModel';
import { changeEntries, Changes, changeStops, useShownChanges } from './changes';
import { EmptyState } from './emptyState';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts, Header } from './header';
import { GoalIcon, StateIcon } from './icons';
import { ProgressTrack } from './progressTrack';
import { type Roving, useRoving } from './roving';
import { onTableKey } from './tableKeys';
import { percentOf } from './timelineRows';

interface OverviewProps {
  readonly view: OverviewView;
  readonly marked: MarkedEntry;
}

interface PartProps {
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** A plan at a glance: goals and projects, what waits for what, who has too much, and what has changed. */
export function Overview({ view, marked }: OverviewProps): JSX.Element {
  const { rows, dependencies, people, changes } = view;
  const { groups, showAll } = useShownChanges(changes);
  const tables = useRef<HTMLDivElement>(null);
  const ids = [...[...rows, ...dependencies, ...people].map(({ id }) => id), ...changeStops(groups)];
  const roving = useRoving(tables, ids);
  const hasNothing = !view.shown && rows.every(({ kind }) => kind === 'product');
  return (
    <>
      <Header title={view.title} untitled={`A ${view.file === 'project' ? 'project' : 'product'} without a name`}>
        <p class="purpose">All products and projects of this plan</p>
      </Header>
      <Facts facts={view.facts} />
      <div
        class="overview"
        ref={tables}
        onFocusIn={roving.onFocusIn}
        onKeyDown={(event) => {
          onTableKey(event, ids, roving);
        }}
      >
        {rows.length > 0 && (
          <Table title="Goals and projects" columns={['Goal or project', 'State', 'Progress', 'When', 'Owner']}>
            {rows.map((row) => (
              <GoalOrProject key={row.id} {...{ row, marked, roving }} />
            ))}
          </Table>
        )}
        {dependencies.length > 0 && (
          <Table title="Between projects" columns={['Work', 'Waits for', 'In time']}>
            {dependencies.map((dependency) => (
              <Dependency key={dependency.id} {...{ dependency, marked, roving }} />
            ))}
          </Table>
        )}
        {people.length > 0 && (
          <Table title="Over-committed" columns={['Who', 'How much', 'With what']}>
            {people.map((person) => (
              <Person key={person.id} {...{ person, marked, roving }} />
            ))}
          </Table>
        )}
        {changes && <Changes section={changes} {...{ groups, showAll, marked, roving }} />}
      </div>
      {hasNothing && <NothingYet />}
    </>
  );
}

interface TableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

function Table({ title, columns, children }: TableProps): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      <div class="table-scroll">
        <table class={columns.length > 3 ? 'table' : 'table overview-text'} aria-label={title}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" class={index === 4 ? 'only-wide' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

function GoalOrProject({ row, marked, roving }: PartProps & { readonly row: OverviewRow }): JSX.Element {
  const { id, entry, kind, depth, title, state, progress, detail, owner } = row;
  return (
    <tr
      class={`overview-row ${kind} level-${String(depth)}`}
      {...(entry ? entryAttributes(entry, marked) : {})}
      {...roving.stop(id)}
    >
      <th scope="row" class="title-cell">
        <span class="row-title">
          {kind === 'goal' && <GoalIcon />}
          {kind === 'project' && state && <StateIcon kind={state.kind} />}
          <span class="cut" title={title}>
            {title}
          </span>
        </span>
      </th>
      <td>
        {state && (
          <span class="state-cell">
            {kind === 'goal' && <StateIcon kind={state.kind} />}
            {state.text}
          </span>
        )}
      </td>
      <td>
        {progress !== undefined && (
          <span class="progress-cell">
            <ProgressTrack
              name={`Progress of ${title}`}
              valueText={`${String(percentOf(progress))} %`}
              progress={progress}
            />
            <span class="percent">{`${String(percentOf(progress))} %`}</span>
          </span>
        )}
      </td>
      <td class="quiet">{detail}</td>
      <td class="quiet only-wide">{owner}</td>
    </tr>
  );
}

function Dependency({
  dependency,
  marked,
  roving,
}: PartProps & { readonly dependency: ProjectDependency }): JSX.Element {
  const { id, entry, title, project, forTitle, forProject, state, detail } = dependency;
  return (
    <tr {...entryAttributes(entry, marked)} {...roving.stop(id)}>
      <th scope="row">
        {title} <span class="quiet">{project}</span>
      </th>
      <td>
        {forTitle} <span class="quiet">{forProject}</span>
      </td>
      <td>
        <span class="state-cell">
          <StateIcon kind={state.kind} />
          <span class="for-reader">{state.text}</span>
          {detail}
        </span>
      </td>
    </tr>
  );
}

function Person({ person, marked, roving }: PartProps & { readonly person: OverCommitted }): JSX.Element {
  const { id, entry, name, text, items } = person;
  return (
    <tr {...(entry ? entryAttributes(entry, marked) : {})} {...roving.stop(id)}>
      <th scope="row">{name}</th>
      <td>
        <span class="state-cell">
          <StateIcon kind="off-track" />
          {text}
        </span>
      </td>
      <td class="quiet with-what" title={items.join(', ')}>
        <span class="cut">{items.join(', ')}</span>
      </td>
    </tr>
  );
}

function NothingYet(): JSX.Element {
  return (
    <EmptyState
      title="No goals and no projects yet"
      text="A goal says what changes for the customer, and projects name the goal that they serve. Write this in the roadmap:"
      yaml={`goals:
  first-visit-fix:
    title: Fix the fault on the first visit
    horizon: now`}
      starter="goal"
    />
  );
}

/** All entries that have a row of their own. */
export function overviewEntries({ rows, dependencies, people, changes }: OverviewView): readonly EntryPath[] {
  return [...[...rows, ...dependencies, ...people].flatMap(({ entry }) => entry ?? []), ...changeEntries(changes)];
}
