import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const project = 'checkout-rewrite.project.yaml';

describe('Completion in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(project);
    await workbench.untilLoaded('extension.browser.js');
    // The server answers as soon as it has read the plan.
    await workbench.hover('manager');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  const widget = (): Locator => workbench.page.locator('.suggest-widget.visible');

  /** Waits until the list offers an entry of this label first, and the cursor of the list is on it. */
  async function offered(label: string): Promise<Locator> {
    const focused = widget().locator('.monaco-list-row.focused');
    const is = new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\b|\\s|$|,)`);
    await workbench.until(`${label} is offered first`, async () =>
      is.test((await focused.getAttribute('aria-label')) ?? ''),
    );
    return focused;
  }

  /** Opens a line below another one and types there. */
  async function typeBelow(line: number, text: string): Promise<void> {
    await workbench.goTo(line, 99);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type(text, { delay: 40 });
  }

  it('offers the key that is typed, and then the goals of the roadmap', async () => {
    await typeBelow(10, 'go');
    await offered('goal');
    await workbench.screenshot('completion of a key');
    await workbench.page.keyboard.press('Enter');
    const goal = await offered('faster-checkout');
    assert.match(await goal.innerText(), /Checkout in under a minute/);
    await workbench.screenshot('completion of a goal');
    await workbench.page.keyboard.press('Enter');
    await workbench.line('    goal: faster-checkout').waitFor();
    await widget().waitFor({ state: 'hidden' });
  });

  it('leaves out what is there, and indents a list as the file does', async () => {
    await workbench.goTo(9, 99);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('ac', { delay: 40 });
    await offered('acceptance');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('All cards work', { delay: 20 });
    await workbench.line('    acceptance:').waitFor();
    await workbench.line('      - All cards work').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('makes an item of an id of an issue tracker, with its title to fill in', async () => {
    await typeBelow(5, 'PAY-7');
    await offered('New item…');
    await workbench.screenshot('completion of an item');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('Refunds', { delay: 20 });
    await workbench.page.keyboard.press('Escape');
    await workbench.line('  PAY-7:').waitFor();
    await workbench.line('    title: Refunds').waitFor();
    assert.equal(await workbench.line('What is to be done').count(), 0);
  });

  it('says what a value means', async () => {
    await typeBelow(7, 'status: ');
    await offered('todo');
    await workbench.page.keyboard.press('ArrowDown');
    const focused = await offered('in-progress');
    assert.match(await focused.innerText(), /Being worked on/);
    await workbench.page.keyboard.press('Enter');
    await workbench.line('    status: in-progress').waitFor();
  });

  it('writes a project into an empty file', async () => {
    await workbench.newFile('refunds.project.yaml');
    await workbench.page.keyboard.press('Control+Space');
    await offered('New project…');
    await workbench.screenshot('completion of a file');
    await workbench.page.keyboard.press('Enter');
    await workbench.line('project: Refunds').waitFor();
    await workbench.line('manager: bob').waitFor();
    await workbench.line('goal: faster-checkout').waitFor();
  });
});
