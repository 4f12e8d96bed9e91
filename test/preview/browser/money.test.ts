import assert from 'node:assert/strict';
import { lanternMoney } from '../harness/lanternMoney';
import { previewPages } from './previewPages';

describe('money in the preview', () => {
  const open = previewPages();

  it('is walked from period to period; a click on a figure or a bar selects its period', async () => {
    const preview = await open();
    await preview.show(lanternMoney);
    await preview.page.getByRole('columnheader', { name: '2026-Q2' }).focus();
    await preview.posted();
    await preview.page.keyboard.press('ArrowRight');
    await preview.page.keyboard.press('Enter');
    await preview.page.getByRole('cell', { name: '−30,000' }).click();
    await preview.page.locator('.money-bar.revenue.expected').nth(1).click();
    const [first, second] = lanternMoney.periods;
    assert.deepEqual(await preview.posted(), [
      { type: 'open', entry: second?.entry },
      { type: 'select', entry: first?.entry },
      { type: 'select', entry: second?.entry },
    ]);
  });

  it('is no wider than the view at any width', async () => {
    const preview = await open();
    for (const width of [320, 400, 620, 1200]) {
      await preview.page.setViewportSize({ width, height: 700 });
      await preview.show(lanternMoney);
      const scroll = await preview.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scroll <= width, `${String(scroll)} at ${String(width)}`);
    }
  });
});
