import { csvText, type CsvValue } from '../../core/exports/csvText';
import type { ReportedWork, ScheduledGroup } from './scheduledGroups';

/** The columns: the properties of the JSON, those of the driver with a dot. */
const columns: readonly (readonly [heading: string, valueOf: (work: ReportedWork) => CsvValue])[] = [
  ['project', ({ project }) => project],
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['kind', ({ kind }) => kind],
  ['start', ({ start }) => start],
  ['finish', ({ finish }) => finish],
  ['earlyStart', ({ earlyStart }) => earlyStart],
  ['earlyFinish', ({ earlyFinish }) => earlyFinish],
  ['lateStart', ({ lateStart }) => lateStart],
  ['lateFinish', ({ lateFinish }) => lateFinish],
  ['totalFloat', ({ totalFloat }) => totalFloat],
  ['freeFloat', ({ freeFloat }) => freeFloat],
  ['critical', ({ critical }) => critical],
  ['driver.kind', ({ driver }) => driver?.kind],
  ['driver.ref', ({ driver }) => driver?.ref],
  ['driver.why', ({ driver }) => driver?.why],
  ['unknown', ({ unknown }) => unknown],
];

/** A record for each piece of work, for spreadsheets. */
export function scheduleCsv(groups: readonly ScheduledGroup[]): string {
  const works = groups.flatMap(({ rows }) => rows.map(({ reported }) => reported));
  return csvText(
    columns.map(([heading]) => heading),
    works.map((work) => columns.map(([, valueOf]) => valueOf(work))),
  );
}
