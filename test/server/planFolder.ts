import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

export const roadmap = `product: Checkout
owner: alice
goals:
  faster: Checkout in under a minute
`;

/** What it lacks is a goal. */
export const project = `project: Checkout rewrite
manager: bob
items:
  api: Payment API
`;

export const projectWithGoal = project.replace('items:', 'goal: faster\nitems:');

/** A folder on disk with a plan in it. */
export class PlanFolder {
  private constructor(readonly path: string) {}

  /** @param files texts by their path */
  static async with(files: Readonly<Record<string, string>>): Promise<PlanFolder> {
    const folder = new PlanFolder(await realpath(await mkdtemp(join(tmpdir(), 'throughline-'))));
    for (const [path, text] of Object.entries(files)) await folder.write(path, text);
    return folder;
  }

  get uri(): string {
    return this.uriOf('');
  }

  uriOf(path: string): string {
    return URI.file(join(this.path, path)).toString().replace(/\/$/, '');
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.path, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async delete(path: string): Promise<void> {
    await rm(join(this.path, path));
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
