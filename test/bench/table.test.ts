import assert from 'node:assert/strict';
import { cellsOf, fasterBy, goalOf, type Row } from '../../bench/speed/row';
import { pageText, withTable } from '../../bench/speed/written';

const times = Array.from({ length: 101 }, (_, at) => at / 10);
const other = [900, 1000, 1100];
const row: Row = {
  what: 'keystroke',
  unit: 'ms',
  ours: times,
  other,
  goals: [goalOf('ms', times, 5, 9), ...fasterBy(200, times, other)],
};

describe('The table of speeds', () => {
  it('has medians, the 95th percentile, the ratio, and which goals are reached', () => {
    const [what, median, of95, others, ratio, goal, reached] = cellsOf(row);
    assert.deepEqual([what, median, of95, others, ratio], ['keystroke', '5.00 ms', '9.50 ms', '1,000 ms', '200 ×']);
    assert.deepEqual([goal, reached], ['5 ms, 95 %: 9 ms; 200 × faster', 'no; yes']);
  });

  it('says why the other server has no figure, which makes any of ours the faster one', () => {
    const silent = 'no answer in 120 s';
    const cells = cellsOf({ ...row, other: silent, goals: fasterBy(4000, times, silent) });
    assert.deepEqual(cells.slice(3), [silent, '', '4,000 × faster', 'yes']);
  });

  it('shows no percentile of a single figure', () => {
    assert.deepEqual(cellsOf({ what: 'heap', unit: 'MB', ours: [123.4] }), ['heap', '123 MB', '', '', '', '', '']);
  });

  it('stands whole on its page, and between the markers of another text the rows with a goal', () => {
    const rows = [row, { what: 'by the way', unit: 'ms', ours: times } as const];
    assert.match(pageText(rows, 'one machine'), /one machine[^]*keystroke[^]*by the way/);
    const text = 'before\n<!-- speed:start -->\nold\n<!-- speed:end -->\nafter\n';
    const written = withTable(text, rows, 'one machine');
    assert.match(
      written,
      /^before\n<!-- speed:start -->[^]*one machine[^]*\| keystroke \|[^]*<!-- speed:end -->\nafter\n$/,
    );
    assert.doesNotMatch(written, /old|by the way/);
    assert.equal(withTable(written, rows, 'one machine'), written);
    assert.throws(() => withTable('no markers', rows, 'one machine'), /needs the lines/);
  });
});
