// Bundles that share parts. The bundler knows shared parts as ES modules only, which neither a worker of the editor nor
// its extension host can import from beside them. So they are written as scripts that work in both: Node requires
// them, and a worker imports them (see src/server/worker.ts).
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';

/** How the bundler writes that a part is loaded. What is beside a script is there at once. */
const loadsPart = /\bimport\((\s*)"\.\//g;

/**
 * Turns the ES modules of a build into such scripts.
 *
 * @param {{ files: RegExp }} options the names of all that this build writes: what is there from before is removed
 * @returns {import('esbuild').Plugin}
 */
export function asScripts({ files }) {
  return {
    name: 'as-scripts',
    setup(build) {
      const { write, minify = false, sourcemap, absWorkingDir = '.', outdir = '.' } = build.initialOptions;
      build.initialOptions.write = false;
      build.onEnd(async (result) => {
        const outputs = result.outputFiles ?? [];
        for (const output of outputs) {
          const text = await script(output.text, minify, Boolean(sourcemap));
          output.contents = new TextEncoder().encode(text);
          Object.defineProperty(output, 'text', { value: text });
        }
        if (write === false || result.errors.length > 0) return;
        const folder = join(absWorkingDir, outdir);
        await mkdir(folder, { recursive: true });
        const names = outputs.map(({ path }) => basename(path));
        const old = (await readdir(folder)).filter((name) => files.test(name) && !names.includes(name));
        await Promise.all(old.map((name) => rm(join(folder, name))));
        await Promise.all(outputs.map(({ path, contents }) => writeFile(path, contents)));
      });
    },
  };
}

/**
 * @param {string} module the text of an ES module
 * @param {boolean} minify
 * @param {boolean} withMap
 */
async function script(module, minify, withMap) {
  const { code } = await esbuild.transform(module.replace(loadsPart, 'require($1"./'), {
    format: 'cjs',
    target: 'es2022',
    minify,
    sourcemap: withMap ? 'inline' : false,
  });
  return (
    `((define)=>define((require,module,exports)=>{${code}\n}))` +
    `(typeof module==="object"?(body)=>body(require,module,exports):throughlineModule);\n`
  );
}
