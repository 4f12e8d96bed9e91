import assert from 'node:assert/strict';
import type { BoardView, EntryPath } from '../../../src/core/views/model';
import { lanternBoard, lanternTimeline, projectUri, roadmapUri } from '../harness/lantern';
import type { PreviewPage } from '../harness/page';
import { focused, press, previewPages } from './previewPages';

const goal = (id: string, ...path: readonly string[]): EntryPath => ({ uri: roadmapUri, path: ['goals', id, ...path] });

function withTitle(board: BoardView, id: string, title: string): BoardView {
  const columns = board.columns.map((column) => ({
    ...column,
    goals: column.goals.map((card) => (card.entry.path[1] === id ? { ...card, title } : card)),
  }));
  return { ...board, columns };
}

describe('the preview in a browser', () => {
  const open = previewPages();

  it('says that it is ready, and draws what comes under the strict policy of the webview', async () => {
    const preview = await open();
    assert.deepEqual(await preview.posted(), [{ type: 'ready' }]);
    await preview.show(lanternBoard);
    assert.equal(await preview.page.getByRole('article').count(), 6);
    await preview.show(lanternTimeline);
    assert.equal(await preview.page.getByRole('row').count(), 1 + lanternTimeline.rows.length);
    assert.deepEqual(preview.problems, []);
  });

  it('loads what draws a view when it is first shown, and takes messages in their order meanwhile', async () => {
    const preview = await open({ loadsLate: true });
    const loaded: string[] = [];
    preview.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await preview.show(lanternTimeline);
    await preview.show(lanternBoard);
    await preview.cursor(goal('one-contract'));
    await preview.page.locator('[aria-current]').waitFor();
    assert.equal(await preview.page.getByRole('article').count(), 6);
    assert.ok(loaded.some((path) => path.startsWith('/preview-board-')));
    assert.ok(!loaded.some((path) => path.startsWith('/preview-network-')));
    assert.deepEqual(preview.problems, []);
  });

  it('runs nothing that a plan or a message holds', async () => {
    const preview = await open();
    const text = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    await preview.show(withTitle({ ...lanternBoard, purpose: text }, 'first-visit-fix', text));
    await preview.send({ type: 'view', uri: text, result: { version: 1, data: { view: 'board', columns: text } } });
    assert.equal(await preview.page.locator('main img, main script').count(), 0);
    assert.equal(await preview.page.title(), 'Throughline');
    assert.deepEqual(preview.problems, []);
  });

  it('keeps its file, its view and its lock over a reload', async () => {
    const preview = await open();
    await preview.show(lanternTimeline);
    assert.deepEqual(await preview.state(), { uri: projectUri, locked: false, view: 'timeline' });
    await preview.page.getByRole('button', { name: 'Lock to this file' }).click();
    assert.deepEqual(await preview.state(), { uri: projectUri, locked: true, view: 'timeline' });
  });

  describe('a board', () => {
    it('is walked with the arrow keys; Enter opens the source, space selects it', async () => {
      const preview = await open();
      await preview.show({ ...lanternBoard, unlinked: undefined });
      await press(preview, 'Tab', 'Tab');
      assert.equal(await focused(preview), 'Fix the fault on the first visit');
      await press(preview, 'ArrowRight');
      assert.equal(await focused(preview), 'Customers trust the arrival time');
      await press(preview, 'PageDown', 'ArrowRight');
      assert.equal(await focused(preview), 'One contract for all sites');
      await preview.posted();
      await press(preview, 'Enter', 'ArrowDown', ' ', 'ArrowDown', 'Enter');
      assert.deepEqual(await preview.posted(), [
        { type: 'open', entry: goal('one-contract') },
        { type: 'select', entry: goal('one-contract', 'key_results', 'Contracts for each customer') },
        { type: 'open', entry: { uri: 'file:///plan/contract-merge.project.yaml', path: [] } },
      ]);
    });

    it('selects what is clicked, the innermost, and opens what is clicked twice', async () => {
      const preview = await open();
      await preview.show(lanternBoard);
      await preview.posted();
      await preview.page.getByText('Repeat visits in 14 days').click();
      assert.deepEqual(await preview.posted(), [
        { type: 'select', entry: goal('first-visit-fix', 'key_results', 'Repeat visits in 14 days') },
      ]);
      await preview.page.getByText('Every second visit').dblclick();
      assert.deepEqual((await preview.posted()).at(-1), { type: 'open', entry: goal('first-visit-fix') });
      await preview.page.getByText('Lantern').click();
      assert.deepEqual(await preview.posted(), []);
    });

    it('is patched in place: elements, focus and scroll position stay while a title is typed', async () => {
      const preview = await open({ height: 500 });
      await preview.show(lanternBoard);
      const card = preview.page.getByRole('article').nth(1);
      await card.focus();
      await preview.page.evaluate(() => {
        scrollTo(0, 180);
        document.querySelectorAll('article').forEach((article) => ((article as { kept?: true }).kept = true));
      });
      for (const title of ['S', 'Se', 'Sen']) await preview.show(withTitle(lanternBoard, 'same-day-report', title));
      assert.equal(await focused(preview), 'Sen');
      const state = await preview.page.evaluate(() => ({
        scroll: scrollY,
        kept: [...document.querySelectorAll('article')].every((article) => 'kept' in article),
      }));
      assert.deepEqual(state, { scroll: 180, kept: true });
    });

    it('keeps its one tab stop when the focused card vanishes', async () => {
      const preview = await open();
      await preview.show({ ...lanternBoard, unlinked: undefined });
      await preview.page.getByRole('article').nth(0).focus();
      const columns = lanternBoard.columns.map(({ goals, ...column }) => ({ ...column, goals: goals.slice(1) }));
      await preview.show({ ...lanternBoard, unlinked: undefined, columns });
      const stops = await preview.page.locator('main [tabindex="0"]').evaluateAll((all) => all.map((e) => e.ariaLabel));
      assert.deepEqual(stops, ['Send the report the same day']);
    });

    it('has one column where it is narrow, and nothing is wider than the view', async () => {
      for (const width of [400, 820]) {
        const preview = await open({ width });
        await preview.show(lanternBoard);
        const lefts = await preview.page
          .locator('.column')
          .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().x));
        assert.equal(new Set(lefts).size, width === 400 ? 1 : 3);
        assert.ok((await preview.page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      }
    });

    it('is not widened by long words', async () => {
      const preview = await open({ width: 620 });
      const long = 'x'.repeat(400);
      await preview.show(withTitle({ ...lanternBoard, title: long, purpose: long }, 'arrival-time', long));
      assert.ok((await preview.page.evaluate(() => document.documentElement.scrollWidth)) <= 620);
    });
  });

  describe('a timeline', () => {
    it('is walked, folded and unfolded with the arrow keys', async () => {
      const preview = await open();
      await preview.show(lanternTimeline);
      const rows = preview.page.getByRole('row');
      await rows.nth(1).focus();
      const all = await rows.count();
      await press(preview, 'ArrowDown', 'ArrowLeft');
      assert.match(await focused(preview), /^Discovery/);
      await press(preview, 'ArrowLeft');
      assert.equal(await rows.count(), all - 2);
      assert.equal(await rows.nth(1).getAttribute('aria-expanded'), 'false');
      await press(preview, 'ArrowRight', 'ArrowRight');
      assert.match(await focused(preview), /^Ride along/);
      await press(preview, 'End');
      assert.match(await focused(preview), /^All vans stocked/);
      await preview.posted();
      await press(preview, 'Enter');
      assert.deepEqual(await preview.posted(), [
        { type: 'open', entry: { uri: projectUri, path: ['milestones', 'all-vans-stocked'] } },
      ]);
    });

    it('folds with a click on the arrow, which selects nothing; a click on a bar selects its row', async () => {
      const preview = await open();
      await preview.show(lanternTimeline);
      const rows = preview.page.getByRole('row');
      const all = await rows.count();
      await preview.posted();
      await rows.nth(1).locator('.fold').click();
      assert.equal(await rows.count(), all - 2);
      assert.deepEqual(await preview.posted(), []);
      await rows.nth(2).click({ position: { x: 500, y: 13 } });
      assert.deepEqual(await preview.posted(), [
        { type: 'select', entry: { uri: projectUri, path: ['items', 'stock-model'] } },
      ]);
    });

    it('opens the goal that the project serves', async () => {
      const preview = await open();
      await preview.show(lanternTimeline);
      await preview.posted();
      await preview.page.getByRole('button', { name: 'Fix the fault on the first visit' }).press('Enter');
      assert.deepEqual(await preview.posted(), [{ type: 'open', entry: goal('first-visit-fix') }]);
    });

    it('is as wide as there is room, at every width', async () => {
      const preview = await open({ width: 820 });
      await preview.show(lanternTimeline);
      for (const width of [400, 620, 1200]) {
        await preview.page.setViewportSize({ width, height: 800 });
        await preview.page.waitForTimeout(50);
        const chart = await preview.page.locator('svg.chart').boundingBox();
        const padding = width < 620 ? 12 : 16;
        assert.ok(chart && Math.abs(chart.x + chart.width - (width - padding)) <= 1, `at ${String(width)} px`);
      }
    });
  });

  describe("the cursor's entry", () => {
    const current = ({ page }: PreviewPage): Promise<string[]> =>
      page.locator('[aria-current]').evaluateAll((all) => all.map((element) => element.ariaLabel ?? ''));
    const scrollY = ({ page }: PreviewPage): Promise<number> => page.evaluate(() => window.scrollY);

    it('is marked, and brought into view without taking the focus', async () => {
      const preview = await open({ width: 400, height: 400 });
      await preview.show(lanternBoard);
      await preview.page.getByRole('button', { name: 'More' }).focus();
      await preview.cursor(goal('one-contract', 'why'));
      assert.deepEqual(await current(preview), ['One contract for all sites']);
      const box = await preview.page.getByRole('article', { name: 'One contract' }).boundingBox();
      assert.ok(box && box.y >= 35 && box.y + box.height <= 400, JSON.stringify(box));
      assert.equal(await focused(preview), 'More');
      await preview.cursor(null);
      assert.deepEqual(await current(preview), []);
    });

    it('has an edge of 3 px in the colour of the focus', async () => {
      const preview = await open();
      await preview.show(lanternTimeline);
      await preview.cursor({ uri: projectUri, path: ['items', 'roll-out'] });
      const edge = await preview.page.locator('[aria-current]').evaluate((element) => {
        const { width, backgroundColor } = getComputedStyle(element, '::before');
        return { width, backgroundColor };
      });
      assert.deepEqual(edge, { width: '3px', backgroundColor: 'rgb(0, 120, 212)' });
    });

    it('does not scroll the view when it only comes back from a click in the preview', async () => {
      const preview = await open({ width: 400, height: 400 });
      await preview.show(lanternBoard);
      const card = preview.page.getByRole('article', { name: 'Fix the fault' });
      await preview.page.evaluate(() => {
        scrollTo(0, 300);
      });
      const before = await scrollY(preview);
      await card.click({ position: { x: 200, y: 200 } });
      assert.equal(await scrollY(preview), before);
      const [selected] = (await preview.posted()).filter(({ type }) => type === 'select');
      assert.ok(selected?.type === 'select');
      await preview.cursor(selected.entry);
      assert.equal((await current(preview)).length, 1);
      assert.equal(await scrollY(preview), before);
      await preview.cursor(goal('one-contract'));
      assert.notEqual(await scrollY(preview), before);
    });

    it('does not move the view while its text is typed', async () => {
      const preview = await open({ width: 400, height: 400 });
      await preview.show(lanternBoard);
      await preview.cursor(goal('one-contract'));
      await preview.page.evaluate(() => {
        scrollTo(0, 0);
      });
      await preview.show(withTitle(lanternBoard, 'one-contract', 'One contract'));
      assert.equal(await scrollY(preview), 0);
    });

    it('is the folded row that hides it', async () => {
      const preview = await open();
      await preview.show(lanternTimeline);
      await preview.page.locator('.fold').first().click();
      await preview.cursor({ uri: projectUri, path: ['items', 'discovery', 'items', 'ride-along'] });
      assert.match((await current(preview))[0] ?? '', /^Discovery/);
    });
  });

  describe('a broken source', () => {
    const broken = { line: 41, message: 'a mapping is not closed' };

    it('leaves the last good view under a notice that leads to the line', async () => {
      const preview = await open();
      await preview.show(lanternBoard);
      await preview.show({ ...lanternBoard, columns: [] }, { broken });
      assert.equal(await preview.page.getByRole('article').count(), 6);
      const notice = await preview.page.getByRole('status').textContent();
      assert.match(notice ?? '', /^Line 42 cannot be read: a mapping is not closed. This is the view of \d\d:\d\d./);
      await preview.posted();
      await preview.page.getByRole('button', { name: 'Go to line 42' }).click();
      assert.deepEqual(await preview.posted(), [{ type: 'show-line', line: 41 }]);
      await preview.show(lanternBoard);
      assert.equal(await preview.page.getByRole('status').textContent(), '');
    });

    it('does not push the view away from where it is scrolled to', async () => {
      const preview = await open({ height: 400 });
      await preview.show(lanternBoard);
      await preview.page.evaluate(() => {
        scrollTo(0, 250);
      });
      const top = async (): Promise<number> => {
        const box = await preview.page.getByRole('article').nth(1).boundingBox();
        return Math.round(box?.y ?? NaN);
      };
      const before = await top();
      await preview.show(lanternBoard, { broken });
      assert.equal(await top(), before);
    });
  });
});
