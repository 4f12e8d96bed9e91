// Parts of a bundle that are loaded when something in them is first called. The sources know nothing of it: they import
// such a module like any other, and the bundle has in its place functions that load it.
import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';

/** What stands in for the modules of a part. */
const standIn = 'stand-in';
/** The part itself: all its modules. */
const whole = 'part';

const exportedFunction = /^export (?:async )?function\*? (\w+)/gm;

/**
 * What is loaded at the start can call the functions of such a module, and nothing else: no other value can wait until
 * it is called, and the bundler says so where one is imported.
 *
 * @param {Readonly<Record<string, readonly string[]>>} parts the modules of each part, by its name; paths from `root`
 * @param {{ root: string, always: string }} where the project's folder, and the module that is there before any part: with
 *   all that it needs it is one file, whatever the parts need of it
 * @returns {import('esbuild').Plugin}
 */
export function onFirstUse(parts, { root, always }) {
  /** @type {ReadonlyMap<string, string>} */
  const partOf = new Map(Object.entries(parts).flatMap(([part, modules]) => modules.map((module) => [module, part])));
  return {
    name: 'on-first-use',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, async ({ path, importer, namespace, kind, resolveDir, pluginData }) => {
        if (pluginData === 'itself' || namespace === whole) return undefined;
        const resolved = await build.resolve(path, { importer, kind, resolveDir, pluginData: 'itself' });
        const part = partOf.get(pathFrom(root, resolved.path));
        const isWithin = part !== undefined && part === partOf.get(pathFrom(root, importer));
        return part === undefined || isWithin
          ? resolved
          : { path: resolved.path, namespace: standIn, pluginData: part };
      });
      build.onResolve({ filter: /^part:/ }, ({ path }) => ({ path: path.slice('part:'.length), namespace: whole }));
      build.onLoad({ filter: /.*/, namespace: standIn }, async ({ path, pluginData }) => {
        const own = pathFrom(root, path);
        const calls = [...(await readFile(path, 'utf8')).matchAll(exportedFunction)].map(
          ([, name]) => `export const ${name} = (...given) => part()[${JSON.stringify(own)}].${name}(...given);`,
        );
        const contents = `const part = () => import('part:${String(pluginData)}');\n${calls.join('\n')}`;
        return { contents, loader: 'js', resolveDir: dirname(path) };
      });
      build.onLoad({ filter: /.*/, namespace: whole }, ({ path }) => ({
        contents: [
          `import ${JSON.stringify(`./${always}`)};`,
          ...(parts[path] ?? []).map((module) => {
            const name = JSON.stringify(module);
            return `export * as ${name} from ${JSON.stringify(`./${module}`)};`;
          }),
        ].join('\n'),
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}

/**
 * @param {string} root
 * @param {string} path
 */
function pathFrom(root, path) {
  return relative(root, path).replaceAll('\\', '/');
}
