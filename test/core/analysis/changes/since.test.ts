import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { isCommitName, parseSince } from '../../../../src/core/analysis/changes/since';

const today = Temporal.PlainDate.from('2026-11-20');

function said(text: string): string | undefined {
  const since = parseSince(text, today);
  return since && (since.kind === 'day' ? since.day.toString() : `commit ${since.name}`);
}

describe('a point of history', () => {
  it('is a time before today, a day, or a commit', () => {
    for (const [text, point] of [
      ['10d', '2026-11-10'],
      ['1w', '2026-11-13'],
      [' 2w ', '2026-11-06'],
      ['1m', '2026-10-20'],
      ['1y', '2025-11-20'],
      ['2026-10-01', '2026-10-01'],
      ['last-commit', 'commit HEAD'],
      ['v1.2', 'commit v1.2'],
      ['main~3', 'commit main~3'],
      ['origin/über@work', 'commit origin/über@work'],
      ['1a2b3c4', 'commit 1a2b3c4'],
    ])
      assert.equal(said(text ?? ''), point, text);
  });

  it('is nothing that Git could take for anything else', () => {
    for (const text of [
      ...['', ' ', '2026-02-31', '-1w', '--output=x', '-', 'HEAD:secret', ':/text', 'a..b', 'a...b', '^HEAD'],
      ...['HEAD@{1}', 'a b', 'a\nb', 'a\0b', '$(harm)', '`harm`', 'a;b', "a'b", '*', '../x', 'x'.repeat(201)],
    ])
      assert.equal(said(text), undefined, JSON.stringify(text));
    assert.equal(isCommitName('HEAD^^2~1'), true);
  });
});
