import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const roadmap = 'checkout.roadmap.yaml';
const project = 'one-page.project.yaml';

/** What the rows of the view say to a screen reader, in their order. */
async function rows(workbench: Workbench): Promise<readonly string[]> {
  const items = workbench.page.locator('.part.sidebar .customview-tree .monaco-list-row');
  return items.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
}

const focused = (workbench: Workbench): Locator =>
  workbench.page.locator('.part.sidebar .customview-tree .monaco-list-row.focused');

/** Goes down the tree by the keyboard until a row has the focus. */
async function goDownTo(workbench: Workbench, name: RegExp): Promise<void> {
  await workbench.until(`the focus is on ${String(name)}`, async () => {
    if (name.test((await focused(workbench).getAttribute('aria-label')) ?? '')) return true;
    await workbench.page.keyboard.press('ArrowDown');
    return false;
  });
}

describe('The plan as a tree in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(roadmap);
    await workbench.untilLoaded('server.browser.js');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  const untilShown = (name: RegExp): Promise<void> => workbench.treeItem(name).first().waitFor();
  const currentLine = (file: string, line: number): Promise<void> =>
    workbench.until(`the cursor of ${file} is in line ${String(line)}`, async () => {
      return (await workbench.currentLine(file)) === line;
    });

  it('begins with what has no goal, and goes on with the products', async () => {
    await workbench.command('Throughline: Focus on Plan View');
    await untilShown(/^Product Checkout/);
    assert.deepEqual(
      (await rows(workbench)).slice(0, 5).map((row) => row.replace(/,.*/, '')),
      [
        'Without a goal',
        'Project Checkout rewrite',
        'Feature Gift cards by mail',
        'Product Checkout',
        'Goal Checkout in under a minute',
      ],
    );
    await workbench.screenshot('plan tree');
  });

  it('is walked by the arrow keys, and shows where an entry is written on Enter', async () => {
    await workbench.treeItem(/^Without a goal/).click();
    await goDownTo(workbench, /^Goal Checkout in under a minute/);
    await workbench.page.keyboard.press('ArrowRight');
    await untilShown(/^Project One page/);
    await goDownTo(workbench, /^Project One page/);
    await workbench.page.keyboard.press('ArrowRight');
    await untilShown(/^Item Build the page/);
    await goDownTo(workbench, /^Item Build the page/);
    await workbench.page.keyboard.press('Enter');
    await workbench.editor(project).waitFor();
    await currentLine(project, 17);
    assert.match((await focused(workbench).getAttribute('aria-label')) ?? '', /Build the page/, 'the focus stays');

    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await currentLine(project, 17);
  });

  it('selects what the cursor is in, and leaves the focus there', async () => {
    const selected = (name: RegExp): Locator =>
      workbench.page.locator('.part.sidebar .monaco-list-row.selected').and(workbench.treeItem(name));
    await workbench.goTo(12, 5);
    await selected(/^Item Draw the page/).waitFor();
    await workbench.goTo(2, 3);
    await selected(/^Project One page/).waitFor();
    assert.equal(await workbench.page.locator('.editor-instance .monaco-editor.focused').count(), 1);
  });

  it('follows what is typed, and stays as open as it was', async () => {
    await workbench.goTo(12, 100);
    await workbench.page.keyboard.type('s');
    await untilShown(/^Item Draw the pages, Done/);
    await workbench.goTo(25, 100);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Shift+Tab');
    await workbench.insertText('print: Print the page');
    await untilShown(/^Item Print the page, To do/);
    await untilShown(/^Item Build the page/);
    await workbench.command('File: Revert File');
    await workbench.treeItem(/^Item Print the page/).waitFor({ state: 'detached' });
    await untilShown(/^Item Draw the page, Done/);
  });

  it('shows only what somebody looks for, says so, and all again', async () => {
    await workbench.command('Throughline: Show Only Unowned');
    const message = workbench.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
    await message.getByText('Filter on: unowned').waitFor();
    await untilShown(/^Item Payment API|^Item Measure/);
    await workbench.treeItem(/^Item Build the page/).waitFor({ state: 'detached' });
    await workbench.page
      .locator('.part.sidebar')
      .getByRole('button', { name: 'Clear Filter of Plan View' })
      .first()
      .click();
    await message.getByText('Filter on').waitFor({ state: 'detached' });
    await untilShown(/^Project Returns desk/);
  });

  it('asks who somebody is before it shows what is theirs', async () => {
    await workbench.chooseCommand('Throughline: Show Only Mine');
    await workbench.answer('Who are you in this plan?', 'Bob');
    await workbench.page.getByText('Filter on: mine (bob)').waitFor();
    await untilShown(/^Item Payment API/);
    await workbench.treeItem(/^Item Draw the page/).waitFor({ state: 'detached' });
    await workbench.command('Throughline: Clear Filter of Plan View');
    await untilShown(/^Item Draw the page/);
  });

  it('adds an item by its menu, with its title selected in the source', async () => {
    await workbench.treeItem(/^Project One page/).click();
    await workbench.page.keyboard.press('Shift+F10');
    await workbench.chooseFromMenu('Add Item…');
    await workbench.answer('New Item', 'Test it on a phone');
    await workbench.line('title: Test it on a phone').first().waitFor();
    await untilShown(/^Item Test it on a phone/);
    await workbench.page.keyboard.type('Try it');
    await workbench.line('title: Try it').first().waitFor();
    await untilShown(/^Item Try it/);
    await workbench.command('File: Revert File');
  });

  it('opens the preview of what it shows', async () => {
    const row = workbench.treeItem(/^Project One page/);
    await row.hover();
    await row.getByRole('button', { name: 'Open Preview' }).click();
    await workbench.tab(`Preview ${project}`).waitFor();
  });
});

describe('The plan in the status bar of the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(roadmap);
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  const item = (): Locator => workbench.page.locator('[id$="throughline.plan"].statusbar-item');

  it('says what is wrong in the plan and which release comes next', async () => {
    await item().waitFor();
    const said = (text: RegExp): Promise<void> =>
      workbench.until(`it says ${String(text)}`, async () => {
        return text.test((await item().getByRole('button').getAttribute('aria-label')) ?? '');
      });
    await said(/^Plan: 2 warnings$/);
    await workbench.goTo(21);
    await workbench.insertText('releases: { launch: { title: Launch, date: 2090-01-31 } }');
    await said(/^Plan: 2 warnings, Launch in \d+ years$/);
    assert.match((await item().innerText()).replaceAll(/\s+/g, ' '), /^\S* ?\S* ?2 · Launch in \d+ years$/);
    await workbench.goTo(1);
    await item().click();
    await workbench.answer('Plan', 'Launch');
    await workbench.until('the cursor is at the release', async () => (await workbench.currentLine(roadmap)) === 21);
  });

  it('is there on plan files alone', async () => {
    await workbench.openFile('service.yaml');
    await item().waitFor({ state: 'hidden' });
  });
});

describe('A window without a plan', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow('service.yaml', 'plain');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('is welcomed by the view, without the client', async () => {
    await workbench.command('Throughline: Focus on Plan View');
    await workbench.page.getByText('No roadmap or project is in this folder yet.').waitFor();
    await workbench.screenshot('plan welcome');
    assert.equal(workbench.hasLoaded('client.browser.js'), false);
  });

  it('gets a roadmap by its button, a name and the return key', async () => {
    await workbench.page.getByRole('button', { name: 'Create a Roadmap' }).click();
    await workbench.answer('What is the product called?', 'Self checkout');
    await workbench.answer('Who is the product manager?', 'Ann Lee');
    const file = 'self-checkout.roadmap.yaml';
    await workbench.editor(file).waitFor();
    for (const line of ['product: Self checkout', 'owner: Ann Lee', 'first-goal:'])
      await workbench.line(line).first().waitFor();
    assert.equal(await workbench.isDirty(file), false);
    await workbench.treeItem(/^Product Self checkout, Ann Lee/).waitFor();
    assert.deepEqual(await workbench.problems(), []);
  });

  it('gets a project by its command, with the goal that it serves', async () => {
    await workbench.chooseCommand('Throughline: New Project…');
    await workbench.answer('What is the project called?', 'First shop');
    await workbench.answer(/Which goal does it serve/, 'What customers');
    await workbench.answer('Who is the project manager?', 'Bob Ito');
    await workbench.editor('first-shop.project.yaml').waitFor();
    await workbench.line('goal: first-goal').first().waitFor();
    await workbench.page.keyboard.type('Open the doors');
    await workbench.line('title: Open the doors').first().waitFor();
    // The view opens what the cursor is in: the goal is there, and the project below it.
    await workbench.treeItem(/^Item Open the doors/).waitFor();
    for (const name of [/^Goal What customers gain/, /^Project First shop/]) await workbench.treeItem(name).waitFor();
    assert.deepEqual(await workbench.problems(), []);
  });
});
