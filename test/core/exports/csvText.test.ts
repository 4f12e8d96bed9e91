import assert from 'node:assert/strict';
import { csvText, type CsvValue } from '../../../src/core/exports/csvText';

describe('CSV', () => {
  const cell = (value: CsvValue): string => csvText(['a'], [[value]]).slice('a\r\n'.length, -2);

  it('ends each record with CR LF, also the last, and begins with no byte order mark', () => {
    assert.equal(csvText(['a', 'b'], [['x', 'y']]), 'a,b\r\nx,y\r\n');
  });

  it('quotes what holds a separator, a quote or the end of a line, and doubles quotes', () => {
    assert.equal(cell('a,b'), '"a,b"');
    assert.equal(cell('say "x"'), '"say ""x"""');
    assert.equal(cell('a\nb'), '"a\nb"');
    assert.equal(cell('a\r\nb'), '"a\r\nb"');
    assert.equal(cell('a;b'), 'a;b');
  });

  it('has empty cells for what is not there, and no quotes for the empty text', () => {
    assert.equal(cell(null), '');
    assert.equal(cell(undefined), '');
    assert.equal(cell(''), '');
  });

  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '＋1', '－1', '＠x'];
  for (const formula of formulas) {
    it(`makes text of ${JSON.stringify(formula)}`, () => {
      const text = cell(formula).replace(/^"(.*)"$/s, '$1');
      assert.equal(text, `'${formula}`);
    });
  }

  it('leaves numbers as they are, also negative ones', () => {
    assert.equal(cell(-2.5), '-2.5');
    assert.equal(cell(0), '0');
    assert.equal(cell(false), 'false');
  });

  it('leaves text alone that only holds such a character', () => {
    assert.equal(cell('a=b+c-d@e'), 'a=b+c-d@e');
  });

  it('shows characters that would steer a terminal', () => {
    assert.equal(cell('a\u001b[2J\u009b'), String.raw`a\u{1b}[2J\u{9b}`);
  });
});
