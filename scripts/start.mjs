// Shows the extension in VS Code for the Web (`npm start`, `npm start -- FOLDER`), on a machine with Node and nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  });
  const folder =
    positionals[0] === undefined ? join(root, 'examples') : resolve(process.env['INIT_CWD'] ?? '.', positionals[0]);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`${values.port} is not a port: it has to be a number from 1 to 65535.`);
  }

  ensureInstalled();
  const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) throw new Error('The build failed; what is wrong stands above.');

  // Only now, because it needs the dependencies.
  const { addressWithFile, serveWorkbench } = await import('./vscodeWeb.mjs');
  const { address } = await serveWorkbench({ folder, ...(port === undefined ? {} : { port }) });
  const plan = firstPlan(folder);
  const page = plan === undefined ? address : addressWithFile(address, plan);
  console.log(`\nVS Code with Throughline, on ${folder}:\n\n    ${page}\n`);
  console.log('What you change there stays in the page; the files are not written. Press Ctrl+C to stop.');
  if (values['no-open'] !== true) openInBrowser(page);
}

/**
 * A plan file to begin with: a roadmap if there is one, in the folder or one below it.
 *
 * @param {string} folder
 * @returns {string | undefined} relative to the folder, with `/`
 */
function firstPlan(folder) {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => join(folder, entry.name));
  const files = [folder, ...folders].flatMap((where) => readdirSync(where).map((name) => join(where, name)));
  const plan =
    files.find((file) => /\.roadmap\.ya?ml$/.test(file)) ?? files.find((file) => /\.project\.ya?ml$/.test(file));
  return plan === undefined ? undefined : relative(folder, plan).split(sep).join('/');
}

/**
 * Opens a page in the user's browser, where there is one; the address is printed in any case.
 *
 * @param {string} page
 */
function openInBrowser(page) {
  const hasDesktop = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (process.env['CI'] !== undefined || (process.platform === 'linux' && !hasDesktop)) return;
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""']
        : ['xdg-open'];
  const child = spawn(program, [...args, page], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
