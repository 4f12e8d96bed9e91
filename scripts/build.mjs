// Bundles everything that ships into dist/ (`npm run build`), or keeps doing so (`npm run watch`).
import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** What VS Code loads for every YAML file is a stub, and stays one: this is its limit in bytes, minified. */
const stubLimit = 6 * 1024;

/** @type {esbuild.BuildOptions} */
const base = {
  absWorkingDir: root,
  bundle: true,
  outdir: 'dist',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'info',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development') },
};

/** @type {esbuild.BuildOptions} */
const node = { ...base, platform: 'node', format: 'cjs', target: 'node20.19', mainFields: ['module', 'main'] };

/** @type {esbuild.BuildOptions} */
const browser = { ...base, platform: 'browser', format: 'cjs', mainFields: ['browser', 'module', 'main'] };

/**
 * A web extension host gives `require` to the entry of an extension only. The second bundle is therefore an ES module
 * whose default export takes `require` and gives what a CommonJS module would export (see extension.browser.ts).
 */
const takesRequire = {
  banner: { js: 'export default function (require) { const module = { exports: {} }; let exports = module.exports;' },
  footer: { js: 'return module.exports; }' },
};

/** @type {Record<string, esbuild.BuildOptions>} */
const bundles = {
  stubs: { ...node, entryPoints: ['src/client/extension.node.ts'], external: ['vscode', './client.js'] },
  webStub: { ...browser, entryPoints: ['src/client/extension.browser.ts'], external: ['vscode'] },
  client: { ...node, entryPoints: { client: 'src/client/node.ts' }, external: ['vscode'] },
  webClient: {
    ...browser,
    ...takesRequire,
    entryPoints: { 'client.browser': 'src/client/browser.ts' },
    external: ['vscode'],
  },
  server: { ...node, entryPoints: { 'server.node': 'src/server/node.ts' } },
  webServer: { ...browser, format: 'iife', entryPoints: { 'server.browser': 'src/server/browser.ts' } },
  cli: { ...node, entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  preview: { ...browser, format: 'iife', entryPoints: { preview: 'src/preview/main.tsx' } },
};

/** @param {esbuild.BuildOptions} options */
function isWritten({ entryPoints }) {
  const missing = Object.values(entryPoints ?? {}).filter(
    (entry) => !existsSync(new URL(`../${String(entry)}`, import.meta.url)),
  );
  if (missing.length > 0) console.warn(`Not built, because it is not written yet: ${missing.map(String).join(', ')}`);
  return missing.length === 0;
}
const written = Object.values(bundles).filter(isWritten);

if (watch) {
  const contexts = await Promise.all(written.map((options) => esbuild.context(options)));
  // The two lines between which an editor's task knows that a build is running.
  console.log('[watch] build started');
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('[watch] build finished');
} else {
  await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
  await Promise.all(written.map((options) => esbuild.build(options)));
  if (production) checkStubs();
}

function checkStubs() {
  for (const stub of ['extension.node.js', 'extension.browser.js']) {
    const { size } = statSync(new URL(`../dist/${stub}`, import.meta.url));
    if (size > stubLimit) {
      throw new Error(`dist/${stub} has ${size} bytes, over its limit of ${stubLimit}: it must not import the client.`);
    }
  }
}
