import { openWindow } from '../session';
import type { Workbench } from '../workbench';

const file = 'shop.project.yaml';

describe('Editing in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWindow(file, 'editing');
    await workbench.untilLoaded('server.browser.js');
    // The server answers as soon as something is shown of it.
    await workbench.hover('manager');
  });
  after(() => workbench.close());
  afterEach(function () {
    return workbench.reportFailure(this.currentTest);
  });

  async function press(key: string, ...expected: readonly string[]): Promise<void> {
    await workbench.page.keyboard.press(key);
    await untilShown(...expected);
  }

  /** Waits until some lines stand below each other. */
  function untilShown(...expected: readonly string[]): Promise<void> {
    return workbench.until(JSON.stringify(expected), async () => {
      const lines = (await workbench.shownLines(file)).map((line) => line.trimEnd());
      const wanted = expected.map((line) => line.trimEnd());
      return lines.some((_, at) => wanted.every((line, index) => lines[at + index] === line));
    });
  }

  const column = async (): Promise<number> => (await workbench.cursor()).column;

  it('goes on with a list at Enter, and leaves it at the second', async () => {
    await workbench.goTo(10, 100);
    await press('Enter', '      - design', '      -', '', '  # What is seen.');
    await workbench.until('the cursor is behind the dash', async () => (await column()) === 9);
    await workbench.page.keyboard.type('review');
    await press('Enter', '      - review', '      -', '');
    await workbench.until('the cursor is behind the dash', async () => (await column()) === 9);
    await press('Enter', '      - review', '', '', '  # What is seen.');
    await workbench.until('the cursor is below the key', async () => (await column()) === 5);
    await workbench.page.keyboard.type('owner: bob');
    await untilShown('      - design', '      - review', '    owner: bob', '');
    await workbench.screenshot('editing a list');
  });

  it('begins a list below a key that takes one, whoever types the dash', async () => {
    await workbench.goTo(12, 100);
    await press('Enter', '    owner: bob', '');
    await workbench.page.keyboard.type('labels:');
    await press('Enter', '    labels:', '      -', '');
    await press('-', '    labels:', '      - -', '');
    await press('Space', '    labels:', '      -', '');
    await workbench.until('the cursor is behind the dash', async () => (await column()) === 9);
    await workbench.page.keyboard.type('ui');
    await untilShown('    labels:', '      - ui', '');
  });

  it('takes its dash back alone when that is undone', async () => {
    await press('Enter', '      - ui', '      -', '', '  # What is seen.');
    await press('ControlOrMeta+KeyZ', '      - ui', '', '', '  # What is seen.');
    await press('ControlOrMeta+KeyZ', '      - ui', '', '  # What is seen.');
  });

  it('folds an entry, without the comment of the next', async () => {
    await workbench.goTo(7, 3);
    await press(
      'ControlOrMeta+Shift+BracketLeft',
      '  payment:',
      '',
      '  # What is seen.',
      '  design:',
      '    title: Design',
    );
    await workbench.screenshot('a folded entry');
    await press('ControlOrMeta+Shift+BracketRight', '  payment:', '    title: Payment', '    depends_on:');
  });

  it('selects a word, and then its pair', async () => {
    await workbench.goTo(12, 13);
    for (const wanted of ['bob', 'owner: bob']) {
      await workbench.page.keyboard.press('Shift+Alt+ArrowRight');
      await workbench.until(`${wanted} is selected`, async () => {
        const status = await workbench.page.locator('#status\\.editor\\.selection').innerText();
        return status.includes(`(${String(wanted.length)} selected)`);
      });
    }
  });

  it('follows a rule in a comment to its page', async () => {
    const { x, y } = await workbench.positionOf('missing-goal');
    await workbench.page.keyboard.down('ControlOrMeta');
    await workbench.page.mouse.move(x, y);
    await workbench.page.mouse.click(x, y);
    await workbench.page.keyboard.up('ControlOrMeta');
    await workbench.tab('missing-goal.md').waitFor();
  });
});
