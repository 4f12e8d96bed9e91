import type { JSX } from 'preact';
import type { EntryPath, TimelineView } from '../core/views/model';
import type { Zoom } from '../core/views/viewSettings';
import { NoItems } from './emptyState';
import type { MarkedEntry } from './entryAttributes';
import { Facts } from './header';
import { ProjectHeader } from './projectHeader';
import { TimelineGrid } from './timelineGrid';

interface TimelineProps {
  readonly view: TimelineView;
  readonly marked: MarkedEntry;
  /** Absent: as much as fits. */
  readonly zoom?: Zoom | undefined;
}

/** A project's header, and its items in their tree with a chart of what has dates. */
export function Timeline({ view, marked, zoom }: TimelineProps): JSX.Element {
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {view.rows.length > 0 && <TimelineGrid view={view} marked={marked} zoom={zoom} />}
      {view.rows.length === 0 && !view.shown && <NoItems />}
    </>
  );
}

/** All entries that the timeline shows as a row. */
export function timelineEntries({ rows }: TimelineView): readonly EntryPath[] {
  return rows.filter(({ kind }) => kind !== 'lane').map(({ entry }) => entry);
}
