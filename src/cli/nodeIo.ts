import { access, chmod, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { CommandIo } from './commandIo';

/** The process that the command runs in. */
export function nodeIo(): CommandIo {
  return {
    cwd: process.cwd(),
    colour: drawsColour(process.env, process.stdout.isTTY),
    columns: columnsOf(process.stdout),
    files: { access, chmod, readdir, readFile, realpath, rename, rm, stat, writeFile },
    out: writerTo(process.stdout),
    err: writerTo(process.stderr),
    preview: async () => ({ script: await bundled('page.js'), style: await bundled('preview.css') }),
    today: () => Temporal.Now.plainDateISO(),
  };
}

/** What stands beside the bundle of the command line. */
function bundled(name: string): Promise<string> {
  return readFile(join(__dirname, name), 'utf8');
}

/** A table needs some room, and lines that are very long are hard to follow. */
function columnsOf({ columns }: Partial<Pick<NodeJS.WriteStream, 'columns'>>): number {
  return Math.min(160, Math.max(80, columns ?? 100));
}

/** Whether to draw in colour: as `FORCE_COLOR` and `NO_COLOR` ask, else where a terminal reads along. */
export function drawsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return (no === undefined || no === '') && terminal !== 'dumb' && isTerminal;
}

/** Writes until nobody reads any more (`throughline check | head`), which is no mistake of anybody. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return (text) => {
    if (stream.writable) stream.write(text);
  };
}
