import { Fragment, type JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { CapacityCell, CapacityRow, CapacityView } from '../core/views/capacityModel';
import type { ChosenCell } from './capacity';
import { cellOfStop, cellStop, personStop } from './capacityStops';
import { useColumnWindow } from './columnWindow';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { PrintNote } from './printNote';
import type { Roving } from './roving';
import { usePrintable, useRowWindow, withPinned } from './rowWindow';

interface GridProps {
  readonly view: CapacityView;
  readonly marked: MarkedEntry;
  readonly chosen: ChosenCell | undefined;
  readonly roving: Roving;
}

/** Fewer columns than these share the room that more would need. */
const fewColumns = 10;

/** From one row to the next, with the space between them, in pixels: what the style sheet gives a cell. */
const rowPitch = 39;
const rowGap = 3;

/** Fewer than of other lists: each of these rows has a cell for each week. */
const spareRows = 2;

/** People by weeks or months; each cell says how full it is. Of many people and weeks, those in view. */
export function CapacityGrid({ view, marked, chosen, roving }: GridProps): JSX.Element {
  const scrolled = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const people = usePrintable(view.people);
  const inView = useRowWindow(body, people.length, rowPitch, spareRows);
  const shownColumns = useColumnWindow(scrolled, '.load-columns .load-week', view.columns.length, people.length);
  const stop = useMemo(() => placeOfStop(people, roving.current), [people, roving.current]);
  const markedRow = people.findIndex((row) => isMarkedRow(row, marked));
  const rows = inView ? withPinned(inView, [stop.row, markedRow], people.length) : people.map((_, index) => index);
  return (
    <div class="load-scroll" ref={scrolled}>
      <table
        class={view.columns.length < fewColumns ? 'load-grid few-columns' : 'load-grid'}
        role="grid"
        aria-label={`Capacity of the people of ${view.title}`}
        aria-rowcount={people.length + headRows}
        aria-colcount={view.columns.length + 1}
      >
        <GridHead view={view} />
        <tbody ref={body}>
          {rows.map((index, place) => {
            const row = people[index];
            const columns =
              index === stop.row ? withPinned(shownColumns, [stop.column], view.columns.length) : shownColumns;
            return (
              row && (
                <Fragment key={row.id}>
                  <RowSpace rows={index - (rows[place - 1] ?? -1) - 1} columns={view.columns.length + 1} />
                  <Row rowIndex={index + headRows + 1} {...{ row, columns, view, marked, chosen, roving }} />
                </Fragment>
              )
            );
          })}
          <RowSpace rows={people.length - (rows.at(-1) ?? -1) - 1} columns={view.columns.length + 1} />
        </tbody>
      </table>
      <PrintNote count={view.people.length} />
    </div>
  );
}

/** How many rows stand above those of people. */
const headRows = 2;

function GridHead({ view: { groups, columns } }: Pick<GridProps, 'view'>): JSX.Element {
  return (
    <thead>
      <tr class="load-groups" aria-rowindex={1}>
        <td />
        {groups.map(({ title, columns: count }, index) => (
          <th key={index} scope="colgroup" colSpan={count}>
            <span>{title}</span>
          </th>
        ))}
      </tr>
      <tr class="load-columns" aria-rowindex={2}>
        <th scope="col" class="load-name">
          Load in % of capacity
        </th>
        {columns.map(({ label, name, isNow }, index) => (
          <th
            key={index}
            scope="col"
            class={isNow ? 'load-week is-now' : 'load-week'}
            title={isNow ? `${name}, with today` : name}
            aria-label={isNow ? `${name}, with today` : name}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The row and the column of the stop that the Tab key leads to; −1 where it is none of a person or a cell. */
function placeOfStop(
  people: readonly CapacityRow[],
  id: string | undefined,
): { readonly row: number; readonly column: number } {
  const cell = cellOfStop(id ?? '');
  const row = people.findIndex((each) => (cell ? each.id === cell.person : personStop(each.id) === id));
  return { row, column: cell?.column ?? -1 };
}

function isMarkedRow({ entry, work }: CapacityRow, marked: MarkedEntry): boolean {
  if (marked === undefined) return false;
  return (entry !== undefined && entryKey(entry) === marked) || work.some((each) => entryKey(each.entry) === marked);
}

interface SpaceProps {
  readonly rows: number;
  /** Of the whole table. */
  readonly columns: number;
}

/** Stands for people who are not in the document. */
function RowSpace({ rows, columns }: SpaceProps): JSX.Element | null {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns}>
        <svg class="row-space" width="1" height={rows * rowPitch - rowGap} aria-hidden="true" focusable="false" />
      </td>
    </tr>
  );
}

interface RowProps extends GridProps {
  readonly row: CapacityRow;
  /** Its number in the whole grid, from 1. */
  readonly rowIndex: number;
  /** Indices of the columns that are in the document. */
  readonly columns: readonly number[];
}

function Row({ row, rowIndex, columns, view, marked, chosen, roving }: RowProps): JSX.Element {
  return (
    <tr aria-rowindex={rowIndex}>
      <th
        scope="row"
        class="load-name"
        {...(row.entry ? entryAttributes(row.entry, marked) : {})}
        {...roving.stop(personStop(row.id))}
      >
        <span class="cut capacity-name" title={row.name}>
          <span class="full-name">{row.name}</span>
          <span class="short-name" aria-hidden="true">
            {row.shortName}
          </span>
        </span>
        <span class="cut person-note">{row.note}</span>
      </th>
      {row.unlimited !== undefined && (
        <td class="unlimited" colSpan={view.columns.length}>
          {row.unlimited}
        </td>
      )}
      {row.cells.length > 0 && <Cells {...{ row, columns, view, marked, chosen, roving }} />}
    </tr>
  );
}

/** The cells of the columns that are in the document, and what stands for those between them. */
function Cells({ row, columns, view, marked, chosen, roving }: Omit<RowProps, 'rowIndex'>): JSX.Element {
  const markedWork = row.work.findIndex(({ entry }) => entryKey(entry) === marked);
  return (
    <>
      {columns.map((column, place) => {
        const cell = row.cells[column];
        if (!cell) return null;
        const isChosen = chosen?.row === row && chosen.column === column;
        const holdsMarked = markedWork >= 0 && cell.parts.some(({ work }) => work === markedWork);
        const name = `${row.name}, ${view.columns[column]?.name ?? ''}, ${cellName(cell)}`;
        return (
          <Fragment key={column}>
            <CellSpace columns={column - (columns[place - 1] ?? -1) - 1} />
            <td
              class={`load ${cellLook(cell)}`}
              aria-label={name}
              aria-colindex={column + 2}
              title={name}
              aria-selected={isChosen}
              {...(holdsMarked ? { 'aria-current': 'true' as const } : {})}
              {...roving.stop(cellStop({ person: row.id, column }))}
            >
              {cellFigure(cell)}
            </td>
          </Fragment>
        );
      })}
      <CellSpace columns={row.cells.length - (columns.at(-1) ?? -1) - 1} />
    </>
  );
}

/** Stands for weeks that are not in the document. */
function CellSpace({ columns }: { readonly columns: number }): JSX.Element | null {
  return columns > 0 ? <td colSpan={columns} aria-hidden="true" /> : null;
}

/** What a screen reader says of a cell. */
function cellName({ kind, text }: CapacityCell): string {
  return kind === 'over' ? `over capacity, ${text}` : text;
}

/** What stands in a cell: a figure, or the word that nobody is there. */
function cellFigure({ kind, percent }: CapacityCell): string {
  if (percent === undefined || kind === 'away') return 'away';
  return String(percent);
}

/** The fuller, the more of the hue is in it, in steps of ten. */
function cellLook({ kind, percent = 0 }: CapacityCell): string {
  if (kind !== 'planned') return kind;
  return `load-${String(Math.min(10, Math.max(1, Math.ceil(percent / 10))))}`;
}
