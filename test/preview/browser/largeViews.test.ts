import assert from 'node:assert/strict';
import type { ViewData } from '../../../src/core/views/model';
import { largeBoard, largeCapacity, largeProjectBoard, largeRoadmap } from '../harness/largeViews';
import type { PreviewPage } from '../harness/page';
import { focused, previewPages } from './previewPages';

const mostNodes = 1500;

async function show({ page }: PreviewPage, data: ViewData): Promise<void> {
  const message = { type: 'view', uri: data.entry.uri, result: { version: 1, data }, settings: {}, locked: false };
  await page.evaluate(async (text) => {
    window.postMessage(JSON.parse(text), '*');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, JSON.stringify(message));
}

function nodes({ page }: PreviewPage): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

describe('a view of a large plan', () => {
  const open = previewPages();
  const size = { width: 1200, height: 1000 };

  const views: Readonly<Record<string, () => ViewData>> = {
    'a board of goals': () => largeBoard(80),
    'a board of goals in many lanes': () => largeBoard(3, 60),
    'a board of items': () => largeProjectBoard(300),
    'a board of items in many lanes': () => largeProjectBoard(12, 80),
    'a capacity of many people': () => largeCapacity(200),
    'a timeline of many goals': () => largeRoadmap(400),
  };
  for (const [name, make] of Object.entries(views)) {
    it(`has no more in the document than can be looked at: ${name}`, async () => {
      const preview = await open(size);
      await show(preview, make());
      // The script of a view is loaded when it is first shown.
      await preview.page.waitForFunction(() => document.querySelectorAll('*').length > 300);
      const count = await nodes(preview);
      assert.ok(count <= mostNodes, `${String(count)} elements`);
      assert.deepEqual(preview.problems, []);
    });
  }

  it('shows more of a board when it is asked for, and the card of the cursor at once', async () => {
    const preview = await open(size);
    const board = largeBoard(40);
    await show(preview, board);
    const cards = preview.page.getByRole('article');
    const before = await cards.count();
    await preview.page
      .getByRole('button', { name: /^Show more, \d+ are left$/ })
      .last()
      .click();
    const after = await cards.count();
    assert.ok(after > before);
    const last = board.columns[0]!.goals.at(-1)!;
    await preview.cursor(last.entry);
    assert.equal(await cards.count(), after + 1);
    assert.equal(await preview.page.locator('article[aria-current]').getAttribute('aria-label'), last.title);
    const lanes = await open(size);
    await show(lanes, largeProjectBoard(6, 40));
    const count = await lanes.page.locator('.board-lane').count();
    await lanes.page.getByRole('button', { name: /^Show more lanes/ }).click();
    assert.ok((await lanes.page.locator('.board-lane').count()) > count);
  });

  it('is walked with the keyboard to people and weeks that are not in the document yet', async () => {
    const preview = await open(size);
    await show(preview, largeCapacity(200));
    await preview.page.locator('td.load').first().focus();
    await preview.page.keyboard.press('End');
    assert.match(await focused(preview), /^Person 0, week 53/);
    for (let times = 0; times < 6; times++) await preview.page.keyboard.press('PageDown');
    assert.match(await focused(preview), /^Person 60, week 53/);
    const row = preview.page.locator('tr:has(td:focus)');
    assert.equal(await row.getAttribute('aria-rowindex'), '63');
    await preview.page.keyboard.press('Home');
    assert.match(await focused(preview), /^Person 60/);
    assert.ok((await nodes(preview)) <= mostNodes);
  });

  it('brings the row of the cursor into view on a long roadmap, and rows wherever it is scrolled to', async () => {
    const preview = await open(size);
    const roadmap = largeRoadmap(400);
    await show(preview, roadmap);
    await preview.cursor(roadmap.rows.find(({ id }) => id === 'goal-350')?.entry ?? null);
    await preview.page.waitForFunction(() => {
      const box = document.querySelector('[aria-current]')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    assert.equal(await preview.page.locator('[aria-current]').first().getAttribute('data-stop'), 'goal-350');
    assert.ok((await preview.page.locator('.chart .goal-band').count()) > 8, 'with its drawing');
    assert.ok((await nodes(preview)) <= mostNodes);
    await preview.page.locator('[data-stop="goal-350"]').focus();
    await preview.page.keyboard.press('Home');
    assert.match(await focused(preview), /^Releases/);
  });
});
