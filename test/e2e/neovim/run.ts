/**
 * Opens a plan in Neovim with the built language server (`npm run build` first). Ends with `N passed, N failed`; where
 * there is no Neovim, it says so.
 *
 *     node --import=tsx test/e2e/neovim/run.ts
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNeovim } from '../../../scripts/neovim.mjs';
import { projectFolder, workspacesFolder } from '../folders';

/** In milliseconds. */
const limit = 120_000;

const checks = fileURLToPath(new URL('checks.lua', import.meta.url));
const server = join(projectFolder, 'dist', 'cli.js');

void main();

async function main(): Promise<void> {
  const neovim = findNeovim();
  if (neovim === undefined) {
    console.log('skipped: Neovim is not installed');
    return;
  }
  if (!existsSync(server)) throw new Error('There is no dist/cli.js: run npm run build first.');
  // The server compares paths, and a temporary folder may be behind a link.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'throughline-neovim-')));
  try {
    await cp(join(workspacesFolder, 'checkout'), join(folder, 'plan'), { recursive: true });
    const { output, code } = await run(neovim, folder);
    report(output, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the checks in a Neovim that knows nothing of its user: no settings, no plugins, no state. */
function run(neovim: string, folder: string): Promise<{ output: string; code: number | null }> {
  const child = spawn(neovim, ['--headless', '--clean', '-n', '-c', `luafile ${checks}`, '-c', 'cquit'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      CHECKS_NODE: process.execPath,
      CHECKS_SERVER: server,
      CHECKS_FOLDER: join(folder, 'plan'),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ output, code }));
  });
}

function report(output: string, code: number | null): void {
  let passed = 0;
  let failed = 0;
  for (const line of output.split(/\r?\n/).filter((each) => each.trim() !== '')) {
    if (line.startsWith('ok ')) passed++;
    else if (line.startsWith('not ok ')) failed++;
    console.log(`  ${line.replace(/^ok /, '✔ ').replace(/^not ok /, '✘ ')}`);
  }
  if (code !== 0) {
    console.log(
      `  ✘ Neovim ended with ${code === null ? `a signal: the checks took longer than ${String(limit / 1000)} s` : String(code)}`,
    );
    failed++;
  }
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
