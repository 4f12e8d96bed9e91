/**
 * `npm run bench`: the table of speeds, or the lines of it that are named. `npm run bench -- analysis [MEASURE…]`: the
 * measures of the planning engine.
 */
import { parseArgs } from 'node:util';
import { analysis } from './analysis/measures';
import { timings } from './measure';
import { runLines } from './speed/run';
import { timingTable } from './table';

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      repeats: { type: 'string', default: '1' },
      'peer-limit': { type: 'string', default: '120' },
      'no-peer': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [suite, ...measures] = positionals;
  if (suite === 'analysis') return runAnalysis(measures);
  return runLines(positionals, {
    repeats: Number(values.repeats),
    peerLimit: values['no-peer'] ? 0 : Number(values['peer-limit']),
    isWritten: values.write,
  });
}

async function runAnalysis(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find((name) => !(name in analysis));
  if (unknown !== undefined) {
    console.error(`There is no ${unknown}. Choose from: ${Object.keys(analysis).join(', ')}.`);
    return 2;
  }
  for (const [name, make] of Object.entries(analysis)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const measure = await make();
    console.log(timingTable(measure.title, timings(measure)));
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error);
    // Servers may still be running: they end with this process.
    process.exit(1);
  },
);
