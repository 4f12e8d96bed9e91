import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown } from '../../src/core/plan/markdown';
import { type Inline, readCard } from '../../src/preview/cardMarkdown';

/** The text of stretches as it is seen. */
function seen(parts: readonly Inline[]): string {
  return parts.map((part) => ('text' in part ? part.text : seen(part.parts))).join('');
}

describe('the Markdown of a card', () => {
  it('has paragraphs, lists and lists in them', () => {
    assert.deepEqual(readCard('**Fast**\n\nGoal · Shop\n\n- **Why:** it waits\n  - for *API*\n- **Id:** `fast`'), [
      { kind: 'paragraph', parts: [{ kind: 'strong', parts: [{ kind: 'text', text: 'Fast' }] }] },
      { kind: 'paragraph', parts: [{ kind: 'text', text: 'Goal · Shop' }] },
      {
        kind: 'list',
        entries: [
          {
            parts: [
              { kind: 'strong', parts: [{ kind: 'text', text: 'Why:' }] },
              { kind: 'text', text: ' it waits' },
            ],
            below: [
              {
                parts: [
                  { kind: 'text', text: 'for ' },
                  { kind: 'emphasis', parts: [{ kind: 'text', text: 'API' }] },
                ],
                below: [],
              },
            ],
          },
          {
            parts: [
              { kind: 'strong', parts: [{ kind: 'text', text: 'Id:' }] },
              { kind: 'text', text: ' ' },
              { kind: 'code', text: 'fast' },
            ],
            below: [],
          },
        ],
      },
    ]);
  });

  it('keeps marks that enclose nothing, links and HTML as text', () => {
    for (const text of ['2 * 3', '**open', '****', '[a](https://b.example)', '<b>bold</b>', 'a `tick', 'a & b', 'a\\'])
      assert.deepEqual(readCard(text), [{ kind: 'paragraph', parts: [{ kind: 'text', text }] }]);
  });

  it('shows exactly the text that was escaped', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...Array.from('*_`\\&<>[]()-+# |~$1.:/@w;ampltg')) }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        // eslint-disable-next-line no-control-regex -- as the escape has it
        const plain = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
        fc.pre(plain !== '');
        const [block, ...others] = readCard(`Title ${escapeMarkdown(text)}`);
        assert.equal(others.length, 0);
        assert.equal(block?.kind === 'paragraph' && seen(block.parts), `Title ${plain}`);
        const [list] = readCard(`- **Label:** ${escapeMarkdown(text)}`);
        assert.equal(list?.kind === 'list' && seen(list.entries[0]?.parts ?? []), `Label: ${plain}`);
      }),
    );
  });

  it('never fails, and loses no line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('*`\\&-\n \ta<')) }), (text) => {
        const blocks = readCard(text);
        if (text.includes('a')) assert.ok(JSON.stringify(blocks).includes('a'));
      }),
    );
  });
});
