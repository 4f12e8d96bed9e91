import { scalarText } from '../../edit/scalarText';
import { fileNameOf, fileStem, folderOf } from '../../plan/fileKind';
import type { Goal } from '../../plan/generated/entities';
import { holdersOf } from '../ownership/holders';
import { managerAreas } from '../ownership/leadership';
import type { Fix, FixContext } from '../rule';
import { freeId } from './freeId';
import { titleOf } from './naming';
import { offer } from './offer';
import { referenceText } from './referenceText';

/** A project file for a goal, beside its roadmap; none where no reference from there can lead to the goal. */
export function newProjectFixes(
  { plan, file, edit }: Pick<FixContext, 'plan' | 'file' | 'edit'>,
  goal: Goal,
): readonly Fix[] {
  // Any project reads a reference alike: each goal is in some other file.
  const reader = plan.projects[0];
  const reference = reader && referenceText(plan, goal, 'goal', reader);
  if (reference === undefined) return [];
  const ending = fileNameOf(file.uri).endsWith('.yml') ? 'yml' : 'yaml';
  const uriOf = (id: string): string => `${folderOf(file.uri)}/${id}.project.${ending}`;
  // A file that says nothing yet has no project and still is there.
  const taken = [...plan.projects.map(({ id }) => id), ...[...plan.files.keys()].flatMap((uri) => fileStem(uri) ?? [])];
  const id = freeId(goal.id, taken);
  const manager = holdersOf(plan, managerAreas)[0];
  const lines = [
    `project: ${written(titleOf(goal) ?? id)}`,
    ...(manager ? [`manager: ${written(manager.id)}`] : []),
    `goal: ${written(reference)}`,
  ];
  return offer(
    `Create the project ${fileNameOf(uriOf(id))} for it`,
    edit.createFile(uriOf(id), `${lines.join('\n')}\n`),
  );
}

function written(text: string): string {
  return scalarText(text.replace(/\s+/g, ' ').trim(), { flow: false, quote: 'single', text: true });
}
