import type { JSX } from 'preact';
import type { ProjectLink, RoadmapRow } from '../core/views/roadmapTimelineModel';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { crisp } from './pixels';
import {
  type DrawnProjectLink,
  type Flag,
  asBarRow,
  bandOf,
  barOf,
  drawnLinks,
  flagsOf,
  flagsOfOneRow,
} from './roadmapShapes';
import { marksEnd, rowHeight } from './rowShapes';
import type { TimeAxis } from './timeAxis';
import { Baseline, Deadline, ShapeDrawing } from './timelineChart';

interface ChartProps {
  /** The rows that are not folded away. */
  readonly rows: readonly RoadmapRow[];
  /** All releases, also those that are folded away. */
  readonly releases: readonly RoadmapRow[];
  readonly links: readonly ProjectLink[];
  readonly axis: TimeAxis;
  /** Shortens labels to what stands before their comma. */
  readonly narrow: boolean;
  /** The id of the row that the cursor is in, and the cursor's entry. */
  readonly markedRow: string | undefined;
  readonly marked: MarkedEntry;
  /** Indices of the rows to draw; undefined for all of them. */
  readonly drawn: readonly number[] | undefined;
  /** The id of the row under the pointer or with the focus: its links stand out. */
  readonly pointedRow: string | undefined;
}

/** The drawing beside the rows. Hidden from assistive technology: the names of the rows say all of it. */
export function RoadmapChart(props: ChartProps): JSX.Element {
  const { rows, releases, links, axis, narrow, markedRow, marked, pointedRow, drawn: inView } = props;
  const height = rows.length * rowHeight;
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const indices = inView ?? rows.map((_, index) => index);
  const isDrawn = rowsInView(inView);
  const drawn = drawnLinks(links, places, axis).filter(({ from, to }) =>
    isDrawn(Math.min(places.get(from) ?? 0, places.get(to) ?? 0), Math.max(places.get(from) ?? 0, places.get(to) ?? 0)),
  );
  const isFolded = releases.every(({ id }) => !places.has(id));
  const all = flagsOf(releases, axis);
  const flags = (isFolded ? flagsOfOneRow(all) : all)
    .map((flag) => ({ ...flag, place: places.get(flag.row.id) }))
    .filter(({ place = 0 }) => isDrawn(place, place));
  return (
    <svg class="chart roadmap-chart" width={axis.width} height={height} aria-hidden="true" focusable="false">
      {axis.upper.map(({ x }) => (
        <line key={x} class="upper-line" x1={crisp(x)} x2={crisp(x)} y1="0" y2={height} />
      ))}
      {indices.map((index) => {
        const row = rows[index];
        return row && <RowDrawing key={row.id} row={row} y={index * rowHeight} axis={axis} />;
      })}
      {flags.map(({ row, x, hue, place = 0 }) => (
        <line
          key={row.id}
          class={`release-line hue-${hue}`}
          x1={crisp(x)}
          x2={crisp(x)}
          y1={(place + 1) * rowHeight}
          y2={height}
        />
      ))}
      {drawn.map((link) => (
        <Link key={link.id} link={link} isFaint={isOther(link, drawn, pointedRow)} />
      ))}
      {axis.today && <line class="today-line" x1={crisp(axis.today.x)} x2={crisp(axis.today.x)} y1="0" y2={height} />}
      {indices.map((index) => {
        const row = rows[index];
        if (!row) return null;
        const isMarked = row.id === markedRow;
        return <RowLabel key={row.id} {...{ row, axis, narrow, drawn }} y={index * rowHeight} marked={isMarked} />;
      })}
      {flags.map((flag) => (
        <FlagDrawing key={flag.row.id} flag={flag} y={(flag.place ?? 0) * rowHeight} marked={marked} />
      ))}
    </svg>
  );
}

/** Whether something that reaches from one row to another, both included, is in view. */
function rowsInView(inView: readonly number[] | undefined): (from: number, to: number) => boolean {
  if (!inView) return () => true;
  return (from, to) => inView.some((index) => from <= index && index <= to);
}

/** Whether a link is one of others than those of the row that is pointed at. */
function isOther(link: DrawnProjectLink, all: readonly DrawnProjectLink[], id: string | undefined): boolean {
  const isOf = ({ from, to }: DrawnProjectLink): boolean => from === id || to === id;
  return all.some(isOf) && !isOf(link);
}

interface RowProps {
  readonly row: RoadmapRow;
  /** The top of the row. */
  readonly y: number;
  readonly axis: TimeAxis;
}

function RowDrawing({ row, y, axis }: RowProps): JSX.Element | null {
  if (row.kind === 'goal') return <GoalBand row={row} y={y} axis={axis} />;
  const shape = barOf(row, axis);
  const bar = asBarRow(row);
  const middle = y + rowHeight / 2;
  return (
    <g class={`hue-${shape?.hue ?? 'grey'}`}>
      <Baseline row={bar} y={middle} axis={axis} />
      {shape && <ShapeDrawing row={bar} y={middle} shape={shape} />}
      <Deadline row={bar} y={y} axis={axis} />
    </g>
  );
}

/** The height of a goal's band, and of the line of its progress at the foot. */
const bandHeight = 16;
const lineHeight = 3;

function GoalBand({ row, y, axis }: RowProps): JSX.Element | null {
  const band = bandOf(row, axis);
  if (!band) return null;
  const top = y + (rowHeight - bandHeight) / 2;
  const width = band.x2 - band.x1;
  const done = width * Math.min(1, Math.max(0, row.progress ?? 0));
  const [x, middle] = [band.x2 - 10, y + rowHeight / 2];
  return (
    <g class={row.state?.kind === 'done' ? 'goal-band hue-green' : 'goal-band hue-blue'}>
      <rect class="band" x={band.x1} y={top} width={width} height={bandHeight} rx="2" />
      {done > 0 && (
        <rect class="band-done" x={band.x1} y={top + bandHeight - lineHeight} width={done} height={lineHeight} />
      )}
      <circle class="ring" cx={x} cy={middle} r="4.5" />
      <circle class="dot" cx={x} cy={middle} r="1.8" />
    </g>
  );
}

function Link({ link, isFaint }: { readonly link: DrawnProjectLink; readonly isFaint: boolean }): JSX.Element {
  const name = ['link-line', link.pushes && 'pushes', isFaint && 'faint'].filter(Boolean).join(' ');
  return (
    <g class={name}>
      <circle class="head" cx={link.x} cy={link.row * rowHeight + rowHeight / 2} r="2" />
      <path class="line" d={link.line} />
      <path class="head" d={link.head} />
    </g>
  );
}

/** Of the 11 px type; wide enough for all but texts of capitals. */
const averageCharacterWidth = 6;

interface RowLabelProps extends RowProps {
  readonly narrow: boolean;
  readonly marked: boolean;
  readonly drawn: readonly DrawnProjectLink[];
}

function RowLabel({ row, y, axis, narrow, marked, drawn }: RowLabelProps): JSX.Element | null {
  if (row.kind === 'releases' || row.kind === 'release' || row.kind === 'unlinked') return null;
  const baseline = y + rowHeight / 2 + 4;
  const band = bandOf(row, axis);
  const shape = barOf(row, axis);
  const text = narrow ? row.label?.split(',')[0] : row.label;
  if (row.kind === 'goal' && band) {
    // Inside of the band, where it is wide enough for that and its ring.
    const room = band.x2 - Math.max(band.x1, 0) - 24;
    if (text === undefined || room < text.length * averageCharacterWidth) return null;
    return (
      <text class="label in-band" x={Math.max(band.x1, 0) + 7} y={baseline - 2}>
        {text}
      </text>
    );
  }
  const name = ['label', !shape && 'quiet', marked && 'on-mark'].filter(Boolean).join(' ');
  if (!shape) {
    return (
      <text class={name} x="8" y={baseline}>
        {row.kind === 'goal' ? 'no target' : 'no dates'}
      </text>
    );
  }
  // What is missing has its name beside the chart already.
  if (text === undefined || (narrow && row.kind === 'gap')) return null;
  const reach = Math.max(0, ...drawn.filter(({ from }) => from === row.id).map((link) => link.reach));
  const right = Math.max(shape.x2, marksEnd(asBarRow(row), axis), reach > shape.x2 ? reach + 4 : 0) + 7;
  const width = text.length * averageCharacterWidth;
  // Of the whole chart: a label does not change its side while the chart is scrolled.
  const farRight = axis.wholeWidth - axis.left;
  const isLeft = right + width > farRight && shape.x1 - 6 + axis.left >= width;
  return (
    <text
      class={name}
      x={isLeft ? shape.x1 - 6 : Math.min(right, Math.max(-axis.left, farRight - width))}
      y={baseline}
      text-anchor={isLeft ? 'end' : 'start'}
    >
      {text}
    </text>
  );
}

interface FlagProps {
  readonly flag: Flag & { readonly place: number | undefined };
  readonly y: number;
  readonly marked: MarkedEntry;
}

/** A release: its flag on a pole, and its name beside that. A click on it selects it as one on its row does. */
function FlagDrawing({ flag: { row, x, hue, label }, y, marked }: FlagProps): JSX.Element {
  const top = y + 4;
  return (
    <g class={`flag hue-${hue}`} {...(row.entry ? entryAttributes(row.entry, marked) : {})}>
      <title>{[row.title, row.state?.text, row.label].filter((part) => part !== undefined).join(', ')}</title>
      <rect class="target" x={x - 3} y={y} width={Math.max(20, label.length * 6.6 + 18)} height={rowHeight} />
      <path class="pole" d={`M${String(crisp(x))} ${String(top)}V${String(y + rowHeight)}`} />
      <path class="cloth" d={`M${String(crisp(x))} ${String(top)}h11l-2.6 4 2.6 4h-11Z`} />
      {label !== '' && (
        <text class="label flag-label" x={x + 15} y={y + rowHeight / 2 + 3}>
          {label}
        </text>
      )}
    </g>
  );
}
