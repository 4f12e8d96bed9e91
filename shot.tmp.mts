import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './test/e2e/browser';
import { cacheFolder, projectFolder } from './test/e2e/folders';
import { Workbench } from './test/e2e/workbench';
import { serveWorkbench } from './scripts/vscodeWeb.mjs';
const theme = process.argv[2] ?? 'Dark Modern';
const folder = join(cacheFolder, 'shot');
await rm(folder, { recursive: true, force: true });
await cp(join(projectFolder, 'examples'), folder, { recursive: true });
await mkdir(join(folder, '.vscode'));
await writeFile(
  join(folder, '.vscode', 'settings.json'),
  JSON.stringify({
    'workbench.colorTheme': theme,
    'files.autoSave': 'off',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  }),
);
const context = await startBrowser();
const { address, dispose } = await serveWorkbench({ folder });
const wb = await Workbench.open(context, address, 'offline-stocktake.project.yaml');
const page = wb.page;
try {
  await wb.untilLoaded('server.browser.js');
  await wb.command('View: Show Throughline').catch((e) => console.log('cmd', String(e).slice(0, 200)));
  await page.waitForTimeout(3000);
  await mkdir('out/screenshots', { recursive: true });
  await page.screenshot({ path: `out/screenshots/tree1-${theme.replace(/ /g, '')}.png` });
  console.log(
    await page
      .locator('.monaco-list[aria-label] .monaco-list-row')
      .evaluateAll((els) => els.map((e) => e.getAttribute('aria-level') + ' ' + e.getAttribute('aria-label'))),
  );

  const sash = page.locator('.sidebar .monaco-sash, .monaco-sash.vertical').first();
  const part = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(part!.x + part!.width, 400);
  await page.mouse.down();
  await page.mouse.move(part!.x + 560, 400, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('treeitem', { name: /Goal Kitchens order/ }).click();
  await page.waitForTimeout(500);
  for (const k of [
    'ArrowRight',
    'ArrowDown',
    'ArrowRight',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowRight',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
    'ArrowRight',
  ]) {
    await page.keyboard.press(k);
    await page.waitForTimeout(600);
  }
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `out/screenshots/tree2-${theme.replace(/ /g, '')}.png` });
  await page
    .getByRole('treeitem', { name: /Feature Order/ })
    .first()
    .hover()
    .catch(() => {});
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `out/screenshots/tree3-${theme.replace(/ /g, '')}.png` });
  await page.getByRole('treeitem', { name: /Goal Kitchens order/ }).click({ button: 'right' });
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `out/screenshots/tree4-${theme.replace(/ /g, '')}.png` });
  await page.keyboard.press('Escape');
  await page.locator('.part.sidebar .action-label.codicon-filter').click();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `out/screenshots/tree5-${theme.replace(/ /g, '')}.png` });
  await page.keyboard.press('Escape');
  await wb.command('Throughline: Show Only Critical');
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `out/screenshots/tree6-${theme.replace(/ /g, '')}.png` });
  console.log(wb.complaints);
} catch (e) {
  console.log(e);
  await page.screenshot({ path: `out/screenshots/treefail.png` });
  console.log(wb.log.filter((l) => /error/i.test(l)).slice(-10));
}
await context.close();
dispose();
process.exit();
