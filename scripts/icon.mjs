// Draws media/icon.png, which the manifest needs as a bitmap, from media/icon.svg (`npm run icon`).
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const size = 256;
const svg = await readFile(new URL('../media/icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  const path = fileURLToPath(new URL('../media/icon.png', import.meta.url));
  await page.screenshot({ path, omitBackground: true });
} finally {
  await browser.close();
}
