import type { TimelineLink, TimelineRow } from '../core/views/model';
import { type LinkPath, type PlacedShape, linkPath } from './linkPaths';
import { rowShape } from './rowShapes';
import type { TimeAxis } from './timeAxis';

export interface DrawnLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly critical: boolean;
  readonly path: LinkPath;
}

/** The rows and links of a chart by the ids of rows. */
export interface ChartIndex {
  readonly places: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, readonly TimelineLink[]>;
}

export function chartIndex(rows: readonly TimelineRow[], links: readonly TimelineLink[]): ChartIndex {
  const byRow = new Map<string, TimelineLink[]>();
  const add = (id: string, link: TimelineLink): void => {
    const own = byRow.get(id);
    if (own) own.push(link);
    else byRow.set(id, [link]);
  };
  for (const link of links) {
    add(link.from, link);
    if (link.to !== link.from) add(link.to, link);
  }
  return { places: new Map(rows.map(({ id }, index) => [id, index])), links: byRow };
}

/** More lines than this across one window say nothing any more. */
const mostLinks = 200;

/** The shapes of rows, each worked out once. */
export class PlacedShapes {
  readonly #known = new Map<string, PlacedShape | undefined>();

  constructor(
    private readonly rows: readonly TimelineRow[],
    private readonly axis: TimeAxis,
    private readonly index: ChartIndex,
  ) {}

  of(id: string): PlacedShape | undefined {
    if (this.#known.has(id)) return this.#known.get(id);
    const place = this.index.places.get(id);
    const row = place === undefined ? undefined : this.rows[place];
    const shape = row && rowShape(row, this.axis);
    const placed = shape && place !== undefined ? { row: place, shape } : undefined;
    this.#known.set(id, placed);
    return placed;
  }

  /** The links of some rows, in the order of these, each once; also those that lead out of the window. */
  links(rows: readonly TimelineRow[]): readonly DrawnLink[] {
    const drawn = new Map<TimelineLink, DrawnLink>();
    for (const { id } of rows) {
      for (const link of this.index.links.get(id) ?? []) {
        if (drawn.size >= mostLinks) return [...drawn.values()];
        if (drawn.has(link)) continue;
        const { from, to, type, critical = false } = link;
        const [start, end] = [this.of(from), this.of(to)];
        const path = start && end && linkPath(type, start, end);
        if (path) drawn.set(link, { id: `${from} ${type} ${to}`, from, to, critical, path });
      }
    }
    return [...drawn.values()];
  }
}

/** How far right links go in each row, by its id: a label stands behind them. */
export function linkReaches(links: readonly DrawnLink[]): ReadonlyMap<string, number> {
  const reaches = new Map<string, number>();
  const extend = (id: string, reach: number): void => {
    reaches.set(id, Math.max(reaches.get(id) ?? 0, reach));
  };
  for (const { from, to, path } of links) {
    extend(from, path.reach);
    extend(to, path.reachAtEnd);
  }
  return reaches;
}
