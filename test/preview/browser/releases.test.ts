import assert from 'node:assert/strict';
import { lanternReleases } from '../harness/lanternReleases';
import { previewPages } from './previewPages';

describe('releases in the preview', () => {
  const open = previewPages();
  const [release] = lanternReleases.releases;

  it('are walked with the arrow keys from line to line, and from release to release', async () => {
    const preview = await open();
    await preview.show(lanternReleases);
    await preview.page.getByRole('article').first().focus();
    await preview.posted();
    await preview.page.keyboard.press('ArrowDown');
    await preview.page.keyboard.press('Enter');
    await preview.page.keyboard.press('ArrowDown');
    await preview.page.keyboard.press('Space');
    assert.deepEqual(await preview.posted(), [
      { type: 'open', entry: release?.goals[0]?.entry },
      { type: 'select', entry: release?.features[0]?.entry },
    ]);
    await preview.page.keyboard.press('PageDown');
    await preview.page.keyboard.press('Enter');
    assert.deepEqual(await preview.posted(), [{ type: 'open', entry: lanternReleases.releases[1]?.entry }]);
  });

  it('are no wider than the view at any width', async () => {
    const preview = await open();
    for (const width of [320, 400, 620, 1200]) {
      await preview.page.setViewportSize({ width, height: 700 });
      await preview.show(lanternReleases);
      const scroll = await preview.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scroll <= width, `${String(scroll)} at ${String(width)}`);
    }
  });
});
