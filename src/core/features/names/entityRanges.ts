import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';
import { declaredFileId, declaredName } from './nameParts';

/** Where an entity stands: all of it, and its id within it. */
export interface EntityRanges {
  readonly range: Range;
  readonly selection: Range;
}

/**
 * Where an entity of a file is written. A file itself is selected by the id that it gives itself, else by the key that
 * says what it is about; an entry of a list by its first key. Undefined where it stands nowhere any more.
 */
export function entityRanges(file: PlanFile, entity: AnyEntity): EntityRanges | undefined {
  const { source } = file.document;
  const range = source.rangeOf(entity.at);
  const selected = source.rangeOf(selectedPlace(file, entity));
  if (!range) return undefined;
  // What an alias stands for is written elsewhere, and the entry is where the alias is.
  return { range, selection: selected && isWithin(selected, range) ? selected : range };
}

/**
 * A link from a range of the document in which it is asked for to an entity. Empty where it stands nowhere any more.
 */
export function linkTo(plan: Plan, entity: AnyEntity, origin: Range): readonly LocationLink[] {
  const file = plan.fileOf(entity);
  const ranges = file && entityRanges(file, entity);
  if (!ranges) return [];
  return [
    {
      originSelectionRange: origin,
      targetUri: entity.uri,
      targetRange: ranges.range,
      targetSelectionRange: ranges.selection,
    },
  ];
}

/** The location of a place of a file; empty where it is of another version of it. */
export function locationsOf({ uri, document }: PlanFile, at: Place): readonly Location[] {
  const range = document.source.rangeOf(at);
  return range ? [{ uri, range }] : [];
}

export function isWithin(inner: Range, outer: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function selectedPlace(file: PlanFile, entity: AnyEntity): Place {
  if (entity.path.length > 0) return declaredName(entity);
  const root = file.root;
  const title =
    root?.kind === 'product' ? root.fields.product : root?.kind === 'project' ? root.fields.project : undefined;
  return declaredFileId(file) ?? title?.key ?? entity.key;
}
