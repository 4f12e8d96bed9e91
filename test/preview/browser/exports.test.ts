import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { exportedPage } from '../../../src/core/exports/exportedPage';
import { pageTheme } from '../../../src/core/exports/pageTheme';
import { viewsOf } from '../../../src/core/views/viewNames';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { allExports } from '../../core/exports/allExports';
import { naughtyPlan } from '../../core/naughtyPlan';
import { planFrom, type TestPlan } from '../../core/planFrom';
import { launchChromium } from '../harness/chromium';
import { bundle, openPreview } from '../harness/page';

const today = '2026-05-04';

/** A page that opens files as from a disk, and what it complained of: errors, refusals, requests, own scripts. */
async function watchedPage(browser: Browser): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage();
  const problems: string[] = [];
  await page.addInitScript(
    'globalThis.__name = (named) => named; globalThis.harm = () => { throw new Error("harm"); };',
  );
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) problems.push(`a request of ${request.url()}`);
  });
  return { page, problems };
}

/** Opens a file of a text. */
async function open(page: Page, folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  await page.goto(pathToFileURL(path).href);
}

function pageOf(
  plan: TestPlan,
  uri: string,
  { script, styles }: Awaited<ReturnType<typeof bundle>>,
  settings: ViewSettings = {},
): string {
  const views = viewsOf(uri.endsWith('.roadmap.yaml') ? 'roadmap' : 'project').flatMap(({ name }) => {
    const data = plan.service.view(uri, name, settings)?.data;
    return data ? [{ data, settings }] : [];
  });
  return exportedPage({ views, script, style: styles, nonce: '0123456789abcdef' });
}

describe('an export in a browser', () => {
  let browser: Browser;
  let folder: string;
  let plan: TestPlan;

  before(async function () {
    this.timeout(60_000);
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'exports-'));
    plan = await planFrom(naughtyPlan(), today, undefined, naughtyPlan(7));
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has every colour that the preview draws with', async () => {
    const { styles } = await bundle();
    const used = new Set(styles.match(/--vscode-[a-zA-Z-]+(?=\))/g));
    // Themes of high contrast alone have those of contrast.
    const missing = [...used].filter(
      (name) => !name.startsWith('--vscode-contrast') && !pageTheme.includes(`${name}:`),
    );
    assert.deepEqual(missing, []);
  });

  it('as SVG is drawn, whatever the texts are, with no element but those of shapes and texts', async () => {
    const { page, problems } = await watchedPage(browser);
    for (const { text, format, view, name } of allExports(plan)) {
      if (format !== 'svg') continue;
      await open(page, folder, 'view.svg', text);
      const names = await page.evaluate(() => [
        ...new Set([...document.querySelectorAll('*')].map((element) => element.localName)),
      ]);
      const allowed = new Set(['svg', 'title', 'style', 'rect', 'text', 'line', 'circle', 'path']);
      assert.deepEqual(
        names.filter((each) => !allowed.has(each)),
        [],
        `${view} of ${name}`,
      );
      assert.ok(names.includes('text'), `${view} of ${name}`);
      assert.deepEqual(problems, [], `${view} of ${name}`);
    }
    await page.close();
  }).timeout(60_000);

  it('as a page shows every view without a network, whatever the texts are', async () => {
    const parts = await bundle();
    for (const uri of plan.texts.keys()) {
      const kind = uri.endsWith('.roadmap.yaml') ? 'roadmap' : uri.endsWith('.project.yaml') ? 'project' : undefined;
      if (!kind) continue;
      const { page, problems } = await watchedPage(browser);
      await open(page, folder, 'page.html', pageOf(plan, uri, parts));
      for (const [index, { title }] of viewsOf(kind).entries()) {
        await page.keyboard.press(String(index + 1));
        await page.getByRole('button', { name: `View: ${title}` }).waitFor();
        assert.equal(await page.locator('main script, main img, main iframe, main a[href^="javascript"]').count(), 0);
        assert.ok((await page.locator('main').innerText()).length > 20, title);
      }
      assert.equal(await page.getByRole('button', { name: 'Show source' }).count(), 0);
      assert.deepEqual(problems, [], uri);
      await page.close();
    }
  }).timeout(60_000);

  it('as a page keeps the filter in every view, which nobody can lift there', async () => {
    const small = await planFrom(
      {
        'a.roadmap.yaml':
          'product: P\ngoals:\n  fast: { title: Fast, horizon: now }\n  slow: { title: Slow, horizon: now }\n',
      },
      '2026-09-16',
    );
    const { page, problems } = await watchedPage(browser);
    const parts = await bundle();
    await open(
      page,
      folder,
      'filtered.html',
      pageOf(small, small.uri('a.roadmap.yaml'), parts, { filter: { text: 'fast' } }),
    );
    for (const key of ['1', '3']) {
      await page.keyboard.press(key);
      await page.getByText('1 of 2 entries shown.').waitFor();
      assert.equal(await page.getByText('Slow').count(), 0);
    }
    assert.equal(await page.getByRole('button', { name: 'Clear the filter' }).count(), 0);
    assert.deepEqual(problems, []);
    await page.close();
  });

  it('as Mermaid is understood and drawn by Mermaid, whatever the texts are', async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.addInitScript('globalThis.harm = () => { throw new Error("harm"); };');
    await page.setContent('<!DOCTYPE html><body></body>');
    await page.addScriptTag({
      path: fileURLToPath(new URL('../../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url)),
    });
    const diagrams = allExports(plan).filter(({ format }) => format === 'mermaid');
    assert.ok(diagrams.length >= 2);
    for (const [index, { text, view, name }] of diagrams.entries()) {
      const drawn = await page.evaluate(
        async ({ source, id }) => {
          const { mermaid } = window as unknown as {
            mermaid: { initialize(o: object): void; render(id: string, source: string): Promise<{ svg: string }> };
          };
          mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 1_000_000 });
          try {
            return (await mermaid.render(id, source)).svg;
          } catch (error) {
            return `failed: ${String(error)}`;
          }
        },
        { source: text, id: `diagram${String(index)}` },
      );
      assert.match(drawn, /^<svg/, `${view} of ${name}: ${drawn.slice(0, 400)}\n${text.slice(0, 2000)}`);
      const harmful = await page.evaluate((svg) => {
        const elements = [...new DOMParser().parseFromString(svg, 'text/html').querySelectorAll('*')];
        return elements
          .filter(
            ({ localName, attributes }) =>
              ['script', 'img', 'iframe'].includes(localName) ||
              [...attributes].some(({ name: key, value }) => key.startsWith('on') || value.startsWith('javascript:')),
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 100));
      }, drawn);
      assert.deepEqual(harmful, [], view);
    }
    assert.deepEqual(problems, []);
    await page.close();
  }).timeout(60_000);

  it('as a picture is drawn by the webview', async () => {
    const svg = allExports(plan).find(({ format }) => format === 'svg')?.text ?? '';
    const preview = await openPreview(browser);
    await preview.posted();
    await preview.send({ type: 'draw', svg });
    let png: string | null | undefined;
    while (png === undefined) {
      const answer = (await preview.posted()).find((message) => message.type === 'picture');
      png = answer?.type === 'picture' ? answer.png : undefined;
    }
    const bytes = Buffer.from(png ?? '', 'base64');
    assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
    assert.equal(bytes.readUInt32BE(16), 2400, 'its width, two pixels for one');
    assert.deepEqual(preview.problems, []);
    await preview.send({ type: 'draw', svg: 'no drawing' });
    await preview.page.waitForTimeout(200);
    const failed = (await preview.posted()).find((message) => message.type === 'picture');
    assert.deepEqual(failed, { type: 'picture', png: null });
    await preview.close();
  }).timeout(60_000);
});
