import { topItems } from '../../analysis/lineage';
import { definitionsButItems } from '../../analysis/picking';
import type { PlanFile } from '../../plan/planFile';
import type { Stepwise } from '../../stepwise';
import { nearKeys } from '../links/written';
import { mayBeOver } from '../schedule/overdue';
import { isByItself, unreadKeys } from '../schedule/unreadKeys';
import { cutTexts } from '../structure/cutTexts';
import { repeatedKeys } from '../structure/duplicates';
import { isWrongKind } from '../structure/readable';
import { findingSchemaMistakes } from '../structure/schemaMistakes';

const itemsPerStep = 64;

/**
 * Has everything read, bit by bit, that the rules ask of the nodes of nearly every file, which is kept then: a file
 * whose nodes have been let go of after that can be checked without them. What rules ask of few files they still can.
 */
export function* readingNodes(file: PlanFile): Stepwise<void> {
  if (isWrongKind(file)) return;
  yield* findingSchemaMistakes(file);
  yield;
  repeatedKeys(file);
  yield;
  cutTexts(file.document);
  for (const path of [[], ['budget']]) nearKeys(file, path);
  for (const entity of definitionsButItems(file)) mayBeOver(file, entity);
  if (file.kind !== 'project' || !isByItself(file)) return;
  for (const [index, item] of topItems(file).entries()) {
    if (index % itemsPerStep === 0) yield;
    unreadKeys(file, item);
  }
}
