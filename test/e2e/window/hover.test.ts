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
    const text = await hover.innerText();
    for (const area of [/vision/i, /strategy/i, /features/i, /go-to-market/i, /profit/i]) assert.match(text, area);
  });
});
