import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { AnyEntity } from '../plan/entity';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { placeOfAnchor } from '../syntax/anchor';
import { placeOf, type AliasNode } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import { cursorAt } from './cursor';
import { linkTo } from './names/entityRanges';
import { nameAt } from './names/nameAt';
import { occurrencesOf } from './names/occurrences';
import type { Subject } from './names/subject';
import type { PlanState } from './planState';

/**
 * Where the name at an absolute offset is given its meaning: the entry of what it names; of a person every file's; of an
 * ambiguous name every candidate. The qualifier of a reference leads to the file that it means, an alias to its anchor.
 * On a definition it is that itself, which editors take for a wish to see the references.
 *
 * @returns undefined where no name stands, or one that the plan does not define
 */
export function definition({ plan }: PlanState, uri: string, offset: number): readonly LocationLink[] | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const { word } = cursorAt(file, offset);
  if (word?.node.kind === 'alias') return anchorOf(file, word.node);
  const name = nameAt(plan, file, offset);
  const origin = name && file.document.source.rangeOf(name.at);
  const links = name?.subject && origin ? definitionsOf(plan, name.subject, origin) : [];
  return links.length > 0 ? links : undefined;
}

function definitionsOf(plan: Plan, subject: Subject, origin: Range): readonly LocationLink[] {
  const link = (entity: AnyEntity): readonly LocationLink[] => linkTo(plan, entity, origin);
  switch (subject.kind) {
    case 'defined':
      return subject.entities.flatMap(link);
    case 'file':
      return subject.files.flatMap(({ root }) => (root ? link(root) : []));
    case 'free':
      return occurrencesOf(plan, subject)
        .filter(({ isDeclaration }) => isDeclaration)
        .flatMap(({ file, at }) => linkBetween(file, at, at, origin));
  }
}

/** Where the text is written that an alias stands for. */
function anchorOf(file: PlanFile, alias: AliasNode): readonly LocationLink[] | undefined {
  const { target } = alias;
  const origin = file.document.source.rangeOf(placeOf(alias));
  if (!target || !origin) return undefined;
  const all = placeOf(target);
  const anchor = placeOfAnchor(target);
  const links = anchor
    ? linkBetween(file, { ...all, start: anchor.start }, anchor, origin)
    : linkBetween(file, all, all, origin);
  return links.length > 0 ? links : undefined;
}

function linkBetween(
  { uri, document: { source } }: PlanFile,
  all: Place,
  selected: Place,
  originSelectionRange: Range,
): readonly LocationLink[] {
  const targetRange = source.rangeOf(all);
  const targetSelectionRange = source.rangeOf(selected);
  if (!targetRange || !targetSelectionRange) return [];
  return [{ originSelectionRange, targetUri: uri, targetRange, targetSelectionRange }];
}
