import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { cacheFolder } from './folders';

/** Webviews of VS Code for the Web live in frames of another origin, whose service worker counts as a third party. */
const preferences = {
  profile: {
    cookie_controls_mode: 0,
    block_third_party_cookies: false,
    default_content_setting_values: { cookies: 1 },
  },
};

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium with a fresh profile; closing the context ends it and removes the profile. */
export async function startBrowser({ headed = false } = {}): Promise<BrowserContext> {
  await mkdir(cacheFolder, { recursive: true });
  const profile = await mkdtemp(join(cacheFolder, 'profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: !headed,
    args: switches,
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.on('close', () => void rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  context.setDefaultTimeout(20_000);
  return context;
}
