// Programs of Debian's that the tests drive: where they are, and how they get here. Uses Node alone.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Program
 * @property {string} title what people call it
 * @property {string} debianPackage
 * @property {readonly string[]} names of the program on the PATH, the preferred one first
 * @property {string} variable of the environment that names another one
 * @property {string} purpose what it is needed for
 */

/**
 * The path of a program: what its variable says, else the first of its names on the PATH.
 *
 * @param {Program} program
 * @returns {string | undefined}
 */
export function pathOf({ names, variable }) {
  const given = process.env[variable];
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
 * The path of a program that has to be there.
 *
 * @param {Program} program
 * @returns {string}
 */
export function findProgram(program) {
  const found = pathOf(program);
  if (found === undefined) throw new Error(howToInstall(program));
  return found;
}

/**
 * Finds a program or, as root on Debian, installs its package; throws a sentence that says what to do where it cannot.
 *
 * @param {Program} program
 * @returns {string} its path
 */
export function ensureProgram(program) {
  const found = pathOf(program);
  if (found !== undefined) return found;
  const { title, debianPackage } = program;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) throw new Error(howToInstall(program));
  console.log(`Installing ${title} (apt-get install ${debianPackage})`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (status !== 0) throw new Error(`apt-get ${args[0]} failed. ${howToInstall(program)}`);
  }
  return findProgram(program);
}

/** @param {Program} program */
function howToInstall({ title, debianPackage, variable, purpose }) {
  return (
    `${title} is needed for ${purpose} and was not found. ` +
    `Install it (on Debian: apt-get install ${debianPackage}), or name it in the environment variable ${variable}.`
  );
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
