// Bundles the benchmarks, and what they measure, as everything that ships is bundled, and runs them: what a loader makes
// of imports takes more time than the code that is measured (`npm run bench`, see README.md).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { bundles, root } from '../scripts/bundles.mjs';

const args = process.argv.slice(2);
const folder = join(root, '.cache/bench');
const bundle = join(folder, 'main.cjs');
/** In a profile the names of functions have to be there. */
const isProfiled = (process.env['THROUGHLINE_BENCH_PROFILE'] ?? '') !== '';

await esbuild.build({
  absWorkingDir: root,
  entryPoints: ['bench/main.ts'],
  outfile: bundle,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  external: ['playwright-core', 'prettier'],
  logLevel: 'warning',
});
if (args[0] !== 'analysis') {
  await buildProduct();
  if (!args.includes('--no-peer')) ensurePeer();
}
const { status } = spawnSync(process.execPath, [bundle, ...args], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;

/** Bundles the server, the webview and the stub as they ship (with the names of functions, for a profile), beside dist/, which stays what it is. */
async function buildProduct() {
  const measured = new Set(['cli', 'publicHolidays', 'preview', 'src/client/extension.node.ts']);
  for (const options of bundles({ production: !isProfiled, quiet: true })) {
    const { entryPoints = [] } = options;
    const names = Array.isArray(entryPoints) ? entryPoints.map(String) : Object.keys(entryPoints);
    if (!names.some((name) => measured.has(name))) continue;
    await esbuild.build({ ...options, outdir: join(folder, 'dist') });
  }
}

/** Installs the language server that ours is compared with, where it is not there; no script of a package is run. */
function ensurePeer() {
  if (existsSync(join(root, 'bench/node_modules/yaml-language-server'))) return;
  console.log('Installing yaml-language-server into bench/node_modules, to compare with.');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: join(root, 'bench'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('It could not be installed; `npm run bench -- --no-peer` does without it.');
}
