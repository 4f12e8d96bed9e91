/**
 * Makes the pictures of the README and of the documentation in the real VS Code, on the examples, which are looked at as
 * of their status date: `npm run screenshots`.
 *
 *     npm run screenshots [-- --theme NAME] [--width PIXELS] [--to FOLDER]
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { viewsOf } from '../src/core/views/viewNames';
import { startBrowser } from '../test/e2e/browser';
import { cacheFolder, projectFolder } from '../test/e2e/folders';
import { Workbench } from '../test/e2e/workbench';
import { smallerPng } from './smallerPng.mjs';
import { serveWorkbench } from './vscodeWeb.mjs';

const { values: options } = parseArgs({
  options: {
    theme: { type: 'string', default: 'Dark Modern' },
    width: { type: 'string', default: '1440' },
    to: { type: 'string', default: join(projectFolder, 'docs', 'images') },
  },
});
const size = { width: Number(options.width), height: 900 };
const target = resolve(options.to);

/** What would draw the eye away from the plan, off. */
const settings = {
  'workbench.colorTheme': options.theme,
  'workbench.startupEditor': 'none',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}',
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'files.autoSave': 'off',
  'problems.defaultViewMode': 'table',
};

const folder = join(cacheFolder, 'screenshots');

void main();

async function main(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(join(projectFolder, 'examples'), folder, { recursive: true });
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  await mkdir(target, { recursive: true });
  const context = await startBrowser();
  try {
    await inWindow(context, 'larder.roadmap.yaml', pictureOfRoadmap);
    await inWindow(context, 'offline-stocktake.project.yaml', pictureOfProject);
    await inWindow(context, '.throughline.yaml', pictureOfHover);
    await inWindow(context, 'larder.roadmap.yaml', (workbench) => picturesOfViews(workbench, 'roadmap'));
    await inWindow(context, 'supplier-ordering.project.yaml', (workbench) => picturesOfViews(workbench, 'project'));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
  process.exit();
}

/** Runs a task in a window of its own that shows one file, without the side bar. */
async function inWindow(
  context: BrowserContext,
  file: string,
  task: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const { address, dispose } = await serveWorkbench({ folder });
  const workbench = await Workbench.open(context, address, file);
  await workbench.page.setViewportSize(size);
  await workbench.untilLoaded('server.browser.js');
  await workbench.page.keyboard.press('ControlOrMeta+KeyB');
  await task(workbench);
  await workbench.close();
  dispose();
}

async function pictureOfRoadmap(workbench: Workbench): Promise<void> {
  await workbench.goTo(45);
  await openPreview(workbench, '.board');
  await workbench.goTo(36, 3);
  await save(workbench, 'roadmap');
}

async function pictureOfProject(workbench: Workbench): Promise<void> {
  await workbench.squiggles().first().waitFor();
  await workbench.problems();
  await shrinkPanel(workbench.page, 200);
  await workbench.focusSource();
  await openPreview(workbench, '.grid');
  await workbench.goTo(152, 3);
  await save(workbench, 'project');
}

/** Every view of a file, as wide as the window. */
async function picturesOfViews(workbench: Workbench, kind: 'roadmap' | 'project'): Promise<void> {
  await workbench.command('Throughline: Open Preview');
  const preview = await workbench.webview('main h1, main h2');
  for (const [index, { name, title }] of viewsOf(kind).entries()) {
    // Of a project it is the same as of a roadmap.
    if (kind === 'project' && name === 'overview') continue;
    await preview.locator('.view-picker').focus();
    await workbench.page.keyboard.press(String(index + 1));
    await preview.getByRole('button', { name: `View: ${title}`, exact: true }).waitFor();
    // Nothing has the focus in a picture.
    await preview.locator('.view-picker').blur();
    await save(workbench, `${kind}-${name}`);
  }
}

async function pictureOfHover(workbench: Workbench): Promise<void> {
  const hover = await workbench.hover('product-manager');
  await hover.getByText('Product manager').first().waitFor();
  const box = await hover.boundingBox();
  if (box === null) throw new Error('The hover is gone');
  await save(workbench, 'hover', { x: 0, y: box.y - 80, width: box.x + box.width + 60, height: box.height + 120 });
}

/** Gives the panel at the bottom a height, by dragging its upper edge. */
async function shrinkPanel(page: Page, height: number): Promise<void> {
  const panel = await page.locator('.part.panel').boundingBox();
  if (panel === null) throw new Error('No panel is open');
  const middle = panel.x + panel.width / 2;
  await page.mouse.move(middle, panel.y);
  await page.mouse.down();
  await page.mouse.move(middle, size.height - height, { steps: 5 });
  await page.mouse.up();
  // To where nothing answers to it: the empty part of the tabs.
  await page.mouse.move(size.width * 0.4, 17);
}

async function openPreview(workbench: Workbench, content: string): Promise<void> {
  await workbench.command('Throughline: Open Preview to the Side');
  await workbench.webview(content);
}

/** Saves the window, or a part of it, once nothing moves any more. */
async function save(
  workbench: Workbench,
  name: string,
  clip?: { x: number; y: number; width: number; height: number },
): Promise<void> {
  await workbench.page.waitForTimeout(1_500);
  const path = join(target, `${name}.png`);
  const picture = await workbench.page.screenshot({ animations: 'disabled', ...(clip ? { clip } : {}) });
  await writeFile(path, smallerPng(picture));
  console.log(path);
}
