import { setTimeout as later } from 'node:timers/promises';
import { type Context, type Line, repeated } from './context';
import { TextLines, typedAt } from './edits';
import { type FileReport, Ours } from './ours';
import { manyProjects, type PlanFolder, roadmapName } from './plans';
import { goalOf } from './row';

/**
 * A keystroke in the id of a goal that a quarter of 1,000 projects serve, until the client has the diagnostics of each
 * of them: none of them finds its goal any more. And the one that takes it back.
 */
export const ids: Line = async function* (context) {
  const plan = await context.plans.of('many projects', manyProjects);
  const [name, id] = [roadmapName, 'goal-1'];
  const referring = [...plan.texts].filter(([file, text]) => file !== name && hasReference(text, id)).length;
  const { first, all } = await idTimes(context, plan, name, id, referring);
  const what = `keystroke in an id → references of all ${referring} files of 1,000 that refer to it`;
  const other = 'knows no references';
  yield { what, unit: 'ms', ours: first, other, goals: [goalOf('ms', first, 100)] };
  yield { what: 'the same → all diagnostics', unit: 'ms', ours: all, other, goals: [goalOf('ms', all, 100)] };
};

function hasReference(text: string, id: string): boolean {
  return new RegExp(`^goal: ${id}$`, 'm').test(text);
}

interface IdTimes {
  /** Until the client has what is found of form and references. */
  readonly first: readonly number[];
  readonly all: readonly number[];
}

async function idTimes(
  context: Context,
  { path, uriOf, texts }: PlanFolder,
  name: string,
  id: string,
  referring: number,
): Promise<IdTimes> {
  const ours = await Ours.start(path);
  const unresolved = new Set<string>();
  let told = (): void => undefined;
  let toldOther = (): void => undefined;
  ours.onReports = (reports, part) => {
    if (part === 'other') {
      toldOther();
      return;
    }
    for (const report of reports) if (report.uri !== uriOf(name)) note(unresolved, report);
    told();
  };
  const untilUnresolved = (count: number): Promise<void> =>
    new Promise((resolve) => {
      told = () => {
        if (unresolved.size === count) resolve();
      };
    });
  await ours.initialized();
  await ours.open(uriOf(name), texts.get(name) ?? '');
  // So that all is found before the first edit.
  await ours.all();
  ours.follow();
  const { line, match } = new TextLines(texts.get(name) ?? '').one(new RegExp(`^ +${id}(?=:)`));
  const { there, back } = typedAt(line, match[0].length, 'x');
  const [first, all]: [number[], number[]] = [[], []];
  for (let round = -1; round < repeated(5, context); round++) {
    for (const [edit, count] of [
      [there, referring],
      [back, 0],
    ] as const) {
      const start = performance.now();
      const settled = untilUnresolved(count);
      // What is late for its goal is so no more, and again: all that is other comes at once.
      const others = new Promise<void>((resolve) => (toldOther = resolve));
      const parts = await ours.changed(uriOf(name), edit);
      await Promise.all([parts.first, settled]);
      const firstIn = performance.now() - start;
      await Promise.all([parts.all, others]);
      if (round >= 0) {
        first.push(firstIn);
        all.push(performance.now() - start);
      }
      await later(500);
    }
  }
  await ours.stop();
  return { first, all };
}

/** Whether a file lacks what it refers to, from what is reported of it. */
function note(unresolved: Set<string>, { uri, items = [] }: FileReport): void {
  if (items.some(({ code }) => code === 'unknown-reference')) unresolved.add(uri);
  else unresolved.delete(uri);
}
