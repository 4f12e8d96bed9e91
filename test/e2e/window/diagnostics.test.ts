import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const project = 'checkout-rewrite.project.yaml';
const roadmap = 'checkout.roadmap.yaml';

describe('Diagnostics in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(project);
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  const untilClean = (): Promise<void> =>
    workbench.until('nothing is underlined', async () => (await workbench.squiggles().count()) === 0);

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

  it('go while the goal is typed, and come back when that is undone', async () => {
    await workbench.tab(project).click();
    await workbench.goTo(2, 100);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('goal: faster-checkout');
    await untilClean();
    assert.ok(await workbench.isDirty(project));
    await workbench.command('File: Revert File');
    await workbench.squiggles().first().waitFor();
  });

  it('are settled by a quick fix from the keyboard', async () => {
    await workbench.goTo(1, 12);
    await workbench.quickFix(/faster-checkout|Checkout in under a minute/);
    await workbench.line('goal: faster-checkout').first().waitFor();
    await untilClean();
  });

  it('are settled by a quick fix from the light bulb', async () => {
    await workbench.openFile(roadmap);
    await workbench.squiggles().first().waitFor();
    await workbench.goTo(24, 5);
    await workbench.quickFixByMouse(/faster-checkout|Checkout in under a minute/);
    await workbench.line('title: Gift cards by mail').first().waitFor();
    await untilClean();
    assert.ok(await workbench.isDirty(roadmap));
  });

  it('are silenced by a comment, from the same menu', async () => {
    await workbench.command('File: Revert File');
    await workbench.squiggles().first().waitFor();
    await workbench.goTo(24, 5);
    await workbench.quickFix(/^Silence `?feature-without-goal`? here/);
    await workbench.line('# throughline-disable-next-line feature-without-goal').first().waitFor();
    await untilClean();
  });

  it('come up in an open project when its goal is deleted from the roadmap', async () => {
    await workbench.command('File: Revert File');
    await workbench.goTo(10, 1);
    for (let line = 10; line <= 20; line++) await workbench.page.keyboard.press('ControlOrMeta+Shift+KeyK');
    await workbench.until('the projects complain', async () => {
      const unknown = (await workbench.problems()).filter(({ rule }) => rule === 'unknown-reference');
      const files = new Set(unknown.map(({ file }) => file));
      // The first is open, with the goal that a quick fix has set and nobody has saved; the other two are not.
      return [project, 'one-page.project.yaml', 'returns.project.yaml'].every((file) => files.has(file));
    });
  });
});
