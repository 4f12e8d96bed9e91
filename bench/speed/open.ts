import { type Context, type Line, milliseconds, repeated, warmUp, withPeer } from './context';
import { Ours } from './ours';
import { type PlanFolder, type PlanFolders, oneProjectFolder, projectName } from './plans';
import { fasterBy, goalOf, median } from './row';

const sizes = [1_000, 10_000, 100_000] as const;
const rounds = 5;

/**
 * A file that is opened until its diagnostics are there, in a server that has just started: nothing of its text is
 * known, because it is not on disk. And what an item costs then, in a small file and in a large one.
 */
export const open: Line = async function* (context) {
  const costs: number[] = [];
  for (const items of sizes) {
    const plan = await withoutProject(context.plans, items);
    const source = plan.texts.get(projectName) ?? '';
    const { first, all } = await openTimes(context, plan, source);
    costs.push(median(all) / items);
    const other = items > 10_000 ? undefined : await peerTimes(context, plan, items, source);
    const goals = items === 10_000 ? [goalOf('ms', all, 250), ...fasterBy(40, all, other)] : [];
    const size = `${items.toLocaleString('en')} items`;
    yield { what: `open → diagnostics of structure and references, ${size}`, unit: 'ms', ours: first, other };
    yield { what: `open → all diagnostics, ${size}`, unit: 'ms', ours: all, other, goals };
  }
  const growth = [(costs.at(-1) ?? NaN) / (costs[0] ?? NaN)];
  const what = 'cost of an item on opening: of 100,000 to one of 1,000';
  yield { what, unit: '×', ours: growth, goals: [goalOf('×', growth, 1.5)] };
};

/** The plan with all but its project on disk. */
async function withoutProject(plans: PlanFolders, items: number): Promise<PlanFolder> {
  const { texts } = await oneProjectFolder(plans, items);
  const rest = new Map([...texts].filter(([name]) => name !== projectName));
  return { ...(await plans.of(`all but the project, ${items}`, () => rest)), texts };
}

interface OpenTimes {
  /** Until the first answer. */
  readonly first: readonly number[];
  /** Until there is nothing more to come. */
  readonly all: readonly number[];
}

async function openTimes(context: Context, plan: PlanFolder, source: string): Promise<OpenTimes> {
  const [first, all]: [number[], number[]] = [[], []];
  const uri = plan.uriOf(projectName);
  for (let round = 0; round < repeated(rounds, context); round++) {
    const ours = await Ours.start(plan.path);
    await ours.initialized();
    await ours.all();
    await warmUp(ours, plan);
    const start = performance.now();
    const parts = await ours.opened(uri, source);
    await parts.first;
    first.push(performance.now() - start);
    await parts.all;
    all.push(performance.now() - start);
    await ours.stop();
  }
  return { first, all };
}

async function peerTimes(
  context: Context,
  plan: PlanFolder,
  items: number,
  source: string,
): Promise<readonly number[] | string | undefined> {
  const times: number[] = [];
  for (let round = 0; round < repeated(3, context); round++) {
    const time = await withPeer(context, plan, items, async (peer) => {
      await warmUp(peer, plan);
      return milliseconds(() => peer.open(plan.uriOf(projectName), source));
    });
    if (typeof time !== 'number') return time;
    times.push(time);
  }
  return times;
}
