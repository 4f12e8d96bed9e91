import type { JSX } from 'preact';
import type { CapacityCell, CapacityRow, CapacityView } from '../core/views/capacityModel';
import type { ChosenCell } from './capacity';
import { cellStop, personStop } from './capacityStops';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import type { Roving } from './roving';

interface GridProps {
  readonly view: CapacityView;
  readonly marked: MarkedEntry;
  readonly chosen: ChosenCell | undefined;
  readonly roving: Roving;
}

/** Fewer columns than these share the room that more would need. */
const fewColumns = 10;

/** People by weeks or months; each cell says how full it is. */
export function CapacityGrid({ view, marked, chosen, roving }: GridProps): JSX.Element {
  return (
    <div class="load-scroll">
      <table
        class={view.columns.length < fewColumns ? 'load-grid few-columns' : 'load-grid'}
        role="grid"
        aria-label={`Capacity of the people of ${view.title}`}
      >
        <thead>
          <tr class="load-groups">
            <td />
            {view.groups.map(({ title, columns }, index) => (
              <th key={index} scope="colgroup" colSpan={columns}>
                <span>{title}</span>
              </th>
            ))}
          </tr>
          <tr class="load-columns">
            <th scope="col" class="load-name">
              Load in % of capacity
            </th>
            {view.columns.map(({ label, name, isNow }, index) => (
              <th
                key={index}
                scope="col"
                class={isNow ? 'is-now' : undefined}
                title={isNow ? `${name}, with today` : name}
              >
                <span aria-hidden="true">{label}</span>
                <span class="for-reader">{isNow ? `${name}, with today` : name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.people.map((row) => (
            <Row key={row.id} row={row} view={view} marked={marked} chosen={chosen} roving={roving} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends GridProps {
  readonly row: CapacityRow;
}

function Row({ row, view, marked, chosen, roving }: RowProps): JSX.Element {
  const markedWork = row.work.findIndex(({ entry }) => entryKey(entry) === marked);
  return (
    <tr>
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
      {row.cells.map((cell, column) => {
        const place = { person: row.id, column };
        const isChosen = chosen?.row === row && chosen.column === column;
        const holdsMarked = markedWork >= 0 && cell.parts.some(({ work }) => work === markedWork);
        const name = `${row.name}, ${view.columns[column]?.name ?? ''}, ${cellName(cell)}`;
        return (
          <td
            key={column}
            class={`load ${cellLook(cell)}`}
            aria-label={name}
            title={name}
            aria-selected={isChosen}
            {...(holdsMarked ? { 'aria-current': 'true' as const } : {})}
            {...roving.stop(cellStop(place))}
          >
            {cellFigure(cell)}
          </td>
        );
      })}
    </tr>
  );
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
