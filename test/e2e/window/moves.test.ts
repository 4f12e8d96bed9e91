import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of what is on screen, in pixels of the window. */
async function middleOf(shown: Locator): Promise<Point> {
  const box = await shown.boundingBox();
  assert.ok(box, 'it is on screen');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
}

/** Drags with the mouse, as a hand does: past places in between. */
async function drag({ page }: Workbench, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

describe('What is changed in the preview of a roadmap, in the window', () => {
  const roadmap = 'checkout.roadmap.yaml';
  const title = 'Checkout in under a minute';
  let workbench: Workbench;
  let preview: Frame;

  before(async () => {
    workbench = await openWindow(roadmap);
    await workbench.untilLoaded('server.browser.js');
    await workbench.goTo(1);
    await workbench.page.keyboard.press('ControlOrMeta+KeyK');
    await workbench.page.keyboard.press('KeyV');
    preview = await workbench.webview('.board');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  function column(name: string): Locator {
    return preview.getByRole('region', { name, exact: true });
  }

  function cardIn(name: string): Locator {
    return column(name).getByRole('article', { name: title });
  }

  function horizon(): Promise<string> {
    return workbench.editor(roadmap).locator('.view-line').filter({ hasText: 'horizon:' }).innerText();
  }

  /** Takes the last change back, in the source. */
  async function undo(): Promise<void> {
    await workbench.focusSource();
    await workbench.page.keyboard.press('ControlOrMeta+KeyZ');
  }

  it('is written into the source by keys, as one step that one undo takes back', async () => {
    await cardIn('Now').focus();
    for (const key of ['m', 'ArrowRight', 'ArrowRight', 'Enter']) await workbench.page.keyboard.press(key);
    await cardIn('Later').waitFor();
    assert.match(await horizon(), /horizon:\s*later/);
    assert.ok(await workbench.isDirty(roadmap));
    await undo();
    await cardIn('Now').waitFor();
    assert.match(await horizon(), /horizon:\s*now/);
    assert.ok(!(await workbench.isDirty(roadmap)), 'nothing else was changed');
  });

  it('is written by the mouse too, where a card is dropped on another column', async () => {
    await drag(
      workbench,
      await middleOf(cardIn('Now').getByRole('heading')),
      await middleOf(column('Next').getByRole('heading')),
    );
    await cardIn('Next').waitFor();
    assert.match(await horizon(), /horizon:\s*next/);
    await undo();
    await cardIn('Now').waitFor();
    assert.ok(!(await workbench.isDirty(roadmap)));
  });

  it('has a card of what there is to know, where the mouse rests on an entry', async () => {
    const { x, y } = await middleOf(cardIn('Now').getByRole('heading'));
    await workbench.page.mouse.move(x, y);
    await workbench.page.mouse.move(x + 2, y);
    const card = preview.getByRole('tooltip');
    await card.waitFor();
    assert.match(await card.innerText(), /Checkout in under a minute/);
    await workbench.page.keyboard.press('Escape');
  });

  it('is a link to a goal where there was none, by one of the fixes that the source offers', async () => {
    const unlinked = preview.getByRole('link', { name: /Gift cards by mail/ });
    await unlinked.focus();
    await workbench.page.keyboard.press('l');
    await workbench.page.locator('.quick-input-list').getByText('Set goal: faster-checkout').first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.until('the goal is in the source', async () =>
      (await workbench.shownLines(roadmap)).includes('    goal: faster-checkout'),
    );
    await unlinked.waitFor({ state: 'hidden' });
    await undo();
    await unlinked.waitFor();
    assert.ok(!(await workbench.isDirty(roadmap)));
  });

  it('begins with an entry that an empty view writes, its title selected to be typed over', async () => {
    // A second try begins where the first one did.
    if (await workbench.isDirty(roadmap)) await workbench.command('File: Revert File');
    await preview.locator('.view-picker').focus();
    await workbench.page.keyboard.press('4');
    await preview.getByRole('button', { name: 'Write a first release' }).click();
    await workbench.until('the release is in the source', async () =>
      (await workbench.shownLines(roadmap)).includes('    title: First release'),
    );
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.type('Spring');
    await preview.getByText('Spring', { exact: true }).first().waitFor();
    assert.deepEqual(workbench.complaints, []);
  });
});

describe('What is changed in the preview of a project, in the window', () => {
  const project = 'supplier-ordering.project.yaml';
  let workbench: Workbench;
  let preview: Frame;

  before(async () => {
    workbench = await openWindow(project, 'examples');
    await workbench.untilLoaded('server.browser.js');
    await workbench.goTo(100);
    await workbench.page.keyboard.press('ControlOrMeta+KeyK');
    await workbench.page.keyboard.press('KeyV');
    preview = await workbench.webview('.grid .bar');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  function row(name: RegExp): Locator {
    return preview.getByRole('row', { name });
  }

  /** The middle of what the chart has in a row. */
  async function shapeIn(name: RegExp): Promise<Point> {
    const place = await row(name).boundingBox();
    assert.ok(place);
    for (const shape of await preview.locator('.chart .bar, .chart .bracket').all()) {
      const box = await shape.boundingBox();
      if (box && box.y > place.y && box.y < place.y + place.height) {
        return { x: box.x + box.width / 2, y: place.y + place.height / 2 };
      }
    }
    throw new Error(`Nothing is drawn for ${String(name)}`);
  }

  /** The dates of the search as the source has them. */
  async function dates(): Promise<readonly string[]> {
    const lines = await workbench.shownLines(project);
    const first = lines.findIndex((line) => line.includes('catalogue-search:'));
    return lines.slice(first, first + 8).flatMap((line) => /(?:start|end): [\d-]{10}/.exec(line) ?? []);
  }

  it('has other dates in the source where a bar is dragged, as one step that one undo takes back', async () => {
    assert.deepEqual(await dates(), ['start: 2026-12-07', 'end: 2027-01-15']);
    const from = await shapeIn(/Search over all suppliers/);
    await drag(workbench, from, { x: from.x + 60, y: from.y });
    await workbench.until('the source has other dates, and as many days between them', async () => {
      const [start, end] = (await dates()).map((date) => Date.parse(date.replace(/.*: /, '')));
      const days = Date.parse('2027-01-15') - Date.parse('2026-12-07');
      return start !== Date.parse('2026-12-07') && Number(end) - Number(start) === days;
    });
    await workbench.focusSource();
    await workbench.page.keyboard.press('ControlOrMeta+KeyZ');
    await workbench.until(
      'the dates are back',
      async () => (await dates()).join() === 'start: 2026-12-07,end: 2027-01-15',
    );
    assert.ok(!(await workbench.isDirty(project)));
  });

  it('stays where it is where its dates are computed, and says why', async () => {
    // The card of what was dragged would lie on it.
    await preview.getByRole('heading', { name: 'Supplier ordering' }).hover();
    await preview.getByRole('tooltip').waitFor({ state: 'hidden' });
    const from = await shapeIn(/^Order in one tap/);
    await drag(workbench, from, { x: from.x + 60, y: from.y });
    await preview
      .getByRole('alert')
      .getByText(/takes its dates from the items in it/)
      .waitFor();
    assert.ok(!(await workbench.isDirty(project)));
  });

  it('is reached by keys alone: over the rows, into the source, and to the list of keys', async () => {
    await row(/Search over all suppliers/).focus();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.until('the cursor is at the milestone', async () => (await workbench.currentLine(project)) === 56);
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await row(/^Order in one tap/).focus();
    await workbench.page.keyboard.press('?');
    await preview.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await preview.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(workbench.complaints, []);
  });
});
