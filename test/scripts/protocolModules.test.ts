import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from '../../scripts/bundles.mjs';
import { unused, withoutUnusedFeatures } from '../../scripts/bundling/languageClient.mjs';
import { asEsModule, protocolModules } from '../../scripts/bundling/protocolModules.mjs';
import { pulling, spawnedClient } from '../server/testClient';

const require = createRequire(import.meta.url);

const libraries = [
  'vscode-jsonrpc',
  'vscode-languageserver-protocol',
  'vscode-languageserver',
  'vscode-languageclient',
];

function modulesOf(library: string): readonly string[] {
  const folder = join(root, 'node_modules', library, 'lib');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

describe('The libraries of the protocol as ES modules', () => {
  for (const library of libraries) {
    it(`leave nothing of CommonJS in ${library}`, () => {
      const modules = modulesOf(library);
      assert.ok(modules.length > 10);
      for (const path of modules) {
        const module = asEsModule(readFileSync(path, 'utf8'));
        assert.doesNotMatch(
          module,
          /^(?!\s*(?:\*|\/\/)).*\b(?:exports\b|require\(|__(?:importStar|exportStar)\b)/m,
          path,
        );
      }
    });
  }

  for (const library of libraries.slice(0, 3)) {
    it(`export what ${library} does`, async () => {
      const entry = `${library}/node`;
      const { metafile } = await esbuild.build({
        stdin: { contents: `export * from '${entry}';`, resolveDir: root },
        bundle: true,
        format: 'esm',
        platform: 'node',
        write: false,
        metafile: true,
        outdir: 'out',
        plugins: [protocolModules()],
      });
      const exported = Object.values(metafile.outputs).flatMap(({ exports }) => exports);
      assert.deepEqual(exported.toSorted(), Object.keys(require(entry) as object).toSorted());
    });
  }

  it('are left out where nobody uses them', () => {
    const namespace = `var Color;\n(function (Color) {\n    Color.red = 1;\n})(Color || (exports.Color = Color = {}));\n`;
    const module = asEsModule(`exports.Color = void 0;\n${namespace}`);
    assert.match(module, /^export \{ Color \};$/m);
    assert.equal(esbuild.transformSync(module.replace(/^export .*$/m, ''), { treeShaking: true }).code, '');
  });
});

describe('The language client without what is not used', () => {
  it('has all that the server offers', async () => {
    const client = spawnedClient();
    const { capabilities } = await client.start([], pulling);
    await client.stop();
    assert.ok(valueAt(capabilities, 'textDocumentSync.openClose'));
    for (const [feature, path] of Object.entries(unused)) assert.equal(valueAt(capabilities, path), undefined, feature);
  });

  it('says so when the library has another feature in its place', () => {
    const registered = (name: string): string => `    this.registerFeature(new some_1.${name}(this));\n`;
    assert.throws(() => withoutUnusedFeatures(registered('HoverFeature')), /registers no \w+Feature any more/);
  });
});
