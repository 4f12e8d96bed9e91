import assert from 'node:assert/strict';
import { lanternRoadmap } from '../harness/lanternRoadmap';
import { previewPages } from './previewPages';

describe('the timeline of a roadmap in the preview', () => {
  const open = previewPages();

  it('is walked with the arrow keys; the releases unfold into rows of their own', async () => {
    const preview = await open();
    await preview.show(lanternRoadmap);
    const focused = (): Promise<string> =>
      preview.page.evaluate(() => document.activeElement?.querySelector('.line-title')?.textContent ?? '');
    await preview.page.locator('[data-stop="releases"]').focus();
    await preview.page.keyboard.press('ArrowRight');
    await preview.page.keyboard.press('ArrowDown');
    assert.equal(await focused(), '2.4 Offline');
    await preview.posted();
    await preview.page.keyboard.press('Enter');
    assert.deepEqual(await preview.posted(), [{ type: 'open', entry: lanternRoadmap.rows[1]?.entry }]);
    await preview.page.keyboard.press('ArrowLeft');
    await preview.page.keyboard.press('ArrowLeft');
    await preview.page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'Fix the fault on the first visit');
  });

  it('selects a release by a click on its flag, and a project by one on its bar', async () => {
    const preview = await open();
    await preview.show(lanternRoadmap);
    await preview.posted();
    await preview.page
      .locator('.flag')
      .nth(1)
      .click({ position: { x: 10, y: 12 } });
    assert.deepEqual(await preview.posted(), [{ type: 'select', entry: lanternRoadmap.rows[2]?.entry }]);
    const row = await preview.page.locator('[data-stop="parts"]').boundingBox();
    assert.ok(row);
    await preview.page.mouse.click(row.x + row.width - 40, row.y + 12);
    assert.deepEqual(await preview.posted(), [{ type: 'select', entry: lanternRoadmap.rows[5]?.entry }]);
  });

  it('lets the links of other rows stand back while one is pointed at', async () => {
    const preview = await open();
    await preview.show(lanternRoadmap);
    assert.equal(await preview.page.locator('.link-line.faint').count(), 0);
    await preview.page.locator('[data-stop="offline"]').hover();
    assert.equal(await preview.page.locator('.link-line.faint').count(), 1);
    await preview.page.locator('[data-stop="learn"]').hover();
    assert.equal(await preview.page.locator('.link-line.faint').count(), 0);
  });

  it('is as wide as there is room, at every width', async () => {
    const preview = await open();
    for (const width of [320, 400, 620, 1200]) {
      await preview.page.setViewportSize({ width, height: 700 });
      await preview.show(lanternRoadmap);
      const scroll = await preview.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scroll <= width, `${String(scroll)} at ${String(width)}`);
    }
  });

  it('is wider than the view where it is zoomed, and shows the bar of the cursor’s row', async () => {
    const preview = await open();
    const zoomed = { type: 'view', uri: lanternRoadmap.entry.uri, settings: { zoom: 'week' }, locked: false };
    await preview.send({ ...zoomed, result: { version: 1, data: lanternRoadmap } });
    const bar = preview.page.locator('.hue-yellow > .bar.no-goal').first();
    const chart = await preview.page.locator('.chart').boundingBox();
    assert.ok(chart);
    const isInView = async (): Promise<boolean> => {
      const box = await bar.boundingBox();
      return box !== null && box.x < chart.x + chart.width && box.x + box.width > chart.x;
    };
    await preview.cursor(lanternRoadmap.rows[6]?.entry ?? null);
    assert.ok(await isInView());
    await preview.page.locator('[data-stop="learn"]').focus();
    for (let times = 0; times < 6; times++) await preview.page.keyboard.press('Shift+ArrowLeft');
    assert.ok(!(await isInView()));
  });
});
