import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '../commandIo';

const permissionBits = 0o7777;

/**
 * Puts bytes in the place of a file's, all of them or none: whoever reads it meanwhile, and whatever happens, finds the
 * one or the other. Its mode stays, and a link to it leads to it still. A file that is not there yet is made.
 *
 * @throws where the file system refuses; the file is as it was then
 */
export async function writeWhole(path: string, bytes: Uint8Array, fs: FileSystem): Promise<void> {
  const { target, mode } = await standing(path, fs);
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await fs.writeFile(beside, bytes, { flag: 'wx', flush: true });
    if (mode !== undefined) await fs.chmod(beside, mode & permissionBits);
    await fs.rename(beside, target);
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What a path leads to, with its mode; without one where nothing is there. */
async function standing(path: string, fs: FileSystem): Promise<{ readonly target: string; readonly mode?: number }> {
  let target: string;
  try {
    target = await fs.realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { target: path };
    throw error;
  }
  // Its folder alone would let it be replaced, also where it is protected.
  await fs.access(target, constants.W_OK);
  return { target, mode: (await fs.stat(target)).mode };
}
