import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openWindow } from '../session';
import { timeUntilShown } from '../timeUntilShown';
import type { Workbench } from '../workbench';

/** Of several edits, because a test machine is never quiet. */
const typedKeys = ['1', '2', '3', '4', '5', '6', '7'];

const roadmap = 'checkout.roadmap.yaml';
const project = 'one-page.project.yaml';

describe('The preview of a roadmap in the window', () => {
  let workbench: Workbench;
  let preview: Frame;

  before(async () => {
    workbench = await openWindow(roadmap);
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('opens beside the source, from the one icon in the title of the editor', async () => {
    const icons = workbench.page.getByRole('button', { name: /Open Preview to the Side/ });
    await icons.first().click();
    assert.equal(await icons.count(), 1);
    await workbench.tab(`Preview ${roadmap}`).waitFor();
    preview = await workbench.webview('.board');
    const source = await workbench.editor(roadmap).boundingBox();
    const frame = await (await preview.frameElement()).ownerFrame();
    assert.ok(source !== null && frame !== null);
    const beside = await (await frame.frameElement()).boundingBox();
    assert.ok(beside !== null && beside.x >= source.x + source.width, 'it stands on the right of the source');
  });

  it('shows the product, its goals with their key results, and what serves them', async () => {
    await preview.getByRole('heading', { name: 'Checkout', exact: true }).waitFor();
    const now = preview.getByRole('region', { name: 'Now' });
    const card = now.getByRole('article', { name: 'Checkout in under a minute' });
    const text = (await card.innerText()).replaceAll(/\s+/g, ' ');
    for (const part of ['Alice Ng', '2026-Q4', 'Median time to pay', 'now 95 s', 'One page', 'Returns desk']) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.match(await preview.getByRole('region', { name: 'Unlinked work' }).innerText(), /Gift cards by mail/);
  });

  it('moves the cursor to the entry that is clicked, and marks the one that the cursor is in', async () => {
    await preview.getByRole('group', { name: 'Median time to pay' }).click();
    await workbench.until('the cursor is at the key result', async () => (await workbench.currentLine(roadmap)) === 16);
    await preview.locator('[aria-current]').filter({ hasText: 'Median time to pay' }).waitFor();

    await preview.getByRole('heading', { name: 'Checkout in under a minute' }).click();
    await workbench.until('the cursor is at the goal', async () => (await workbench.currentLine(roadmap)) === 10);

    // A double click takes the focus along, so that typing goes on there.
    await preview.getByRole('link', { name: /Gift cards by mail/ }).dblclick();
    await workbench.until('the cursor is at the feature', async () => (await workbench.currentLine(roadmap)) === 24);
    await preview.locator('[aria-current]').filter({ hasText: 'Gift cards by mail' }).waitFor();
    await workbench.goTo(12, 5);
    await preview.locator('article[aria-current]').filter({ hasText: 'Checkout in under a minute' }).waitFor();
  });

  it('follows the typing within half a second, in place', async () => {
    const title = 'Checkout in under a minute';
    const card = await preview.getByRole('article', { name: title }).elementHandle();
    await workbench.goTo(11, 100);
    const times: number[] = [];
    let typed = title;
    for (const key of typedKeys) {
      typed += key;
      times.push(await timeUntilShown(workbench.page, key, preview, typed));
    }
    const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
    assert.ok(median !== undefined && median < 500, `${String(median)} ms; each: ${times.join(', ')}`);
    assert.ok(await card.evaluate((element) => element.isConnected), 'the card is the element that it was');
    for (const _ of typedKeys) await workbench.page.keyboard.press('Backspace');
    await preview.getByRole('heading', { name: title, exact: true }).waitFor();
  });

  it('keeps the last good view under a notice while the source is broken', async () => {
    await workbench.goTo(1, 100);
    await workbench.page.keyboard.press('Enter');
    await workbench.insertText('vision: "half');
    const notice = preview.getByRole('status');
    await notice.getByText(/^Line 2 cannot be read/).waitFor();
    assert.ok(await preview.getByRole('article', { name: 'Checkout in under a minute' }).isVisible());
    await workbench.goTo(9);
    await notice.getByRole('button', { name: 'Go to line 2' }).click();
    await workbench.until('the cursor is at the broken line', async () => (await workbench.currentLine(roadmap)) === 2);
    await workbench.command('File: Revert File');
    await workbench.until('the notice goes', async () => (await notice.innerText()) === '');
  });

  it('is there again after a reload of the window', async () => {
    await workbench.reload();
    await workbench.tab(`Preview ${roadmap}`).waitFor();
    preview = await workbench.webview('.board');
    await preview.getByRole('article', { name: 'Checkout in under a minute' }).waitFor();
  });

  it('has said nothing in the console, and lets nothing in that is not its own', async () => {
    assert.deepEqual(workbench.complaints, []);
    await preview.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
    });
    await workbench.until('the refusal is told', () => workbench.complaints.length > 0);
    assert.match(String(workbench.complaints[0]), /Content Security Policy/);
  });
});

describe('The preview of a project in the window', () => {
  let workbench: Workbench;
  let preview: Frame;

  before(async () => {
    workbench = await openWindow(project);
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('opens by its keys, with what has dates on a time axis', async () => {
    await workbench.untilLoaded('server.browser.js');
    await workbench.goTo(1);
    await workbench.page.keyboard.press('ControlOrMeta+KeyK');
    await workbench.page.keyboard.press('KeyV');
    await workbench.tab(`Preview ${project}`).waitFor();
    preview = await workbench.webview('.grid');
    await preview.getByRole('heading', { name: 'One page', exact: true }).waitFor();
    const grid = preview.getByRole('treegrid', { name: 'Items of One page' });
    for (const title of ['Draw the page', 'Build the page', 'Live for everybody']) {
      await grid.getByRole('row', { name: new RegExp(title) }).waitFor();
    }
    assert.ok((await grid.locator('svg').count()) > 0);
  });

  it('moves the cursor to the item that is clicked, and opens the goal that the project serves', async () => {
    await preview.getByText('Build the page').first().click();
    await workbench.until('the cursor is at the item', async () => (await workbench.currentLine(project)) === 17);
    await preview.locator('[role=row][aria-current]').filter({ hasText: 'Build the page' }).waitFor();
    await preview.getByRole('button', { name: 'Checkout in under a minute' }).click();
    await workbench.tab(roadmap).waitFor();
    await workbench.until('the cursor is at the goal', async () => (await workbench.currentLine(roadmap)) === 10);
  });

  it('goes along to the plan file that is looked at', async () => {
    await workbench.tab(`Preview ${roadmap}`).waitFor();
    await preview.getByRole('article', { name: 'Checkout in under a minute' }).waitFor();
    assert.deepEqual(workbench.complaints, []);
  });

  it('opens by its command for the file that has the focus', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('returns.project.yaml');
    await workbench.command('Throughline: Open Preview to the Side');
    await workbench.tab('Preview returns.project.yaml').waitFor();
    preview = await workbench.webview('#root h1');
    await preview.getByText('Print labels at home').first().waitFor();
  });
});
