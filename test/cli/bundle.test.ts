import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import esbuild from 'esbuild';
import { bundles } from '../../scripts/bundles.mjs';
import { TestFolder } from './commandLine';

describe('The command as it ships', () => {
  let folder: TestFolder;

  before(async () => {
    folder = await TestFolder.with({
      'p.project.yaml':
        'project: P\nstart: 2026-04-30\ncalendar: { country: DE }\nitems: { a: { title: A, estimate: 2d } }\n',
    });
    const shipped = bundles({ production: true, quiet: true }).filter(({ entryPoints }) =>
      /src\/(cli\/main|server\/publicHolidays)\.ts/.test(JSON.stringify(entryPoints)),
    );
    await Promise.all(shipped.map((options) => esbuild.build({ ...options, outdir: folder.at('dist') })));
  });
  after(() => folder.remove());

  it('knows the public holidays that stand beside it', async () => {
    const argv = [join('dist', 'cli.js'), 'schedule', '--today', '2026-04-30', '--format', 'json'];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, argv, { cwd: folder.path });
    const [item] = JSON.parse(stdout) as { start: string; finish: string }[];
    // 1 May is a holiday, and a Friday.
    assert.deepEqual([item?.start, item?.finish, stderr], ['2026-04-30', '2026-05-04', '']);
  });
});
