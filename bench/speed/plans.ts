import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { planTexts } from '../plans';
import { roadmapTexts } from '../roadmaps';

/** A plan in a folder of its own. */
export interface PlanFolder {
  readonly path: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly uriOf: (name: string) => string;
}

/** The one project of a plan of one project. */
export const projectName = 'project-1.project.yaml';
export const roadmapName = 'product.roadmap.yaml';

/** A project of so many items in one file, with a roadmap and settings beside it. */
export function oneProject(items: number): ReadonlyMap<string, string> {
  const people = Math.max(8, items / 100);
  return planTexts({ projects: 1, items, dependencies: items, people, teamSize: people, isDetailed: true });
}

export function oneProjectFolder(plans: PlanFolders, items: number): Promise<PlanFolder> {
  return plans.of(`one project, ${items}`, () => oneProject(items));
}

/** 1,000 projects of 100 items that wait for one another, with 1,000 people who share their time between them. */
export function manyProjects(): ReadonlyMap<string, string> {
  return planTexts({ projects: 1000, items: 100_000, dependencies: 100_000, people: 1000, isDetailed: true });
}

export function manyRoadmaps(): ReadonlyMap<string, string> {
  return roadmapTexts(100);
}

/** Plans on disk, each written when it is first asked for. */
export class PlanFolders {
  readonly #made = new Map<string, Promise<PlanFolder>>();

  /** @param name what is the same for the same texts */
  of(name: string, texts: () => ReadonlyMap<string, string>): Promise<PlanFolder> {
    const made = this.#made.get(name) ?? write(texts());
    this.#made.set(name, made);
    return made;
  }

  async remove(): Promise<void> {
    for (const folder of this.#made.values()) await rm((await folder).path, { recursive: true, force: true });
  }
}

async function write(texts: ReadonlyMap<string, string>): Promise<PlanFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'throughline-bench-')));
  for (const [name, text] of texts) await writeFile(join(path, name), text);
  return { path, texts, uriOf: (name) => URI.file(join(path, name)).toString() };
}
