import assert from 'node:assert/strict';
import type { TimelineView } from '../../../src/core/views/model';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { lanternTimeline, projectUri } from '../harness/lantern';
import { longTimeline } from '../harness/longTimeline';
import type { PreviewPage } from '../harness/page';
import { previewPages } from './previewPages';

const count = 10_000;
const mostNodes = 1500;
const long = longTimeline(count);

async function show(preview: PreviewPage, data: TimelineView, settings: ViewSettings = {}): Promise<void> {
  const message = { type: 'view', uri: projectUri, result: { version: 1, data }, settings, locked: false };
  // As one text: the driver of the browser takes many seconds over ten thousand objects.
  await preview.page.evaluate(async (text) => {
    window.postMessage(JSON.parse(text), '*');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, JSON.stringify(message));
  // The script of a view is loaded when it is first shown.
  await preview.page.locator('.grid-body').waitFor();
}

function focused({ page }: PreviewPage): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? null);
}

interface Drawn {
  readonly nodes: number;
  /** Heights of the window, below the bars at its top, at which there is no row and should be one. */
  readonly blank: readonly number[];
}

function drawn({ page }: PreviewPage): Promise<Drawn> {
  return page.evaluate(() => {
    const body = document.querySelector('.grid-body')?.getBoundingClientRect();
    const rows = [...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
    const blank: number[] = [];
    for (let y = 90; y < innerHeight - 12; y += 13) {
      const inside = body !== undefined && y >= body.top && y < body.bottom;
      if (inside && !rows.some(({ top, bottom }) => top <= y && y < bottom)) blank.push(y);
    }
    return { nodes: document.querySelectorAll('*').length, blank };
  });
}

/** Scrolls, and looks at what is there when the next frame is drawn. */
async function scrollTo(preview: PreviewPage, top: number): Promise<Drawn> {
  await preview.page.evaluate(async (y) => {
    window.scrollTo(0, y);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, top);
  return drawn(preview);
}

describe('a timeline of ten thousand rows', () => {
  const open = previewPages();

  it('has the height of all, and no more in the document than is in view', async () => {
    const preview = await open({ width: 1200, height: 1100 });
    await show(preview, long);
    const { nodes, blank } = await drawn(preview);
    assert.ok(nodes <= mostNodes, `${String(nodes)} elements`);
    assert.deepEqual(blank, []);
    const height = await preview.page.locator('.grid-body').evaluate((body) => body.getBoundingClientRect().height);
    assert.equal(height, count * 26);
    assert.deepEqual(preview.problems, []);
  });

  it('has rows everywhere that it is scrolled to, with their bars and the links between them', async () => {
    const preview = await open({ width: 1200, height: 1100 });
    await show(preview, long, { zoom: 'month' });
    for (const top of [40, 900, 26_000, 130_000, 400_000, 129_000, 0]) {
      const { nodes, blank } = await scrollTo(preview, top);
      assert.deepEqual(blank, [], `at ${String(top)} px`);
      assert.ok(nodes <= mostNodes, `${String(nodes)} elements at ${String(top)} px`);
    }
    await scrollTo(preview, 0);
    const links = await preview.page.locator('.link-line').count();
    assert.ok(links > 20 && links < 100, `${String(links)} links`);
  });

  it('says to a screen reader how many rows there are, and which ones these are', async () => {
    const preview = await open();
    await show(preview, long);
    await scrollTo(preview, 130_000);
    const grid = preview.page.getByRole('treegrid');
    assert.equal(await grid.getAttribute('aria-rowcount'), String(count + 1));
    const row = preview.page.locator('[data-stop="item-5001"]');
    assert.equal(await row.getAttribute('aria-rowindex'), '5003');
    assert.equal(await row.getAttribute('aria-posinset'), '1');
    assert.equal(await row.getAttribute('aria-setsize'), '9');
    assert.equal(await preview.page.locator('.row[tabindex="0"]').count(), 1, 'it can be reached with the Tab key');
  });

  it('is walked with the keyboard to rows that are not in the document yet', async () => {
    const preview = await open();
    await show(preview, long);
    await preview.page.locator('.row').first().focus();
    await preview.page.keyboard.press('End');
    assert.equal(await focused(preview), long.rows.at(-1)?.id);
    await preview.page.waitForFunction(() => scrollY > 200_000);
    assert.deepEqual((await drawn(preview)).blank, []);
    for (let step = 0; step < 40; step++) await preview.page.keyboard.press('ArrowUp');
    assert.equal(await focused(preview), long.rows.at(-41)?.id);
    await preview.page.keyboard.press('ArrowLeft');
    assert.equal(await focused(preview), 'group-995');
    await preview.page.keyboard.press('Home');
    assert.equal(await focused(preview), 'group-0');
    await preview.page.keyboard.press('PageDown');
    assert.equal(await focused(preview), long.rows[15]?.id);
  });

  it('keeps the focus in a row that is scrolled out of view', async () => {
    const preview = await open();
    await show(preview, long);
    await preview.page.locator('[data-stop="item-3"]').focus();
    await scrollTo(preview, 130_000);
    assert.equal(await focused(preview), 'item-3');
    await preview.page.keyboard.press('ArrowDown');
    assert.equal(await focused(preview), 'item-4');
  });

  it('folds and unfolds, and closes up', async () => {
    const preview = await open();
    await show(preview, long);
    await preview.page.locator('[data-stop="group-1"]').focus();
    await preview.page.keyboard.press('ArrowLeft');
    assert.equal(await preview.page.getByRole('treegrid').getAttribute('aria-rowcount'), String(count + 1 - 9));
    await preview.page.keyboard.press('ArrowDown');
    assert.equal(await focused(preview), 'group-2');
    assert.deepEqual((await drawn(preview)).blank, []);
  });

  it("brings the cursor's row into view, wherever it is", async () => {
    const preview = await open();
    await show(preview, long, { zoom: 'week' });
    await preview.cursor({ uri: projectUri, path: ['items', 'group-700', 'items', 'item-7005', 'title'] });
    const row = preview.page.locator('[aria-current]');
    assert.equal(await row.getAttribute('data-stop'), 'item-7005');
    await preview.page.waitForFunction(() => {
      const box = document.querySelector('[aria-current]')?.getBoundingClientRect();
      return box !== undefined && box.top >= 79 && box.bottom <= innerHeight;
    });
    assert.deepEqual((await drawn(preview)).blank, []);
    const chart = await preview.page.locator('.chart').boundingBox();
    const bar = await preview.page.locator('.chart .bar').first().boundingBox();
    assert.ok(chart && bar && bar.x + bar.width > chart.x && bar.x < chart.x + chart.width, 'its bar is in view, too');
  });
});

describe('a zoomed timeline', () => {
  const open = previewPages();

  const left = ({ page }: PreviewPage): Promise<number> =>
    page.locator('.time-scroll').evaluate((strip) => strip.scrollLeft);

  it('has a scroll bar where it is wider than its room, with today in view', async () => {
    const preview = await open();
    await show(preview, lanternTimeline);
    assert.equal(await preview.page.getByRole('scrollbar').count(), 0);
    await show(preview, lanternTimeline, { zoom: 'week' });
    assert.equal(await preview.page.getByRole('scrollbar', { name: 'Days in view' }).count(), 1);
    const today = await preview.page.locator('.axis .today-label').boundingBox();
    assert.ok(today && today.x > 260 && today.x < 820);
    assert.ok((await preview.page.evaluate(() => document.documentElement.scrollWidth)) <= 820);
  });

  it('is scrolled by its bar, the wheel and the keyboard, and keeps its middle when it is zoomed', async () => {
    const preview = await open();
    await show(preview, lanternTimeline, { zoom: 'week' });
    const before = await left(preview);
    await preview.page.locator('.row').nth(3).focus();
    await preview.page.keyboard.press('Shift+ArrowRight');
    const after = await left(preview);
    assert.ok(after > before);
    await preview.page.locator('.row').nth(3).hover();
    await preview.page.mouse.wheel(-200, 0);
    await preview.page.waitForFunction(
      (was) => Math.abs((document.querySelector('.time-scroll')?.scrollLeft ?? 0) - (was - 200)) <= 1,
      after,
    );
    await preview.page.locator('.time-scroll').evaluate((strip) => {
      strip.scrollLeft = 0;
    });
    await preview.page.waitForFunction(() => (document.querySelector('.axis')?.textContent ?? '').includes('August'));
    const bar = await preview.page.locator('.bar').first().boundingBox();
    await show(preview, { ...lanternTimeline, title: 'Parts' }, { zoom: 'week' });
    assert.deepEqual(await preview.page.locator('.bar').first().boundingBox(), bar, 'typing moves nothing');
    await show(preview, lanternTimeline, { zoom: 'month' });
    await show(preview, lanternTimeline);
    assert.equal(await preview.page.getByRole('scrollbar').count(), 0);
  });
});
