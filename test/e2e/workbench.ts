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

  private constructor(readonly page: Page) {
    page.on('console', (message) => this.log.push(`${message.type()}: ${message.text()}`));
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.log.push(`uncaught: ${error.message}`));
  }

  /** Opens a new window with one file in its editor. Each window has its own, unchanged copy of the folder. */
  static async open(context: BrowserContext, address: string, file: string): Promise<Workbench> {
    const page = await context.newPage();
    const workbench = new Workbench(page);
    await page.goto(addressWithFile(address, file));
    await workbench.editor(file).waitFor();
    await workbench.line('').first().waitFor();
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

  /** The same for a command that asks for something next. */
  private async chooseCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the folder in the active group. */
  async openFile(file: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+KeyP');
    await this.page.locator('.quick-input-widget input').fill(file);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: file }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.editor(file).waitFor();
  }

  /** Puts the cursor of the active editor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    await this.page.locator('.quick-input-widget input').fill(`:${String(line)}:${String(column)}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
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
    await this.page.keyboard.press('ControlOrMeta+Period');
    const focused = this.page.locator('.action-widget .action.focused');
    await focused.waitFor();
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
    const end = Date.now() + 15_000;
    while (!this.hasLoaded(bundle)) {
      if (Date.now() > end) throw new Error(`${bundle} was not loaded`);
      await this.page.waitForTimeout(50);
    }
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
    await this.page.locator('.quick-input-widget input').press('Enter');
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
