// The language server's own types bring those of a window along.
declare const self: DedicatedWorkerGlobalScope & { throughlineModule?: (body: ModuleBody) => void };

/** A script of the server, as `scripts/bundling/scripts.mjs` writes it for Node and for a worker. */
type ModuleBody = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

const loaded = new Map<string, unknown>();
let defined: ModuleBody | undefined;
self.throughlineModule = (body) => (defined = body);

/**
 * What a script exports. It is imported when it is first asked for, and again where that failed.
 *
 * @param folder its URL
 */
function load(folder: string, name: string): unknown {
  if (loaded.has(name)) return loaded.get(name);
  defined = undefined;
  self.importScripts(`${folder}/${name}`);
  const module = { exports: {} as unknown };
  (defined as ModuleBody | undefined)?.((path) => load(folder, path.replace(/^\.\//, '')), module, module.exports);
  loaded.set(name, module.exports);
  return module.exports;
}

// An editor may run the worker from a copy in memory: where its other scripts are, the client says first of all.
self.onmessage = ({ data }: MessageEvent<unknown>) => {
  self.onmessage = null;
  load(String(data), 'server.browser.js');
};

export {};
