import type { SyntaxProblem } from './problem';
import { placeOf, resolved, type AliasNode, type MapNode, type Node, type Pair } from './tree';

/** How many nodes aliases and merge keys may add to a file: beyond it, it is an attack or a mistake. */
export const maxAliasedNodes = 10_000;

/**
 * Links aliases with their anchors and merges `<<`, over the trees of a file in source order. An anchor holds from
 * where it stands to the next one of its name, also across entries, so that a mistake in one entry costs no other.
 */
export class Linker {
  readonly problems: SyntaxProblem[] = [];
  readonly #anchors = new Map<string, Node>();
  /** Anchors whose value is still being read: an alias to one of them stands inside itself. */
  readonly #open = new Set<string>();
  readonly #sizes = new Map<Node, number>();
  #added = 0;
  #full = false;

  /** The same tree with every alias that may be followed linked to its target, and every `<<` merged. */
  link(node: Node): Node {
    if (node.kind === 'alias') return this.#alias(node);
    const { anchor } = node;
    if (anchor !== undefined) this.#open.add(anchor);
    const linked = this.#contents(node);
    if (anchor !== undefined) {
      this.#open.delete(anchor);
      this.#anchors.set(anchor, linked);
    }
    return linked;
  }

  /** What a map of these pairs holds, with what `<<` merges into it. Pairs stand above what is merged. */
  members(pairs: readonly Pair[]): readonly Pair[] {
    if (!pairs.some(isMerge)) return pairs;
    const own = pairs.filter((pair) => !isMerge(pair));
    const names = new Set(own.map(nameOf));
    const merged: Pair[] = [];
    for (const source of pairs.filter(isMerge).flatMap((pair) => this.#sources(pair.value))) {
      for (const pair of source.members) {
        if (names.has(nameOf(pair))) continue;
        names.add(nameOf(pair));
        merged.push(pair);
      }
    }
    return [...own, ...merged];
  }

  #contents(node: Exclude<Node, AliasNode>): Node {
    if (node.kind === 'scalar') return node;
    if (node.kind === 'seq') return { ...node, items: node.items.map((item) => this.link(item)) };
    const pairs = node.pairs.map(({ key, value }): Pair => ({
      key: this.link(key),
      ...(value ? { value: this.link(value) } : {}),
    }));
    return { ...node, pairs, members: this.members(pairs) } satisfies MapNode;
  }

  #alias(node: AliasNode): AliasNode {
    const { name } = node;
    if (this.#open.has(name)) {
      return this.#refused(node, `\`*${name}\` stands inside \`&${name}\` itself, which would never end.`, false);
    }
    const target = this.#anchors.get(name);
    if (!target) {
      return this.#refused(node, `There is no \`&${name}\` above that \`*${name}\` could stand for.`, true);
    }
    const size = this.#size(target);
    if (this.#added + size > maxAliasedNodes) {
      // Said once: after the first alias that is too much, every further one is.
      if (this.#full) return node;
      this.#full = true;
      const limit = maxAliasedNodes.toLocaleString('en');
      return this.#refused(
        node,
        `The aliases of this file add over ${limit} entries: they are not read from here on.`,
        false,
      );
    }
    this.#added += size;
    return { ...node, target };
  }

  #refused(node: AliasNode, message: string, plain: boolean): AliasNode {
    this.problems.push({ at: placeOf(node), message, plain });
    return node;
  }

  /** How many nodes a tree has, what its aliases stand for included. */
  #size(node: Node): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === 'alias') size += node.target ? this.#size(node.target) : 0;
    else if (node.kind === 'seq') for (const item of node.items) size += this.#size(item);
    else if (node.kind === 'map') {
      for (const { key, value } of node.pairs) size += this.#size(key) + (value ? this.#size(value) : 0);
    }
    this.#sizes.set(node, size);
    return size;
  }

  #sources(value: Node | undefined): readonly MapNode[] {
    const node = resolved(value);
    if (node?.kind === 'map') return [node];
    if (node?.kind === 'seq') return node.items.flatMap((item) => this.#sources(item));
    const broken = value?.kind === 'alias' && !value.target;
    if (value && !broken) {
      this.problems.push({
        at: placeOf(value),
        message: '`<<` merges a map or a list of maps, and this is neither.',
        plain: true,
      });
    }
    return [];
  }
}

/** Whether a pair is a merge key: a plain `<<`. */
export function isMerge(pair: Pair): boolean {
  return pair.key.kind === 'scalar' && pair.key.style === 'plain' && pair.key.text === '<<';
}

function nameOf(pair: Pair): string | Node {
  const key = resolved(pair.key);
  return key?.kind === 'scalar' ? key.text : pair.key;
}
