// Type-checks every part of the project with the types that its host really has (`npm run typecheck`).
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

const projects = [
  'src/core',
  '.',
  'src/client',
  'src/preview',
  'src/server',
  'test/e2e/extension',
  'test/preview',
].filter((project) => existsSync(new URL(`../${project}`, import.meta.url)));

/**
 * @param {string} project
 * @returns {Promise<boolean>} whether the project has no type errors
 */
function check(project) {
  const buildInfo = `.cache/typecheck/${project === '.' ? 'root' : project.replaceAll(/[/.]/g, '-')}.tsbuildinfo`;
  const args = [compiler, '-p', project, '--incremental', '--tsBuildInfoFile', buildInfo, '--pretty', 'false'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${project}`);
      if (output !== '') console.log(output.trimEnd());
      resolve(code === 0);
    });
  });
}

const waiting = [...projects];
let failed = 0;
async function work() {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
    if (!(await check(project))) failed++;
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
process.exitCode = failed === 0 ? 0 : 1;
