import assert from 'node:assert/strict';
import { lanternBoard, lanternTimeline, roadmapUri } from '../harness/lantern';
import { focused, press, previewPages } from './previewPages';

describe('the title bar of the preview', () => {
  const open = previewPages();

  it('has one tab stop, and arrow keys between its buttons', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await press(preview, 'Tab');
    assert.equal(await focused(preview), 'View: Board');
    await press(preview, 'ArrowRight');
    assert.equal(await focused(preview), 'Lock to this file');
    await press(preview, 'End');
    assert.equal(await focused(preview), 'More');
    await press(preview, 'ArrowRight');
    assert.equal(await focused(preview), 'View: Board');
    await press(preview, 'Tab');
    assert.equal(await focused(preview), 'Platform upkeepproject, Erik Lund31 dLink');
    await press(preview, 'Shift+Tab');
    assert.equal(await focused(preview), 'View: Board');
  });

  it('asks for the lock and shows it, for the source, and for a refresh', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await preview.posted();
    const lock = preview.page.getByRole('button', { name: 'Lock to this file' });
    await lock.click();
    assert.equal(await lock.getAttribute('aria-pressed'), 'true');
    await preview.page.getByRole('button', { name: 'Show source' }).click();
    await preview.page.getByRole('button', { name: 'More' }).click();
    await preview.page.getByRole('menuitem', { name: 'Refresh' }).click();
    assert.deepEqual(await preview.posted(), [
      { type: 'lock', locked: true },
      { type: 'show-source' },
      { type: 'refresh' },
    ]);
  });

  it('closes its menu with Escape, and gives the focus back', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await press(preview, 'Tab', 'End', 'Enter');
    assert.equal(await focused(preview), 'Export…');
    await press(preview, 'Escape');
    assert.equal(await preview.page.getByRole('menu').count(), 0);
    assert.equal(await focused(preview), 'More');
  });

  it('has the source in its menu where it is narrow', async () => {
    const preview = await open({ width: 400 });
    await preview.show(lanternBoard);
    assert.equal(await preview.page.getByRole('button', { name: 'Show source' }).count(), 0);
    await preview.page.getByRole('button', { name: 'More' }).click();
    await preview.posted();
    await press(preview, 'End', 'Home', 'Enter');
    assert.deepEqual(await preview.posted(), [{ type: 'show-source' }]);
  });

  it('offers the views of the file, in its menu and by the keys of their numbers', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await preview.posted();
    await preview.page.getByRole('button', { name: 'View: Board' }).click();
    const menu = preview.page.getByRole('menu', { name: 'View: Board' });
    assert.equal(await menu.getByRole('menuitemradio', { checked: true }).innerText(), 'Board\n1');
    await menu.getByRole('menuitemradio', { name: 'Priorities' }).click();
    await press(preview, '1');
    assert.deepEqual(await preview.posted(), [
      { type: 'view', view: 'priorities' },
      { type: 'view', view: 'board' },
    ]);
  });

  it('filters by a text, by what a menu has, and not any more', async () => {
    const preview = await open({ width: 1200 });
    const options = { filters: true, unlinked: true, owners: [{ value: 'alice', title: 'Alice Ng' }] };
    const show = (settings: object): Promise<void> =>
      preview.send({
        type: 'view',
        uri: roadmapUri,
        result: { version: 1, data: { ...lanternBoard, options, shown: { count: 4, total: 23 } } },
        settings,
        locked: false,
      });
    await show({ zoom: 'month' });
    await preview.posted();
    await press(preview, '/', 'v', 'a');
    const last = async (): Promise<unknown> => (await preview.posted()).at(-1);
    assert.deepEqual(await last(), { type: 'settings', settings: { zoom: 'month', filter: { text: 'va' } } });
    await press(preview, 'Escape');
    assert.deepEqual(await last(), { type: 'settings', settings: { zoom: 'month' } });
    await preview.page.getByRole('button', { name: 'Show only' }).click();
    await preview.page.getByRole('menuitemcheckbox', { name: 'Alice Ng' }).click();
    const owner = { zoom: 'month', filter: { owner: 'alice' } };
    assert.deepEqual(await last(), { type: 'settings', settings: owner });
    await show(owner);
    await preview.page.getByRole('button', { name: 'Show not only Alice Ng' }).click();
    assert.deepEqual(await last(), { type: 'settings', settings: { zoom: 'month' } });
    await show(owner);
    assert.match(await preview.page.locator('.shown-count').innerText(), /4 of 23 entries shown/);
    await preview.page.getByRole('button', { name: 'Clear the filter' }).click();
    assert.deepEqual(await last(), { type: 'settings', settings: { zoom: 'month' } });
  });

  it('zooms the time axis step by step', async () => {
    const preview = await open();
    await preview.show({ ...lanternTimeline, options: { zooms: true } });
    await preview.posted();
    await preview.page.getByRole('button', { name: 'Zoom in' }).click();
    await preview.page.getByRole('button', { name: 'Zoom in' }).click();
    await preview.page.getByRole('button', { name: 'Zoom out' }).click();
    await preview.page.getByRole('button', { name: 'Zoom out' }).click();
    assert.deepEqual(
      (await preview.posted()).map((message) => 'settings' in message && message.settings.zoom),
      ['year', 'quarter', 'year', undefined],
    );
  });

  it('lists the keys, and goes back to where the focus was', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await press(preview, 'Tab', '?');
    const list = preview.page.getByRole('dialog', { name: 'Keyboard' });
    assert.match(await list.innerText(), /Show another view of this file/);
    await press(preview, 'Escape');
    assert.equal(await list.count(), 0);
    assert.equal(await focused(preview), 'View: Board');
  });
});
