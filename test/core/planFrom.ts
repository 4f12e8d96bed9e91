import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../src/core/analysis/calendar';
import { createPlanService, type PlanService, type PlanState } from '../../src/core/service';
import type { EarlierFiles } from '../../src/core/service/planHost';

/** Marks, in the text of a test's file, the place that the test asks about. */
export const cursorMark = '<CURSOR>';

const root = 'file:///plan';

/** A plan in memory, read to its end. */
export interface TestPlan {
  readonly service: PlanService;
  /** The files as the service was given them: without the mark. */
  readonly texts: ReadonlyMap<string, string>;
  uri(name: string): string;
  /** What is known of the plan now; of the plan of the first file where no name is given. */
  state(name?: string): PlanState;
  /** Where the mark stood. Fails where there was none. */
  readonly cursor: { readonly uri: string; readonly offset: number };
}

/**
 * Builds a service over files by their names; one of them may hold {@link cursorMark}.
 *
 * @param earlier the files as they were a week before
 */
export async function planFrom(
  files: Readonly<Record<string, string>>,
  today = '2026-05-04',
  publicHolidays = noPublicHolidays,
  earlier?: Readonly<Record<string, string>>,
): Promise<TestPlan> {
  const texts = new Map<string, string>();
  let cursor: TestPlan['cursor'] | undefined;
  const day = Temporal.PlainDate.from(today);
  const uriOf = (name: string): string => `${root}/${name}`;
  for (const [name, marked] of Object.entries(files)) {
    const offset = marked.indexOf(cursorMark);
    if (offset >= 0) cursor = { uri: uriOf(name), offset };
    texts.set(uriOf(name), marked.replace(cursorMark, ''));
  }
  const service = createPlanService({
    folders: () => [root],
    list: () => Promise.resolve([...texts.keys()]),
    read: (uris) => Promise.resolve(uris.map((uri) => texts.get(uri))),
    today: () => day,
    ...(earlier ? { earlier: () => Promise.resolve(pastOf(earlier, day, uriOf)) } : {}),
    holidays: () => Promise.resolve(publicHolidays),
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  await service.load();
  if (earlier) for (const uri of texts.keys()) await service.prepareChanges(uri, 'overview');
  return {
    service,
    texts,
    uri: uriOf,
    state(name = Object.keys(files)[0] ?? '') {
      const state = service.state(uriOf(name));
      assert.ok(state, `no plan holds ${name}`);
      return state;
    },
    get cursor() {
      assert.ok(cursor, `no file holds ${cursorMark}`);
      return cursor;
    },
  };
}

function pastOf(
  earlier: Readonly<Record<string, string>>,
  today: Temporal.PlainDate,
  uriOf: (name: string) => string,
): EarlierFiles {
  const files = Object.entries(earlier).map(([name, text]) => ({ uri: uriOf(name), text }));
  return { found: true, files, day: today.subtract({ weeks: 1 }), isFirst: false };
}
