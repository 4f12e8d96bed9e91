import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundles } from '../../../scripts/bundles.mjs';
import type { EntryPath, FromPreview, PreviewState, ToPreview, ViewResult } from '../../../src/protocol';
import type { ViewData } from '../../../src/core/views/model';
import themes from './themes.json';

export type ThemeId = keyof typeof themes;
export const themeIds = Object.keys(themes) as ThemeId[];

/** The webview's page and script as they ship, in a browser with a theme of VS Code, and a panel that tests play. */
export interface PreviewPage {
  readonly page: Page;
  /** Sends a message to the webview and waits until it is drawn. */
  readonly send: (message: unknown) => Promise<void>;
  readonly show: (data: ViewData, result?: Partial<ViewResult>) => Promise<void>;
  readonly cursor: (entry: EntryPath | null) => Promise<void>;
  /** What the webview has posted since the last call. */
  readonly posted: () => Promise<FromPreview[]>;
  readonly state: () => Promise<PreviewState | undefined>;
  /** Errors and refusals of the content security policy on the page's console. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

export interface PageOptions {
  readonly theme?: ThemeId;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  /** Has the scripts of the views loaded when they are first shown, as the panel does; `show` does not wait for them. */
  readonly loadsLate?: boolean;
}

const origin = 'http://preview.test';

export async function openPreview(browser: Browser, options: PageOptions = {}): Promise<PreviewPage> {
  const { theme = 'dark', width = 820, height = 800, scale = 1, loadsLate = false } = options;
  const files = await shippedFiles('preview');
  const scripts = loadsLate ? ['preview.js'] : [...files.keys()].filter((name) => name.endsWith('.js'));
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = files.get(path.slice(1));
    const contentType = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    await route.fulfill(body === undefined ? { contentType: 'text/html', body: html(scripts) } : { contentType, body });
  });
  // The compiler that runs the tests wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(playPanel);
  await page.goto(`${origin}/`);
  await page.evaluate(applyTheme, themes[theme]);
  const send = async (message: unknown): Promise<void> => {
    await page.evaluate(async (posted) => {
      window.postMessage(posted, '*');
      // Two frames: the message is handled, then effects have run.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, message);
  };
  return {
    page,
    send,
    show: (data, result = {}) =>
      send({
        type: 'view',
        uri: data.entry.uri,
        result: { version: 1, data, ...result },
        settings: {},
        locked: false,
      } satisfies ToPreview),
    cursor: (entry) => send({ type: 'cursor', entry } satisfies ToPreview),
    posted: () => page.evaluate(() => (window as unknown as PlayedPanel).posted.splice(0)),
    state: () => page.evaluate(() => (window as unknown as PlayedPanel).state),
    problems,
    close: () => context.close(),
  };
}

/**
 * The panel's page has the same policy; a nonce of its own is all that differs.
 *
 * @param scripts that are there from the start
 */
function html(scripts: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-test'; style-src ${origin}; img-src data:">
    <link rel="stylesheet" href="/preview.css">
    <title>Throughline</title>
  </head>
  <body>
    <div id="root"></div>
    ${scripts.map((name) => `<script type="module" nonce="test" src="/${name}"></script>`).join('\n    ')}
  </body>
</html>`;
}

interface PlayedPanel {
  posted: FromPreview[];
  state: PreviewState | undefined;
  acquireVsCodeApi: () => unknown;
}

function playPanel(): void {
  const panel = window as unknown as PlayedPanel;
  panel.posted = [];
  panel.state = undefined;
  panel.acquireVsCodeApi = () => ({
    postMessage: (message: FromPreview) => panel.posted.push(message),
    getState: () => panel.state,
    setState: (state: PreviewState) => (panel.state = state),
  });
}

function applyTheme({ bodyClass, variables }: { bodyClass: string; variables: Record<string, string> }): void {
  document.body.className = bodyClass;
  const fonts = {
    '--vscode-font-family': 'Inter, "Segoe UI", "Liberation Sans", sans-serif',
    '--vscode-editor-font-family': 'monospace',
  };
  for (const [name, value] of Object.entries({ ...variables, ...fonts }))
    document.documentElement.style.setProperty(name, value);
}

const built = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** The files of one of the project's bundles, as the build makes them but legible, by their names; once for all pages. */
function shippedFiles(entry: 'preview' | 'page'): Promise<ReadonlyMap<string, string>> {
  const known = built.get(entry);
  if (known) return known;
  const files = (async () => {
    const options = bundles({ production: false, quiet: true }).find(
      ({ entryPoints }) => entryPoints && Object.hasOwn(entryPoints, entry),
    );
    const { outputFiles } = await build({ ...options, write: false, sourcemap: false });
    return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  })();
  built.set(entry, files);
  return files;
}

/** What a page that is exported has in it. */
export async function bundle(): Promise<{ readonly script: string; readonly styles: string }> {
  const [page, preview] = await Promise.all([shippedFiles('page'), shippedFiles('preview')]);
  return { script: page.get('page.js') ?? '', styles: preview.get('preview.css') ?? '' };
}

/** The source of axe-core, to be evaluated in a page. */
export function axeSource(): Promise<string> {
  return readFile(fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
}
