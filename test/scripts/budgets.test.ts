import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import esbuild, { type Metafile } from 'esbuild';
import { bundles, root } from '../../scripts/bundles.mjs';
import { serverParts } from '../../scripts/bundling/serverParts.mjs';

type Outputs = Metafile['outputs'];

/** In bytes, minified. */
const kB = 1000;

/** What one of the project's bundles consists of, as it ships: what each file imports, and what it is made from. */
async function outputsOf(entry: string): Promise<Outputs> {
  const options = bundles({ production: true, quiet: true }).find(({ entryPoints }) =>
    Array.isArray(entryPoints) ? entryPoints.some((path) => path === entry) : Object.hasOwn(entryPoints ?? {}, entry),
  );
  assert.ok(options, `There is no bundle ${entry}`);
  const { metafile, outputFiles } = await esbuild.build({ ...options, write: false, metafile: true });
  // As written: scripts are a little longer than the modules that they are made from.
  const sizes = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents.byteLength]));
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, output]) => [
      basename(path),
      {
        ...output,
        bytes: sizes.get(basename(path)) ?? 0,
        imports: output.imports.map((one) => ({ ...one, path: one.external ? one.path : basename(one.path) })),
      },
    ]),
  );
}

/** A file and all that is loaded with it, at once. */
function loadedWith(outputs: Outputs, name: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(name)) return loaded;
  loaded.add(name);
  for (const { path, kind } of outputs[name]?.imports ?? []) {
    if (kind === 'import-statement' && outputs[path]) loadedWith(outputs, path, loaded);
  }
  return loaded;
}

function size(outputs: Outputs, names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);
}

/** The only file whose name begins like this and goes on with a hash. */
function part(outputs: Outputs, start: string): string {
  const names = Object.keys(outputs).filter((name) => new RegExp(`^${start}-\\w{8}\\.js$`).test(name));
  assert.equal(names.length, 1, `${start}: ${names.join()}`);
  return names[0] ?? '';
}

function assertWithin(bytes: number, limit: number, what: string): void {
  assert.ok(bytes <= limit, `${what}: ${String(bytes)} bytes, of ${String(limit)}`);
  // A limit that is far away says nothing: it follows what has become smaller.
  assert.ok(bytes > limit * 0.6, `${what}: ${String(bytes)} bytes, far below its limit of ${String(limit)}`);
}

describe('What is loaded', () => {
  for (const platform of ['node', 'browser']) {
    it(`for a YAML file that is no plan, in ${platform}: a stub that imports nothing but the editor`, async () => {
      const outputs = await outputsOf(`src/client/extension.${platform}.ts`);
      const { bytes = 0, imports = [], inputs = {} } = outputs[`extension.${platform}.js`] ?? {};
      assertWithin(bytes, 3 * kB, 'stub');
      const required = imports.filter(({ kind }) => kind === 'require-call').map(({ path }) => path);
      assert.deepEqual(
        required.filter((path) => path !== 'vscode'),
        // Called only when there is a plan.
        platform === 'node' ? ['./client.js'] : [],
      );
      assert.ok(Object.keys(inputs).every((path) => path.startsWith('src/client/')));
      assert.ok(!required.some((path) => builtinModules.includes(path)));
    });
  }

  it('of the client', async () => {
    const node = await outputsOf('client');
    assertWithin(size(node, ['client.js']), 275 * kB, 'client for Node');
    const browser = await outputsOf('client.browser');
    assertWithin(size(browser, ['client.browser.js']), 260 * kB, 'client for a browser');
  });

  describe('of the server', () => {
    let outputs: Outputs;
    before(async () => (outputs = await outputsOf('server.node')));

    for (const platform of ['node', 'browser']) {
      it(`in ${platform}, before it answers`, () => {
        assertWithin(size(outputs, loadedWith(outputs, `server.${platform}.js`)), 600 * kB, 'server');
      });
    }

    it('with the first plan, in few files', () => {
      const atStart = loadedWith(outputs, 'server.browser.js');
      const loaded = new Set([...atStart, ...loadedWith(outputs, part(outputs, 'server-checks'))]);
      assertWithin(size(outputs, loaded), 880 * kB, 'server with its rules');
      // A worker imports them one after the other.
      assert.ok(loaded.size <= 8, [...loaded].join());
    });

    it('when it is first used: what is rarely needed, and large', () => {
      const atStart = new Set([
        ...loadedWith(outputs, 'server.node.js'),
        ...loadedWith(outputs, part(outputs, 'server-checks')),
      ]);
      const inputs = [...atStart].flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}));
      assert.ok(inputs.some((path) => path.includes('node_modules/js-yaml/')));
      const { checks: _checks, ...parts } = serverParts;
      const rare = [...Object.values(parts).flat(), 'src/core/schema/generated/texts.json'];
      const large = /node_modules\/(?:yaml|picomatch|date-holidays)\//;
      assert.deepEqual(
        inputs.filter((path) => rare.includes(path) || large.test(path)),
        [],
      );
    });
  });

  it('in a webview, for whichever view, with its style sheet', async () => {
    const outputs = await outputsOf('preview');
    const atStart = loadedWith(outputs, 'preview.js');
    const views = [...atStart]
      .flatMap((name) => outputs[name]?.imports ?? [])
      .filter(({ kind }) => kind === 'dynamic-import');
    assert.ok(views.length > 15);
    const sizes = views.map(({ path }) => size(outputs, new Set([...atStart, ...loadedWith(outputs, path)])));
    assertWithin(Math.max(...sizes) + size(outputs, ['preview.css']), 250 * kB, 'webview');
  });
});

describe('The package', () => {
  it('stays small, with all that it has', async () => {
    const packed = (contents: Uint8Array): number => deflateRawSync(contents).length;
    // What is built is built here: what lies in the folder may be old, or not there.
    const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const files = listed.filter((path) => !path.startsWith('dist/') && !path.startsWith('node_modules/'));
    assert.ok(files.includes('docs/images/project.png') && files.includes('package.json'), files.join());
    const texts = await Promise.all(files.map((path) => readFile(join(root, path))));
    const shipped = bundles({ production: true, quiet: true }).filter(
      ({ entryPoints }) => !Object.hasOwn(entryPoints ?? {}, 'cli'),
    );
    const built = await Promise.all(shipped.map((options) => esbuild.build({ ...options, write: false })));
    const bundled = built.flatMap(({ outputFiles }) => outputFiles.map(({ contents }) => contents));
    const sizes = [...texts, ...bundled].map(packed);
    // Beside its contents each file has two headers, with its name.
    const headers = 250 * sizes.length;
    assertWithin(
      sizes.reduce((sum, one) => sum + one, headers),
      2000 * kB,
      'package',
    );
  });
});
