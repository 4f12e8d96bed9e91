import type { Diagnostic } from 'vscode-languageserver-types';
import { editTimes, type Line, type Series, typing, warmUp, withOurs, withPeer } from './context';
import { blockPasted, type EditKind, inEstimate, inTitle, keyRenamed, quoteOpened, TextLines } from './edits';
import { oneProjectFolder, projectName } from './plans';
import { fasterBy, goalOf } from './row';
import type { TextEdit } from './server';

const sizes = [
  { items: 1_000, faster: 300 },
  { items: 10_000, faster: 4_000 },
  { items: 100_000, faster: 4_000 },
] as const;

/** The other server takes seconds for each. */
const peerTyping: Series = { count: 6, seconds: 40, pause: 100 };

/**
 * Without a pause the processor has no time to fall asleep: what remains is what has to be done, and the way there and
 * back.
 */
const inARow: Series = { count: 400, seconds: 25, pause: 0 };

/** A structural edit may be given a moment to settle. */
const structuralEdits: Series = { count: 12, seconds: 25, pause: 300 };

/** A keystroke until the diagnostics of its file are there, in a plan of one large project and a roadmap. */
export const keystroke: Line = async function* (context) {
  for (const { items, faster } of sizes) {
    const plan = await oneProjectFolder(context.plans, items);
    const [uri, source] = [plan.uriOf(projectName), plan.texts.get(projectName) ?? ''];
    const text = new TextLines(source);
    const other = await withPeer(context, plan, items, async (peer) => {
      await warmUp(peer, plan);
      await peer.open(uri, source);
      return editTimes(context, text, inTitle, (edit) => peer.change(uri, edit), peerTyping);
    });
    const timesOf = (kind: EditKind, series = typing): Promise<readonly number[]> =>
      withOurs(plan, async (ours) => {
        await ours.open(uri, source);
        return editTimes(context, text, kind, (edit) => ours.change(uri, edit), series);
      });
    const size = `${items.toLocaleString('en')} items`;
    const times = await timesOf(inTitle);
    const goals = [goalOf('ms', times, 2, 10), ...fasterBy(faster, times, other)];
    yield { what: `keystroke in a title → diagnostics, ${size}`, unit: 'ms', ours: times, other, goals };
    const atOnce = await timesOf(inTitle, inARow);
    const what = '… the same, one right after the other';
    yield { what, unit: 'ms', ours: atOnce, goals: [goalOf('ms', atOnce, 2, 10)] };
    yield { what: `keystroke in an estimate → diagnostics, ${size}`, unit: 'ms', ours: await timesOf(inEstimate) };
  }
};

const structuralKinds: readonly (readonly [name: string, kind: EditKind])[] = [
  ['quote opened, and closed', quoteOpened],
  ['key renamed, and back', keyRenamed],
  ['block pasted, and taken away', blockPasted],
];

/** Edits of the structure of the largest file, until its diagnostics are there: those of form and references, and all. */
export const structure: Line = async function* (context) {
  const items = 100_000;
  const plan = await oneProjectFolder(context.plans, items);
  const [uri, source] = [plan.uriOf(projectName), plan.texts.get(projectName) ?? ''];
  const text = new TextLines(source);
  const measured = await withOurs(plan, async (ours) => {
    await ours.open(uri, source);
    const rows = [];
    for (const [name, kind] of structuralKinds) {
      const first: number[] = [];
      const answered = async (edit: TextEdit): Promise<void> => {
        const start = performance.now();
        const parts = await ours.changed(uri, edit);
        checkAnswer(edit, await parts.first);
        first.push(performance.now() - start);
        await parts.all;
      };
      const all = await editTimes(context, text, kind, answered, structuralEdits);
      const what = `${name} → diagnostics of structure and references, ${items.toLocaleString('en')} items`;
      rows.push({ what, unit: 'ms' as const, ours: first, goals: [goalOf('ms', first, 20)] });
      rows.push({ what: 'the same → all diagnostics', unit: 'ms' as const, ours: all, goals: [goalOf('ms', all, 20)] });
    }
    return rows;
  });
  yield* measured;
};

/** What is fast has to be right, too. */
function checkAnswer({ text }: TextEdit, diagnostics: readonly Diagnostic[]): void {
  const isBroken = diagnostics.some(({ code }) => code === 'syntax');
  if (isBroken !== (text === '"')) throw new Error(`The text is ${isBroken ? '' : 'not '}reported as broken.`);
}
