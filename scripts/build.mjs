// Bundles everything that ships into dist/ (`npm run build`), or keeps doing so (`npm run watch`).
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { bundles, root } from './bundles.mjs';

const production = process.argv.includes('--production');
const quiet = process.argv.includes('--quiet');

/** What VS Code loads for every YAML file is a stub, and stays one: this is its limit in bytes, minified. */
const stubLimit = 6 * 1024;

const all = bundles({ production, quiet });

if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(all.map((options) => esbuild.context(options)));
  // The two lines between which an editor's task knows that a build is running.
  console.log('[watch] build started');
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('[watch] build finished');
} else {
  // Nothing of an older build may get into a package.
  if (production) await rm(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all(all.map((options) => esbuild.build(options)));
  if (production) checkStubs();
}

function checkStubs() {
  for (const stub of ['extension.node.js', 'extension.browser.js']) {
    const { size } = statSync(join(root, 'dist', stub));
    if (size > stubLimit) {
      throw new Error(`dist/${stub} has ${size} bytes, over its limit of ${stubLimit}: it must not import the client.`);
    }
  }
}
