import assert from 'node:assert/strict';
import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const project = 'launch.project.yaml';

describe('Fixes in the window', () => {
  let workbench: Workbench;

  /** What is underlined is what the next fixes are asked for. */
  const untilLeft = (count: number): Promise<void> =>
    workbench.until(`${String(count)} are left`, async () => (await workbench.squiggles().count()) === count);

  before(async () => {
    workbench = await openWindow(project, 'fixes');
    await untilLeft(4);
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  const rulesFound = async (): Promise<string> =>
    (await workbench.problems())
      .map(({ rule }) => rule)
      .sort()
      .join();

  it('write a value as the format does', async () => {
    await workbench.goTo(11, 14);
    await workbench.quickFix(/^Write `?in-progress/);
    await workbench.line('status: in-progress').first().waitFor();
    await untilLeft(3);
  });

  it('swap the dates of a project that ends before it starts', async () => {
    await workbench.goTo(6, 8);
    await workbench.quickFix(/^Swap the two dates/);
    await workbench.line('start: 2040-02-24').first().waitFor();
    await workbench.line('end: 2040-03-05').first().waitFor();
    await untilLeft(2);
  });

  it('move work from a goal that is achieved to one that is not', async () => {
    await workbench.goTo(15, 12);
    await workbench.quickFix(/quick-payment/);
    await workbench.line('goal: quick-payment').nth(1).waitFor();
    await untilLeft(1);
    assert.equal(await rulesFound(), 'wrong-type');
  });

  it('that are certain come on saving, where the settings ask for them', async () => {
    await workbench.tab(project).click();
    await workbench.goTo(10, 1);
    await workbench.line('progress: 60').first().waitFor();
    assert.ok(await workbench.isDirty(project));
    await workbench.page.keyboard.press('ControlOrMeta+KeyS');
    await workbench.line('progress: 60%').first().waitFor();
    await workbench.until('it is saved', async () => !(await workbench.isDirty(project)));
    await untilLeft(0);
    await workbench.line('title: "The payment form" # in two languages').first().waitFor();
  });
});
