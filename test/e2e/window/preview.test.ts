import { openWindow } from '../session';
import type { Workbench } from '../workbench';

describe('The preview in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow('checkout.roadmap.yaml');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('opens beside the source, from the one icon in the title of the editor', async () => {
    const icons = workbench.page.getByRole('button', { name: /Open Preview to the Side/ });
    await icons.first().click();
    await workbench.tab('Preview checkout.roadmap.yaml').waitFor();
    await workbench.webview('#root > *');
  });

  it('is there again after a reload of the window', async () => {
    await workbench.reload();
    await workbench.tab('Preview checkout.roadmap.yaml').waitFor();
    await workbench.webview('#root > *');
  });
});
