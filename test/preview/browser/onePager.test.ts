import assert from 'node:assert/strict';
import { lanternOnePager } from '../harness/lanternOnePager';
import { previewPages } from './previewPages';

describe('a product on one page, in the preview', () => {
  const open = previewPages();

  it('is walked with the arrow keys; Enter opens the source', async () => {
    const preview = await open();
    await preview.show(lanternOnePager);
    await preview.page.locator('.page-entry').first().focus();
    await preview.page.keyboard.press('End');
    await preview.posted();
    await preview.page.keyboard.press('Enter');
    assert.deepEqual(await preview.posted(), [{ type: 'open', entry: lanternOnePager.risks.at(-1)?.entry }]);
  });

  it('is printed dark on light without the bar, whatever the theme, on one page', async () => {
    const preview = await open({ theme: 'dark' });
    await preview.show(lanternOnePager);
    const pdf = await preview.page.pdf({ format: 'A4' });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1);
    await preview.page.emulateMedia({ media: 'print' });
    assert.equal(await preview.page.locator('.title-bar').isVisible(), false);
    const colours = await preview.page.locator('body').evaluate((body) => {
      const { color, backgroundColor } = getComputedStyle(body);
      return [color, backgroundColor];
    });
    assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it('is no wider than the view at any width', async () => {
    const preview = await open();
    for (const width of [320, 400, 620, 1200]) {
      await preview.page.setViewportSize({ width, height: 700 });
      await preview.show(lanternOnePager);
      const scroll = await preview.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scroll <= width, `${String(scroll)} at ${String(width)}`);
    }
  });
});
