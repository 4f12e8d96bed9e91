import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

describe('Hovers in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow('checkout.roadmap.yaml');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('say what a product manager is responsible for', async () => {
    const hover = await workbench.hover('product-manager');
    await hover
      .getByText(/Product manager/i)
      .first()
      .waitFor();
    assert.match(await hover.innerText(), /vision|goals|roadmap/i);
    await workbench.screenshot('role-hover');
  });
});
