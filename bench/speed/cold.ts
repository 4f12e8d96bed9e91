import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvents } from 'js-yaml';
import { type Context, type Line, milliseconds, repeated } from './context';
import { Ours } from './ours';
import { manyProjects, manyRoadmaps, type PlanFolder } from './plans';
import { median, type Row, times } from './row';

const rounds = 3;
const openFilesOnly = 'checks open files only';

/**
 * A plan of 1,000 files that a server has just been started on, until it has answered for all of them; and what any
 * server needs for that: reading the bytes.
 */
export const cold: Line = async function* (context) {
  const plan = await context.plans.of('many projects, and a mistake', withMistake);
  const paths = [...plan.texts.keys()].map((name) => join(plan.path, name));
  const megabytes = [...plan.texts.values()].reduce((sum, text) => sum + text.length, 0) / 1e6;
  const size = `1,000 files, 100,000 items, ${megabytes.toFixed(0)} MB`;
  const reading = await repeatedTimes(context, () => newlinesIn(paths));
  const parsing = await repeatedTimes(context, () => eventsIn(paths));
  yield { what: `the floor: reading and scanning ${size}`, unit: 'ms', ours: reading };
  yield ofFloor({ what: 'js-yaml parseEvents over the same bytes', unit: 'ms', ours: parsing }, reading);
  const { form, all } = await foundTimes(context, plan);
  const isQuick = median(form) <= 6 * median(reading);
  yield {
    ...ofFloor({ what: `cold plan of ${size} → structure and references`, unit: 'ms', ours: form }, reading),
    other: openFilesOnly,
    goals: [{ text: '6 × the floor', isReached: isQuick }],
  };
  const isSoonAfter = median(all) - median(form) <= 2000;
  yield {
    ...ofFloor({ what: 'the same → all rules and the schedule', unit: 'ms', ours: all }, reading),
    other: openFilesOnly,
    goals: [{ text: '2,000 ms more than structure and references', isReached: isSoonAfter }],
  };
  const roadmaps = await context.plans.of('many roadmaps', manyRoadmaps);
  const ofRoadmaps = await answerTimes(context, roadmaps);
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

/** In a plan without any mistake of form there would be nothing to be told before all is found. */
function withMistake(): ReadonlyMap<string, string> {
  return new Map([...manyProjects(), ['mistake.project.yaml', 'project: Of one mistake\ngaol: goal-1\n']]);
}

interface FoundTimes {
  /** Until the client has what is found of form and references in all files. */
  readonly form: readonly number[];
  readonly all: readonly number[];
}

async function foundTimes(context: Context, plan: PlanFolder): Promise<FoundTimes> {
  const [form, all]: [number[], number[]] = [[], []];
  for (let round = 0; round < repeated(rounds, context); round++) {
    const ours = await Ours.start(plan.path);
    const start = performance.now();
    const told = new Promise<void>((resolve) => {
      ours.onReports = (_reports, part) => {
        const times = part === 'first' ? form : all;
        if (times.length === round) times.push(performance.now() - start);
        if (form.length > round && all.length > round) resolve();
      };
    });
    await ours.initialized();
    ours.follow();
    await told;
    await ours.stop();
  }
  return { form, all };
}

async function answerTimes(context: Context, plan: PlanFolder): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let round = 0; round < repeated(rounds, context); round++) {
    const ours = await Ours.start(plan.path);
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
