import { SymbolKind, type DocumentSymbol, type Range, type SymbolInformation } from 'vscode-languageserver-types';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { AnyEntity, Field } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import { schemaAt } from '../schema/lookup';
import type { Place } from '../text/sourceText';
import { entityRanges, isWithin } from './names/entityRanges';
import type { PlanState } from './planState';
import { symbolKindOf } from './symbols/symbolKinds';
import { symbolDetail, symbolName, symbolTags } from './symbols/symbolText';

/**
 * The outline of a file, nested as it is written: what it is about, its sections by their keys, and in them the entries
 * with their status. What is written elsewhere, behind an alias or a merge key, is left out. Of a broken file it is what
 * can be read. Undefined for a file of no plan.
 */
export function documentSymbols({ plan, analysis }: PlanState, uri: string): readonly DocumentSymbol[] | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  return file.root ? new Outline(analysis, file).symbols(file.root) : [];
}

/** The same as a list, for clients that know no nesting. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  within?: string,
): readonly SymbolInformation[] {
  return symbols.flatMap(({ name, kind, tags, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(tags ? { tags } : {}),
      ...(within === undefined ? {} : { containerName: within }),
    },
    ...flatSymbols(children, uri, name),
  ]);
}

class Outline {
  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: PlanFile,
  ) {}

  symbols(root: AnyEntity): readonly DocumentSymbol[] {
    const parts = fieldsOf(root).flatMap(([name, field]): readonly DocumentSymbol[] => {
      const isTitle = name === root.kind;
      return isTitle ? this.#title(root, field) : this.#section(name, field);
    });
    return parts.sort(bySource);
  }

  /** The pair that says what the file is about stands for all of it. */
  #title(root: AnyEntity, field: Field<unknown>): readonly DocumentSymbol[] {
    const kind = symbolKindOf(root.kind);
    return kind === undefined ? [] : this.#pair(field, symbolName(this.analysis, root), kind, this.#status(root), []);
  }

  /** A property of the file that holds more than one value. */
  #section(name: string, field: Field<unknown>): readonly DocumentSymbol[] {
    const { value } = field;
    if (typeof value !== 'object' || value === null || !(Array.isArray(value) || isEntity(value))) return [];
    if (Array.isArray(value) && isReference(this.file, name)) return [];
    return this.#pair(field, name, SymbolKind.Namespace, {}, entitiesIn(value));
  }

  #pair(
    { key, at }: Field<unknown>,
    name: string,
    kind: SymbolKind,
    more: Pick<DocumentSymbol, 'detail' | 'tags'>,
    entities: readonly AnyEntity[],
  ): readonly DocumentSymbol[] {
    const range = this.file.document.source.rangeOf(fromTo(key, at));
    const selectionRange = this.file.document.source.rangeOf(key);
    // A key that is merged in stands elsewhere.
    if (!range || !selectionRange || !isWithin(selectionRange, range)) return [];
    return [{ name, kind, ...more, range, selectionRange, children: this.#within(entities, range) }];
  }

  /** The symbols of entities, and of what they hold, as far as they are written within a range. */
  #within(entities: readonly AnyEntity[], range: Range): DocumentSymbol[] {
    return entities.flatMap((entity) => this.#entity(entity, range)).sort(bySource);
  }

  #entity(entity: AnyEntity, within: Range): readonly DocumentSymbol[] {
    const kind = symbolKindOf(entity.kind);
    const held = fieldsOf(entity).flatMap(([, { value }]) => entitiesIn(value));
    // A part such as a charter is no symbol, but may hold some.
    if (kind === undefined) return this.#within(held, within);
    const ranges = entityRanges(this.file, entity);
    if (!ranges || !isWithin(ranges.range, within)) return [];
    const { range, selection: selectionRange } = ranges;
    const children = this.#within(held, range);
    return [
      { name: symbolName(this.analysis, entity), kind, ...this.#status(entity), range, selectionRange, children },
    ];
  }

  #status(entity: AnyEntity): Pick<DocumentSymbol, 'detail' | 'tags'> {
    const detail = symbolDetail(this.analysis, entity);
    return { ...(detail === '' ? {} : { detail }), ...symbolTags(entity) };
  }
}

function fieldsOf({ fields }: AnyEntity): readonly (readonly [string, Field<unknown>])[] {
  return Object.entries(fields as Readonly<Record<string, Field<unknown>>>);
}

/** The entities that a value is or holds. */
function entitiesIn(value: unknown): readonly AnyEntity[] {
  if (Array.isArray(value)) return value.filter(isEntity);
  return isEntity(value) ? [value] : [];
}

function isEntity(value: unknown): value is AnyEntity {
  return typeof value === 'object' && value !== null && 'kind' in value && 'fields' in value && 'path' in value;
}

/** Whether a list at the top of a file only refers to what is elsewhere, as `goal` and `links` do. */
function isReference({ kind }: PlanFile, name: string): boolean {
  const schema = schemaAt(kind, [name]);
  return schema?.entity === undefined && schema?.keyKind === undefined && !schema?.types.includes('object');
}

function fromTo(key: Place, value: Place): Place {
  const last = value.last ?? value.piece;
  return { piece: key.piece, start: key.start, end: value.end, ...(last === key.piece ? {} : { last }) };
}

function bySource({ range: one }: DocumentSymbol, { range: other }: DocumentSymbol): number {
  return one.start.line - other.start.line || one.start.character - other.start.character;
}
