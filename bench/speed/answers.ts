import { setTimeout as later } from 'node:timers/promises';
import { Random } from '../random';
import {
  type Context,
  editTimes,
  type Line,
  milliseconds,
  repeated,
  typing,
  warmUp,
  withOurs,
  withPeer,
} from './context';
import { type EditKind, TextLines, typedAt } from './edits';
import { oneProjectFolder, projectName } from './plans';
import { goalOf } from './row';
import type { Server, TextEdit } from './server';

interface AnswerTimes {
  /** Of a request about which there is nothing to do: what the machine takes to wake up, and the way there and back. */
  readonly hops: readonly number[];
  readonly completions: readonly number[];
  readonly hovers: readonly number[];
}

/** Completion right after a keystroke, and hover while nothing changes. */
export const answers: Line = async function* (context) {
  const items = 10_000;
  const plan = await oneProjectFolder(context.plans, items);
  const [uri, source] = [plan.uriOf(projectName), plan.texts.get(projectName) ?? ''];
  const text = new TextLines(source);
  const other = await withPeer(context, plan, items, async (peer) => {
    await warmUp(peer, plan);
    await peer.open(uri, source);
    return answerTimes(context, peer, uri, text, 4);
  });
  const ours = await withOurs(plan, async (server) => {
    await server.open(uri, source);
    return answerTimes(context, server, uri, text, typing.count);
  });
  const peers = (key: keyof AnswerTimes): readonly number[] | string | undefined =>
    typeof other === 'object' ? other[key] : other;
  const { hops, completions, hovers } = ours;
  yield {
    what: 'the floor of all answers: a request that nothing has to be done for',
    unit: 'ms',
    ours: hops,
    other: peers('hops'),
  };
  yield {
    what: 'completion right after a keystroke, 10,000 items',
    unit: 'ms',
    ours: completions,
    other: peers('completions'),
    goals: [goalOf('ms', completions, 10)],
  };
  yield {
    what: 'hover, 10,000 items',
    unit: 'ms',
    ours: hovers,
    other: peers('hovers'),
    goals: [goalOf('ms', hovers, 3)],
  };
};

/** @param count how often the completion is asked for */
async function answerTimes(
  context: Context,
  server: Server,
  uri: string,
  text: TextLines,
  count: number,
): Promise<AnswerTimes> {
  const completions: number[] = [];
  // Each is followed by the diagnostics of its text, so that nothing of one is left to do at the next.
  const completionOf = async (edit: TextEdit): Promise<void> => {
    const start = performance.now();
    const diagnosed = server.change(uri, edit);
    const { line, character } = edit.range.start;
    await server.completion(uri, { line, character: character + edit.text.length });
    completions.push(performance.now() - start);
    await diagnosed;
  };
  await editTimes(context, text, inPerson, completionOf, { ...typing, count });
  const random = new Random(11);
  const hovers: number[] = [];
  for (let round = 0; round < repeated(count, context); round++) {
    const { line, match } = text.one(/^ +depends_on: (?=item-\d+$)/, random);
    hovers.push(await milliseconds(() => server.hover(uri, { line, character: match[0].length + 2 })));
    await later(typing.pause);
  }
  return { hops: await hopTimes(context, server, count), completions, hovers };
}

async function hopTimes(context: Context, server: Server, count: number): Promise<readonly number[]> {
  const hops: number[] = [];
  for (let round = 0; round < repeated(count, context); round++) {
    hops.push(await milliseconds(() => server.hover('file:///nowhere/a.project.yaml', { line: 0, character: 0 })));
    await later(typing.pause);
  }
  return hops;
}

/** A digit typed into the name of a person: the names of all are offered. */
const inPerson: EditKind = (text, random) => {
  const { line, match } = text.one(/^ +assignees: person-\d+$/, random);
  return typedAt(line, match[0].length, '1');
};
