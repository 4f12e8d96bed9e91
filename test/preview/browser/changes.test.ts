import assert from 'node:assert/strict';
import type { FromPreview } from '../../../src/protocol';
import { lanternOverview } from '../harness/lanternOverview';
import { focused, press, previewPages } from './previewPages';

describe('what changed, in the overview', () => {
  const open = previewPages();

  it('leads to the source by a click and by the keyboard', async () => {
    const preview = await open();
    await preview.show(lanternOverview);
    const row = preview.page.getByRole('row', { name: /The scanner does not read worn labels/ });
    const meant = async (): Promise<readonly FromPreview[]> =>
      (await preview.posted()).filter(({ type }) => type === 'select' || type === 'open');
    await meant();
    await row.click();
    const { entry } = lanternOverview.changes?.groups[0]?.rows[1] ?? {};
    assert.ok(entry);
    assert.deepEqual(await meant(), [{ type: 'select', entry }]);
    await press(preview, 'ArrowDown');
    assert.match(await focused(preview), /^Item 0/);
    await press(preview, 'Enter');
    assert.deepEqual(await meant(), [{ type: 'open', entry: lanternOverview.changes?.groups[0]?.rows[2]?.entry }]);
  });

  it('shows all changes of a file where they are asked for, and goes on with the first of them', async () => {
    const preview = await open();
    await preview.show(lanternOverview);
    const rows = preview.page.getByRole('table', { name: 'What changed since 13 Nov' }).getByRole('row');
    const before = await rows.count();
    await preview.posted();
    await preview.page.getByRole('button', { name: 'Show 4 more of Parts on the van' }).focus();
    await press(preview, 'Enter');
    await preview.page.getByText('Item 7').waitFor();
    assert.equal(await rows.count(), before + 4 - 1);
    assert.match(await focused(preview), /^Item 4/);
    assert.equal(await preview.page.getByRole('button', { name: /^Show \d/ }).count(), 0);
    assert.ok((await preview.posted()).every(({ type }) => type !== 'open' && type !== 'select'));
    await preview.show({ ...lanternOverview, title: 'Lantern two' });
    assert.equal(await rows.count(), before + 4 - 1, 'it stays so while somebody types');
    assert.deepEqual(preview.problems, []);
  });

  it('is no wider than the view at any width', async () => {
    const preview = await open();
    const long = 'A very long title that nobody would write in a plan but that somebody did write all the same';
    const groups = (lanternOverview.changes?.groups ?? []).map((group) => ({
      ...group,
      title: long,
      rows: group.rows.map((row) => ({ ...row, title: long, text: `${row.text} ${long} ${'x'.repeat(200)}` })),
    }));
    await preview.show({ ...lanternOverview, changes: { title: 'What changed since 13 Nov', count: 11, groups } });
    for (const width of [320, 620, 1200]) {
      await preview.page.setViewportSize({ width, height: 700 });
      const table = preview.page.getByRole('table', { name: 'What changed since 13 Nov' });
      assert.ok((await table.boundingBox())!.width <= width, String(width));
    }
  });
});
