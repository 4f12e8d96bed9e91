import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { serveWorkbench } from '../../scripts/vscodeWeb.mjs';
import { startBrowser } from './browser';
import { cacheFolder, hostBundle, projectFolder, workspacesFolder } from './folders';
import { Workbench } from './workbench';

/** The folders below `workspaces/`, and the project's examples. */
export type WorkspaceName = 'checkout' | 'editing' | 'examples' | 'fixes' | 'hints' | 'navigation' | 'plain';

/** The one browser and the servers of a run: started when first asked for, ended together. */
export class Session {
  private readonly ends: (() => void | Promise<void>)[] = [];
  private readonly copies = new Map<WorkspaceName, Promise<string>>();
  private browser: Promise<BrowserContext> | undefined;

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
  hostTestsAddress(): Promise<string> {
    return this.serve('checkout', hostBundle);
  }

  /** Opens a window on a workspace. It has a server, and so an origin, of its own: nothing is remembered. */
  async openWindow(file: string | undefined, workspace: WorkspaceName): Promise<Workbench> {
    const address = await this.serve(workspace);
    return Workbench.open(await this.context(), address, file);
  }

  /** Closes the browser and stops the servers. */
  async end(): Promise<void> {
    const ends = this.ends.splice(0).reverse();
    await Promise.allSettled(ends.map(async (end) => end()));
  }

  private async serve(workspace: WorkspaceName, tests?: string): Promise<string> {
    const folder = await this.copyOf(workspace);
    const served = await serveWorkbench(tests === undefined ? { folder } : { folder, tests });
    this.ends.push(() => served.dispose());
    return served.address;
  }

  /** The tests get a copy, so that a mistake in one never changes the fixtures. */
  private copyOf(workspace: WorkspaceName): Promise<string> {
    const known = this.copies.get(workspace);
    if (known !== undefined) return known;
    const source = workspace === 'examples' ? join(projectFolder, 'examples') : join(workspacesFolder, workspace);
    const copy = copyFolder(source, join(cacheFolder, 'workspaces', workspace));
    this.copies.set(workspace, copy);
    return copy;
  }
}

async function copyFolder(source: string, target: string): Promise<string> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await cp(source, target, { recursive: true });
  return target;
}

let current: Session | undefined;

/** Makes the session that `openWindow` uses. */
export function startSession(headed: boolean): Session {
  current = new Session(headed);
  return current;
}

/** Opens a window of VS Code on a workspace, with a file of it or with none, for a test that drives it. */
export function openWindow(file: string | undefined, workspace: WorkspaceName = 'checkout'): Promise<Workbench> {
  if (current === undefined) throw new Error('These tests are run by test/e2e/run.ts');
  return current.openWindow(file, workspace);
}
