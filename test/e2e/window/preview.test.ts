import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

describe('The preview in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow('checkout.roadmap.yaml');
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed() === true) await workbench.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });

  it('opens beside the source, from the one icon in the title of the editor', async () => {
    await workbench.page
      .getByRole('button', { name: /Open Preview to the Side/ })
      .first()
      .click();
    await workbench.page.getByRole('tab', { name: /Preview checkout\.roadmap\.yaml/ }).waitFor();
    const frame = await workbench.webview('#root');
    assert.notEqual(frame, undefined);
    await workbench.screenshot('preview');
  });
});
