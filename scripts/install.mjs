// Brings the dependencies here where they are missing. Uses Node alone.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldestNode = { major: 20, minor: 19 };

/** Installs what package-lock.json names, unless it is there; throws a sentence that says what to do where it cannot. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    throw new Error(
      `Node ${oldestNode.major}.${oldestNode.minor} or later is needed; this is Node ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  console.log('Installing the dependencies (npm ci)');
  // No package of ours needs its install script: they would fetch browsers, or compile what is only for publishing.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The dependencies could not be installed. Is the package registry within reach?');
}

/** Whether every package of the lock file is in node_modules in that version, those for other platforms apart. */
function isInstalled() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (locked === undefined || installed === undefined) return false;
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} LockFile */

/**
 * @param {string} file a lock file, relative to the project
 * @returns {LockFile['packages'] | undefined}
 */
function packagesOf(file) {
  try {
    const lock = /** @type {LockFile} */ (JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')));
    return lock.packages;
  } catch {
    return undefined;
  }
}
