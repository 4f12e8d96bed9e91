import { newFileText } from '../../edit/newFileText';
import { fileNameOf, fileStem, folderOf } from '../../plan/fileKind';
import type { Goal } from '../../plan/generated/entities';
import { legible } from '../../plan/scalars/parsed';
import { holdersOf } from '../../analysis/ownership/holders';
import { managerAreas } from '../../analysis/ownership/leadership';
import type { Fix, FixContext } from '../rule';
import { freeId } from '../../plan/freeId';
import { titleOf } from './naming';
import { offer } from './offer';
import { referenceText } from '../../plan/referenceText';

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
  const uri = uriOf(id);
  const text = newFileText(uri, {
    project: legible(titleOf(goal) ?? id).trim(),
    ...(manager ? { manager: manager.id } : {}),
    goal: reference,
  });
  return offer(`Create the project ${fileNameOf(uri)} for it`, edit.createFile(uri, text));
}
