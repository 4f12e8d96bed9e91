import type { Browser } from 'playwright-core';
import { findOnPath } from '../../../scripts/chromium.mjs';
import { launchChromium } from '../harness/chromium';
import { type PageOptions, type PreviewPage, openPreview } from '../harness/page';

/** Gives pages with the preview to the tests of a suite, which is skipped where there is no Chromium. */
export function previewPages(): (options?: PageOptions) => Promise<PreviewPage> {
  let browser: Browser | undefined;
  const opened: PreviewPage[] = [];
  const tried = new Set<string>();
  before(async function () {
    if (findOnPath() === undefined) this.skip();
    browser = await launchChromium();
  });
  beforeEach(function () {
    // Where several machines share one, a page may draw later than any test looks. What needs this is named.
    if (process.env['CI'] !== undefined) this.currentTest?.retries(1);
    const title = this.currentTest?.fullTitle() ?? '';
    if (tried.has(title)) console.log(`A second try of “${title}”.`);
    tried.add(title);
  });
  afterEach(async () => {
    for (const preview of opened.splice(0)) await preview.close();
  });
  after(async () => {
    await browser?.close();
  });
  return async (options) => {
    if (!browser) throw new Error('The browser has not been started.');
    const preview = await openPreview(browser, options);
    opened.push(preview);
    return preview;
  };
}

/** The accessible name, or the text, of what has the focus. */
export function focused({ page }: PreviewPage): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

/** Presses keys one after the other. */
export async function press(preview: PreviewPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await preview.page.keyboard.press(key);
}
