import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const roadmap = 'shop.roadmap.yaml';
const project = 'launch.project.yaml';

/** Monaco draws blanks that do not break; what stands between a hint and the text is no blank at all. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}

describe('Code lenses and inlay hints in the window', () => {
  let workbench: Workbench;

  const lenses = (): Locator => workbench.page.locator('.editor-instance .codelens-decoration');
  const lensTexts = async (): Promise<readonly string[]> => (await lenses().allInnerTexts()).map(plain);

  /** The text of the line that begins so, with the hints that are drawn in it. */
  const lineText = async (beginning: string): Promise<string> =>
    plain(await workbench.line(beginning).first().innerText());
  const untilLine = (beginning: string, pattern: RegExp): Promise<void> =>
    workbench.until(`${beginning} is shown like ${String(pattern)}`, async () =>
      pattern.test(await lineText(beginning)),
    );

  /** Clicks on the lens with a text until something comes of it: while lenses are drawn anew, a click goes nowhere. */
  const clickLens = (text: string, shown: () => Locator): Promise<void> =>
    workbench.until(`the lens ${text} does something`, async () => {
      await lenses().locator('a').filter({ hasText: text }).click({ timeout: 3_000 });
      await shown().waitFor({ timeout: 5_000 });
      return true;
    });

  before(async () => {
    workbench = await openWindow(roadmap, 'hints');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  it('say how goals, releases and people are', async () => {
    await workbench.until('the lenses are there', async () => (await lensTexts()).length === 5);
    const [alice, bob, goal, other, release] = await lensTexts();
    for (const person of [alice, bob]) assert.match(person ?? '', /^\w+: nothing planned$/);
    assert.equal(goal, '1 project · 0 % · on track');
    assert.equal(other, 'nothing serves it yet');
    assert.equal(release, '1 feature · 1 open · 1 of 2 checks');
  });

  it('open the preview with the goal in view, when the lens of the goal is clicked', async () => {
    await clickLens('on track', () => workbench.tab(`Preview ${roadmap}`));
    const preview = await workbench.webview('.board');
    await preview.locator('article[aria-current]').filter({ hasText: 'Buyers pay in under a minute' }).waitFor();
    await workbench.screenshot('hints lens of a goal');
    assert.deepEqual(workbench.complaints, []);
  });

  it('look at another goal in the same preview, and at what the cursor is in again', async () => {
    const preview = await workbench.webview('.board');
    await clickLens('nothing serves it yet', () =>
      preview.locator('article[aria-current]').filter({ hasText: 'Buyers come back' }),
    );
    await workbench.focusSource();
    await workbench.goTo(10, 9);
    await preview.locator('article[aria-current]').filter({ hasText: 'Buyers pay in under a minute' }).waitFor();
  });

  it('peek at the features of a release, when its lens is clicked', async () => {
    const peek = workbench.page.locator('.monaco-editor .peekview-widget');
    await clickLens('checks', () => peek.getByText('one-page').first());
    await workbench.screenshot('hints lens of a release');
    await workbench.page.keyboard.press('Escape');
    await peek.waitFor({ state: 'hidden' });
  });

  it('show the dates of items that state none, the titles behind ids, and P80 beside deadlines', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile(project);
    await untilLine('form:', /^form: ?5–9 Mar 2040$/);
    assert.match(await lineText('labels:'), /^labels: .*depends_on: form ?The payment form \} ?12–14 Mar 2040$/);
    assert.match(await lineText('trial:'), /^trial: ?15–16 Mar 2040$/);
    assert.match(await lineText('manager:'), /^manager: bob ?Bob Lind$/);
    assert.match(await lineText('goal:'), /^goal: quick-payment ?Buyers pay in under a minute$/);
    await untilLine('deadline:', /^deadline: 2040-03-16 ?P80 \d+ Mar 2040$/);
    await workbench.until('the lens has its P80', async () =>
      (await lensTexts()).some((text) => /^critical path 15 d · finish 23 Mar 2040 \(P80 \d+ Mar 2040\)$/.test(text)),
    );
    await workbench.screenshot('hints of a project');
  });

  it('say in a hover what drives the dates', async () => {
    await workbench.line('trial:').first().getByText('Mar').last().hover();
    const hover = workbench.page.locator('.monaco-hover:not(.hidden)');
    await hover.getByText(/Computed: it waits for Print labels until 14 March 2040/).waitFor();
    await workbench.screenshot('hints in a hover');
  });

  it('follow what is typed', async () => {
    // Two days become twenty.
    await workbench.goTo(21, 16);
    await workbench.insertText('0');
    await untilLine('trial:', /^trial: ?15 Mar – 11 Apr 2040$/);
    await workbench.command('File: Revert File');
    await untilLine('trial:', /^trial: ?15–16 Mar 2040$/);
  });

  it('are said in full on the card of an item', async () => {
    const hover = await workbench.hover('trial');
    await hover.getByText('Try it in two shops').first().waitFor();
    assert.match(await hover.innerText(), /Dates: 15 to 16 March 2040, computed/);
    await workbench.screenshot('hints card of an item');
  });
});
