import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { addressWithFile } from '../../scripts/vscodeWeb.mjs';
import { screenshotFolder } from './folders';

/** A window of VS Code, as somebody sees it who sits in front of it. */
export class Workbench {
  /** The addresses of everything that the window loaded. */
  readonly requests: string[] = [];

  /** What the window's console said, for the report of a test that failed. */
  readonly log: string[] = [];

  /** Errors and warnings of what is not VS Code's own, and all of refused content. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      const [type, text, { url }] = [message.type(), message.text(), message.location()];
      this.log.push(`${type}: ${text}`);
      const isOwn = !/\/static\/(build\/|devextensions\/package\.nls\.json)/.test(url);
      const isComplaint = /^(error|warning)$/.test(type) && isOwn;
      if (isComplaint || text.includes('Content Security Policy')) this.complaints.push(`${type}: ${text} (${url})`);
    });
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.log.push(`uncaught: ${error.stack ?? error.message}`));
  }

  /**
   * Opens a new window, with one file in its editor or with none. Each window has its own, unchanged copy of the folder.
   */
  static async open(context: BrowserContext, address: string, file: string | undefined): Promise<Workbench> {
    const page = await context.newPage();
    const workbench = new Workbench(page);
    if (file === undefined) {
      await page.goto(address);
      await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    } else {
      await page.goto(addressWithFile(address, file));
      await workbench.editor(file).waitFor();
      await workbench.line('').first().waitFor();
    }
    return workbench;
  }

  close(): Promise<void> {
    return this.page.close();
  }

  /** The editor of a file. */
  editor(file: string): Locator {
    const path = `/${file}`.replaceAll('"', '\\"');
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="${path}"]`);
  }

  /** The lines on screen whose text contains the given one. */
  line(text: string): Locator {
    // Monaco draws spaces as no-break spaces, which a locator does not take for spaces.
    const pattern = new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'));
    return this.page.locator('.editor-instance .view-line').filter({ hasText: pattern });
  }

  /** The lines of a file's editor that are on screen, from the top: what is folded is not. */
  shownLines(file: string): Promise<string[]> {
    return this.editor(file)
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ element, top: element.getBoundingClientRect().top }))
          .sort((one, other) => one.top - other.top)
          .map(({ element }) => element.textContent.replaceAll('\u00a0', ' ')),
      );
  }

  /** The middle of the first occurrence of a text in the editor, in pixels of the window. */
  async positionOf(text: string): Promise<{ x: number; y: number }> {
    const line = this.line(text).first();
    await line.waitFor();
    const position = await line.evaluate((element, wanted) => {
      // Monaco cuts a line into coloured pieces, so the text may begin in one and end in another.
      const at = element.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let passed = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (at >= passed && at < passed + length) range.setStart(node, at - passed);
        const end = at + wanted.length;
        if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
        passed += length;
      }
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, text);
    return position;
  }

  /** Runs a command by its title, as it stands in the command palette. */
  async command(title: string): Promise<void> {
    await this.chooseCommand(title);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * The same for a command that asks for something next. Asks for the palette again until it is there: a window that is
   * busy with the focus may close it at once.
   */
  async chooseCommand(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    await this.until(`${title} is in the palette`, async () => {
      await this.page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 3_000 });
      const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title });
      await row.first().waitFor({ timeout: 5_000 });
      return true;
    });
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file at the top of the folder in the active group, from the explorer. */
  async openFile(file: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: file }).dblclick();
    await this.editor(file).waitFor();
  }

  /** Gives the first group of editors the focus: where the source is, beside a preview. */
  async focusSource(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Digit1');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** The line that the cursor of a file's editor is in, from 1, whether it has the focus or not. */
  async currentLine(file: string): Promise<number> {
    return Number(await this.editor(file).locator('.active-line-number').innerText());
  }

  /**
   * Puts the cursor of the active editor at a line and column, both from 1, and the focus into it. Says it again until
   * the cursor is there: a window that is busy may not yet have taken up the focus, or read the line, when Enter comes.
   */
  async goTo(line: number, column = 1): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await this.until(`the cursor is in line ${String(line)}`, async () => {
      await this.page.keyboard.press('Control+KeyG');
      await widget.locator('input').fill(`:${String(line)}:${String(column)}`, { timeout: 3_000 });
      await this.page.keyboard.press('Enter');
      await widget.waitFor({ state: 'hidden', timeout: 3_000 });
      await this.page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout: 3_000 });
      return (await this.cursor()).line === line;
    });
  }

  /** The line and column of the cursor as the status bar says them, both from 1. */
  async cursor(): Promise<{ line: number; column: number }> {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText();
    const [line, column] = [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
    if (line === undefined || column === undefined) throw new Error(`No cursor in "${text}"`);
    return { line, column };
  }

  /** Types into whatever has the focus, without what an editor would complete. */
  async insertText(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** The lines under what diagnostics are about. */
  squiggles(): Locator {
    return this.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');
  }

  /** Opens the light bulb at the cursor and takes the action whose title matches. */
  async quickFix(title: RegExp): Promise<void> {
    const focused = this.page.locator('.action-widget .action.focused');
    // A menu that opens while the window still draws a change closes again.
    await this.until('the menu is open', async () => {
      await this.page.keyboard.press('ControlOrMeta+Period');
      await focused.waitFor({ timeout: 3_000 });
      return true;
    });
    // By the keyboard: for a moment after it opened, the menu takes no clicks.
    const actions = await this.page.locator('.action-widget .action').count();
    for (let tried = 0; tried < actions; tried++) {
      if (title.test(await focused.innerText())) {
        await this.page.keyboard.press('Enter');
        return;
      }
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`No quick fix has a title like ${String(title)}`);
  }

  /** Clicks on the light bulb in the line of the cursor and on the action whose title matches. */
  async quickFixByMouse(title: RegExp): Promise<void> {
    await this.page
      .locator('.lightBulbWidget:visible, .glyph-margin-widgets [class*=lightbulb]:visible')
      .first()
      .click();
    const action = this.page.locator('.action-widget .action').filter({ hasText: title }).first();
    await action.waitFor();
    // The menu takes no clicks until the mouse has moved.
    const box = await action.boundingBox();
    if (box === null) throw new Error(`The action ${String(title)} is gone`);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await action.click();
  }

  /** Whether a file has changes that are not saved. */
  async isDirty(file: string): Promise<boolean> {
    return (await this.page.locator('.tab.dirty').filter({ hasText: file }).count()) > 0;
  }

  /** What the hover over a text shows. It is asked for again until something answers: the server may be starting. */
  async hover(text: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-editor .monaco-hover:not(.hidden)');
    const end = Date.now() + 20_000;
    for (;;) {
      const { x, y } = await this.positionOf(text);
      await this.page.mouse.move(x, y + 200);
      await this.page.mouse.move(x - 2, y);
      await this.page.mouse.move(x, y);
      const shown = await hover.waitFor({ timeout: 1_500 }).then(
        () => true,
        () => false,
      );
      if (shown) return hover;
      if (Date.now() > end) throw new Error(`Nothing is shown over "${text}"`);
    }
  }

  /** The frame in which a webview draws, as soon as it holds an element. */
  async webview(selector = '#root > *'): Promise<Frame> {
    const end = Date.now() + 20_000;
    for (;;) {
      for (const frame of this.page.frames()) {
        if (frame.parentFrame() === null) continue;
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
      if (Date.now() > end) {
        throw new Error(
          `No webview with ${selector} among ${this.page
            .frames()
            .map((frame) => frame.url())
            .join(', ')}`,
        );
      }
      await this.page.waitForTimeout(50);
    }
  }

  /** Waits until the window has loaded one of the extension's bundles. */
  async untilLoaded(bundle: string): Promise<void> {
    await this.until(`${bundle} is loaded`, () => this.hasLoaded(bundle));
  }

  /** Asks again until a check says yes; one that throws is asked again too. */
  async until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 15_000;
    for (;;) {
      let reason: unknown;
      try {
        if (await check()) return;
      } catch (error) {
        reason = error;
      }
      if (Date.now() > end) throw new Error(`Never so: ${what}`, { cause: reason });
      await this.page.waitForTimeout(50);
    }
  }

  /** What the Problems view lists, related places left out: file, rule and line (from 1). Opens it if need be. */
  async problems(): Promise<{ file: string; rule: string; line: number }[]> {
    const rows = this.page.locator('.markers-panel .monaco-list-row:not(:has(.related-info-resource))');
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.page.keyboard.press('ControlOrMeta+Shift+KeyM');
      await this.page.locator('.markers-panel').waitFor();
    }
    const texts = await rows.evaluateAll((elements) =>
      elements.map((element) => ({
        file: element.querySelector('.resource-label-container .label-name')?.textContent,
        rule: element.querySelector('.marker-code')?.textContent,
        line: element.querySelector('.marker-line')?.textContent,
      })),
    );
    let file = '';
    return texts.flatMap((row) => {
      file = row.file ?? file;
      const line = /\d+/.exec(row.line ?? '')?.[0];
      return line === undefined ? [] : [{ file, rule: (row.rule ?? '').replaceAll(/[()]/g, ''), line: Number(line) }];
    });
  }

  /** Waits for a question at the top of the window, by its title and what it asks, and answers it. */
  async answer(question: string | RegExp, text = ''): Promise<void> {
    const widget = this.page.locator('.quick-input-widget').filter({ hasText: question });
    // What a list of choices asks stands in its input.
    const asked = widget.or(this.page.locator('.quick-input-widget', { has: this.page.getByPlaceholder(question) }));
    await asked.first().waitFor();
    if (text !== '') await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses from the menu that is open. In its first tenth of a second a menu takes no click, and does not say when it does. */
  async chooseFromMenu(name: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name });
    await item.waitFor();
    await this.until(`${name} is chosen`, async () => {
      if (!(await item.isVisible())) return true;
      await item.click({ timeout: 1_000 });
      return false;
    });
  }

  /** The rows of the Plan view, or of any other tree that is on screen. */
  treeItem(name: string | RegExp): Locator {
    return this.page.getByRole('treeitem', { name });
  }

  /** The tab of an editor, by its title. */
  tab(title: string): Locator {
    return this.page.locator('.tab').filter({ hasText: title }).first();
  }

  /** Makes a file in the folder and opens it. */
  async newFile(name: string): Promise<void> {
    await this.chooseCommand('Create: New File...');
    await this.page.locator('.quick-input-title').filter({ hasText: 'New File' }).waitFor();
    await this.page.locator('.quick-input-widget input').fill(name);
    await this.page.keyboard.press('Enter');
    // Then it asks where. The dialog takes no answer before it has read the folder, and does not say when it has.
    const where = this.page.locator('.quick-input-widget').filter({ hasText: 'Create File' });
    await where.waitFor();
    await this.until(`${name} is made`, async () => {
      if (!(await where.isVisible())) return true;
      await where.getByRole('button', { name: 'OK' }).click({ timeout: 1_000 });
      return false;
    });
    await this.editor(name).waitFor();
  }

  /** Loads the window anew, with the editors that it had. */
  async reload(): Promise<void> {
    this.requests.length = 0;
    // Without the file to open that is in the address: with it, nothing else would be restored.
    await this.page.evaluate(() => {
      history.replaceState(null, '', '/');
      document.body.dataset['old'] = '';
    });
    await this.chooseCommand('Developer: Reload Window');
    await this.page.locator('body:not([data-old]) .editor-instance .view-line').first().waitFor();
  }

  /** Whether the window has loaded one of the extension's bundles. */
  hasLoaded(bundle: string): boolean {
    return this.requests.some((url) => url.endsWith(`/dist/${bundle}`));
  }

  /** Saves what helps to see why a test failed; for an `afterEach`. */
  async reportFailure(test: Mocha.Test | undefined): Promise<void> {
    if (test?.isFailed() !== true) return;
    await this.screenshot(`failed ${test.fullTitle()}`.replaceAll(/[^\w -]/g, ''));
    console.log(this.log.filter((line) => /^(error|uncaught)/.test(line)).join('\n'));
  }

  /** Saves a picture of the window as `out/screenshots/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    await mkdir(screenshotFolder, { recursive: true });
    await this.page.screenshot({ path: join(screenshotFolder, `${name}.png`) });
  }
}
