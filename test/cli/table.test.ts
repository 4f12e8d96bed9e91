import assert from 'node:assert/strict';
import stringWidth from 'string-width';
import { table, type Column } from '../../src/cli/table';

describe('A table', () => {
  const columns: readonly Column[] = [
    { heading: 'What', wraps: true },
    { heading: 'Days', align: 'right' },
    { heading: 'Why', wraps: true },
  ];
  const plain = (_style: unknown, text: string): string => text;
  const lines = (rows: readonly (readonly string[])[], room = 60): readonly string[] =>
    table(
      columns,
      rows.map((row) => row.map((text) => ({ text }))),
      room,
      plain,
    ).split('\n');

  it('aligns its columns, numbers to the right, without blanks at the ends of lines', () => {
    assert.deepEqual(
      lines([
        ['Build', '12', 'because'],
        ['Test it', '3', ''],
      ]),
      ['What     Days  Why', 'Build      12  because', 'Test it     3'],
    );
  });

  it('aligns text of any script by the room that it takes', () => {
    const [, chinese = '', emoji = '', marks = ''] = lines([
      ['支付接口', '1', 'x'],
      ['👩‍👩‍👧 home', '1', 'x'],
      ['Cafe\u0301', '1', 'x'],
    ]);
    const before = (line: string): number => stringWidth(line.slice(0, line.lastIndexOf('x')));
    assert.equal(before(chinese), before(emoji));
    assert.equal(before(chinese), before(marks));
  });

  it('goes on in the next line where there is no room, and gives what a narrow column leaves to the others', () => {
    const text = 'one two three four five six seven eight nine ten';
    const found = lines([['Short', '1', text]], 40);
    assert.deepEqual(found.slice(1), ['Short     1  one two three four five six', '             seven eight nine ten']);
  });

  it('breaks a word that is longer than its column', () => {
    for (const line of lines([['x'.repeat(100), '1', 'y'.repeat(100)]])) assert.ok(line.length <= 60, line);
  });

  it('keeps room for text that lies very deep in a tree', () => {
    const text = table(columns, [[{ text: 'Deep down', indent: 500 }, { text: '1' }, { text: 'z' }]], 60, plain);
    assert.ok(text.includes('Deep down'), text);
    for (const line of text.split('\n')) assert.ok(line.length <= 60, line);
  });
});
