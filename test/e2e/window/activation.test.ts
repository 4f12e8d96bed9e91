import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

describe('Activation in the window', () => {
  let workbench: Workbench | undefined;

  afterEach(async function () {
    await workbench?.reportFailure(this.currentTest);
    await workbench?.close();
    workbench = undefined;
  });

  it('loads the client and the server where there is a plan', async () => {
    workbench = await openWindow('checkout.roadmap.yaml');
    await workbench.untilLoaded('client.browser.js');
    await workbench.untilLoaded('server.browser.js');
  });

  it('loads nothing but the stub for YAML that is no plan, until a plan file is there', async () => {
    workbench = await openWindow('service.yaml', 'plain');
    await workbench.untilLoaded('extension.browser.js');
    // Its search for plan files has an end, too.
    await workbench.page.waitForTimeout(2_000);
    assert.equal(workbench.hasLoaded('client.browser.js'), false);
    assert.equal(workbench.hasLoaded('server.browser.js'), false);
    assert.equal(await workbench.page.getByRole('button', { name: /Open Preview to the Side/ }).count(), 0);

    await workbench.newFile('new.roadmap.yaml');
    await workbench.untilLoaded('client.browser.js');
    await workbench.untilLoaded('server.browser.js');
    await workbench.page
      .getByRole('button', { name: /Open Preview to the Side/ })
      .first()
      .waitFor();
  });
});
