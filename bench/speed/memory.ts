import { type Line, warmUp, withPeer } from './context';
import { Ours } from './ours';
import { manyProjects, oneProjectFolder, projectName } from './plans';
import { goalOf, type Row } from './row';
import type { Memory } from './server';

/** What a server takes, after a garbage collection. */
export const memory: Line = async function* (context) {
  const items = 10_000;
  const plan = await oneProjectFolder(context.plans, items);
  const [uri, source] = [plan.uriOf(projectName), plan.texts.get(projectName) ?? ''];
  const other = await withPeer(context, plan, items, async (peer) => {
    await warmUp(peer, plan);
    await peer.open(uri, source);
    return peer.memory();
  });
  const ours = await Ours.start(plan.path);
  await ours.initialized();
  await ours.all();
  await ours.open(uri, source);
  yield* rows('10,000 items open', await ours.memory(), 125, other);
  await ours.stop();

  const many = await context.plans.of('many projects', manyProjects);
  const cold = await Ours.start(many.path);
  await cold.initialized();
  await cold.all();
  yield* rows('cold plan of 1,000 files', await cold.memory(), 400, 'reads open files only');
  await cold.stop();
};

/** The goal is for all that the process takes. */
function rows(what: string, ours: Memory, most: number, other: Memory | string | undefined): readonly Row[] {
  const of = (key: keyof Memory): Pick<Row, 'unit' | 'ours' | 'other'> => ({
    unit: 'MB',
    ours: [megabytes(ours[key])],
    other: typeof other === 'object' ? [megabytes(other[key])] : other,
  });
  const whole = of('rss');
  return [
    { what: `memory of the process, ${what}`, ...whole, goals: [goalOf('MB', whole.ours, most)] },
    { what: `heap, ${what}`, ...of('heapUsed') },
  ];
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}
