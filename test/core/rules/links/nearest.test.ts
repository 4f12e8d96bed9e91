import assert from 'node:assert/strict';
import { Candidates } from '../../../../src/core/rules/links/nearest';

describe('the candidates for a name', () => {
  const candidates = Candidates.of([
    { text: 'faster-checkout', id: 'faster-checkout', title: 'Buyers pay in under a minute' },
    { text: 'loyal', id: 'loyal', title: 'Buyers come back' },
    { text: 'search/api', id: 'api', title: 'Search API' },
    { text: 'payment-api', id: 'payment-api' },
    { text: 'qa', id: 'qa' },
    { text: '1.4', id: '1.4', title: 'Zürich' },
  ]);
  const texts = (text: string): readonly string[] => candidates.nearest(text).map((candidate) => candidate.text);

  for (const [what, text, expected] of [
    ['a slip', 'fastr-checkout', ['faster-checkout']],
    ['another case and other marks', 'Faster_Checkout', ['faster-checkout']],
    ['two neighbours that changed places', 'loayl', ['loyal']],
    ['a title', 'buyers come back', ['loyal']],
    ['a title without its marks', 'Zurich', ['1.4']],
    ['an id that has to be qualified, before a part of a longer one', 'api', ['search/api', 'payment-api']],
    ['a part of a longer id', 'checkout', ['faster-checkout']],
    ['nothing for a short word beside another', 'ux', []],
    ['nothing for other words', 'wallets', []],
    ['nothing for no text', ' ', []],
    ['nothing for a text that is no name', 'x'.repeat(10_000), []],
  ] as const) {
    it(`has ${what}`, () => {
      assert.deepEqual(texts(text), expected);
    });
  }

  it('are as many as asked for', () => {
    assert.equal(candidates.nearest('api', 1).length, 1);
  });
});
