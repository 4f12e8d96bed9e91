/**
 * Runs the end-to-end tests in the real VS Code: first those inside its extension host, then those that drive its
 * window. Ends with `N passed, N failed`.
 *
 *     npm run test:e2e [-- --headed] [--grep TEXT] [--only host|window]
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import Mocha from 'mocha';
import { hostBundle, projectFolder } from './folders';
import { runHostTests, type Totals } from './hostTests';
import { type Session, startSession } from './session';

/** In milliseconds: for the tests in the extension host, and for everything. */
const hostLimit = 180_000;
const overallLimit = 900_000;

const { values: options } = parseArgs({
  options: { headed: { type: 'boolean', default: false }, grep: { type: 'string' }, only: { type: 'string' } },
});

void main();

async function main(): Promise<void> {
  const session = startSession(options.headed);
  const watchdog = setTimeout(() => {
    console.log(`The end-to-end tests took longer than ${String(overallLimit / 1000)} s.`);
    void finish(session, { passed: 0, failed: 1 });
  }, overallLimit);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void finish(session, { passed: 0, failed: 1 }));
  }
  const totals: Totals = { passed: 0, failed: 0 };
  try {
    if (options.only !== 'window') add(totals, await insideHost(session));
    if (options.only !== 'host') add(totals, await inWindow());
  } catch (error) {
    console.log(error);
    totals.failed++;
  }
  clearTimeout(watchdog);
  await finish(session, totals);
}

async function insideHost(session: Session): Promise<Totals> {
  console.log('In the extension host');
  await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: ['test/e2e/extension/index.ts'],
    outfile: hostBundle,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    // Mocha's build for the browser must not take the exports of the bundle for its own.
    define: { global: 'globalThis', module: 'undefined', exports: 'undefined' },
    logLevel: 'warning',
  });
  return runHostTests(await session.context(), await session.hostTestsAddress(), hostLimit);
}

async function inWindow(): Promise<Totals> {
  console.log('\nIn the window');
  const mocha = new Mocha({
    timeout: 60_000,
    slow: 10_000,
    // Where several machines share one, a window may be slower than any test waits. What needs this is named.
    retries: process.env['CI'] === undefined ? 0 : 1,
    ...(options.grep === undefined ? {} : { grep: options.grep }),
  });
  const folder = join(projectFolder, 'test', 'e2e', 'window');
  for (const name of (await readdir(folder)).sort()) {
    if (name.endsWith('.test.ts')) mocha.addFile(join(folder, name));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const totals: Totals = { passed: 0, failed: 0 };
    mocha
      .run(() => resolve(totals))
      .on('pass', () => totals.passed++)
      .on('retry', (test: Mocha.Test, error: Error) =>
        console.log(`A second try of “${test.fullTitle()}”, after: ${error.message}`),
      )
      // Hooks that fail count too: what they were for was not tested.
      .on('fail', () => totals.failed++);
  });
}

function add(totals: Totals, { passed, failed }: Totals): void {
  totals.passed += passed;
  totals.failed += failed;
}

async function finish(session: Session, { passed, failed }: Totals): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, 10_000).unref());
  await Promise.race([session.end(), patience]);
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
