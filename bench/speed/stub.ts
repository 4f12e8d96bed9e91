import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Line, repeated } from './context';
import { goalOf } from './row';

const rounds = 30;
const bundle = './.cache/bench/dist/extension.node.js';

/** What every window pays that has no plan: loading and activating the stub, in a process that has just started. */
export const stub: Line = async function* (context) {
  const times: number[] = [];
  for (let round = 0; round < repeated(rounds, context); round++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['bench/speed/stubProbe.mjs', resolve(bundle)]);
    times.push(Number(stdout));
  }
  yield { what: 'stub in a window without a plan', unit: 'ms', ours: times, goals: [goalOf('ms', times, 5)] };
};
