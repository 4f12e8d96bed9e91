// Bundles the benchmarks as everything that ships is bundled, and runs them: what a loader makes of imports takes more
// time than the code that is measured (`npm run bench -- SUITE [MEASURE…]`).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from '../scripts/bundles.mjs';

const bundle = join(root, '.cache/bench/main.cjs');

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
  logLevel: 'warning',
});

const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
