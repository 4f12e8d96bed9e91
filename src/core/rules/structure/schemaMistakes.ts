import type { PlanFile } from '../../plan/planFile';
import { rootKey, type FileKind } from '../../plan/fileKind';
import { isId } from '../../plan/scalars';
import { atOnce, type Stepwise } from '../../stepwise';
import type { SyntaxDocument } from '../../syntax/syntaxDocument';
import { plainValue } from '../../syntax/plainValue';
import {
  isAbsent,
  keyText,
  placeOf,
  placeOfPair,
  resolved,
  type MapNode,
  type Node,
  type Pair,
} from '../../syntax/tree';
import type { Place } from '../../text/sourceText';
import { canValidate, validateValue, type SchemaError, type ValidatedPath } from '../../schema/validate';
import { schemaAt, type SchemaNode } from '../../schema/lookup';
import { BrokenText } from './brokenText';
import { commentAsTitle } from './cutTexts';
import { ByScalar } from './byScalar';
import { badKey, badValue, badValueOf, blankText, surplusEntry, waysTo } from './invalidValue';
import { missingProperties, missingRootProperty } from './missingProperty';
import type { Mistake } from './mistake';
import { isOwnKey } from './ownKey';
import { isWrongKind } from './readable';
import { pairOf, entriesOf, siteAt, valueAt, valuesOf, type Site } from './site';
import { SoundEntries } from './soundEntries';
import { emptyUnknownKeys, unknownProperties, type EmptyUnknownKeys } from './unknownProperty';
import { treeMistakes } from './treeMistakes';
import { isWrongTypeOfScalar, wrongRoot, wrongType } from './wrongType';

const known = new WeakMap<SyntaxDocument, readonly Mistake[]>();

/**
 * What is wrong with a file by the schema, one for each mistake: what follows from text that cannot be read, from a
 * wrong key or from a value of the wrong type is left out. Empty for a file of the other kind.
 */
export function schemaMistakes(file: PlanFile): readonly Mistake[] {
  return atOnce(findingSchemaMistakes(file));
}

/** The same bit by bit. */
export function* findingSchemaMistakes(file: PlanFile): Stepwise<readonly Mistake[]> {
  const mistakes = known.get(file.document) ?? (isWrongKind(file) ? [] : yield* new Reading(file).mistakes());
  known.set(file.document, mistakes);
  return mistakes;
}

/** How many entries are validated in one step. */
const entriesPerStep = 16;

/** The errors about one value. */
interface Wrong {
  readonly site: Site;
  readonly schema: SchemaNode;
  readonly errors: readonly SchemaError[];
}

class Reading {
  readonly #kind: FileKind;
  readonly #broken: BrokenText;
  readonly #found: Mistake[] = [];
  /** What has been said: a value that several aliases stand for is wrong once. */
  readonly #said = new Set<string>();
  /** Values that the binder has spoken of, which says more than the pattern of the schema. */
  readonly #bound = new ByScalar<true>();
  /** Keys that validators do not see, by the maps that have them; taken out once they have been spoken of. */
  #empty = new Map<unknown, EmptyUnknownKeys>();
  readonly #incomplete = new Set<unknown>();
  /** Values and keys inside which nothing more is looked for. */
  readonly #closed = new Set<unknown>();
  readonly #sound: SoundEntries;

  constructor(private readonly file: PlanFile) {
    this.#kind = file.kind;
    this.#broken = new BrokenText(file.document);
    for (const { whole } of file.problems) this.#bound.set(whole, true);
    this.#sound = new SoundEntries(file);
  }

  *mistakes(): Stepwise<readonly Mistake[]> {
    const node = resolved(this.file.document.root);
    if (!node || isAbsent(node)) this.#emptyFile();
    else if (node.kind !== 'map') this.#add(wrongRoot({ node, path: [] }, this.#kind));
    else yield* this.#root({ node, path: [] });
    return this.#found;
  }

  #emptyFile(): void {
    const at = this.file.document.source.placeAt(0);
    if (this.#kind === 'settings' || !at || this.#broken.any) return;
    this.#add(missingRootProperty(at, rootKey[this.#kind], 'empty-file'));
  }

  *#root(root: Site): Stepwise<void> {
    if (root.node.kind !== 'map') return;
    this.#empty = new Map(emptyUnknownKeys(root, this.#kind, this.#sound));
    this.#empty.delete(root.node);
    for (const { site } of this.#empty.values()) this.#sound.doubt(site.path);
    const unknown: string[] = [];
    const seen = new Set<string>();
    for (const pair of root.node.members) {
      const name = keyText(pair);
      if (name === undefined || name.startsWith('x-') || seen.has(name)) continue;
      seen.add(name);
      if (!canValidate(this.#kind, [name])) unknown.push(name);
      else yield* this.#section(root, name);
    }
    const schema = schemaAt(this.#kind, []);
    if (!schema) return;
    const meant = this.#unknown(root, schema, unknown);
    this.#rootProperty(root, meant);
    for (const { site, schema: owner, keys } of this.#empty.values()) this.#unknown(site, owner, keys);
    const { problems } = this.file;
    const ways = problems.length > 0 ? waysTo(root, problems) : undefined;
    for (const problem of problems) this.#add(badValueOf(problem, ways?.get(problem.whole), this.#kind));
    for (const mistake of treeMistakes(root, this.#kind, this.#closed, this.#sound)) this.#add(mistake);
    this.#sound.settle();
  }

  #rootProperty(root: Site, meant: ReadonlySet<string>): void {
    if (this.#kind === 'settings' || root.node.kind !== 'map') return;
    const name = rootKey[this.#kind];
    const pair = pairOf(root.node, name);
    if ((pair && !isAbsent(pair.value)) || meant.has(name)) return;
    if (pair && commentAsTitle(pair)) return;
    if (pair ? this.#broken.inEntry(placeOfPair(pair)) : this.#broken.atMargin()) return;
    const [first] = root.node.pairs;
    const at = pair?.key ?? first?.key ?? root.node;
    this.#add(missingRootProperty(placeOf(at), name, pair ? 'empty-key' : 'absent'));
  }

  *#section(root: Site, name: string): Stepwise<void> {
    const section = valueAt(root, name);
    if (!section) return;
    const entries = this.#entries(section, name);
    if (!entries) {
      this.#validate(section, [name]);
      return;
    }
    for (const [index, entry] of entries.entries()) {
      if (index % entriesPerStep === 0) yield;
      this.#validate(entry, [name, '*']);
    }
    yield;
    this.#sound.read(name, entries);
  }

  /**
   * The entries of a section that can be validated one by one, but for those of which is known that they are sound;
   * undefined where it is one value.
   */
  #entries(section: Site, name: string): readonly Site[] | undefined {
    const schema = schemaAt(this.#kind, [name]);
    if (!schema || !canValidate(this.#kind, [name, '*'])) return undefined;
    const { node } = section;
    if (node.kind === 'seq') return schema.isList ? entriesOf(section) : undefined;
    if (node.kind !== 'map' || schema.keyKind === undefined) return undefined;
    const { defines } = schema.keyKind;
    const open = this.#sound.others([name], node);
    const keys = defines === undefined ? [] : open.flatMap((pair) => keyText(pair) ?? []);
    for (const key of new Set(keys)) this.#key(section, key);
    return valuesOf(section, open).filter(({ path: [, key = ''] }) => !isOwnKey(this.#kind, [name], key));
  }

  #validate(unit: Site, path: ValidatedPath): void {
    const errors = validateValue(this.#kind, path, plainValue(unit.node));
    if (errors.length > 0) this.#sound.doubt(unit.path);
    const byPlace = new Map<string, SchemaError[]>();
    for (const error of errors) {
      const key = error.path.join('\0');
      const same = byPlace.get(key);
      if (same) same.push(error);
      else byPlace.set(key, [error]);
    }
    for (const same of byPlace.values()) {
      const [first] = same;
      const site = first && siteAt(unit, first.path);
      if (first && site) this.#wrong({ site, schema: first.schema, errors: same });
    }
  }

  #wrong(wrong: Wrong): void {
    const { site, schema, errors } = wrong;
    const has = (keyword: SchemaError['keyword']): boolean => errors.some((error) => error.keyword === keyword);
    if (has('type') && (site.node.kind !== 'scalar' || isWrongTypeOfScalar(site.node, schema))) {
      this.#closed.add(site.node);
      this.#add(wrongType(site, schema, this.#schemaAbove(site)));
    } else if (
      has('type') ||
      has('enum') ||
      has('pattern') ||
      has('minimum') ||
      has('exclusiveMinimum') ||
      has('maximum')
    ) {
      this.#content(wrong);
    } else if (has('maxItems')) {
      this.#add(surplusEntry(site, errors));
    } else {
      this.#keys(wrong);
    }
  }

  #isBound(node: Node | undefined): boolean {
    return node?.kind === 'scalar' && this.#bound.get(node) === true;
  }

  /** A value of the right kind and with the wrong content. */
  #content({ site, schema, errors }: Wrong): void {
    if (this.#isBound(site.node)) return;
    const owner = this.#ownerOfBlank(site, schema);
    if (owner) this.#missing(owner.site, owner.schema, [owner.property]);
    else if (site.node.kind === 'scalar' && site.node.text.trim() === '') this.#add(blankText(site));
    else this.#add(badValue(site, schema, errors));
  }

  /** Where a blank text stands for a required property, the entry that lacks it. */
  #ownerOfBlank(site: Site, schema: SchemaNode): { site: Site; schema: SchemaNode; property: string } | undefined {
    if (site.node.kind !== 'scalar' || site.node.text.trim() !== '') return undefined;
    const { shorthand } = schema;
    if (shorthand !== undefined && schema.required.includes(shorthand)) return { site, schema, property: shorthand };
    const above = this.#schemaAbove(site);
    const property = site.pair && keyText(site.pair);
    if (!site.parent || !above || property === undefined || !above.required.includes(property)) return undefined;
    return { site: site.parent, schema: above, property };
  }

  /** Keys that an entity does not have, keys that it lacks, and keys that are no ids. */
  #keys({ site, schema, errors }: Wrong): void {
    const params = (name: string): readonly string[] =>
      errors.flatMap((error) => (typeof error.params[name] === 'string' ? [error.params[name]] : []));
    for (const key of params('propertyName')) this.#key(site, key);
    const empty = this.#empty.get(site.node)?.keys ?? [];
    this.#empty.delete(site.node);
    const meant = this.#unknown(site, schema, [...params('additionalProperty'), ...empty]);
    const missing = params('missingProperty').filter(
      (name) => !meant.has(name) && !isTagged(site, name) && !isComment(site, name),
    );
    if (missing.length > 0) this.#missing(site, schema, missing);
  }

  /** @returns the properties that the unknown keys stand for, which are therefore not missing */
  #unknown(site: Site, schema: SchemaNode, keys: readonly string[]): ReadonlySet<string> {
    const { node } = site;
    if (node.kind !== 'map' || keys.length === 0) return new Set();
    // The binder has spoken of a key that has a form of its own, such as a size.
    const pairs = firstPairs(node, keys).filter(({ key }) => !this.#isBound(resolved(key)));
    for (const pair of pairs) this.#closed.add(pair);
    const { mistakes, meant } = unknownProperties(site, node, schema, pairs, this.#kind);
    for (const mistake of mistakes) if (!this.#isOutOfPlace(mistake)) this.#add(mistake);
    return meant;
  }

  /** Whether a key that is like none of the format may have come here by the broken text below it. */
  #isOutOfPlace({ report: { at, data } }: Mistake): boolean {
    return data?.nearest === null && data.quote === null && this.#broken.inEntry(at);
  }

  #missing(site: Site, schema: SchemaNode, names: readonly string[]): void {
    const entry = site.pair ? placeOfPair(site.pair) : placeOf(site.node);
    // An entry that several aliases stand for lacks it once.
    if (this.#incomplete.has(site.node)) return;
    this.#incomplete.add(site.node);
    if (site.path.length === 0 || this.#broken.inEntry(entry)) return;
    this.#add(missingProperties(site, schema, names));
  }

  #key(site: Site, key: string): void {
    if (isId(key)) return;
    const pair = site.node.kind === 'map' ? pairOf(site.node, key) : undefined;
    if (pair && !this.#isBound(resolved(pair.key))) this.#add(badKey(site, pair, key));
  }

  #schemaAbove(site: Site): SchemaNode | undefined {
    return schemaAt(this.#kind, site.path.slice(0, -1));
  }

  #add(mistake: Mistake | undefined): void {
    if (!mistake) return;
    const { at, data } = mistake.report;
    // What is missing stands on a key that is whole, and may be in the text around it that cannot be read.
    const isRoot = mistake.rule === 'missing-property' && data?.path.length === 0;
    if (!isRoot) this.#sound.doubt(data?.path ?? []);
    if (!isRoot && (mistake.rule === 'missing-property' ? this.#broken.inEntry(at) : this.#broken.touches(at))) return;
    const name = sayOnce(this.file, mistake.rule, at);
    if (name !== undefined && this.#said.has(name)) return;
    if (name !== undefined) this.#said.add(name);
    this.#found.push(mistake);
  }
}

function sayOnce({ document }: PlanFile, rule: string, at: Place): string | undefined {
  const span = document.source.spanOf(at);
  return span && `${rule} ${String(span.start)} ${String(span.end)}`;
}

/** The pairs of some keys, the first where one stands there twice, in the order of the keys. */
function firstPairs(map: MapNode, keys: readonly string[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const pair of map.members) {
    const key = keyText(pair);
    if (key !== undefined && !pairs.has(key)) pairs.set(key, pair);
  }
  return keys.flatMap((key) => pairs.get(key) ?? []);
}

/** Whether a comment stands where the value of a key should: a rule of its own speaks of that. */
function isComment({ node }: Site, name: string): boolean {
  const pair = node.kind === 'map' ? pairOf(node, name) : undefined;
  return pair !== undefined && commentAsTitle(pair) !== undefined;
}

/** Whether a key has a tag in place of a value: whoever wrote it expects it to stand for one. */
function isTagged({ node }: Site, name: string): boolean {
  return node.kind === 'map' && pairOf(node, name)?.value?.tag !== undefined;
}
