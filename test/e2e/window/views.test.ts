import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { viewsOf } from '../../../src/core/views/viewNames';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

for (const [kind, file] of [
  ['roadmap', 'larder.roadmap.yaml'],
  ['project', 'supplier-ordering.project.yaml'],
] as const) {
  describe(`The views of a ${kind} in the window`, () => {
    let workbench: Workbench;
    let preview: Frame;

    before(async () => {
      workbench = await openWindow(file, 'examples');
      await workbench.chooseCommand('Throughline: Open Preview to the Side');
      preview = await workbench.webview('main h1, main h2');
    });
    after(() => workbench.close());
    afterEach(function () {
      return workbench.reportFailure(this.currentTest);
    });

    for (const [index, { name, title }] of viewsOf(kind).entries()) {
      it(`have ${title}, by the key of its number`, async () => {
        await preview.locator('.view-picker').focus();
        await workbench.page.keyboard.press(String(index + 1));
        await preview.getByRole('button', { name: `View: ${title}`, exact: true }).waitFor();
        await workbench.until(
          'something is drawn',
          async () => (await preview.locator('main').innerText()).length > 100,
        );
        await workbench.screenshot(`view ${kind} ${name}`);
      });
    }

    it('have said nothing in the console, and loaded nothing from elsewhere', () => {
      assert.deepEqual(workbench.complaints, []);
    });
  });
}

describe('Exporting a preview in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow('larder.roadmap.yaml', 'examples');
    await workbench.chooseCommand('Throughline: Open Preview to the Side');
    await workbench.webview('.board');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  /** Takes the place that is proposed. */
  async function acceptPlace(name: string): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget input').first();
    await workbench.until(`${name} is proposed`, async () => (await input.inputValue()).endsWith(name));
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText(`Exported to ${name}.`).first().waitFor();
  }

  it('asks for a format and a place, and writes Markdown there', async () => {
    await workbench.chooseCommand('Throughline: Export Preview…');
    await workbench.answer('Choose a format', 'Markdown');
    await acceptPlace('larder-board.md');
    await workbench.screenshot('exported');
    await workbench.page.getByRole('button', { name: 'Open', exact: true }).first().click();
    await workbench.editor('larder-board.md').waitFor();
    await workbench.line('# Larder: Board').first().waitFor();
  });

  it('draws a picture, from the menu of the preview', async () => {
    await workbench.tab('Preview larder').click();
    const preview = await workbench.webview('.board');
    await preview.getByRole('button', { name: 'More' }).click();
    await preview.getByRole('menuitem', { name: 'Export…' }).click();
    await workbench.answer('Choose a format', 'PNG');
    await acceptPlace('larder-board.png');
  });
});
