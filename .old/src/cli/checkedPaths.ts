import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { settingsFileName } from '../core/plan/fileKind';
import { isPlanFileName, planFilesBelow, type FoundFile } from '../server/planFilesBelow';
import type { FileSystem } from './commandIo';
import { printable } from './printable';

/** What a call asks to be checked, and what has to be read for it. */
export interface CheckedPaths {
  /** The folders that bound plans without settings of their own, as absolute paths. */
  readonly roots: readonly string[];
  /** All files of the plans, by their path. */
  readonly files: readonly FoundFile[];
  /** Those of them whose findings are asked for. */
  readonly asked: readonly FoundFile[];
  /** What is wrong with the call, a sentence each. */
  readonly problems: readonly string[];
  /** What is there beside the files and cannot be read, a sentence each. */
  readonly unreadable: readonly string[];
}

interface Argument {
  /** As it was written. */
  readonly text: string;
  readonly path: string;
  readonly realPath: string;
  readonly isFolder: boolean;
}

/**
 * Finds the plans that paths belong to. A plan is bounded by the nearest folder with a settings file, which may be above
 * the path; else by the path, if it is a folder, and by the working folder for a file in it.
 *
 * @param paths files and folders, absolute or relative to `cwd`
 */
export async function checkedPaths(
  paths: readonly string[],
  { cwd, files: fs }: { readonly cwd: string; readonly files: FileSystem },
): Promise<CheckedPaths> {
  const problems: string[] = [];
  const unreadable: string[] = [];
  const given = await Promise.all(
    paths.map(async (text): Promise<Argument | undefined> => {
      const path = resolve(cwd, text);
      try {
        const [stats, realPath] = await Promise.all([fs.stat(path), fs.realpath(path)]);
        if (stats.isDirectory()) return { text, path, realPath, isFolder: true };
        if (isPlanFileName(nameOf(path))) return { text, path, realPath, isFolder: false };
        problems.push(
          `${printable(text)} is not a plan file: plan files are named *.roadmap.yaml or *.project.yaml, their settings ${settingsFileName}.`,
        );
      } catch (error) {
        if (isMissing(error)) problems.push(`${printable(text)} does not exist.`);
        else problems.push(unreadableText(path, cwd, error));
      }
      return undefined;
    }),
  );
  const usable = once(
    given.filter((argument) => argument !== undefined),
    ({ realPath }) => realPath,
  );
  const roots = outermost(await Promise.all(usable.map((argument) => rootOf(argument, cwd, fs))));
  const folders = [...roots, ...usable.filter(({ isFolder }) => isFolder).map(({ path }) => path)];
  const skip = (path: string, error: unknown): void => void unreadable.push(unreadableText(path, cwd, error));
  const found = (await Promise.all(folders.map((folder) => planFilesBelow(folder, fs, skip)))).flat();
  const files = once([...found, ...usable.filter(({ isFolder }) => !isFolder)], ({ realPath }) => realPath);
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  const asked = files.filter((file) => usable.some((argument) => asksFor(argument, file)));
  return { roots, files, asked, problems: [...new Set(problems)], unreadable: [...new Set(unreadable)] };
}

/** A file is in a folder by the way that led to it, or by where it really is. */
function asksFor({ isFolder, path, realPath }: Argument, file: FoundFile): boolean {
  if (!isFolder) return file.realPath === realPath;
  return isWithin(file.path, path) || isWithin(file.realPath, realPath);
}

/** The folder that bounds the plan of an argument. */
async function rootOf({ path, isFolder }: Argument, cwd: string, fs: FileSystem): Promise<string> {
  const start = isFolder ? path : dirname(path);
  for (let folder = start; ; folder = dirname(folder)) {
    const settings = await fs.stat(join(folder, settingsFileName)).catch(() => undefined);
    if (settings?.isFile() === true) return folder;
    if (folder === dirname(folder)) break;
  }
  return !isFolder && isWithin(path, cwd) ? cwd : start;
}

/** The folders without those that are inside another one of them: a plan is not cut in two by naming a part of it. */
function outermost(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && isWithin(folder, other)));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function once<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}

/** A path relative to the working folder with forward slashes, as reports name files. */
export function relativePath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}

/** The same to be read in a terminal. */
export function displayPath(path: string, cwd: string): string {
  return printable(relativePath(path, cwd) || '.');
}

/** Says that a file or folder cannot be read, and why. */
export function unreadableText(path: string, cwd: string, error: unknown): string {
  return `${displayPath(path, cwd)} cannot be read: ${reasonOf(error)}.`;
}

/** Says that a file cannot be written, and why. */
export function unwritableText(path: string, cwd: string, error: unknown): string {
  return `${displayPath(path, cwd)} cannot be written: ${reasonOf(error)}.`;
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  // The second: something on the way is a file.
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Why the file system refuses, in words. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ENOENT':
      return 'it leads to nothing';
    case 'ELOOP':
      return 'its links lead round in a ring';
    case 'EISDIR':
      return 'it is a folder';
    case 'EROFS':
      return 'its disk can only be read';
    case 'ENOSPC':
      return 'its disk is full';
    default:
      return printable(error instanceof Error ? error.message : String(error));
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
