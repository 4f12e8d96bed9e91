import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { serveWorkbench } from '../../scripts/vscodeWeb.mjs';
import { startBrowser } from './browser';
import { cacheFolder, hostBundle, workspaceFolder } from './folders';
import { Workbench } from './workbench';

/** The one browser and the servers of a run: started when first asked for, ended together. */
export class Session {
  private readonly ends: (() => void | Promise<void>)[] = [];
  private folder: Promise<string> | undefined;
  private browser: Promise<BrowserContext> | undefined;
  private windows: Promise<string> | undefined;

  constructor(private readonly headed: boolean) {}

  /** The browser that all windows of the run are in. */
  context(): Promise<BrowserContext> {
    this.browser ??= startBrowser({ headed: this.headed }).then((context) => {
      this.ends.push(() => context.close());
      return context;
    });
    return this.browser;
  }

  /** Address of a VS Code that runs the tests bundled for its extension host. */
  async hostTestsAddress(): Promise<string> {
    return this.serve(hostBundle);
  }

  /** Opens a window with a file of the workspace. */
  async openWindow(file: string): Promise<Workbench> {
    this.windows ??= this.serve();
    return Workbench.open(await this.context(), await this.windows, file);
  }

  /** Closes the browser and stops the servers. */
  async end(): Promise<void> {
    const ends = this.ends.splice(0).reverse();
    await Promise.allSettled(ends.map(async (end) => end()));
  }

  private async serve(tests?: string): Promise<string> {
    const folder = await this.copyOfWorkspace();
    const served = await serveWorkbench(tests === undefined ? { folder } : { folder, tests });
    this.ends.push(() => served.dispose());
    return served.address;
  }

  /** The tests get a copy, so that a mistake in one never changes the fixtures. */
  private copyOfWorkspace(): Promise<string> {
    const target = join(cacheFolder, 'workspace');
    this.folder ??= rm(target, { recursive: true, force: true })
      .then(() => cp(workspaceFolder, target, { recursive: true }))
      .then(() => target);
    return this.folder;
  }
}

let current: Session | undefined;

/** Makes the session that `openWindow` uses. */
export function startSession(headed: boolean): Session {
  current = new Session(headed);
  return current;
}

/** Opens a window of VS Code with a file of the workspace, for a test that drives it. */
export function openWindow(file: string): Promise<Workbench> {
  if (current === undefined) throw new Error('These tests are run by test/e2e/run.ts');
  return current.openWindow(file);
}
