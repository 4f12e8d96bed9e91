import type { PlanEdit } from '../../edit/editor';
import type { Assignment } from '../../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../../plan/planFile';
import { resolved } from '../../syntax/tree';
import { nodeAt } from '../links/written';
import type { FixContext } from '../rule';

/** Names one accountable person, and the others among those who do the work. */
export function handover(
  edit: FixContext['edit'],
  file: RoadmapFile | ProjectFile,
  { id, path, fields }: Assignment,
  kept: string,
  others: readonly string[],
): PlanEdit | undefined {
  const working = fields.responsible?.value.map(({ value }) => value.id) ?? [];
  const [added = '', ...more] = others.filter((other) => !working.includes(other));
  const responsible = more.length > 0 ? [added, ...more] : added;
  // The short form is one name alone, and has no place for a second one.
  if (resolved(nodeAt(file, path))?.kind === 'scalar')
    return edit.setProperty(file.uri, path.slice(0, -1), id, { accountable: kept, responsible });
  const accountable = edit.setProperty(file.uri, path, 'accountable', kept);
  if (added === '') return accountable;
  // A single name is added to those that are there, so that their list stays as it is written.
  const doing =
    more.length === 0
      ? edit.appendToList(file.uri, [...path, 'responsible'], added)
      : edit.setProperty(file.uri, path, 'responsible', [...working, added, ...more]);
  return edit.combine(accountable, doing);
}
