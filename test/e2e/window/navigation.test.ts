import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const project = 'launch.project.yaml';
const roadmap = 'shop.roadmap.yaml';

describe('Navigation in the window', () => {
  let workbench: Workbench;

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);

  /** Asks again until it is done: the server may still be reading the other file. */
  async function goToDefinition(line: number, column: number, target: string, targetLine: number): Promise<void> {
    await workbench.until(`F12 leads to line ${targetLine} of ${target}`, async () => {
      await workbench.goTo(line, column);
      await press('F12');
      await workbench.editor(target).waitFor({ timeout: 2_000 });
      return (await workbench.cursor()).line === targetLine;
    });
  }

  /** The texts of the rows of the list that asks what to choose. */
  const choices = (): Promise<readonly string[]> =>
    workbench.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();

  before(async () => {
    workbench = await openWindow(project, 'navigation');
    await workbench.until('the plan is read', async () => (await workbench.problems()).length === 0);
    await workbench.page.keyboard.press('ControlOrMeta+Shift+KeyM');
    await workbench.focusSource();
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('goes from a goal of a project to its definition in the roadmap, and back', async () => {
    await goToDefinition(3, 15, roadmap, 9);
    assert.equal((await workbench.cursor()).column, 3);
    await workbench.screenshot('navigation definition');
    await press('Control+Alt+Minus');
    await workbench.editor(project).waitFor();
  });

  it('shows the references where something is defined', async () => {
    await workbench.openFile(roadmap);
    await workbench.goTo(9, 5);
    await press('F12');
    const peek = workbench.page.locator('.reference-zone-widget');
    await peek.waitFor();
    await peek.locator('.ref-tree .monaco-list-row').nth(3).waitFor();
    await workbench.screenshot('navigation references');
    const files = await peek.locator('.ref-tree .referenceMatch, .ref-tree .monaco-icon-label').allInnerTexts();
    assert.ok(
      files.some((text) => text.includes(project)),
      files.join('\n'),
    );
    await press('Escape');
    await peek.waitFor({ state: 'hidden' });
  });

  it('renames a goal over two files', async () => {
    await workbench.openFile(roadmap);
    await workbench.goTo(9, 5);
    await press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'fast-checkout');
    await box.fill('swift-checkout');
    await workbench.screenshot('navigation rename');
    await press('Enter');
    await workbench.line('swift-checkout:').first().waitFor();
    await workbench.line('goal: [swift-checkout, loyal-customers]').first().waitFor();
    await workbench.line('title: Pay by wallet, goal: swift-checkout').first().waitFor();
    await workbench.screenshot('navigation renamed roadmap');
    await workbench.openFile(project);
    await workbench.line('goal: shop/swift-checkout').first().waitFor();
    await workbench.line('    goal: swift-checkout').first().waitFor();
    assert.equal(await workbench.line('fast-checkout').count(), 0);
    await workbench.screenshot('navigation renamed project');
    assert.deepEqual(await workbench.problems(), [], 'every name still leads somewhere');
    await press('ControlOrMeta+Shift+KeyM');
    await workbench.focusSource();
  });

  it('says why something cannot be renamed', async () => {
    await workbench.goTo(1, 12);
    await press('F2');
    const message = workbench.page.locator('.monaco-editor-overlaymessage');
    await message.waitFor();
    assert.match(await message.innerText(), /There is no name here/);
    await workbench.screenshot('navigation rename refused');
    await press('Escape');
  });

  it('shows the outline of a file, and goes to what is chosen in it', async () => {
    await workbench.goTo(1, 1);
    await press('ControlOrMeta+Shift+KeyO');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'The payment form' })
      .waitFor();
    await workbench.screenshot('navigation outline');
    const shown = (await choices()).join('\n');
    for (const title of [
      'Launch of the new checkout',
      'milestones',
      'Live for everybody',
      'Draw the page',
      'Build the page',
    ])
      assert.ok(shown.includes(title), `${title} is not in\n${shown}`);
    await workbench.insertText('payment');
    await workbench.until(
      'one is left',
      async () => (await choices()).filter((row) => row.includes('payment')).length === 1,
    );
    await press('Enter');
    await workbench.until('the cursor is there', async () => (await workbench.cursor()).line === 19);
  });

  it('has the outline of a file beside it, with how things stand', async () => {
    await workbench.command('Explorer: Focus on Outline View');
    const row = (title: string): Locator =>
      workbench.page.locator('.outline-pane .monaco-list-row').filter({ hasText: title });
    await row('Draw the page').filter({ hasText: 'done' }).waitFor();
    await row('Live for everybody').filter({ hasText: '1 June 2040' }).waitFor();
    await workbench.screenshot('navigation outline view');
    await workbench.focusSource();
  });

  it('finds symbols over all files', async () => {
    await press('ControlOrMeta+KeyP');
    const input = workbench.page.locator('.quick-input-widget input');
    await input.fill('#wallet');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Pay by wallet' });
    await row.first().waitFor();
    await workbench.screenshot('navigation symbols');
    await press('Enter');
    await workbench.editor(roadmap).waitFor();
    await workbench.until('the cursor is there', async () => (await workbench.cursor()).line === 16);
  });

  it('shows what waits for an item, and what it waits for', async () => {
    await workbench.openFile(project);
    await workbench.goTo(13, 4);
    await press('Shift+Alt+KeyH');
    // It opens in the side bar, beside the outline of the file.
    const row = (title: string): Locator =>
      workbench.page.locator('.sidebar .monaco-list-row').filter({ hasText: title });
    await row('Live for everybody').waitFor();
    await workbench.screenshot('navigation incoming calls');
    await workbench.command('Calls: Show Outgoing Calls');
    await row('Draw the page').waitFor();
    await workbench.screenshot('navigation outgoing calls');
  });
});
