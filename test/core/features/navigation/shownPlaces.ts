import assert from 'node:assert/strict';
import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import type { TestPlan } from '../../planFrom';

/** Places as people can read them: the file, and the first line of the range with what of it is in the range. */
export function shownPlaces(plan: TestPlan, places: readonly Location[] | undefined): readonly string[] | undefined {
  return places?.map(({ uri, range }) => shownPlace(plan, uri, range));
}

/** The same for what links select. */
export function shownLinks(plan: TestPlan, links: readonly LocationLink[] | undefined): readonly string[] | undefined {
  return links?.map((link) => {
    assertWithin(link.targetSelectionRange, link.targetRange);
    return shownPlace(plan, link.targetUri, link.targetSelectionRange);
  });
}

export function shownPlace(plan: TestPlan, uri: string, range: Range): string {
  const lines = (plan.service.file(uri)?.document.source.toString() ?? '').split(/\r\n|\n|\r/);
  const line = lines[range.start.line];
  assert.ok(line !== undefined, `${uri} has no line ${range.start.line}`);
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  assert.ok(end <= line.length && range.start.character <= end);
  const before = line.slice(0, range.start.character).trimStart();
  return `${uri.slice(plan.uri('').length)}: ${before}«${line.slice(range.start.character, end)}»${line.slice(end)}`;
}

/** The text in a range. */
export function textIn(plan: TestPlan, uri: string, range: Range | undefined): string {
  const source = plan.service.file(uri)?.document.source;
  assert.ok(source && range);
  return source.slice(source.offsetAt(range.start), source.offsetAt(range.end));
}

export function assertWithin(inner: Range, outer: Range): void {
  const isBefore = (one: Range['start'], other: Range['start']): boolean =>
    one.line < other.line || (one.line === other.line && one.character <= other.character);
  assert.ok(isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end), JSON.stringify({ inner, outer }));
}
