import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

describe('Diagnostics in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow('checkout-rewrite.project.yaml');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('are underlined, and explain themselves in the hover', async () => {
    await workbench.squiggles().first().waitFor();
    const hover = await workbench.hover('Checkout rewrite');
    assert.match(await hover.innerText(), /missing-goal/);
  });

  it('open the page of their rule from the link of their code, without a network', async () => {
    const hover = await workbench.hover('Checkout rewrite');
    await hover.getByText('missing-goal', { exact: true }).click();
    await workbench.tab('missing-goal.md').waitFor();
    const page = await workbench.webview('h1');
    assert.match(await page.locator('h1').first().innerText(), /missing-goal/);
  });

  it('are settled by a quick fix from the light bulb', async () => {
    await workbench.tab('checkout-rewrite.project.yaml').click();
    await workbench.goTo(1, 12);
    await workbench.quickFix(/faster-checkout|Checkout in under a minute/);
    await workbench.line('goal: faster-checkout').first().waitFor();
    await workbench.page.waitForFunction(
      () => document.querySelectorAll('.squiggly-warning, .squiggly-error').length === 0,
    );
  });
});
