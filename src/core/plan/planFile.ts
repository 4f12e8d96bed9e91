import type { Stepwise } from '../stepwise';
import { parsing, type SyntaxDocument } from '../syntax/document';
import { keyText, placeOf, resolved, type MapNode } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import { bindingEntries, bindRoot } from './bind';
import type { ReferenceSite, ValueProblem } from './binding';
import type { AnyEntity } from './entity';
import { fileKindOf, fileNameOf, fileStem, folderOf, rootKey, type FileKind } from './fileKind';
import type { Entities, Product, Project, Settings } from './generated/entities';
import { idFrom } from './scalars';
import { entityShapeOf } from './shape';

/**
 * What a file says. A change of nothing but words (see {@link reworded}) keeps the objects of a file and gives them the
 * new words and places; any other gives a new file, of which what the change did not touch is shared.
 */
interface FileBase<K extends FileKind, R> {
  readonly kind: K;
  readonly uri: string;
  /** What other files call this one: its `id`, else its name. Empty for settings. */
  readonly id: string;
  readonly document: SyntaxDocument;
  /** What the file says; undefined where it holds no map, or a plan of the other kind. */
  readonly root: R | undefined;
  /** The key that belongs to the other kind of file, where there is one instead of this kind's own. */
  readonly wrongKind?: Place;
  readonly references: readonly ReferenceSite[];
  /** Which of the references stand in each property of the root: from one, and before another. */
  readonly referencesOf: ReadonlyMap<string, readonly [from: number, to: number]>;
  /** Every entity with an id, at any depth, in source order. */
  readonly definitions: readonly AnyEntity[];
  readonly problems: readonly ValueProblem[];
}

export type RoadmapFile = FileBase<'roadmap', Product>;
export type ProjectFile = FileBase<'project', Project>;
export type SettingsFile = FileBase<'settings', Settings>;
export type PlanFile = RoadmapFile | ProjectFile | SettingsFile;

export const rootEntity = { roadmap: 'product', project: 'project', settings: 'settings' } as const;

/**
 * Reads what a document says as a file of its kind.
 *
 * @param before what an earlier version of it says
 */
export function readPlanFile(kind: FileKind, document: SyntaxDocument, before?: PlanFile): PlanFile {
  const { uri } = document;
  const map = resolved(document.root);
  const nothing = {
    kind,
    uri,
    document,
    root: undefined,
    references: [],
    referencesOf: new Map<string, readonly [number, number]>(),
    definitions: [],
    problems: [],
  };
  if (map?.kind !== 'map') return { ...nothing, id: fileId(kind, uri, undefined) };
  const wrongKind = wrongKindKey(kind, map);
  if (wrongKind) return { ...nothing, id: fileId(kind, uri, undefined), wrongKind };
  const { entity, ...binding } = bindRoot(uri, map, entityShapeOf(rootEntity[kind]), before?.root);
  // The binder builds entities by the same schema that their types are generated from.
  const root = entity as Product | Project | Settings;
  return { kind, uri, id: fileId(kind, uri, root), document, root, ...binding } as PlanFile;
}

/**
 * Reads a text bit by bit: its syntax, and what its entries mean, so that {@link readPlanFile} finds all but its root
 * read. Of what is no part of a plan by its name only the syntax is read.
 */
export function* readingDocument(uri: string, text: string): Stepwise<SyntaxDocument> {
  const document = yield* parsing(uri, text);
  const kind = fileKindOf(uri);
  const map = resolved(document.root);
  if (kind && map?.kind === 'map') yield* bindingEntries(uri, map, entityShapeOf(rootEntity[kind]));
  yield;
  return document;
}

/** The entities of a kind that a file defines by id. */
export function definitionsOf<K extends keyof Entities>(file: PlanFile, kind: K): readonly Entities[K][] {
  const { definitions } = file;
  // Nearly all of a large project is items, and hardly anybody asks for those.
  if (kind === 'item') return definitions.filter((entity): entity is Entities[K] => entity.kind === kind);
  const known = byKind.get(definitions) ?? readKinds(definitions);
  byKind.set(definitions, known);
  return (known.get(kind) ?? []) as readonly Entities[K][];
}

/** Many ask for things of which a large file has few or none. */
const byKind = new WeakMap<readonly AnyEntity[], ReadonlyMap<string, readonly AnyEntity[]>>();

function readKinds(definitions: readonly AnyEntity[]): ReadonlyMap<string, readonly AnyEntity[]> {
  const kinds = new Map<string, AnyEntity[]>();
  for (const entity of definitions) {
    if (entity.kind === 'item') continue;
    const same = kinds.get(entity.kind);
    if (same) same.push(entity);
    else kinds.set(entity.kind, [entity]);
  }
  return kinds;
}

/** Whether a file would have the same id with another title. */
export function hasIdBesideTitle({ kind, uri, root }: PlanFile): boolean {
  return kind === 'settings' || fileStem(uri) !== undefined || (root !== undefined && 'id' in root.fields);
}

function wrongKindKey(kind: FileKind, map: MapNode): Place | undefined {
  if (kind === 'settings') return undefined;
  const own = rootKey[kind];
  const other = rootKey[kind === 'roadmap' ? 'project' : 'roadmap'];
  const keys = map.members.map((pair) => ({ name: keyText(pair), at: placeOf(pair.key) }));
  return keys.some(({ name }) => name === own) ? undefined : keys.find(({ name }) => name === other)?.at;
}

function fileId(kind: FileKind, uri: string, root: Product | Project | Settings | undefined): string {
  if (kind === 'settings') return '';
  const written = root && 'id' in root.fields ? root.fields.id.value : undefined;
  return written ?? fileStem(uri) ?? slugOf(titleOf(root)) ?? slugOf(fileNameOf(folderOf(uri))) ?? '';
}

function titleOf(root: Product | Project | Settings | undefined): string {
  if (root?.kind === 'product') return root.fields.product?.value ?? '';
  if (root?.kind === 'project') return root.fields.project?.value ?? '';
  return '';
}

/** The text in lower case, its marks dropped, with a hyphen for every other run; undefined where nothing is left. */
export function slugOf(text: string): string | undefined {
  return idFrom(text.toLowerCase().replace(/[._]+/g, '-'));
}
