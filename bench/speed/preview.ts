import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type ToPreview, type ViewResult, viewRequest } from '../../src/protocol';
import { launchChromium } from '../../test/preview/harness/chromium';
import themes from '../../test/preview/harness/themes.json';
import { type Line, repeated, typing } from './context';
import { inTitle, TextLines } from './edits';
import { Ours } from './ours';
import { oneProjectFolder, projectName } from './plans';
import { goalOf } from './row';

const dist = './.cache/bench/dist';
const origin = 'http://preview.test';

/** A keystroke until the timeline with the new title is painted: the way to the view's data, and from there on. */
export const preview: Line = async function* (context) {
  const plan = await oneProjectFolder(context.plans, 1000);
  const [uri, source] = [plan.uriOf(projectName), plan.texts.get(projectName) ?? ''];
  const ours = await Ours.start(plan.path, { follows: [...plan.texts.keys()].map(plan.uriOf) });
  const browser = await launchChromium();
  const page = await openPage(await browser.newPage({ viewport: { width: 1200, height: 900 } }));
  await ours.initialized();
  await ours.open(uri, source);
  const { there, back } = inTitle(new TextLines(source), undefined);
  const { line, character } = there.range.start;
  const word = `${(source.split('\n')[line] ?? '').slice(0, character).replace(/^.* /, '')}x`;
  const [found, painted]: [number[], number[]] = [[], []];
  const drawn = (result: ViewResult, isThere: boolean): Promise<number> =>
    paint(page, { type: 'view', uri, result, settings: {}, locked: false }, word, isThere);
  await drawn(await ours.request<ViewResult>(viewRequest, { uri }), false);
  for (let round = -2; round < repeated(typing.count / 2, context); round++) {
    for (const [edit, isThere] of [
      [there, true],
      [back, false],
    ] as const) {
      const start = performance.now();
      const changed = ours.planChanged();
      await ours.sendChange(uri, edit);
      await changed;
      const result = await ours.request<ViewResult>(viewRequest, { uri });
      const foundIn = performance.now() - start;
      const paintedIn = await drawn(result, isThere);
      if (round >= 0) {
        found.push(foundIn);
        painted.push(paintedIn);
      }
      await later(typing.pause);
    }
  }
  await browser.close();
  await ours.stop();
  const all = found.map((time, index) => time + (painted[index] ?? NaN));
  yield { what: 'preview, keystroke → painted, 1,000 items', unit: 'ms', ours: all, goals: [goalOf('ms', all, 50)] };
  yield { what: '… of it: keystroke → view data', unit: 'ms', ours: found };
  yield { what: '… of it: view data → painted in the webview', unit: 'ms', ours: painted };
};

/** The webview's page, with its scripts and styles as they ship. */
async function openPage(page: Page): Promise<Page> {
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const contentType = name.endsWith('.css') ? 'text/css' : name === '' ? 'text/html' : 'text/javascript';
    await route.fulfill({ contentType, body: name === '' ? html : await readFile(join(dist, name), 'utf8') });
  });
  await page.addInitScript('window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });');
  await page.goto(`${origin}/`);
  const theme = JSON.stringify(themes.dark);
  await page.evaluate(`{
    const { bodyClass, variables } = ${theme};
    document.body.className = bodyClass;
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
  }`);
  return page;
}

const html = `<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><link rel="stylesheet" href="/preview.css"><title>Throughline</title></head>
  <body><div id="root"></div><script type="module" src="/preview.js"></script></body>
</html>`;

/**
 * Posts a view to the page.
 *
 * @param word is in what is drawn of it or, where it is not to be there, is not
 * @returns how long it took until the frame with it was painted, in milliseconds, by the clock of the page
 */
function paint(page: Page, message: ToPreview, word: string, isThere: boolean): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const message = ${JSON.stringify(message)};
    const start = performance.now();
    setTimeout(() => reject(new Error('Nothing is painted with what was typed.')), 30_000);
    const look = () => {
      const isDrawn = document.querySelector('.row') !== null;
      if (isDrawn && document.body.textContent.includes(${JSON.stringify(word)}) === ${isThere}) {
        // A task after the frame's callbacks comes when it has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(undefined);
      } else requestAnimationFrame(look);
    };
    window.postMessage(message, '*');
    requestAnimationFrame(look);
  })`);
}
