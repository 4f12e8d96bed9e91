/**
 * Writes every generated file of the project. With `--check` it writes nothing, names the files that are stale, and
 * ends with exit code 1 if there are any.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  // The types of the plan are read from the definitions that the program has loaded: new ones need a new program.
  if (stale.includes('src/core/schema/generated/definitions.json')) return anew();
  return 0;
}

function anew(): number {
  const [node, ...args] = [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url)];
  return spawnSync(node, args, { stdio: 'inherit' }).status ?? 1;
}

void main(process.argv.includes('--check')).then((exitCode) => {
  process.exitCode = exitCode;
});
