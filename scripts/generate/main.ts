/**
 * Writes every generated file of the project. With `--check` it writes nothing, names the files that are stale, and
 * ends with exit code 1 if there are any.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateAll, root, staleFiles } from './generators';

async function main(check: boolean): Promise<number> {
  const files = await generateAll();
  const stale = await staleFiles(files);
  if (check) {
    if (stale.length === 0) return 0;
    console.error(`Out of date, run "npm run generate":\n${stale.map((path) => `  ${path}`).join('\n')}`);
    return 1;
  }
  for (const { path, content } of files) {
    if (!stale.includes(path)) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
    console.log(path);
  }
  return 0;
}

void main(process.argv.includes('--check')).then((exitCode) => {
  process.exitCode = exitCode;
});
