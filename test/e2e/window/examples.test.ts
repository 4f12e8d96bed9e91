import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnnouncedFinding, announcedFindings } from '../../core/announcedFindings';
import { projectFolder } from '../folders';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const examples = join(projectFolder, 'examples');

describe('The examples in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(undefined, 'examples');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('have the findings in the Problems view that their comments announce, though none is open', async () => {
    const announced: (AnnouncedFinding & { file: string })[] = [];
    for (const file of (await readdir(examples)).filter((name) => name.endsWith('.yaml'))) {
      for (const finding of announcedFindings(await readFile(join(examples, file), 'utf8'))) {
        announced.push({ file, ...finding });
      }
    }
    assert.ok(announced.length > 0);
    await workbench.until('the Problems view has something', async () => (await workbench.problems()).length > 0);
    await workbench.until(
      'it has as many as announced',
      async () => (await workbench.problems()).length >= announced.length,
    );
    const problems = await workbench.problems();
    const unexpected = problems.filter(
      ({ file, rule, line }) =>
        !announced.some((each) => each.file === file && each.rule === rule && line > each.first && line <= each.end),
    );
    assert.deepEqual(unexpected, []);
    assert.equal(problems.length, announced.length);
    assert.equal(await workbench.page.locator('.tab').filter({ hasText: '.yaml' }).count(), 0);
  });
});
