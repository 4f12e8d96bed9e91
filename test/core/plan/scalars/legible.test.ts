import assert from 'node:assert/strict';
import fc from 'fast-check';
import { legible } from '../../../../src/core/plan/scalars/parsed';

/** What is not shown, character by character. */
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

function readCharByChar(text: string): string {
  let read = '';
  for (const char of text) {
    // A byte order mark is a blank to JavaScript.
    if (/\s|\p{Cc}/u.test(char)) read += read.endsWith(' ') ? '' : ' ';
    else if (/\p{Cs}/u.test(char)) read += '\ufffd';
    else if (!unseen.test(char)) read += char;
  }
  return read;
}

describe('a legible text', () => {
  it('has of every character what is seen of it', () => {
    for (let code = 0; code <= 0x1ffff; code++) {
      const char = String.fromCodePoint(code);
      assert.equal(legible(`a${char}b`), readCharByChar(`a${char}b`), code.toString(16));
    }
  });

  it('has one blank where there are several, of whatever kind', () => {
    const part = fc.constantFrom(
      'a',
      '“',
      ' ',
      '  ',
      '\t',
      '\n',
      '\u00a0',
      '\u2003',
      '\u3000',
      'é',
      '\u{1f600}',
      '\u0085',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        assert.equal(legible(parts.join('')), readCharByChar(parts.join('')));
      }),
    );
  });
});
