// What is bundled, and how: one entry for each file in dist/.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onFirstUse } from './bundling/onFirstUse.mjs';
import { protocolModules } from './bundling/protocolModules.mjs';
import { ruleSummaries } from './bundling/ruleSummaries.mjs';
import { asScripts } from './bundling/scripts.mjs';
import { serverParts } from './bundling/serverParts.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The options of each bundle.
 *
 * @param {{ production: boolean, quiet: boolean }} mode
 * @returns {BuildOptions[]}
 */
export function bundles({ production, quiet }) {
  /** @type {BuildOptions} */
  const base = {
    absWorkingDir: root,
    bundle: true,
    outdir: 'dist',
    target: 'es2022',
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: quiet ? 'warning' : 'info',
    plugins: [protocolModules()],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development') },
  };

  /** @type {BuildOptions} */
  const node = {
    ...base,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    // What stands beside a bundle is a CommonJS module too: `import()` would not find it without its extension.
    supported: { 'dynamic-import': false },
  };

  /** @type {BuildOptions} */
  const browser = { ...base, platform: 'browser', format: 'cjs', mainFields: ['browser', 'module', 'main'] };

  /**
   * A web extension host gives `require` to the entry of an extension only. The second bundle is therefore an ES module
   * whose default export takes `require` and gives what a CommonJS module would export (see extension.browser.ts).
   */
  const takesRequire = {
    banner: { js: 'export default function (require) { const module = { exports: {} }; let exports = module.exports;' },
    footer: { js: 'return module.exports; }' },
  };

  /**
   * Large, and loaded when a plan first names a country. The same file for every host: Node requires it, a web worker
   * imports it as a script, which leaves its exports in a variable (see workerHolidays.ts).
   */
  const onDemand = {
    globalName: 'throughlinePublicHolidays',
    footer: { js: 'if (typeof module === "object") module.exports = throughlinePublicHolidays;' },
  };
  /**
   * What stands beside a bundle for Node and is loaded by it. By its place: the core has a module of the same name, which
   * is a part of the bundle.
   *
   * @type {import('esbuild').Plugin}
   */
  const holidaysApart = {
    name: 'holidays-apart',
    setup(build) {
      build.onResolve({ filter: /^\.\/publicHolidays$/ }, ({ path, resolveDir }) =>
        resolveDir === join(root, 'src', 'server') ? { path, external: true } : undefined,
      );
    },
  };

  /**
   * The language server, for Node and for a web worker. Nearly all of it is the same for both, and is shipped once: what
   * libraries have for a browser runs in Node too.
   *
   * @type {BuildOptions}
   */
  const server = {
    ...base,
    entryPoints: { 'server.node': 'src/server/node.ts', 'server.browser': 'src/server/browser.ts' },
    chunkNames: 'server-[name]-[hash]',
    platform: 'node',
    conditions: ['browser'],
    mainFields: ['module', 'main'],
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    format: 'esm',
    splitting: true,
    sourcemap: production ? false : 'inline',
    plugins: [
      protocolModules(),
      holidaysApart,
      ruleSummaries(),
      onFirstUse(serverParts, { root, always: 'src/server/server.ts' }),
      asScripts({ files: /^server[.-](?!worker)/ }),
    ],
  };

  return [
    { ...node, entryPoints: ['src/client/extension.node.ts'], external: ['vscode', './client.js'] },
    { ...browser, entryPoints: ['src/client/extension.browser.ts'], external: ['vscode'] },
    { ...node, entryPoints: { client: 'src/client/node.ts' }, external: ['vscode'] },
    {
      ...browser,
      ...takesRequire,
      entryPoints: { 'client.browser': 'src/client/browser.ts' },
      external: ['vscode'],
    },
    server,
    { ...browser, format: 'iife', entryPoints: { 'server.worker': 'src/server/worker.ts' } },
    {
      ...node,
      entryPoints: { cli: 'src/cli/main.ts' },
      banner: { js: '#!/usr/bin/env node' },
      plugins: [protocolModules(), holidaysApart],
    },
    {
      ...browser,
      ...onDemand,
      format: 'iife',
      entryPoints: { publicHolidays: 'src/server/publicHolidays.ts' },
    },
    // In a webview each view is loaded when it is first shown; a page that is exported has all of them in it.
    {
      ...browser,
      format: 'esm',
      splitting: true,
      chunkNames: 'preview-[name]-[hash]',
      entryPoints: { preview: 'src/preview/main.tsx' },
    },
    { ...browser, format: 'iife', entryPoints: { page: 'src/preview/main.tsx' }, loader: { '.css': 'empty' } },
  ];
}
