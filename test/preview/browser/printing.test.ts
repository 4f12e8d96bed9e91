import assert from 'node:assert/strict';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import type { TimelineView } from '../../../src/core/views/model';
import { projectUri } from '../harness/lantern';
import { longTimeline } from '../harness/longTimeline';
import type { PreviewPage } from '../harness/page';
import { previewPages } from './previewPages';

async function show({ page }: PreviewPage, data: TimelineView, settings: ViewSettings = {}): Promise<void> {
  const message = { type: 'view', uri: projectUri, result: { version: 1, data }, settings, locked: false };
  await page.evaluate(async (text) => {
    window.postMessage(JSON.parse(text), '*');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, JSON.stringify(message));
  // The script of a view is loaded when it is first shown.
  await page.locator('.grid-body').waitFor();
}

/** What there is when the page goes to the printer. */
async function printed({
  page,
}: PreviewPage): Promise<{ readonly rows: number; readonly note: string; readonly bars: number }> {
  await page.evaluate(() => {
    addEventListener(
      'beforeprint',
      () => {
        const note = document.querySelector<HTMLElement>('.print-note');
        (window as { seen?: unknown }).seen = {
          rows: document.querySelectorAll('.row').length,
          bars: document.querySelectorAll('.chart .bar').length,
          note: note?.textContent ?? '',
        };
      },
      { once: true },
    );
  });
  await page.pdf();
  return page.evaluate(() => (window as unknown as { seen: Awaited<ReturnType<typeof printed>> }).seen);
}

describe('a printed timeline', () => {
  const open = previewPages();

  it('has all rows, and all of an axis that is zoomed', async () => {
    const preview = await open();
    await show(preview, longTimeline(300), { zoom: 'week' });
    assert.ok((await preview.page.locator('.row').count()) < 100, 'on the screen it has those in view');
    const { rows, bars, note } = await printed(preview);
    assert.deepEqual({ rows, note }, { rows: 300, note: '' });
    assert.ok(bars > 200, `${String(bars)} bars`);
    await preview.page.waitForFunction(() => document.querySelectorAll('.row').length < 100);
    assert.deepEqual(preview.problems, []);
  });

  it('says what it leaves out where it is too long for paper', async () => {
    const preview = await open();
    await show(preview, longTimeline(2100));
    const { rows, note } = await printed(preview);
    assert.deepEqual(
      { rows, note },
      { rows: 2000, note: 'The first 2,000 of 2,100 rows are printed. Filter them to print others.' },
    );
    assert.ok(!(await preview.page.locator('.print-note').isVisible()), 'which is said on paper alone');
  }).timeout(120_000);
});
