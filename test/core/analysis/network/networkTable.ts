import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import { linkType, noInstant, type Links } from '../../../../src/core/analysis/network/links';

/** An activity as a textbook's table has it: `after` lists links such as `A`, `A SS+2` or `B FF-1`. */
export interface Row {
  readonly takes: number;
  readonly after?: readonly string[];
  readonly notBefore?: number;
  readonly start?: number;
  readonly finish?: number;
  /** Finished by then. */
  readonly by?: number;
  /** Starts with the first of what it follows. */
  readonly first?: boolean;
  readonly group?: number;
  readonly calendar?: number;
}

export type Table = Readonly<Record<string, Row>>;

export interface LinkRow {
  readonly from: number;
  readonly to: number;
  readonly type: number;
  readonly lag: number;
}

export function linksOf(rows: readonly LinkRow[]): Links {
  return {
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ to }) => to),
    type: Uint8Array.from(rows, ({ type }) => type),
    lag: Int32Array.from(rows, ({ lag }) => lag),
  };
}

/** The network of a table; links in the order in which the table has them. */
export function networkOf(table: Table, more: Partial<ActivityNetwork> = {}): ActivityNetwork {
  const names = Object.keys(table);
  const rows = Object.values(table);
  const dates = (date: (row: Row) => number | undefined): Float64Array =>
    Float64Array.from(rows, (row) => date(row) ?? noInstant);
  return {
    count: rows.length,
    duration: Float64Array.from(rows, ({ takes }) => takes),
    links: linksOf(rows.flatMap(({ after = [] }, to) => after.map((text) => ({ ...readLink(text, names), to })))),
    origin: 0,
    earliestStart: dates(({ notBefore }) => notBefore),
    fixedStart: dates(({ start }) => start),
    fixedFinish: dates(({ finish }) => finish),
    latestFinish: dates(({ by }) => by),
    firstOf: Uint8Array.from(rows, ({ first }) => (first ? 1 : 0)),
    calendar: Int32Array.from(rows, ({ calendar = 0 }) => calendar),
    ...more,
  };
}

function readLink(text: string, names: readonly string[]): Omit<LinkRow, 'to'> {
  const [, name = '', type = 'FS', lag = '0'] = /^(\w+)(?: (FS|SS|FF|SF)([+-]\d+)?)?$/.exec(text) ?? [];
  return { from: names.indexOf(name), type: linkType[type as keyof typeof linkType], lag: Number(lag) };
}
