import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainWords } from '../../../../src/core/rules/scope/plainWords';

describe('the plain words of a title', () => {
  for (const [one, other] of [
    ['Loyalty cards', 'loyalty card'],
    ['Build the mobile apps', 'Mobile app'],
    ['A gift-voucher', 'Gift vouchers!'],
    ['Café vouchers (on paper)', 'Cafe voucher'],
    ['Deliveries', 'delivery'],
    ['Tax classes', 'Tax class'],
    ['Résumé  of\tthe order', 'Resume of order'],
  ] as const) {
    it(`are the same for “${one}” and “${other}”`, () => {
      assert.equal(plainWords(one), plainWords(other));
    });
  }

  for (const [one, other] of [
    ['Loyalty cards', 'No loyalty cards'],
    ['Loyalty cards', 'Remove loyalty cards'],
    ['Payments to suppliers', 'Payments from suppliers'],
    ['Import from Shop to Books', 'Import from Books to Shop'],
    ['Payments', 'Payments to suppliers'],
    ['C++', 'C#'],
    ['Support', 'Loyalty cards'],
    ['Access', 'Acces point'],
  ] as const) {
    it(`differ for “${one}” and “${other}”`, () => {
      assert.notEqual(plainWords(one), plainWords(other));
    });
  }

  it('leave a title that says only to do something as it is', () => {
    assert.equal(plainWords('Support'), 'support');
  });

  it('are none where there are no words', () => {
    assert.equal(plainWords('… (!)'), '');
  });

  it('are the same in any case, between any blanks, and with any article before them', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 }), (words) => {
        const plain = plainWords(words.join(' '));
        assert.equal(plainWords(words.join('  ').toUpperCase()), plain);
        assert.equal(plainWords(`The ${words.join(' ')}.`), plain);
      }),
    );
  });
});
