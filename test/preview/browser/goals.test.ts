import assert from 'node:assert/strict';
import { lanternGoals } from '../harness/lanternGoals';
import { previewPages } from './previewPages';

describe('goals in the preview', () => {
  const open = previewPages();

  it('are walked, folded and unfolded with the arrow keys; Enter opens the source', async () => {
    const preview = await open();
    await preview.show(lanternGoals);
    const focused = (): Promise<string> =>
      preview.page.evaluate(() => document.activeElement?.querySelector('.cut')?.textContent ?? '');
    await preview.page.getByRole('treeitem').first().focus();
    await preview.page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'First-visit fix rate');
    await preview.page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), 'Fix the fault on the first visit');
    await preview.page.keyboard.press('ArrowLeft');
    assert.equal(await preview.page.getByRole('treeitem').count(), lanternGoals.rows.length - 9);
    await preview.page.keyboard.press('ArrowRight');
    await preview.page.keyboard.press('End');
    assert.equal(await focused(), 'Rename states in the export');
    await preview.posted();
    await preview.page.keyboard.press('Enter');
    assert.deepEqual(await preview.posted(), [{ type: 'open', entry: lanternGoals.rows.at(-1)?.entry }]);
  });

  it('fold by a click on the arrow, which selects nothing', async () => {
    const preview = await open();
    await preview.show(lanternGoals);
    const first = preview.page.getByRole('treeitem').first();
    await first.hover();
    await preview.posted();
    await first.locator('.fold').click();
    assert.equal(await first.getAttribute('aria-expanded'), 'false');
    assert.deepEqual(await preview.posted(), []);
  });

  it('show the cursor in a folded row on what hides it', async () => {
    const preview = await open();
    await preview.show(lanternGoals);
    await preview.page.getByRole('treeitem').first().focus();
    await preview.page.keyboard.press('ArrowLeft');
    await preview.cursor(lanternGoals.rows[6]?.entry ?? null);
    const current = preview.page.locator('[aria-current]');
    assert.equal(await current.count(), 1);
    assert.match((await current.textContent()) ?? '', /^Fix the fault/);
  });

  it('are named by all that is shown of them', async () => {
    const preview = await open();
    await preview.show(lanternGoals);
    const name = /^Job sheet without a network, feature.*72 %.*On track, 15 Oct, 2.4$/;
    assert.equal(await preview.page.getByRole('treeitem', { name }).count(), 1);
  });

  it('are no wider than the view at any width', async () => {
    const preview = await open();
    for (const width of [320, 400, 620, 760, 1200]) {
      await preview.page.setViewportSize({ width, height: 700 });
      await preview.show(lanternGoals);
      const scroll = await preview.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scroll <= width, `${String(scroll)} at ${String(width)}`);
    }
  });

  it('have no more elements than a window holds, however many there are, and all of them can be reached', async () => {
    const preview = await open();
    const [goal] = lanternGoals.rows;
    const item = lanternGoals.rows[5];
    assert.ok(goal && item);
    const items = Array.from({ length: 3000 }, (_, index) => ({
      ...item,
      id: `item ${String(index)}`,
      entry: { uri: 'file:///plan/a.project.yaml', path: ['items', String(index)] },
      depth: 2,
      title: `Item ${String(index)}`,
    }));
    await preview.show({ ...lanternGoals, rows: [goal, ...items] });
    const count = await preview.page.evaluate(() => document.querySelectorAll('*').length);
    assert.ok(count <= 1500, String(count));
    const title = (): Promise<string> =>
      preview.page.evaluate(() => document.activeElement?.querySelector('.cut')?.textContent ?? '');
    await preview.page.getByRole('treeitem').first().focus();
    await preview.page.keyboard.press('End');
    assert.equal(await title(), 'Item 2999');
    await preview.page.keyboard.press('Home');
    assert.equal(await title(), goal.title);
    await preview.cursor(items[1500]?.entry ?? null);
    assert.ok(await preview.page.locator('[aria-current]').isVisible());
  });
});
