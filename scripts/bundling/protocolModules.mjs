// The libraries of the Language Server Protocol are published as CommonJS only, of which a bundler can leave nothing
// out: each one would ship whole, with every feature that no plan uses. What the TypeScript compiler wrote is regular.
// This gives it back as ES modules, of which esbuild takes what is used.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { substituteOf, withoutUnusedFeatures } from './languageClient.mjs';

const inPackages = /\/node_modules\/vscode-(?:jsonrpc|languageclient|languageserver(?:-\w+)?)\/lib\/.*\.js$/;
const clientModule = '/vscode-languageclient/lib/common/client.js';

/** @type {readonly (readonly [RegExp, string])[]} */
const imports = [
  // What the compiler brings along for the sake of other CommonJS modules.
  [/^"use strict";\n/, ''],
  [/^var (__\w+) = \(this && this\.\1\) \|\| [\s\S]*?^\}\)?(?:\(\))?\)?;\n/gm, ''],
  [/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n/m, ''],
  [/^exports\.\w+ = (?:exports\.\w+ = )*void 0;\n/gm, ''],

  [/^const (\w+) = (?:__importStar|__importDefault)\(require\((".+")\)\);$/gm, 'import * as $1 from $2;'],
  [/^(?:const|var) (\w+_\d+) = require\((".+")\);$/gm, 'import * as $1 from $2;'],
  [/^const (\w+) = require\((".+")\);$/gm, 'import $1 from $2;'],
  [/^__exportStar\(require\((".+")\), exports\);$/gm, 'export * from $1;'],
];

/** A namespace: a function that is called at once with an object that it fills. */
const namespace =
  /^((?:export )?var (\w+));\n(\(function \(\2\) \{\n[\s\S]*?^)\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);$/gm;

/** A name of another module that this one gives on. */
const passedOn =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+\.\w+); \} \}\);$/gm;

/**
 * @param {string} source a module as the TypeScript compiler writes it for CommonJS; one that it wrote as an ES module
 *   only has its namespaces changed
 * @returns {string} the same as an ES module, of which each namespace can be left out
 */
export function asEsModule(source) {
  /** The names in the module of what it exports, by the name for others. @type {Map<string, string>} */
  const exported = new Map();
  const body = imports
    .reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), source)
    .replace(namespace, (...match) => {
      const [, declared, name, start, isExported] = /** @type {(string | undefined)[]} */ (match);
      if (isExported !== undefined) exported.set(`${name}`, `${name}`);
      return `${declared} = /* @__PURE__ */ ${start}    return ${name};\n})({});`;
    })
    .replace(passedOn, (_all, /** @type {string} */ name, /** @type {string} */ value) => {
      exported.set(name, `passedOn_${name}`);
      return `const passedOn_${name} = ${value};`;
    })
    .replace(/^exports\.(\w+) = (\w+);\n/gm, (_all, /** @type {string} */ as, /** @type {string} */ name) => {
      exported.set(as, name);
      return '';
    })
    .replace(/^exports\.(\w+) = /gm, (_all, /** @type {string} */ name) => {
      exported.set(name, name);
      return `const ${name} = `;
    })
    .replace(/\bexports\.(\w+)/g, (_all, /** @type {string} */ name) => {
      exported.set(name, name);
      return name;
    });
  const names = [...exported].map(([as, name]) => (as === name ? name : `${name} as ${as}`));
  return names.length === 0 ? body : `${body}\nexport { ${names.join(', ')} };\n`;
}

/**
 * Bundles the libraries of the Language Server Protocol as ES modules, and the client without what is not used.
 *
 * @returns {import('esbuild').Plugin}
 */
export function protocolModules() {
  return {
    name: 'protocol-modules',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/](?:vscode-|semver)/ }, async ({ path: given }) => {
        const path = given.replaceAll('\\', '/');
        const substitute = substituteOf(path);
        if (substitute !== undefined) return { contents: substitute, loader: 'js', resolveDir: dirname(given) };
        if (!inPackages.test(path)) return undefined;
        const module = asEsModule(await readFile(given, 'utf8'));
        return { contents: path.endsWith(clientModule) ? withoutUnusedFeatures(module) : module, loader: 'js' };
      });
    },
  };
}
