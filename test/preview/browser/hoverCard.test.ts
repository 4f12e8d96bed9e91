import assert from 'node:assert/strict';
import type { AxeResults } from 'axe-core';
import type { EntryPath } from '../../../src/core/views/model';
import { lanternBoard, lanternTimeline } from '../harness/lantern';
import { type PreviewPage, axeSource, themeIds } from '../harness/page';
import { previewPages } from './previewPages';

const goal = lanternBoard.columns[0]!.goals[0]!;

/** Waits for the webview to ask for a card, and says for which entry. */
async function wanted(preview: PreviewPage): Promise<EntryPath | undefined> {
  for (let tries = 0; tries < 40; tries++) {
    const message = (await preview.posted()).find(({ type }) => type === 'card-wanted');
    if (message?.type === 'card-wanted') return message.entry;
    await preview.page.waitForTimeout(50);
  }
  return undefined;
}

async function hovered(preview: PreviewPage, text: string): Promise<void> {
  await preview.page.getByRole('article').first().locator('h3').hover();
  const entry = await wanted(preview);
  assert.deepEqual(entry, goal.entry);
  await preview.send({ type: 'card', entry, text });
}

describe('the card of an entry in the preview', () => {
  const open = previewPages();

  it('comes when the pointer rests, may be pointed at, and goes when the pointer leaves', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await hovered(preview, '**Fast**\n\n- **Owner:** Ann');
    const card = preview.page.getByRole('tooltip');
    assert.equal(await card.innerText(), 'Fast\n\nOwner: Ann');
    assert.equal(await preview.page.getByRole('article').first().getAttribute('aria-describedby'), 'hover-card');
    await card.hover();
    await preview.page.waitForTimeout(450);
    assert.equal(await card.count(), 1);
    await preview.page.mouse.move(2, 2);
    await card.waitFor({ state: 'detached' });
    assert.deepEqual(preview.problems, []);
  });

  it('closes with Escape, a click, scrolling away, and where the entry has none', async () => {
    const preview = await open({ height: 300 });
    await preview.show(lanternBoard);
    const card = preview.page.getByRole('tooltip');
    await hovered(preview, 'One');
    assert.equal(await card.count(), 1);
    await preview.page.keyboard.press('Escape');
    assert.equal(await card.count(), 0);
    await preview.page.mouse.move(2, 2);
    await hovered(preview, 'Two');
    assert.equal(await card.count(), 1);
    await preview.page.evaluate(() => {
      scrollTo(0, 60);
    });
    await card.waitFor({ state: 'detached' });
    await preview.page.mouse.move(2, 2);
    await preview.page.getByRole('article').first().locator('h3').hover();
    await preview.send({ type: 'card', entry: await wanted(preview), text: null });
    assert.equal(await card.count(), 0);
  });

  it('comes and goes with a key, described to a screen reader', async () => {
    const preview = await open();
    await preview.show(lanternTimeline);
    await preview.page.getByRole('row').nth(2).focus();
    await preview.posted();
    await preview.page.keyboard.press('i');
    const entry = await wanted(preview);
    assert.deepEqual(entry, lanternTimeline.rows[1]?.entry);
    await preview.send({ type: 'card', entry, text: '**Stock**' });
    const card = preview.page.getByRole('tooltip');
    await card.waitFor();
    assert.equal(await preview.page.getByRole('row').nth(2).getAttribute('aria-describedby'), 'hover-card');
    await preview.page.keyboard.press('i');
    await card.waitFor({ state: 'detached' });
    await preview.page.locator('[aria-describedby="hover-card"]').waitFor({ state: 'detached' });
  });

  it('stays within the view, at every edge', async () => {
    const preview = await open({ width: 420, height: 320 });
    await preview.show(lanternTimeline);
    const rows = preview.page.getByRole('row');
    const long = `**Title**\n\n${Array.from({ length: 40 }, (_, at) => `- **Fact ${String(at)}:** a text of some length`).join('\n')}`;
    for (const at of [1, 4, (await rows.count()) - 1]) {
      await rows.nth(at).scrollIntoViewIfNeeded();
      await rows.nth(at).focus();
      await preview.page.keyboard.press('i');
      await preview.send({ type: 'card', entry: await wanted(preview), text: long });
      const box = await preview.page.getByRole('tooltip').boundingBox();
      assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 420 && box.y + box.height <= 320);
      await preview.page.keyboard.press('Escape');
    }
  });

  it('goes when the list of keys comes, which the next Escape closes', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await preview.page.getByRole('article').first().focus();
    await hovered(preview, '**Fast**');
    await preview.page.keyboard.press('?');
    await preview.page.getByRole('dialog').waitFor();
    await preview.page.getByRole('tooltip').waitFor({ state: 'hidden' });
    await preview.page.keyboard.press('Escape');
    await preview.page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('draws whatever a plan says as text', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await hovered(preview, '**<img src=x onerror="document.title=1">** [a](javascript:alert(1)) https://a.example');
    const card = preview.page.getByRole('tooltip');
    assert.equal(await card.locator('a, img, script').count(), 0);
    assert.match(await card.innerText(), /<img src=x onerror="document.title=1"> \[a\]\(javascript:alert\(1\)\)/);
    assert.deepEqual(preview.problems, []);
  });

  it('is not asked for while something is dragged', async () => {
    const preview = await open();
    await preview.show(lanternBoard);
    await preview.page.mouse.move(4, 4);
    await preview.page.mouse.down();
    await preview.page.getByRole('article').first().locator('h3').hover();
    await preview.page.waitForTimeout(600);
    assert.ok((await preview.posted()).every(({ type }) => type !== 'card-wanted'));
    await preview.page.mouse.up();
  });

  for (const theme of themeIds) {
    it(`has no barrier that axe-core finds in ${theme}`, async () => {
      const preview = await open({ theme });
      await preview.show(lanternBoard);
      await hovered(preview, '**Fast**\n\nGoal · Lantern\n\n- **Owner:** Ann `x`\n  - *more*');
      await preview.page.evaluate(await axeSource());
      const { violations } = await preview.page.evaluate<AxeResults>('axe.run()');
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
        [],
      );
    });
  }
});
