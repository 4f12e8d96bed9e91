// Writes NOTICE: the licences of everything that is bundled (`npm run notice`). With --check it only compares.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { bundles, root } from './bundles.mjs';

const intro = `Throughline is distributed with parts of the following packages, each under its own licence.\n`;

const inputs = new Set();
for (const options of bundles({ production: true, quiet: true })) {
  const { metafile } = await esbuild.build({ ...options, metafile: true, write: false });
  // Only what is left after the removal of unused code is distributed.
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (bytesInOutput > 0) inputs.add(path);
    }
  }
}

const folders = new Set([...inputs].map(packageFolder).filter((folder) => folder !== undefined));
const notices = await Promise.all([...folders].map(notice));
const unique = [...new Set(notices)].sort();
const text = [intro, ...unique].join(`\n${'-'.repeat(80)}\n\n`);

const file = join(root, 'NOTICE');
if (!process.argv.includes('--check')) {
  await writeFile(file, text);
} else if ((existsSync(file) ? await readFile(file, 'utf8') : '') !== text) {
  console.error('NOTICE is out of date: run `npm run notice`.');
  process.exitCode = 1;
}

/**
 * @param {string} path of a bundled file
 * @returns {string | undefined} the folder of the package that it is from; undefined for our own files
 */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** @param {string} folder of a package */
async function notice(folder) {
  const manifest = /** @type {{ name: string, license?: string }} */ (
    JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
  );
  const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${manifest.name} has no licence file to quote.`);
  const licence = (await readFile(join(root, folder, file), 'utf8'))
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '');
  return `${manifest.name} (${manifest.license ?? 'see below'})\n\n${licence.trim()}\n`;
}
