import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { editDocument, parseDocument } from '../../../src/core/syntax/document';
import { dump } from './treeValue';

const tricky = `# the plan
---
product: Checkout # 🚀
goals: &goals
  a: &base
    title: "One 🙂"
    why: |
      first
       # no comment

  # about b
  b: { title: Two, target: 2026-Q3 }
  c:
    <<: *base
    title: 'Three'
releases:
- x
- y
list: [a,
  b]
items:

    deep:
      title: Fix: it
   odd: 1
    other: >-
      folded
      text
# end
`;

const files = [
  tricky,
  tricky.replaceAll('\n', '\r\n'),
  // Without links between its entries, so that they are exchanged one by one.
  tricky.replace(/ &\w+/g, '').replace('    <<: *base\n', ''),
  '',
  '# only a comment\n',
  '  indented:\n    a: 1\n  b: 2\n',
  ...readdirSync('examples')
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readFileSync(`examples/${name}`, 'utf8')),
];

/** What people type, and what breaks a cut. */
const insertions = [
  'x',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  ':',
  ': ',
  '"',
  "'",
  '#',
  ' # c',
  '- ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '|',
  '&base ',
  '*base',
  '<<: *base\n',
  '---\n',
  '...\n',
  '? ',
  '\u{1F600}',
  '\n  key: value\n',
  '\nkey:\n  sub: 1\n',
  '%Y\n',
  '\uFEFF',
  '  # comment\n',
  '\n    - item\n',
];

describe('editing a document', () => {
  it('gives what a fresh parse of the edited text gives, after any sequence of edits', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 80 })),
      text: fc.oneof(fc.constantFrom(...insertions), fc.constant('')),
      isLetGo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 12 }), (file, edits) => {
        let document = parseDocument('file:///a.project.yaml', file);
        for (const { at, length, text, isLetGo } of edits) {
          const start = Math.floor(at * document.source.length);
          const end = Math.min(document.source.length, start + length);
          const range = { start: document.source.positionAt(start), end: document.source.positionAt(end) };
          document = editDocument(document, [{ range, text }]);
          const fresh = parseDocument('file:///a.project.yaml', document.source.toString());
          assert.deepEqual(dump(document), dump(fresh));
          if (!isLetGo) continue;
          document.letGoOfNodes();
          // Of some the nodes are asked for again before the next edit.
          if (length > 0) assert.deepEqual(dump(document), dump(fresh), 'what is read again');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives for very many edits at once what it gives for one after the other, in whatever order', () => {
    const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3)), {
      minLength: 55,
      maxLength: 70,
    });
    const backwards = fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false));
    const texts = fc.array(fc.constantFrom(...insertions, ''), { minLength: 70, maxLength: 70 });
    let together = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...files.slice(0, 5)),
        places,
        texts,
        backwards,
        (file, drawn, inserted, isBackwards) => {
          const before = parseDocument('file:///a.project.yaml', file);
          const { source } = before;
          const spans = drawn.map(([at, length]) => ({ start: Math.floor(at * source.length), length }));
          const sorted = isBackwards ? spans.sort((one, other) => other.start - one.start) : spans;
          let free = source.length;
          const changes = sorted.map(({ start, length }, index) => {
            const end = Math.min(start + length, isBackwards ? free : source.length);
            free = start;
            return { range: source.rangeAt({ start, end }), text: inserted[index] ?? '' };
          });
          const after = editDocument(before, changes);
          const oneByOne = changes.reduce((document, change) => editDocument(document, [change]), before);
          assert.equal(after.source.toString(), oneByOne.source.toString());
          assert.deepEqual(dump(after), dump(oneByOne));
          if (isBackwards) together++;
        },
      ),
      { numRuns: 15 },
    );
    assert.ok(together > 0);
  });

  it('keeps the pieces that an edit does not reach', () => {
    const text = `items:\n${Array.from({ length: 50 }, (_, i) => `  item-${String(i)}:\n    title: T\n`).join('')}`;
    const before = parseDocument('file:///a.project.yaml', text);
    const after = editDocument(before, [
      { range: { start: { line: 52, character: 11 }, end: { line: 52, character: 12 } }, text: 'Title: with colon' },
    ]);
    const kept = after.pieces.filter((piece) => before.pieces.includes(piece));
    assert.ok(kept.length >= before.pieces.length - 3, `${String(kept.length)} of ${String(before.pieces.length)}`);
  });

  it('has, once its nodes have been let go of, others that say the same in the same places', () => {
    for (const file of files) {
      const document = parseDocument('file:///a.project.yaml', file);
      const [before, { root, pieces, problems }] = [dump(document), document];
      document.letGoOfNodes();
      assert.deepEqual(dump(document), before);
      if (root) assert.notEqual(document.root, root);
      assert.equal(document.root, document.root);
      assert.equal(document.pieces, pieces);
      assert.equal(document.problems, problems);
    }
  });

  it('replaces the whole text where a change has no range', () => {
    const after = editDocument(parseDocument('file:///a', 'a: 1'), [{ text: 'b: 2\n' }]);
    assert.equal(after.source.toString(), 'b: 2\n');
  });
});
