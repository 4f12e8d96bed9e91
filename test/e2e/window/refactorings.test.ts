import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const project = 'checkout-rewrite.project.yaml';
const linkedProject = 'one-page.project.yaml';

describe('Refactorings in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(project);
    await workbench.until('the server answers', async () => (await workbench.squiggles().count()) > 0);
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('write an entry in full, as one step that one undo takes back', async () => {
    await workbench.goTo(5, 14);
    await workbench.page.keyboard.press('ControlOrMeta+Period');
    await workbench.page.locator('.action-widget .action.focused').waitFor();
    await workbench.screenshot('refactorings of an entry');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickFix(/^Write “Measure today's funnel” in full/);
    await workbench.line("    title: Measure today's funnel").first().waitFor();
    await workbench.line('  funnel:').first().waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+KeyZ');
    await workbench.line("  funnel: Measure today's funnel").first().waitFor();
  });

  it('add a dependency that somebody picks', async () => {
    await workbench.goTo(7, 14);
    await workbench.quickFix(/^Add a dependency to “Payment API”…/);
    const widget = workbench.page.locator('.quick-input-widget');
    const rows = widget.locator('.monaco-list-row');
    await rows.filter({ hasText: 'Print labels at home' }).first().waitFor();
    await workbench.screenshot('pick of a dependency');
    // Not what it waits for already, nor itself.
    assert.equal(await rows.filter({ hasText: 'Payment API' }).count(), 0);
    assert.equal(await rows.filter({ hasText: 'funnel' }).count(), 0);
    await widget.locator('input').fill('labels');
    await workbench.page.keyboard.press('Enter');
    await workbench.line('depends_on: [funnel, returns/labels]').first().waitFor();
    await workbench.screenshot('picked dependency');
  });

  it('add one from the palette too, at the cursor', async () => {
    await workbench.goTo(5, 14);
    await workbench.page.keyboard.press('F1');
    const input = workbench.page.locator('.quick-input-widget input');
    await input.fill('>Throughline: Add Dependency');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'Add Dependency' })
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-widget').getByText('Add a dependency to “Measure today').waitFor();
    await input.fill('draw');
    await workbench.page.locator('.monaco-list-row').filter({ hasText: 'Draw the page' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.line('    depends_on: one-page/wireframe').first().waitFor();
  });

  it('move selected items to a project of their own, and change what refers to them in other files', async () => {
    await workbench.openFile(linkedProject);
    await workbench.line('  wireframe:').first().waitFor();
    await workbench.goTo(11, 1);
    for (let line = 0; line < 6; line++) await workbench.page.keyboard.press('Shift+ArrowDown');
    await workbench.quickFix(/^Move “Draw the page” to a project of its own: wireframe\.project\.yaml/);
    await workbench.page.getByRole('treeitem', { name: 'wireframe.project.yaml' }).waitFor();
    await workbench.line('    depends_on: wireframe/wireframe').first().waitFor();
    await workbench.tab(project).click();
    await workbench.line('    depends_on: wireframe/wireframe').first().waitFor();
    await workbench.openFile('wireframe.project.yaml');
    await workbench.line('project: Draw the page').first().waitFor();
    await workbench.line('    title: Draw the page').first().waitFor();
    await workbench.screenshot('project of its own');
  });
});
