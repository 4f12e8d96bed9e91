import { topItems } from '../../analysis/lineage';
import type { PlanFile } from '../../plan/planFile';
import { nearKeys } from '../links/written';
import { mayBeOver } from '../schedule/overdue';
import { isByItself, unreadKeys } from '../schedule/unreadKeys';
import { cutTexts } from '../structure/cutTexts';
import { repeatedKeys } from '../structure/duplicates';
import { isWrongKind } from '../structure/readable';
import { schemaMistakes } from '../structure/schemaMistakes';

/**
 * Has everything read that the rules ask of the nodes of nearly every file, which is kept then: a file whose nodes have
 * been let go of after that can be checked without them. What rules ask of few files they still can.
 */
export function readNodes(file: PlanFile): void {
  if (isWrongKind(file)) return;
  schemaMistakes(file);
  repeatedKeys(file);
  cutTexts(file.document);
  for (const path of [[], ['budget']]) nearKeys(file, path);
  for (const entity of file.definitions) if (entity.kind !== 'item') mayBeOver(file, entity);
  if (file.kind === 'project' && isByItself(file)) for (const item of topItems(file)) unreadKeys(file, item);
}
