import { fileKindOf, fileStem } from '../plan/fileKind';
import type { PlanFile } from '../plan/planFile';

/**
 * Puts files in the order in which somebody needs them who has others open: settings, because they say what a plan is;
 * what the open files name; roadmaps, whose goals, people and releases all work refers to; the rest. Within each they
 * stay as they are.
 *
 * @param uris the files to be read
 * @param open those that are open in an editor
 */
export function inOrderOfNeed(uris: readonly string[], open: readonly PlanFile[]): string[] {
  const named = new Set<string>();
  for (const { references } of open) {
    for (const { reference } of references) if (reference.file !== undefined) named.add(reference.file);
  }
  const byNeed: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const uri of uris) byNeed[needOf(uri, named)].push(uri);
  return byNeed.flat();
}

/** @param named ids of files, which are their names but for one that says otherwise */
function needOf(uri: string, named: ReadonlySet<string>): 0 | 1 | 2 | 3 {
  const kind = fileKindOf(uri);
  if (kind === 'settings') return 0;
  if (named.has(fileStem(uri) ?? '')) return 1;
  return kind === 'roadmap' ? 2 : 3;
}
