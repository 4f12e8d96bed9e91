/**
 * Draws the views of the design's plan in its themes and widths, to be looked at beside the design:
 * `node --import=tsx test/preview/harness/screenshots.ts FOLDER`
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ViewData } from '../../../src/core/views/model';
import { launchChromium } from './chromium';
import { lanternBoard, lanternTimeline } from './lantern';
import { type PreviewPage, type ThemeId, openPreview, themeIds } from './page';

const folder = process.argv[2] ?? '.cache/preview';

type Show = (preview: PreviewPage) => Promise<void>;

async function draw(browser: Browser, name: string, theme: ThemeId, width: number, show: Show): Promise<void> {
  const preview = await openPreview(browser, { theme, width, height: 600, scale: 1.5 });
  await show(preview);
  await preview.page.waitForTimeout(200);
  await preview.page.screenshot({ path: join(folder, `${name}.${theme}.${String(width)}.png`), fullPage: true });
  for (const problem of preview.problems) console.log(`${name}: ${problem}`);
  await preview.close();
}

const board = async (preview: PreviewPage): Promise<void> => {
  await preview.show(lanternBoard);
  const entry = lanternBoard.columns[0]?.goals[0]?.entry ?? null;
  await preview.cursor(entry);
  await preview.page.getByRole('article', { name: 'Customers trust' }).hover({ position: { x: 40, y: 20 } });
};
const timeline = async (preview: PreviewPage): Promise<void> => {
  await preview.show(lanternTimeline);
  const entry = lanternTimeline.rows.find(({ id }) => id === 'forecast')?.entry ?? null;
  await preview.cursor(entry);
};
const undated: ViewData = {
  ...lanternTimeline,
  window: undefined,
  goals: [],
  facts: lanternTimeline.facts.slice(0, 1),
  links: [],
  rows: lanternTimeline.rows.map(({ start: _start, end: _end, label: _label, ...row }) => row),
};
const states = async (preview: PreviewPage): Promise<void> => {
  await preview.show({ ...lanternBoard, columns: [], unlinked: undefined });
  await preview.show(lanternBoard, { broken: { line: 41, message: 'a mapping is not closed' } });
  await preview.page.getByRole('button', { name: 'More' }).click();
};

async function drawAll(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium();
  for (const theme of themeIds) {
    await draw(browser, 'board', theme, 820, board);
    await draw(browser, 'timeline', theme, 820, timeline);
  }
  await draw(browser, 'board', 'dark', 400, board);
  await draw(browser, 'timeline', 'dark', 400, timeline);
  await draw(browser, 'undated', 'dark', 820, (preview) => preview.show(undated));
  await draw(browser, 'states', 'dark', 820, states);
  await browser.close();
}

void drawAll();
