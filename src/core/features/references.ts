import type { Location } from 'vscode-languageserver-types';
import { locationsOf } from './names/entityRanges';
import { nameAt } from './names/nameAt';
import { occurrencesOf } from './names/occurrences';
import type { PlanState } from './planState';

/**
 * Every place of the plan where what is named at an absolute offset is named, in the order of the files and their texts:
 * the name alone, without quotes, qualifier, type and lag. Where it is defined too, where the declaration is asked for.
 *
 * @returns undefined where no name stands, or one that leads nowhere
 */
export function references(
  { plan }: PlanState,
  uri: string,
  offset: number,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): readonly Location[] | undefined {
  const file = plan.files.get(uri);
  const subject = file && nameAt(plan, file, offset)?.subject;
  if (!subject) return undefined;
  return occurrencesOf(plan, subject)
    .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
    .flatMap((occurrence) => locationsOf(occurrence.file, occurrence.at));
}
