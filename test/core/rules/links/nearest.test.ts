import assert from 'node:assert/strict';
import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { spelling } from '../../../../src/core/plan/spelling';
import { Candidates, type Candidate } from '../../../../src/core/rules/links/nearest';

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

  it('are those that a look at every one of them finds', () => {
    const word = fc
      .array(fc.constantFrom(...Array.from('aabcdeéAZ1278-_ ./')), { maxLength: 7 })
      .map((letters) => letters.join(''));
    const text = fc.oneof(
      word,
      fc.tuple(word, word).map((words) => words.join('-')),
      fc.constantFrom('api', 'ab-12'),
    );
    const title = fc.option(text, { nil: undefined });
    const candidate = fc.record({ id: text, title, qualifier: fc.constantFrom('', 'p/', 'shop-1/') });
    fc.assert(
      fc.property(
        text,
        fc.array(candidate, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (wanted, drawn, limit) => {
          const all = drawn.map((one) => ({ text: `${one.qualifier}${one.id}`, id: one.id, title: one.title }));
          assert.deepEqual(Candidates.of(all).nearest(wanted, limit), nearestOf(wanted, all, limit));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** The same as `Candidates` finds, in the plainest way. */
function nearestOf(wanted: string, all: readonly Candidate[], limit: number): readonly Candidate[] {
  const near = all.map((candidate) => {
    const spellings = [candidate.text, candidate.id, candidate.title ?? ''].map(spelling);
    return { candidate, far: Math.min(...spellings.map((each) => apart(spelling(wanted), each))) };
  });
  const found = near.filter(({ far }) => far < Infinity).sort((one, other) => one.far - other.far);
  return found.slice(0, limit).map(({ candidate }) => candidate);
}

function apart(one: string, other: string): number {
  if (one === '' || other === '') return Infinity;
  if (one === other) return 0;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < 3) return Infinity;
  let letters = distance(one, other);
  const at = Array.from(one).findIndex((letter, index) => letter !== other[index]);
  const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  if (letters === 2 && one.length === other.length && isSwapped) letters = 1;
  if (letters <= Math.max(1, Math.floor(shorter.length / 3))) return letters / longer.length;
  const [words, otherWords] = [one.split('-'), other.split('-')];
  const [part, whole] = words.length <= otherWords.length ? [words, otherWords] : [otherWords, words];
  return part.every((word) => whole.includes(word)) ? 1 : Infinity;
}
