import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { createEditor, type EditValue, type Editor, type PlanEdit } from '../../../src/core/edit/editor';
import { fileKindOf } from '../../../src/core/plan/fileKind';
import { schemaAt } from '../../../src/core/schema/lookup';
import { parseDocument, type SyntaxDocument } from '../../../src/core/syntax/document';
import { isAbsent, keyText, resolved, scalarValue, type Node, type ScalarNode } from '../../../src/core/syntax/tree';

const folders = ['examples', 'examples/minimal', 'test/fixtures/format'];

const plain = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ uri: `file:///${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

const files = [
  ...plain,
  ...plain.map(({ uri, text }) => ({ uri, text: text.replaceAll('\n', '\r\n').trimEnd() })),
  {
    uri: 'file:///flow.project.yaml',
    text: '# 🚀\nproject: "Shop" # c\nitems: { a: A, b: { title: "B", goal: [x, y] }, "c": {}, d }\ngoal: [a, # x\n  b] # y\n',
  },
  {
    uri: 'file:///tidy.project.yaml',
    text: 'project: Shop\nitems:\n    a: &a # one\n        title: >-\n            A # no comment\n            B\n\n    # two\n    b: *a\n\n    c:\n        <<: *a\n        labels:\n        - x\n\n        # three\n        - "y"\nteam:\n- bob\n- {ann: 1}\n',
  },
];

const values: readonly string[] = [
  'simple',
  'two words',
  'a: b',
  'a #1',
  '',
  'null',
  '12',
  '1.10',
  'true',
  '60%',
  "it's",
  'say "x"',
  '[x]',
  '- x',
  'x, y',
  '&x',
  '🚀 launch',
  'two\nlines',
  ' blanks ',
  'back\\slash',
  '---',
  '#',
];

const value: fc.Arbitrary<EditValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...values) },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
  fc.dictionary(fc.constantFrom('title', 'x-a', 'k: v', '1.4'), fc.constantFrom(...values), { minKeys: 1, maxKeys: 2 }),
);

const keys = ['title', 'goal', 'owner', 'x-new', 'notes', 'depends_on', '1.4', "it's"] as const;

/** A tree as plain data: maps by their members, absent values as null. */
type Meaning = null | string | number | boolean | Meaning[] | { [key: string]: Meaning };

/** @param scalar how a scalar counts: as the value that YAML reads, or as its source text */
function meaning(node: Node | undefined, scalar: (node: ScalarNode) => Meaning = scalarValue): Meaning {
  const target = resolved(node);
  if (!target || isAbsent(target)) return null;
  if (target.kind === 'scalar') return scalar(target);
  if (target.kind === 'seq') return target.items.map((item) => meaning(item, scalar));
  return Object.fromEntries(target.members.map((pair) => [`.${keyText(pair) ?? ''}`, meaning(pair.value, scalar)]));
}

const texts = (node: Node | undefined): Meaning => meaning(node, ({ text }) => text);

function asWritten(wanted: EditValue): Meaning {
  if (typeof wanted === 'string') return wanted;
  if (Array.isArray(wanted)) return wanted.map(asWritten);
  return Object.fromEntries(Object.entries(wanted).map(([key, inner]) => [`.${key}`, asWritten(inner)]));
}

function valueAt(of: Meaning, path: readonly string[]): Meaning | undefined {
  return path.reduce<Meaning | undefined>((at, segment) => {
    if (Array.isArray(at)) return at[Number(segment)];
    return at !== null && typeof at === 'object' ? at[`.${segment}`] : undefined;
  }, of);
}

/** What is left of a tree when the value at a path, and what is only there for it, is taken away. */
function without(of: Meaning, path: readonly string[]): Meaning | undefined {
  const [first, ...rest] = path;
  if (first === undefined || of === null || typeof of !== 'object') return undefined;
  const name = Array.isArray(of) ? first : `.${first}`;
  const kept = Object.entries(of).flatMap(([key, inner]): [string, Meaning][] => {
    const left = key === name ? without(inner, rest) : inner;
    return left === undefined ? [] : [[key, left]];
  });
  if (kept.length === 0) return undefined;
  return Array.isArray(of) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}

function pathsOf(node: Node | undefined, path: readonly string[] = []): string[][] {
  if (node?.kind === 'map') {
    return node.pairs.flatMap((pair) => {
      const own = [...path, keyText(pair) ?? ''];
      return [own, ...pathsOf(pair.value, own)];
    });
  }
  if (node?.kind === 'seq') {
    return node.items.flatMap((item, at) => [[...path, String(at)], ...pathsOf(item, [...path, String(at)])]);
  }
  return [];
}

/** What a path of keys and indices leads to. */
function nodeAt(from: Node | undefined, [first, ...rest]: readonly string[]): Node | undefined {
  if (first === undefined || !from) return from;
  if (from.kind === 'seq') return nodeAt(from.items[Number(first)], rest);
  return from.kind === 'map' ? nodeAt(from.pairs.find((pair) => keyText(pair) === first)?.value, rest) : undefined;
}

const commentsOf = (document: SyntaxDocument): string[] =>
  document.pieces.flatMap(({ piece, tree }) =>
    tree.comments.map(({ start, end }) => piece.text.slice(start, end).trim()),
  );

interface Trial {
  readonly before: SyntaxDocument;
  readonly after: SyntaxDocument;
  readonly path: readonly string[];
}

/** Applies an edit of a random place of a random file, and checks what holds for every edit. */
function tryOut(
  { file, place }: { readonly file: number; readonly place: number },
  change: (editor: Editor, uri: string, path: readonly string[], document: SyntaxDocument) => PlanEdit | undefined,
  isOfInterest: (document: SyntaxDocument, path: readonly string[]) => boolean = () => true,
): Trial | undefined {
  const { uri, text } = files[file % files.length] ?? { uri: '', text: '' };
  const before = parseDocument(uri, text);
  const paths = pathsOf(before.root).filter((each) => isOfInterest(before, each));
  const path = paths[place % paths.length] ?? [];
  const edit = change(
    createEditor(() => before),
    uri,
    path,
    before,
  );
  tried++;
  if (!edit) return undefined;
  done++;
  const result = applyEdits(text, edit.edits);
  assert.ok(result !== undefined, 'the edits overlap');
  const after = parseDocument(uri, result);
  assert.deepEqual(
    after.problems.map(({ message }) => message),
    before.problems.map(({ message }) => message),
  );
  if (text.includes('\r\n')) assert.doesNotMatch(result, /[^\r]\n/);
  return { before, after, path };
}

/** Whether a bare text stands for a map that the format has there. */
function isBareText({ root, uri }: SyntaxDocument, path: readonly string[]): boolean {
  const kind = fileKindOf(uri);
  const node = resolved(nodeAt(root, path));
  return kind !== undefined && node?.kind === 'scalar' && schemaAt(kind, path)?.shorthand !== undefined;
}

function isInBlock({ root }: SyntaxDocument, path: readonly string[]): boolean {
  const map = nodeAt(root, path.slice(0, -1));
  return map?.kind === 'map' && !map.flow && map.pairs.length > 1;
}

let tried = 0;
let done = 0;

const spot = fc.record({ file: fc.nat(), place: fc.nat() });

describe('random edits of real files', () => {
  beforeEach(() => {
    tried = 0;
    done = 0;
  });

  // An editor that declines everything would pass the rest.
  afterEach(() => assert.ok(done > tried / 6, `only ${String(done)} of ${String(tried)} edits were made`));

  it('set a scalar, and nothing else', () => {
    fc.assert(
      fc.property(spot, fc.constantFrom(...values), (at, wanted) => {
        const trial = tryOut(at, (editor, uri, path) => editor.setScalar(uri, path, wanted));
        if (!trial) return;
        const { before, after, path } = trial;
        assert.equal(valueAt(texts(after.root), path), wanted);
        assert.deepEqual(without(meaning(after.root), path), without(meaning(before.root), path));
        assert.deepEqual(commentsOf(after), commentsOf(before));
      }),
      { numRuns: 500 },
    );
  });

  it('set a property, and nothing else', () => {
    fc.assert(
      fc.property(spot, fc.constantFrom(...keys), value, (at, key, wanted) => {
        const trial = tryOut(at, (editor, uri, path) => editor.setProperty(uri, path, key, wanted));
        if (!trial) return;
        const { before, after, path } = trial;
        const own = [...path, key];
        // The title of an entry that is a bare title is that text.
        const bare = valueAt(texts(after.root), path);
        if (key === 'title' && typeof bare === 'string') {
          assert.equal(bare, wanted);
          return;
        }
        assert.deepEqual(valueAt(texts(after.root), own), asWritten(wanted));
        if (valueAt(meaning(before.root), own) === undefined) {
          assert.deepEqual(commentsOf(after).sort(), commentsOf(before).sort());
        }
        const holder = valueAt(meaning(before.root), path);
        // A bare title has become a map, which the cases written out look at.
        if (holder === null || typeof holder !== 'object') return;
        assert.deepEqual(without(meaning(after.root), own), without(meaning(before.root), own));
      }),
      { numRuns: 500 },
    );
  });

  it('remove an entry, and nothing else', () => {
    fc.assert(
      fc.property(spot, (at) => {
        const trial = tryOut(at, (editor, uri, path) => editor.remove(uri, path));
        if (!trial) return;
        const { before, after, path } = trial;
        // Without its only entry a file says nothing.
        assert.deepEqual(meaning(after.root), without(meaning(before.root), path) ?? null);
        const left = commentsOf(after);
        assert.ok(left.every((comment) => commentsOf(before).includes(comment)));
      }),
      { numRuns: 500 },
    );
  });

  it('rename a key, and nothing else', () => {
    fc.assert(
      fc.property(spot, fc.constantFrom('renamed', 'a: b', '2026', "it's", '<<'), (at, key) => {
        const trial = tryOut(at, (editor, uri, path) => editor.renameKey(uri, path, key));
        if (!trial) return;
        const { before, after, path } = trial;
        const renamed = [...path.slice(0, -1), key];
        assert.deepEqual(valueAt(meaning(after.root), renamed), valueAt(meaning(before.root), path));
        assert.deepEqual(without(meaning(after.root), renamed), without(meaning(before.root), path));
        assert.deepEqual(commentsOf(after), commentsOf(before));
      }),
      { numRuns: 400 },
    );
  });

  it('add to a list, and nothing else', () => {
    fc.assert(
      fc.property(spot, value, fc.boolean(), (at, wanted, first) => {
        const { uri, text } = files[at.file % files.length] ?? { uri: '', text: '' };
        const lists = pathsOf(parseDocument(uri, text).root).filter((path) => /^\d+$/.test(path.at(-1) ?? ''));
        const list = lists[at.place % lists.length]?.slice(0, -1);
        const add = first ? 'prependToList' : 'appendToList';
        const trial = tryOut(at, (editor, asked) => list && editor[add](asked, list, wanted));
        if (!trial || !list) return;
        const { before, after } = trial;
        const [old, now] = [valueAt(meaning(before.root), list), valueAt(meaning(after.root), list)];
        assert.ok(Array.isArray(old) && Array.isArray(now));
        assert.deepEqual(first ? now.slice(1) : now.slice(0, -1), old);
        const index = first ? 0 : old.length;
        assert.deepEqual(valueAt(texts(after.root), [...list, String(index)]), asWritten(wanted));
        assert.deepEqual(commentsOf(after), commentsOf(before));
      }),
      { numRuns: 400 },
    );
  });

  it('add an entry, and nothing else', () => {
    fc.assert(
      fc.property(spot, value, fc.constantFrom('first', 'last'), (at, wanted, position) => {
        const trial = tryOut(at, (editor, uri, path) =>
          editor.addEntry(uri, path.slice(0, -1), 'new.1', wanted, position),
        );
        if (!trial) return;
        const { before, after, path } = trial;
        const own = [...path.slice(0, -1), 'new.1'];
        assert.deepEqual(valueAt(texts(after.root), own), asWritten(wanted));
        assert.deepEqual(without(meaning(after.root), own) ?? null, meaning(before.root));
        assert.deepEqual(commentsOf(after).sort(), commentsOf(before).sort());
      }),
      { numRuns: 400 },
    );
  });

  it('write a bare text in full, and change no meaning', () => {
    fc.assert(
      fc.property(spot, (at) => {
        const trial = tryOut(at, (editor, uri, path) => editor.expand(uri, path), isBareText);
        if (!trial) return;
        const { before, after, path } = trial;
        const old = valueAt(meaning(before.root), path);
        const now = valueAt(meaning(after.root), path);
        assert.ok(now !== null && typeof now === 'object');
        assert.deepEqual(Object.values(now), [old]);
        assert.deepEqual(without(meaning(after.root), path), without(meaning(before.root), path));
        assert.deepEqual(commentsOf(after), commentsOf(before));
      }),
      { numRuns: 400 },
    );
  });

  it('put entries in another order, and change no meaning', () => {
    fc.assert(
      fc.property(spot, fc.infiniteStream(fc.nat()), (at, numbers: Iterator<number, unknown>) => {
        let keys: readonly string[] = [];
        const trial = tryOut(
          at,
          (editor, uri, path, document) => {
            const map = nodeAt(document.root, path.slice(0, -1));
            if (map?.kind !== 'map') return undefined;
            const sorted = map.pairs.map((pair) => ({ key: keyText(pair) ?? '', by: Number(numbers.next().value) }));
            keys = sorted.sort((one, other) => one.by - other.by).map(({ key }) => key);
            return editor.reorder(uri, path.slice(0, -1), keys);
          },
          isInBlock,
        );
        if (!trial) return;
        const { before, after, path } = trial;
        assert.deepEqual(meaning(after.root), meaning(before.root));
        assert.deepEqual(
          Object.keys(valueAt(meaning(after.root), path.slice(0, -1)) ?? {}),
          keys.map((key) => `.${key}`),
        );
        assert.deepEqual(commentsOf(after).sort(), commentsOf(before).sort());
        const lines = (document: SyntaxDocument): string[] => document.source.toString().split(/\r?\n/).sort();
        assert.deepEqual(lines(after), lines(before));
      }),
      { numRuns: 400 },
    );
  });
});
