import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText, renderSnippet, type Snippet } from '../../../../src/core/features/completion/snippet';
import { withDefaults } from './completionIn';

const form = { snippets: true, eol: '\n', indented: 0 };
const word = fc.string({ unit: fc.constantFrom('a', '$', '}', '\\', '{', '|', ',', ' ', '1', ':', '€') });

const snippet: fc.Arbitrary<Snippet> = fc.array(
  fc.oneof(
    word,
    fc.record({ stop: fc.integer({ min: 1, max: 9 }), text: word }),
    fc.record({ stop: fc.integer({ min: 1, max: 9 }), choices: fc.array(word, { minLength: 2, maxLength: 4 }) }),
  ),
);

describe('A snippet', () => {
  it('leaves its own text, whatever the plan says, for any client', () => {
    fc.assert(
      fc.property(snippet, (parts) => {
        const { text, isSnippet } = renderSnippet(parts, form);
        assert.equal(isSnippet ? withDefaults(text) : text, plainText(parts));
        assert.equal(renderSnippet(parts, { ...form, snippets: false }).text, plainText(parts));
      }),
    );
  });

  it('is one only where there is something to fill in before its end', () => {
    assert.deepEqual(renderSnippet(['a$'], form), { text: 'a$', isSnippet: false });
    assert.deepEqual(renderSnippet(['a$: ', { stop: 1 }], form), { text: 'a$: ', isSnippet: false });
    assert.deepEqual(renderSnippet(['[$', { stop: 1 }, ']'], form), { text: '[\\$$1]', isSnippet: true });
  });

  it('has choices where there are several', () => {
    const choices = (...of: string[]): string => renderSnippet([{ stop: 2, choices: of }], form).text;
    assert.equal(choices('a,b', 'c|d'), '${2|a\\,b,c\\|d|}');
    assert.equal(choices('a}'), '${2:a\\}}');
  });

  it('ends its lines as the file does, less what the client adds before each', () => {
    assert.equal(renderSnippet(['a:\n    b:\n  c'], { ...form, eol: '\r\n', indented: 2 }).text, 'a:\r\n  b:\r\nc');
  });
});
