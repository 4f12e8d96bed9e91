import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { CapacityRow, CapacityView } from '../core/views/capacityModel';
import type { EntryPath } from '../core/views/model';
import { CapacityGrid } from './capacityGrid';
import { capacityStopAfter, type CellPlace, cellOfStop, cellStop, gridStops, workStop } from './capacityStops';
import { EmptyState } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts } from './header';
import { StateIcon } from './icons';
import { ProgressTrack } from './progressTrack';
import { ProjectHeader } from './projectHeader';
import { type Roving, stopAt } from './roving';
import { useFarRoving } from './timelineGrid';

interface CapacityProps {
  readonly view: CapacityView;
  readonly marked: MarkedEntry;
}

/** The people of a project by week, and what is behind the cell that is chosen. */
export function Capacity({ view, marked }: CapacityProps): JSX.Element {
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {view.people.length > 0 && <CapacityParts view={view} marked={marked} />}
      {view.people.length === 0 && !view.shown && <NobodyWorks />}
    </>
  );
}

function CapacityParts({ view, marked }: CapacityProps): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<CellPlace>();
  const chosen = useMemo(() => chosenCell(view.people, asked), [view, asked]);
  const rows = useMemo(() => gridStops(view.people), [view]);
  const parts = chosen ? (chosen.row.cells[chosen.column]?.parts ?? []) : [];
  const work = parts.map((_, index) => workStop(index));
  const ids = useMemo(() => [...rows.flat(), ...work], [rows, work.length]);
  const roving = useFarRoving(container, ids);
  return (
    <div
      class="capacity"
      ref={container}
      onFocusIn={(event) => {
        roving.onFocusIn(event);
        const cell = cellOfStop(stopAt(event.target) ?? '');
        if (cell) setAsked(cell);
      }}
      onKeyDown={(event) => {
        const from = stopAt(event.target);
        if (from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        const at = chosen && cellStop({ person: chosen.row.id, column: chosen.column });
        const target = capacityStopAfter({ rows, chosen: at, work }, from, event.key);
        if (target === undefined) return;
        event.preventDefault();
        roving.focus(target);
      }}
    >
      <CapacityGrid view={view} marked={marked} chosen={chosen} roving={roving} />
      <CapacityLegend view={view} />
      {chosen && <BehindCell view={view} chosen={chosen} marked={marked} roving={roving} />}
    </div>
  );
}

/** A cell with the row that it is in. */
export interface ChosenCell {
  readonly row: CapacityRow;
  readonly column: number;
}

/** The cell that was asked for, else the fullest one: the first of them. */
function chosenCell(people: readonly CapacityRow[], asked: CellPlace | undefined): ChosenCell | undefined {
  const row = people.find(({ id }) => id === asked?.person);
  if (row && asked && row.cells[asked.column]) return { row, column: asked.column };
  let [fullest, most]: [ChosenCell | undefined, number] = [undefined, 0];
  for (const each of people) {
    each.cells.forEach(({ percent = 0 }, column) => {
      if (percent > most) [fullest, most] = [{ row: each, column }, percent];
    });
  }
  return fullest;
}

interface BehindCellProps extends CapacityProps {
  readonly chosen: ChosenCell;
  readonly roving: Roving;
}

/** What fills a cell: each item with its share. */
function BehindCell({ view, chosen: { row, column }, marked, roving }: BehindCellProps): JSX.Element | null {
  const cell = row.cells[column];
  if (!cell) return null;
  const title = `${row.name}, ${view.columns[column]?.name ?? ''}`;
  return (
    <section class="behind-cell" aria-label={title}>
      <div class="behind-head">
        <h2>{title}</h2>
        {cell.kind === 'over' && <StateIcon kind="off-track" />}
        <span>{cell.text}</span>
        <span class="quiet">{row.note}</span>
      </div>
      {cell.parts.map((part, index) => {
        const work = row.work[part.work];
        const share = part.percent === undefined ? part.text : `${String(part.percent)} %`;
        return (
          work && (
            <div
              key={entryKey(work.entry)}
              class="line work-line"
              role="link"
              {...entryAttributes(work.entry, marked)}
              {...roving.stop(workStop(index))}
            >
              <span class="work-share">{share}</span>
              <ProgressTrack name={`Share of ${work.title}`} valueText={share} progress={(part.percent ?? 0) / 100} />
              <span class="line-title" title={work.title}>
                {work.title}
              </span>
              <span class="context" title={work.project}>
                {work.project}
              </span>
              <span class="work-hours">{part.text}</span>
            </div>
          )
        );
      })}
    </section>
  );
}

function CapacityLegend({ view: { people } }: Pick<CapacityProps, 'view'>): JSX.Element | null {
  const used = new Set(people.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
  const samples = [
    { kind: 'planned', look: 'load-4', text: 'planned, in % of what each can give' },
    { kind: 'over', look: 'over', text: 'over 100 %' },
    { kind: 'away', look: 'away', text: 'away or holiday' },
  ] as const;
  const shown = samples.filter(({ kind }) => used.has(kind));
  if (shown.length === 0) return null;
  return (
    <ul class="legend" aria-label="Legend">
      {shown.map(({ kind, look, text }) => (
        <li key={kind}>
          <span class={`load ${look} load-sample`} />
          {text}
        </li>
      ))}
    </ul>
  );
}

function NobodyWorks(): JSX.Element {
  return (
    <EmptyState
      title="Nobody has work yet"
      text="What is asked of people follows from the items that they do. Write this in the project:"
      yaml={`items:
  stock-rules:
    title: Stock rules for each lift type
    assignees: { dana: 80% }
    estimate: 8d
    start: 2026-09-21`}
      starter="assignment"
    />
  );
}

/** The people of the grid, and the work that is behind its cells. */
export function capacityEntries({ people }: CapacityView): readonly EntryPath[] {
  return people.flatMap(({ entry, work }) => [...(entry ? [entry] : []), ...work.map((each) => each.entry)]);
}
