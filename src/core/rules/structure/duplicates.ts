import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { schemaAt } from '../../schema/lookup';
import { keyOfEntry, keyText, placeOf, resolved, type MapNode, type Node, type Pair } from '../../syntax/tree';
import type { Piece, Place } from '../../text/sourceText';
import type { Report } from '../rule';
import { BrokenText } from './brokenText';
import { isOwnKey } from './ownKey';
import { TreeAnswers } from './treeAnswers';
import { entityWords } from './words';

/** Keys that a map of a file has twice, and ids of one map that differ in their capitals only; on the later. */
export function repeatedKeys(file: PlanFile): readonly Report<null>[] {
  return repeatedIn.of(file.document, '', () => {
    const found: Report<null>[] = [];
    const { root } = file.document;
    if (root) new KeyReader(file).read(root, [], found);
    return found;
  });
}

const repeatedIn = new TreeAnswers<readonly Report<null>[]>();

/**
 * What is found in an entry at the top of a file where nothing is broken, by the kind of the file and the section that
 * the entry stands in.
 */
const known = new Map<string, WeakMap<Pair | Piece, readonly Report<null>[]>>();
const nothing: readonly Report<null>[] = [];

class KeyReader {
  readonly #broken: BrokenText;
  /** Whether which keys an entry repeats follows from that entry alone. */
  readonly #isByEntry: boolean;

  constructor(private readonly file: PlanFile) {
    this.#broken = new BrokenText(file.document);
    this.#isByEntry = !file.document.linked;
  }

  /** @param path to the node; undefined below a key of the user's own */
  read(node: Node, path: readonly string[] | undefined, found: Report<null>[]): void {
    // What an alias stands for is looked at where it stands.
    if (node.kind === 'seq')
      for (const [index, item] of node.items.entries()) this.read(item, path && [...path, String(index)], found);
    if (node.kind === 'map') this.#map(node, path, found);
  }

  #map(node: MapNode, path: readonly string[] | undefined, found: Report<null>[]): void {
    const { kind } = this.file;
    const schema = path && schemaAt(kind, path);
    const defines = schema?.keyKind?.defines !== undefined;
    const first = new Map<string, Node>();
    for (const pair of node.pairs) {
      const key = keyText(pair);
      // `<<` is no key of the map, and may stand there several times.
      if (key !== undefined && !(key === '<<' && pair.key.kind === 'scalar' && pair.key.style === 'plain')) {
        const id = defines ? key.toLowerCase() : key;
        const earlier = first.get(id);
        if (!earlier) first.set(id, pair.key);
        else if (!this.#broken.between(placeOf(earlier), placeOf(pair.key)))
          found.push(repeatedKey(pair.key, key, earlier, defines));
      }
      const inner = key === undefined || !path || isOwnKey(kind, path, key) ? undefined : [...path, key];
      if (!pair.value) continue;
      const section = inner?.length === 2 && this.#isByEntry ? inner[0] : undefined;
      if (section === undefined) this.read(pair.value, inner, found);
      else found.push(...this.#inEntry(pair, pair.value, section, inner));
    }
  }

  #inEntry(pair: Pair, value: Node, section: string, path: readonly string[] | undefined): readonly Report<null>[] {
    const key = `${this.file.kind} ${section}`;
    const entries = known.get(key) ?? new WeakMap<Pair | Piece, readonly Report<null>[]>();
    known.set(key, entries);
    const before = entries.get(keyOfEntry(pair));
    // Text that cannot be read may part two keys that are the same, and so have less said of them, never more.
    if (before && (before.length === 0 || !this.#broken.any)) return before;
    const found: Report<null>[] = [];
    const isRead = mayRepeat(value);
    if (isRead) this.read(value, path, found);
    if (!isRead || !this.#broken.any) entries.set(keyOfEntry(pair), found.length > 0 ? found : nothing);
    return found;
  }
}

/** So few keys are held against each other without a set of them. */
const few = 16;

/** Whether a key may stand twice in a map or in anything that it holds, whatever the capitals of the two. */
function mayRepeat(node: Node): boolean {
  if (node.kind === 'seq') return node.items.some(mayRepeat);
  if (node.kind !== 'map') return false;
  const keys: string[] = [];
  const seen = node.pairs.length > few ? new Set<string>() : undefined;
  for (const pair of node.pairs) {
    if (pair.value && pair.value.kind !== 'scalar' && mayRepeat(pair.value)) return true;
    const key = keyText(pair)?.toLowerCase();
    if (key === undefined) continue;
    if (seen ? seen.has(key) : keys.includes(key)) return true;
    if (seen) seen.add(key);
    else keys.push(key);
  }
  return false;
}

function repeatedKey(key: Node, name: string, earlier: Node, isId: boolean): Report<null> {
  const other = resolved(earlier);
  const written = other?.kind === 'scalar' ? other.text : name;
  const same = written === name;
  const message = same
    ? `\`${name}\` stands here twice, and only the first counts. ${isId ? 'Give this one an id of its own.' : 'Remove one of the two.'}`
    : `\`${name}\` differs from \`${written}\` in its capitals only. Give this one an id of its own.`;
  return { at: placeOf(key), message, related: [{ at: placeOf(earlier), message: 'The first one' }] };
}

/** Items and milestones of a file with the id of another one, beyond those of one map. */
export function repeatedWork(plan: Plan, file: PlanFile): readonly Report<null>[] {
  // In most projects each has an id of its own.
  if (file.kind !== 'project' || plan.work(file).areDistinct) return [];
  const first = new Map<string, AnyEntity>();
  return file.definitions.flatMap((entity): readonly Report<null>[] => {
    if (entity.kind !== 'item' && entity.kind !== 'milestone') return [];
    const id = entity.id.toLowerCase();
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, entity);
      return [];
    }
    if (parentPath(earlier) === parentPath(entity)) return [];
    const what = earlier.kind === 'item' ? 'an item' : 'a milestone';
    const message = `${what.replace('a', 'A')} of this file has the id \`${earlier.id}\` already. Give this one an id of its own.`;
    return [
      { at: entity.key, message, related: [{ at: earlier.key, message: `The ${earlier.kind} \`${earlier.id}\`` }] },
    ];
  });
}

function parentPath({ path }: AnyEntity): string {
  return path.slice(0, -1).join('\0');
}

/** Two products or two projects of the plan with one id. */
export function repeatedFiles(plan: Plan): readonly Report<null>[] {
  return [plan.roadmaps, plan.projects].flatMap((files: readonly PlanFile[]) => {
    const first = new Map<string, PlanFile>();
    return files.flatMap((file): readonly Report<null>[] => {
      const id = file.id.toLowerCase();
      const earlier = first.get(id);
      if (!earlier || id === '') {
        first.set(id, file);
        return [];
      }
      const what = file.kind === 'roadmap' ? 'product' : 'project';
      const [at, other] = [placeOfId(file), placeOfId(earlier)];
      const message =
        `Another ${what} of this plan, ${titleOf(earlier)}, has the id \`${earlier.id}\` too. ` +
        'Give this one another `id`, or its file another name.';
      return at ? [{ at, message, related: other ? [{ at: other, message: `The other ${what}` }] : [] }] : [];
    });
  });
}

/** The value of `id`, else that of `product` or `project`. */
function placeOfId({ root }: PlanFile): Place | undefined {
  if (!root || root.kind === 'settings') return undefined;
  const title = root.kind === 'product' ? root.fields.product : root.fields.project;
  return root.fields.id?.at ?? title?.at ?? root.key;
}

function titleOf({ root, id }: PlanFile): string {
  if (root?.kind === 'product') return root.fields.product?.value ?? id;
  return (root?.kind === 'project' ? root.fields.project?.value : undefined) ?? id;
}

/** Roles that several files define. */
export function repeatedRoles(plan: Plan): readonly Report<null>[] {
  const first = new Map<string, AnyEntity>();
  return plan.all('role').flatMap((role): readonly Report<null>[] => {
    const id = role.id.toLowerCase();
    const earlier = first.get(id);
    if (!earlier) first.set(id, role);
    if (!earlier || earlier.uri === role.uri) return [];
    const message = `The role \`${earlier.id}\` is defined in another file already. Keep one of the two, or give this one another id.`;
    return [{ at: role.key, message, related: [{ at: earlier.key, message: 'The first definition' }] }];
  });
}

/** What a file says of a person against what another one says. */
export function contradictions(plan: Plan): readonly Report<null>[] {
  return plan.people.ids.flatMap((id) =>
    plan.people.contradictions(id).map(({ property, first, later }): Report<null> => {
      const person = schemaAt('project', ['people', '*']);
      const what = person ? entityWords(person).replace(/^an? /, '') : 'person';
      const message =
        `${plan.people.name(id)} has another \`${property}\` in another place. ` +
        `Make the two the same, or give one ${what} an id of their own.`;
      return { at: later.at, message, related: [{ at: first.at, message: `The first \`${property}\`` }] };
    }),
  );
}
