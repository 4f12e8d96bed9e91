import assert from 'node:assert/strict';
import type { AxeResults } from 'axe-core';
import type { TimelineRow } from '../../../src/core/views/model';
import type { FromPreview } from '../../../src/protocol';
import { lanternBoard, lanternTimeline } from '../harness/lantern';
import { lanternCapacity } from '../harness/lanternCapacity';
import { lanternRoadmap } from '../harness/lanternRoadmap';
import { lanternProjectBoard } from '../harness/lanternProjectBoard';
import { type PreviewPage, axeSource } from '../harness/page';
import { previewPages } from './previewPages';

const goal = lanternBoard.columns[0]!.goals[0]!;

/** What was asked to be moved or selected since the last call. */
async function asked(preview: PreviewPage): Promise<readonly FromPreview[]> {
  return (await preview.posted()).filter(({ type }) => type === 'move' || type === 'select' || type === 'open');
}

async function press(preview: PreviewPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await preview.page.keyboard.press(key);
}

/** Presses the pointer on something and moves it to another place, without letting go. */
async function drag(
  { page }: PreviewPage,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

async function middleOf(preview: PreviewPage, selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const box = await preview.page.locator(selector).first().boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

describe('moving cards of a board', () => {
  const open = previewPages();

  it('asks for the horizon of the column that a goal is dropped on, with a ghost on the way', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await drag(preview, await middleOf(preview, 'article h3'), await middleOf(preview, '.column-later'));
    assert.match(await preview.page.locator('.card-ghost').innerText(), /→ Later/);
    assert.equal(await preview.page.locator('.drop-target').count(), 1);
    const ghost = await preview.page.locator('.card-ghost').boundingBox();
    assert.ok(ghost && ghost.x >= 0 && ghost.x + ghost.width <= 820, 'all of the ghost is in view');
    await preview.page.mouse.up();
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: goal.entry, move: { kind: 'horizon', horizon: 'later' } },
    ]);
    assert.equal(await preview.page.locator('.card-ghost').count(), 0);
    assert.deepEqual(preview.problems, []);
  });

  it('asks for nothing after Escape, in its own column, or beside all columns', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    const card = await middleOf(preview, 'article h3');
    await drag(preview, card, await middleOf(preview, '.column-later'));
    await press(preview, 'Escape');
    assert.equal(await preview.page.locator('.card-ghost').count(), 0);
    await preview.page.mouse.up();
    await drag(preview, card, { x: card.x, y: card.y + 60 });
    await preview.page.mouse.up();
    await drag(preview, card, { x: card.x, y: 10 });
    await preview.page.mouse.up();
    assert.deepEqual(await asked(preview), []);
    await preview.page.mouse.click(card.x, card.y);
    assert.deepEqual(await asked(preview), [{ type: 'select', entry: goal.entry }]);
  });

  it('is done by keys too, and takes the focus along', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await preview.page.getByRole('article').first().focus();
    await press(preview, 'm', 'ArrowRight');
    assert.match(await preview.page.locator('.board [aria-live]').innerText(), /: Next\. Enter/);
    await press(preview, 'Enter');
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: goal.entry, move: { kind: 'horizon', horizon: 'next' } },
    ]);
    const [now, next, ...others] = lanternBoard.columns;
    assert.ok(now && next);
    await preview.show({
      ...lanternBoard,
      columns: [{ ...now, goals: now.goals.slice(1) }, { ...next, goals: [...next.goals, goal] }, ...others],
    });
    assert.equal(await preview.page.evaluate(() => document.activeElement?.getAttribute('aria-label')), goal.title);
    await press(preview, 'm', 'ArrowLeft', 'Escape', 'Enter');
    assert.deepEqual(await asked(preview), [{ type: 'open', entry: goal.entry }]);
  });

  it('asks for another place among the cards of its column, by the mouse', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    const other = lanternBoard.columns[0]!.goals[1]!;
    const [from, to] = [
      await middleOf(preview, 'article h3'),
      await middleOf(preview, '.column-now article:last-child'),
    ];
    await drag(preview, from, to);
    assert.match(await preview.page.locator('.card-ghost').innerText(), new RegExp(`after “${other.title}”`));
    assert.equal(await preview.page.locator('.drop-line').count(), 1);
    assert.equal(await preview.page.locator('.drop-target').count(), 0);
    await preview.page.mouse.up();
    await drag(preview, to, from);
    await preview.page.mouse.up();
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: goal.entry, move: { kind: 'order', neighbour: other.entry, side: 'after' } },
      { type: 'move', entry: other.entry, move: { kind: 'order', neighbour: goal.entry, side: 'before' } },
    ]);
    assert.deepEqual(preview.problems, []);
  });

  it('asks for another place by keys, and takes the focus along', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    const [now, ...others] = lanternBoard.columns;
    const other = now!.goals[1]!;
    await preview.page.getByRole('article').first().focus();
    await press(preview, 'm', 'ArrowDown', 'ArrowDown', 'ArrowUp');
    assert.match(await preview.page.locator('.board [aria-live]').innerText(), /: where it is\. Enter/);
    await press(preview, 'ArrowDown');
    assert.match(await preview.page.locator('.board [aria-live]').innerText(), /: after “.*”\. Enter/);
    await press(preview, 'Enter');
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: goal.entry, move: { kind: 'order', neighbour: other.entry, side: 'after' } },
    ]);
    await preview.show({ ...lanternBoard, columns: [{ ...now!, goals: [...now!.goals].reverse() }, ...others] });
    assert.equal(await preview.page.evaluate(() => document.activeElement?.getAttribute('aria-label')), goal.title);
  });

  it('asks for the status of an item', async () => {
    const preview = await open({ width: 1200 });
    await preview.show(lanternProjectBoard);
    const card = preview.page.locator('.column-todo article').first();
    const entry = JSON.parse((await card.getAttribute('data-entry')) ?? '[]') as string[];
    await card.focus();
    await press(preview, 'm', 'ArrowRight', 'm');
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: { uri: entry[0], path: entry.slice(1) }, move: { kind: 'status', status: 'in-progress' } },
    ]);
  });
});

describe('moving dates of a timeline', () => {
  const open = previewPages();
  const bar = lanternTimeline.rows.find(({ kind, stated }) => kind === 'item' && stated?.start && stated.end);
  const milestone = lanternTimeline.rows.find(({ kind }) => kind === 'milestone');

  /** The middle of the shape of a row, and how wide a day is; what is drawn first is on top of nothing else. */
  async function shapeOf(preview: PreviewPage, id: string): Promise<{ readonly x: number; readonly y: number }> {
    const row = preview.page.locator(`[data-stop="${id}"]`);
    const rowBox = await row.boundingBox();
    assert.ok(rowBox);
    const boxes = await preview.page
      .locator('.chart .bar, .chart .diamond')
      .evaluateAll((shapes) => shapes.map((shape) => shape.getBoundingClientRect().toJSON() as DOMRect));
    const own = boxes.find(({ y, height }) => y > rowBox.y && y + height < rowBox.y + rowBox.height);
    assert.ok(own, `there is a shape in the row of ${id}`);
    return { x: own.x + own.width / 2, y: own.y + own.height / 2 };
  }

  it('asks for whole days, with the new dates beside the ghost', async () => {
    assert.ok(bar && milestone);
    const preview = await open();
    await preview.show(lanternTimeline);
    for (const row of [bar, milestone]) {
      const from = await shapeOf(preview, row.id);
      await drag(preview, from, { x: from.x + 60, y: from.y + 30 });
      const text = (await preview.page.locator('.ghost-label').textContent()) ?? '';
      await preview.page.mouse.up();
      const [message, ...others] = await asked(preview);
      assert.deepEqual(others, []);
      assert.ok(message?.type === 'move' && message.move.kind === 'days' && message.move.days > 0);
      assert.deepEqual(message.entry, row.entry);
      assert.ok(text.endsWith(`(+${String(message.move.days)} d)`), text);
    }
    assert.deepEqual(preview.problems, []);
  });

  it('shows what the source will say, and which end follows from it', async () => {
    assert.ok(bar?.start && bar.end);
    const preview = await open();
    const texts = new Map<TimelineRow['stated'], RegExp>([
      [{ start: '2026-09-07' }, /^from 8 Sep, its end is computed \(\+1 d\)$/],
      [{ end: '2026-09-25' }, /^until 26 Sep, its start is computed \(\+1 d\)$/],
      [{ start: '2026-09-07', end: '2026-09-25' }, /^8 Sep – 26 Sep \(\+1 d\)$/],
      [undefined, /^cannot be moved$/],
    ]);
    for (const [stated, text] of texts) {
      const rows = lanternTimeline.rows.map((row) => (row === bar ? { ...row, stated } : row));
      await preview.show({ ...lanternTimeline, rows });
      await preview.page.locator(`[data-stop="${bar.id}"]`).focus();
      await press(preview, 'm', 'ArrowRight');
      assert.match((await preview.page.locator('.ghost-label').textContent()) ?? '', text);
      assert.equal(await preview.page.locator('.ghost-shape.open').count(), stated?.start && stated.end ? 0 : 1);
      await press(preview, 'Escape');
    }
    assert.deepEqual(preview.problems, []);
  });

  it('asks for nothing after Escape, and selects the row that is clicked', async () => {
    assert.ok(bar);
    const preview = await open();
    await preview.show(lanternTimeline);
    const from = await shapeOf(preview, bar.id);
    await drag(preview, from, { x: from.x + 80, y: from.y });
    await press(preview, 'Escape');
    assert.equal(await preview.page.locator('.date-ghost').count(), 0);
    await preview.page.mouse.up();
    assert.deepEqual(await asked(preview), []);
    await preview.page.mouse.click(from.x, from.y);
    assert.deepEqual(await asked(preview), [{ type: 'select', entry: bar.entry }]);
  });

  it('goes by days and weeks with keys', async () => {
    assert.ok(bar);
    const preview = await open();
    await preview.show(lanternTimeline);
    await preview.page.locator(`[data-stop="${bar.id}"]`).focus();
    await press(preview, 'm', 'Shift+ArrowRight', 'ArrowLeft');
    assert.match(await preview.page.locator('.grid-frame [aria-live]').innerText(), /Enter puts it there/);
    await press(preview, 'Enter');
    assert.deepEqual(await asked(preview), [{ type: 'move', entry: bar.entry, move: { kind: 'days', days: 6 } }]);
  });

  it('shows why something stays where it is, until it is read or the next is moved', async () => {
    assert.ok(bar);
    const preview = await open();
    await preview.show(lanternTimeline);
    const alert = preview.page.getByRole('alert');
    await preview.send({ type: 'refused', text: 'It waits for <b>Contract</b>.' });
    assert.match(await alert.innerText(), /It waits for <b>Contract<\/b>\./);
    await preview.page.evaluate(await axeSource());
    const { violations } = await preview.page.evaluate<AxeResults>('axe.run()');
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    await alert.getByRole('button', { name: 'Close' }).click();
    assert.equal(await alert.innerText(), '');
    await preview.send({ type: 'refused', text: 'Again.' });
    assert.match(await alert.innerText(), /Again/);
    await preview.page.locator(`[data-stop="${bar.id}"]`).focus();
    await press(preview, 'm', 'ArrowRight', 'Enter');
    assert.equal(await alert.innerText(), '');
  });
});

describe('moving targets and releases of a roadmap', () => {
  const open = previewPages();
  const [, release] = lanternRoadmap.rows;
  const goalRow = lanternRoadmap.rows.find(({ id }) => id === 'learn');

  it('asks for periods of its own kind, and shows what the source will say', async () => {
    assert.ok(release && goalRow);
    const preview = await open();
    await preview.show(lanternRoadmap);
    const flag = await middleOf(preview, '.flag .cloth');
    await drag(preview, flag, { x: flag.x + 40, y: flag.y });
    const ghost = (await preview.page.locator('.ghost-label').textContent()) ?? '';
    await preview.page.mouse.up();
    const [message] = await asked(preview);
    assert.ok(message?.type === 'move' && message.move.kind === 'periods' && message.move.periods > 0);
    assert.deepEqual(message.entry, release.entry);
    assert.ok(ghost.endsWith(`(+${String(message.move.periods)} d)`), ghost);

    const bands = await preview.page.locator('.chart .goal-band .band').all();
    const band = await bands.at(-1)?.boundingBox();
    assert.ok(band);
    const from = { x: band.x + band.width / 2, y: band.y + 6 };
    await drag(preview, from, { x: from.x - band.width, y: from.y });
    assert.equal(await preview.page.locator('.ghost-label').textContent(), '2026-Q4 (−1 quarter)');
    await preview.page.mouse.up();
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: goalRow.entry, move: { kind: 'periods', periods: -1 } },
    ]);
    assert.deepEqual(preview.problems, []);
  });

  it('goes by keys too, and leaves a bar of work to its own timeline', async () => {
    const preview = await open();
    await preview.show(lanternRoadmap);
    await preview.page.locator('[data-stop=learn]').focus();
    await press(preview, 'm', 'Shift+ArrowRight', 'ArrowLeft');
    assert.match(
      await preview.page.locator('.grid-frame [aria-live]').innerText(),
      /: 2027-Q4 \(\+3 quarters\)\. Enter/,
    );
    await press(preview, 'Enter');
    await preview.page.locator('[data-stop=parts]').focus();
    await press(preview, 'm', 'ArrowRight', 'ArrowRight');
    assert.deepEqual(await asked(preview), [
      { type: 'move', entry: goalRow?.entry, move: { kind: 'periods', periods: 3 } },
    ]);
    assert.equal(await preview.page.locator('.date-ghost').count(), 0);
  });
});

describe('an empty view', () => {
  const open = previewPages();

  it('offers to write a first entry', async () => {
    const preview = await open();
    await preview.show({ ...lanternBoard, columns: [], unlinked: undefined });
    await preview.posted();
    await preview.page.getByRole('button', { name: 'Write a first goal' }).click();
    assert.deepEqual(await preview.posted(), [{ type: 'insert', kind: 'goal' }]);
    await preview.page.evaluate(await axeSource());
    const { violations } = await preview.page.evaluate<AxeResults>('axe.run()');
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    await preview.show({ ...lanternTimeline, rows: [], links: [] });
    await preview.page.getByRole('button', { name: 'Write a first item' }).focus();
    await press(preview, 'Enter');
    assert.deepEqual(await preview.posted(), [{ type: 'insert', kind: 'item' }]);
    await preview.show({ ...lanternCapacity, people: [], columns: [], groups: [] });
    await preview.page.getByRole('button', { name: 'Write a first item with somebody on it' }).click();
    assert.deepEqual(await preview.posted(), [{ type: 'insert', kind: 'assignment' }]);
  });
});
