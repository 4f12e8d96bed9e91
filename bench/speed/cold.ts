import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvents } from 'js-yaml';
import { type Context, type Line, milliseconds, repeated } from './context';
import { Ours, type RuleChoice } from './ours';
import { manyProjects, manyRoadmaps, type PlanFolder } from './plans';
import { median, type Row, times } from './row';

const rounds = 3;
const openFilesOnly = 'checks open files only';

/**
 * A plan of 1,000 files that a server has just been started on, until it has answered for all of them; and what any
 * server needs for that: reading the bytes.
 */
export const cold: Line = async function* (context) {
  const plan = await context.plans.of('many projects', manyProjects);
  const paths = [...plan.texts.keys()].map((name) => join(plan.path, name));
  const megabytes = [...plan.texts.values()].reduce((sum, text) => sum + text.length, 0) / 1e6;
  const size = `1,000 files, 100,000 items, ${megabytes.toFixed(0)} MB`;
  const reading = await repeatedTimes(context, () => newlinesIn(paths));
  const parsing = await repeatedTimes(context, () => eventsIn(paths));
  yield { what: `the floor: reading and scanning ${size}`, unit: 'ms', ours: reading };
  yield ofFloor({ what: 'js-yaml parseEvents over the same bytes', unit: 'ms', ours: parsing }, reading);
  const form = await answerTimes(context, plan, 'structureAndReferences');
  const isQuick = median(form) <= 6 * median(reading);
  yield {
    ...ofFloor({ what: `cold plan of ${size} → structure and references`, unit: 'ms', ours: form }, reading),
    other: openFilesOnly,
    goals: [{ text: '6 × the floor', isReached: isQuick }],
  };
  const all = await answerTimes(context, plan, 'all');
  const isSoonAfter = median(all) - median(form) <= 2000;
  yield {
    ...ofFloor({ what: 'the same → all rules and the schedule', unit: 'ms', ours: all }, reading),
    other: openFilesOnly,
    goals: [{ text: '2,000 ms more than structure and references', isReached: isSoonAfter }],
  };
  const roadmaps = await context.plans.of('many roadmaps', manyRoadmaps);
  const ofRoadmaps = await answerTimes(context, roadmaps, 'all');
  yield { what: 'cold plan of 100 roadmaps → all rules', unit: 'ms', ours: ofRoadmaps, other: openFilesOnly };
};

function ofFloor(row: Row, floor: readonly number[]): Row {
  return { ...row, ratio: `${times(median(row.ours) / median(floor))} the floor` };
}

async function repeatedTimes(context: Context, task: () => number): Promise<readonly number[]> {
  const taken: number[] = [];
  // The first one compiles, and brings the files into the cache of the system.
  for (let round = -1; round < repeated(rounds, context); round++) {
    const time = await milliseconds(() => Promise.resolve(task()));
    if (round >= 0) taken.push(time);
  }
  return taken;
}

function newlinesIn(paths: readonly string[]): number {
  let count = 0;
  for (const path of paths) {
    const bytes = readFileSync(path);
    for (const byte of bytes) if (byte === 10) count++;
  }
  return count;
}

function eventsIn(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + parseEvents(readFileSync(path, 'utf8'), {}).length, 0);
}

async function answerTimes(context: Context, plan: PlanFolder, choice: RuleChoice): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let round = 0; round < repeated(rounds, context); round++) {
    const ours = await Ours.start(plan.path, { rules: choice });
    taken.push(
      await milliseconds(async () => {
        await ours.initialized();
        await ours.all();
      }),
    );
    await ours.stop();
  }
  return taken;
}
