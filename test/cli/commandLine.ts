import {
  access,
  chmod,
  mkdtemp,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { FileSystem } from '../../src/cli/commandIo';
import { run } from '../../src/cli/run';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test, with files in it. */
export class TestFolder {
  private constructor(readonly path: string) {}

  /** @param files texts by their path */
  static async with(files: Readonly<Record<string, string | Uint8Array>>): Promise<TestFolder> {
    const folder = new TestFolder(await realpath(await mkdtemp(join(tmpdir(), 'throughline-'))));
    for (const [path, text] of Object.entries(files)) await folder.write(path, text);
    return folder;
  }

  async write(path: string, text: string | Uint8Array): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true });
    await writeFile(this.at(path), text);
  }

  async read(path: string): Promise<Buffer> {
    return readFile(this.at(path));
  }

  async link(path: string, target: string): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true });
    await symlink(target, this.at(path));
  }

  at(path: string): string {
    return join(this.path, path);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /** Runs the command in the folder, or in one below it. */
  async run(argv: readonly string[], { below = '', files = disk, colour = false }: RunOptions = {}): Promise<Outcome> {
    let out = '';
    let err = '';
    const code = await run(argv, {
      cwd: this.at(below),
      colour,
      columns: 100,
      files,
      out: (text) => (out += text),
      err: (text) => (err += text),
      preview: () => Promise.resolve({ script: '', style: '' }),
      today: () => Temporal.PlainDate.from('2026-09-30'),
    });
    return { code, out, err };
  }
}

interface RunOptions {
  readonly below?: string;
  readonly files?: FileSystem;
  readonly colour?: boolean;
}

const readEntries: FileSystem['readdir'] = (path, options) => readdir(path, options);
const readBytes: FileSystem['readFile'] = (path) => readFile(path);
export const disk: FileSystem = {
  ...{ access, chmod, realpath, rename, rm, stat, writeFile },
  readdir: readEntries,
  readFile: readBytes,
};

/** A disk on which some paths may not be looked at. */
export function diskWithout(isForbidden: (path: string) => boolean): FileSystem {
  const guarded = <Args extends [string, ...unknown[]], Result>(task: (...args: Args) => Promise<Result>) => {
    return (...args: Args): Promise<Result> =>
      isForbidden(args[0])
        ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))
        : task(...args);
  };
  return { ...disk, readdir: guarded(readEntries), readFile: guarded(readBytes) };
}
