// Where Chromium is, and how it gets here. Uses Node alone.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of the Chromium that the tests drive: `CHROMIUM_PATH`, else the first on the PATH.
 *
 * @returns {string | undefined}
 */
export function findOnPath() {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return undefined;
}

/**
 * The path of Chromium, which has to be there.
 *
 * @returns {string}
 */
export function findChromium() {
  const found = findOnPath();
  if (found === undefined) throw new Error(howToInstall);
  return found;
}

const howToInstall =
  'Chromium is needed for the end-to-end tests and was not found. ' +
  'Install it (on Debian: apt-get install chromium), or name it in the environment variable CHROMIUM_PATH.';

/** Finds Chromium or, as root on Debian, installs its package; throws a sentence that says what to do where it cannot. */
export function ensureChromium() {
  const found = findOnPath();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) throw new Error(howToInstall);
  console.log('Installing Chromium (apt-get install chromium)');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed. ${howToInstall}`);
  }
  return findChromium();
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
