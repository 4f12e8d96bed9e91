// Every check of the project, on a machine with Node and nothing else (`npm test`). Ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNeovim } from './neovim.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A stage is one or more commands. `count` reads totals from what it printed; without it, a stage is one check. A stage
 * that `maySkip` is skipped where what it needs `before` it is not there.
 *
 * @typedef {{ passed: number, failed: number }} Totals
 * @typedef {{ name: string, totals: Totals, seconds: number, skipped?: string, failures?: string }} Result
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[][]} commands
 * @property {() => void} [before] throws a sentence where something is missing
 * @property {boolean} [maySkip]
 * @property {(output: string) => Totals} [count]
 */

/** @type {(output: string) => Totals} */
const countOfLastLine = (output) => ({
  passed: sum(output, /^(\d+) passed/gm),
  failed: sum(output, /^\d+ passed, (\d+) failed$/gm),
});

/** @type {Stage[]} */
const stages = [
  {
    name: 'Lint',
    commands: [
      ['npx', 'eslint', '.'],
      ['npx', 'prettier', '--check', '--log-level=warn', '.'],
    ],
  },
  { name: 'Types', commands: [['node', 'scripts/typecheck.mjs']] },
  {
    name: 'Generated files',
    commands: [
      ['npm', 'run', '-s', 'generate', '--', '--check'],
      ['node', 'scripts/notice.mjs', '--check'],
    ],
  },
  {
    name: 'Unit tests',
    commands: [['npx', 'mocha', '--reporter', 'dot']],
    count: (output) => ({ passed: sum(output, /^ *(\d+) passing/gm), failed: sum(output, /^ *(\d+) failing/gm) }),
  },
  {
    name: 'Grammar tests',
    commands: [['npm', 'run', '-s', 'test:grammar']],
    count: (output) => ({ passed: lines(output, /^\s*✓/gm), failed: lines(output, /^\s*✖/gm) }),
  },
  { name: 'Build', commands: [['npm', 'run', '-s', 'build']] },
  {
    name: 'End-to-end tests',
    before: () => void ensureChromium(),
    commands: [['npm', 'run', '-s', 'test:e2e']],
    count: countOfLastLine,
  },
  {
    name: 'Neovim',
    before: () => void ensureNeovim(),
    // A check of what was submitted has to have it.
    maySkip: process.env['CI'] === undefined,
    commands: [['node', '--import=tsx', 'test/e2e/neovim/run.ts']],
    count: countOfLastLine,
  },
];

/** @type {Result[]} */
const results = [];
try {
  ensureInstalled();
  for (const stage of stages) results.push(await run(stage));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  results.push({ name: 'Set-up', totals: { passed: 0, failed: 1 }, seconds: 0 });
}

console.log('');
for (const { name, totals, seconds, skipped } of results) {
  if (skipped !== undefined) {
    console.log(`skipped ${name.padEnd(17)} ${skipped}`);
    continue;
  }
  const mark = totals.failed === 0 ? 'ok    ' : 'FAILED';
  const failed = totals.failed === 0 ? '' : `, ${totals.failed} failed`;
  console.log(`${mark} ${name.padEnd(18)} ${totals.passed} passed${failed} (${seconds.toFixed(1)} s)`);
}
// Once more at the end, where somebody looks first, and where a log that was cut short still has it.
for (const { name, failures } of results) if (failures) console.log(`\n${name}: ${failures}`);
const passed = results.reduce((total, { totals }) => total + totals.passed, 0);
const failed = results.reduce((total, { totals }) => total + totals.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {Stage} stage
 * @returns {Promise<Result>}
 */
async function run({ name, commands, before, maySkip, count }) {
  console.log(`\n=== ${name}`);
  const start = Date.now();
  let ok = true;
  let output = '';
  try {
    before?.();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(reason);
    const failed = maySkip === true ? 0 : 1;
    return { name, totals: { passed: 0, failed }, seconds: 0, ...(failed === 0 ? { skipped: reason } : {}) };
  }
  try {
    for (const command of commands) {
      const result = await execute(command);
      ok &&= result.ok;
      output += result.output;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    ok = false;
  }
  const totals =
    count === undefined ? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 } : count(stripVTControlCharacters(output));
  // A command that fails without a failed test broke off; one that passes without a test tested nothing.
  if (totals.failed === 0 && (!ok || totals.passed === 0)) totals.failed = 1;
  const failures = totals.failed === 0 ? '' : failuresIn(stripVTControlCharacters(output));
  return { name, totals, seconds: (Date.now() - start) / 1000, failures };
}

/**
 * The titles and first lines of what Mocha says to have failed; without that, the last lines of the output.
 *
 * @param {string} output
 */
function failuresIn(output) {
  const report = output.split(/^ *\d+ failing$/m);
  if (report.length === 1) return output.trim().split('\n').slice(-6).join('\n');
  const failures = report.slice(1).flatMap((part) => part.split(/^(?= *\d+\) )/m).slice(1));
  const mostLines = 5;
  return failures.map((failure) => failure.trimEnd().split('\n').slice(0, mostLines).join('\n')).join('\n');
}

/**
 * @param {string[]} command
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function execute([program = '', ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      process.stdout.write(chunk);
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * @param {string} output
 * @param {RegExp} pattern with a number in its group
 */
function sum(output, pattern) {
  return [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

/**
 * @param {string} output
 * @param {RegExp} pattern
 */
function lines(output, pattern) {
  return [...output.matchAll(pattern)].length;
}
