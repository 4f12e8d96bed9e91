import { lineEnd, nextLineStart } from '../text/lines';
import type { Place } from '../text/sourceText';
import { cut } from './cut';
import { treeFromEvents, type Part } from './fromEvents';
import { treeFromYaml } from './fromYaml';
import { firstContent, type ContentLine } from './contentLine';
import { contentStart, isBareAfter, isIndicator, keyColon } from './lineShape';
import { maxNesting, nestingBound } from './nesting';
import { colonInText, type SyntaxProblem } from './problem';
import { mendedLine } from './mendedLine';
import { expandTabs, movedNode, movedProblem, tabStops } from './tabs';
import type { MapNode, Node, Pair, SeqNode } from './tree';

/**
 * Reads a part that the parser rejects so that a mistake costs the line that it stands on: the part is cut by
 * indentation into smaller ones until the one that holds the mistake is found, and that one is read as what it most
 * likely means. What no rule of ours explains goes to the recovery of `yaml`.
 */
export function repaired(part: Part): { readonly root: Node | undefined; readonly problems: readonly SyntaxProblem[] } {
  const untabbed = part.base === 0 ? repairedTabs(part) : undefined;
  if (untabbed) return untabbed;
  const { root, problems } = readRepaired(part);
  if (problems.length > 0) return { root, problems };
  // Whatever we make of the text, the parser has rejected it.
  const line = firstContent(part.text);
  return { root, problems: [problem(place(part, line?.content ?? 0, line?.end ?? 0), 'This cannot be read as YAML.')] };
}

/** A part whose lines are indented by tabs, read with the tabs that leave nothing else to say; undefined without any. */
function repairedTabs(part: Part): ReturnType<typeof readRepaired> | undefined {
  const readings = tabStops.flatMap((stop) => {
    const tabs = expandTabs(part.text, stop);
    return tabs ? [{ tabs, ...readRepaired({ ...part, text: tabs.text }) }] : [];
  });
  const best = readings.find(({ problems }) => problems.length === 0) ?? readings[0];
  if (!best) return undefined;
  const { tabs, root, problems } = best;
  const { start, end } = tabs.first;
  const moved = problems.map((found) => movedProblem(found, tabs.original));
  return {
    root: root && movedNode(root, tabs.original),
    problems: [problem(place(part, start, end), tabIndents), ...moved],
  };
}

function readRepaired(part: Part): { readonly root: Node | undefined; readonly problems: readonly SyntaxProblem[] } {
  const repair = new Repair();
  const root = repair.node(part, 0);
  return { root, problems: repair.problems };
}

class Repair {
  readonly problems: SyntaxProblem[] = [];

  node(part: Part, depth: number): Node | undefined {
    try {
      return treeFromEvents(part, maxNesting).root;
    } catch {
      const head = firstContent(part.text);
      if (!head || depth > maxNesting) return undefined;
      if (part.text[head.content] === '-' && isIndicator(part.text, head.content, head.end)) {
        return this.#list(part, head, depth);
      }
      return this.#entries(part, head, depth);
    }
  }

  /** A block map: its entries, each read on its own. */
  #entries(part: Part, head: ContentLine, depth: number): Node | undefined {
    const indent = head.content - head.at;
    const cuts = cut(part.text, { at: 0, inside: indent, fresh: false });
    if (cuts.length <= 1) return this.#entry(part, head, depth);
    const pairs: Pair[] = [];
    for (const { start, end, role } of cuts) {
      const entry: Part = { ...part, text: part.text.slice(start, end), base: part.base + start };
      const line = firstContent(entry.text);
      if (!line) continue;
      if (role === 'stray') {
        this.#stray(entry, line);
        continue;
      }
      if (line.content - line.at !== indent) this.#misindented(entry, line);
      const node = this.node(entry, depth + 1);
      if (node?.kind === 'map') pairs.push(...node.pairs);
    }
    return mapOf(part, pairs);
  }

  /** One entry: its key, and what can be made of its value. */
  #entry(part: Part, head: ContentLine, depth: number): Node | undefined {
    const colon = keyColon(part.text, head.content, head.end);
    const below = nextLineStart(part.text, head.end);
    const rest = firstContent(part.text, below);
    if (colon < 0) return this.#text(part, head, rest);
    const props = propsAfter(part.text, colon + 1, head.end);
    if (!rest || !props) return this.#line(part, head, colon, rest, depth);
    const key = keyNode(part, head, colon);
    if (!key) return undefined;
    const value = this.node({ ...part, text: part.text.slice(below), base: part.base + below }, depth + 1);
    return mapOf(part, [value ? { key, value: { ...value, ...props } } : { key }]);
  }

  /** What stands where no key does: a text in a list, or a line that is out of place. */
  #text(part: Part, head: ContentLine, rest: ContentLine | undefined): Node | undefined {
    if (part.text[head.content] === '[' || part.text[head.content] === '{') return this.#recovered(part, head);
    const mended = mendedLine(part, head, head.content, rest !== undefined);
    if (!mended) {
      this.#stray(part, head);
      return undefined;
    }
    this.problems.push(mended.problem);
    return mended.value;
  }

  /** An entry whose value starts on the line of its key. */
  #line(part: Part, head: ContentLine, colon: number, rest: ContentLine | undefined, depth: number): Node | undefined {
    const apart = rest && this.#deeperLines(part, head, colon, rest, depth);
    if (apart) return apart;
    const mended = mendedLine(part, head, colon + 1, rest !== undefined);
    const key = keyNode(part, head, colon);
    if (!mended || !key) return this.#recovered(part, head);
    this.problems.push(mended.problem);
    if (!rest) return mapOf(part, [{ key, value: mended.value }]);
    const below = head.end;
    const value = this.node({ ...part, text: part.text.slice(below), base: part.base + below }, depth + 1);
    const keys = value?.kind === 'map' && mended.value.kind === 'scalar';
    return mapOf(part, [{ key, value: keys ? value : mended.value }]);
  }

  /**
   * A line that is whole with lines below it that are indented deeper: keys that belong beside it, or a text that goes
   * on and has a colon in it. Undefined where it is neither. An entry under its id (depth 0) is rather the title of
   * what stands below it.
   */
  #deeperLines(part: Part, head: ContentLine, colon: number, rest: ContentLine, depth: number): MapNode | undefined {
    if (depth === 0 || /^\s*[|>]/.test(part.text.slice(colon + 1, head.end))) return undefined;
    const alone = wholeLine(part, head);
    if (!alone) return undefined;
    const end = keyColon(part.text, rest.content, rest.end);
    if (end >= 0 && !/\s/.test(part.text.slice(rest.content, end).trimEnd())) {
      this.#misindented(part, rest);
      const below = head.end;
      const more = this.node({ ...part, text: part.text.slice(below), base: part.base + below }, depth + 1);
      return mapOf(part, [...alone.pairs, ...(more?.kind === 'map' ? more.pairs : [])]);
    }
    const cause = end >= 0 ? rest : lineWithColon(part.text, rest.end);
    if (!cause || alone.pairs[0]?.value?.kind !== 'scalar') return undefined;
    const written = part.text.slice(cause.content, cause.end).trimEnd();
    this.problems.push(problem(place(part, cause.content, cause.content + written.length), colonInText));
    return alone;
  }

  #list(part: Part, head: ContentLine, depth: number): SeqNode {
    const indent = head.content - head.at;
    const items: Node[] = [];
    const dashes = dashLines(part.text, indent);
    dashes.forEach((dash, index) => {
      const end = dashes[index + 1] ?? part.text.length;
      const text = `${part.text.slice(dash, dash + indent)} ${part.text.slice(dash + indent + 1, end)}`;
      const item = this.node({ ...part, text, base: part.base + dash }, depth + 1);
      if (item) items.push(item);
    });
    const start = part.base + head.content;
    return { kind: 'seq', piece: part.piece, start, end: items.at(-1)?.end ?? start + 1, flow: false, items };
  }

  #recovered(part: Part, head: ContentLine): Node | undefined {
    if (nestingBound(part.text) > maxNesting) {
      this.problems.push({ ...problem(place(part, head.content, head.end), tooDeep), plain: false });
      return undefined;
    }
    const { root, problems } = treeFromYaml(part);
    // One mistake is one finding: what the parser says after the first is what the first led to.
    const [first] = problems;
    this.problems.push(first ?? problem(place(part, head.content, head.end), 'This cannot be read as YAML.'));
    return root;
  }

  #stray(part: Part, line: ContentLine): void {
    this.problems.push(strayProblem(part, line));
  }

  #misindented(part: Part, line: ContentLine): void {
    const at = place(part, line.content, Math.max(line.content + 1, keyColon(part.text, line.content, line.end)));
    this.problems.push(problem(at, 'This line is indented differently from the entries beside it: align them.'));
  }
}

/** The entry of a line that can be read without those below it. */
function wholeLine(part: Part, line: ContentLine): MapNode | undefined {
  try {
    const { root } = treeFromEvents({ ...part, text: part.text.slice(0, line.end) }, maxNesting);
    return root?.kind === 'map' ? root : undefined;
  } catch {
    return undefined;
  }
}

/** The first line from `from` on in which a colon makes a key. */
function lineWithColon(text: string, from: number): ContentLine | undefined {
  for (let line = firstContent(text, nextLineStart(text, from)); line;) {
    if (keyColon(text, line.content, line.end) >= 0) return line;
    line = firstContent(text, nextLineStart(text, line.end));
  }
  return undefined;
}

/** The key of a line, read by the parser as a line of its own; undefined where it cannot be one. */
export function keyNode(part: Part, line: ContentLine, colon: number): Node | undefined {
  const text = `${' '.repeat(line.content)}${part.text.slice(line.content, colon + 1)}`;
  try {
    const { root } = treeFromEvents({ ...part, text }, maxNesting);
    return root?.kind === 'map' ? root.pairs[0]?.key : undefined;
  } catch {
    return undefined;
  }
}

export const tooDeep = `This nests more than ${String(maxNesting)} levels deep, which no plan needs: it is not read.`;

const tabIndents = 'A tab cannot be used to indent YAML: use spaces.';

/** What is said of a line that stands where a key must stand. */
export function strayProblem(part: Part, line: ContentLine): SyntaxProblem {
  const written = part.text.slice(line.content, line.end).trimEnd();
  const at = place(part, line.content, line.content + written.length);
  const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  if (written.startsWith('- ') || written === '-') {
    return problem(at, 'A list entry cannot stand here, among keys: indent it below the key that it belongs to.');
  }
  if (written.startsWith('\t')) return problem(at, tabIndents);
  if (/^[\w.-]+:\S/.test(written)) {
    return problem(at, `\`${shown}\` needs a space after its colon to be a key and its value.`);
  }
  return problem(at, `\`${shown}\` is not a key: write \`key: value\`, with a colon and a space.`);
}

/** The anchor and tag that follow a key when nothing else does; undefined where a value stands on its line. */
function propsAfter(text: string, from: number, end: number): Pick<Node, 'anchor' | 'tag'> | undefined {
  if (isBareAfter(text, from, end)) return {};
  const written = /^\s+((?:[&!]\S*\s*)+)(?:\s#.*)?$/.exec(text.slice(from, end))?.[1]?.trim().split(/\s+/);
  if (!written) return undefined;
  const anchor = written.find((prop) => prop.startsWith('&'))?.slice(1);
  const tag = written.find((prop) => prop.startsWith('!'));
  return { ...(anchor ? { anchor } : {}), ...(tag ? { tag } : {}) };
}

function dashLines(text: string, indent: number): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const content = contentStart(text, at, end);
    if (content - at === indent && text[content] === '-' && isIndicator(text, content, end)) starts.push(at);
    at = nextLineStart(text, end);
  }
  return starts;
}

/** A block map of these pairs; undefined where there are none. */
export function mapOf(part: Part, pairs: readonly Pair[]): MapNode | undefined {
  const first = pairs[0];
  const last = pairs.at(-1);
  if (!first || !last) return undefined;
  const end = (last.value ?? last.key).end;
  return { kind: 'map', piece: part.piece, start: first.key.start, end, flow: false, pairs, members: pairs };
}

function place(part: Part, start: number, end: number): Place {
  return { piece: part.piece, start: part.base + start, end: part.base + end };
}

function problem(at: Place, message: string): SyntaxProblem {
  return { at, message, plain: true };
}
