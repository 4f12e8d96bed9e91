import assert from 'node:assert/strict';
import type { FoldingRequest } from '../../../src/core/features/foldingRanges';
import { planFrom } from '../planFrom';

const lines = { lineFoldingOnly: true };

/** What folds, as the text of its first and of its last line, `first … last`; comments with a `#` before. */
async function folded(text: string, request: FoldingRequest = lines, name = 'a.project.yaml'): Promise<string[]> {
  const plan = await planFrom({ [name]: text });
  const ranges = plan.service.foldingRanges(plan.uri(name), request);
  assert.ok(ranges);
  const all = text.split(/\r\n|\n|\r/);
  return ranges.map(({ startLine, endLine, kind }) => {
    assert.ok(startLine < endLine && endLine < all.length, 'a fold has lines, and ends in the file');
    return `${kind === 'comment' ? '# ' : ''}${all[startLine]?.trim() ?? ''} … ${all[endLine]?.trim() ?? ''}`;
  });
}

describe('folding ranges', () => {
  it('are the maps, lists and texts of several lines', async () => {
    const text = `project: A
summary: >
  It is about
  folding.
items:
  api:
    title: API
    depends_on:
      - spike
      - ui
  spike: Spike
status_updates:
  - date: 2026-05-01
    summary: One
  - date: 2026-05-08
`;
    assert.deepEqual(await folded(text), [
      'summary: > … folding.',
      'items: … spike: Spike',
      'api: … - ui',
      'depends_on: … - ui',
      'status_updates: … - date: 2026-05-08',
      '- date: 2026-05-01 … summary: One',
    ]);
  });

  it('end before blank lines, and before the comments of the next entry', async () => {
    const text = `project: A
items:
  api:
    title: API
    # about the API
      # and deeper

  # about the spike
  spike:
    title: Spike

# about the risks
risks:
  late: Late


`;
    assert.deepEqual(await folded(text), [
      'items: … title: Spike',
      'api: … # and deeper',
      'spike: … title: Spike',
      'risks: … late: Late',
    ]);
  });

  it('are runs of comments that are equally indented, with their kind', async () => {
    const text = `# one
# two

# alone
project: A # not this
items:
  # three
  # four
    # five
  a: A
`;
    assert.deepEqual(await folded(text), ['# # one … # two', 'items: … a: A', '# # three … # four']);
  });

  it('are no runs of what only looks like comments', async () => {
    const text = 'project: A\nsummary: |\n  # one\n  # two\n';
    assert.deepEqual(await folded(text), ['summary: | … # two']);
  });

  it('leave a closing bracket on its own line in view', async () => {
    const text = `project: A
calendar: {
  workdays: [
    mon,
    tue ],
  country: DE
}
goal: [
  faster
]
links:
  - {
    a: b }
`;
    assert.deepEqual(await folded(text), [
      'calendar: { … country: DE',
      'workdays: [ … tue ],',
      'goal: [ … faster',
      'links: … a: b }',
      '- { … a: b }',
    ]);
  });

  it('fold between the brackets where the client folds characters', async () => {
    const name = 'a.project.yaml';
    const text = 'project: A\ngoal: [\n  faster\n]\nscope:\n  in: a\n  out: b\n';
    const plan = await planFrom({ [name]: text });
    assert.deepEqual(plan.service.foldingRanges(plan.uri(name)), [
      { startLine: 1, startCharacter: 7, endLine: 3, endCharacter: 0 },
      { startLine: 4, endLine: 6 },
    ]);
  });

  it('are one for each line, the outermost', async () => {
    const text = 'project: A\nstatus_updates:\n  - done:\n      - a\n      - b\n    next: c\n';
    assert.deepEqual(await folded(text), ['status_updates: … next: c', '- done: … next: c']);
  });

  it('are the outer ones where the client takes fewer', async () => {
    const items = Array.from({ length: 50 }, (_, at) => `  i${String(at)}:\n    title: T\n    owner: bob\n`).join('');
    const text = `# one\n# two\nproject: A\nscope:\n  in:\n    - a\n    - b\n  out: c\nitems:\n${items}`;
    assert.equal((await folded(text)).length, 54);
    assert.deepEqual(await folded(text, { ...lines, rangeLimit: 3 }), [
      'scope: … out: c',
      'in: … - b',
      'items: … owner: bob',
    ]);
    assert.deepEqual(await folded(text, { ...lines, rangeLimit: 0 }), []);
  });

  it('are there with anchors, aliases and merge keys, once for what is written once', async () => {
    const text = 'project: A\nx-base: &base\n  owner: bob\nitems:\n  a: &a\n    <<: *base\n    title: A\n  b: *a\n';
    assert.deepEqual(await folded(text), ['x-base: &base … owner: bob', 'items: … b: *a', 'a: &a … title: A']);
  });

  it('are counted in lines with CRLF, a byte order mark and emoji', async () => {
    const text = '\ufeff# 🚀\r\n# two\r\nproject: A\r\nitems:\r\n  a:\r\n    title: 🎉\r\n\r\n  b: B\r\n';
    assert.deepEqual(await folded(text), ['# # 🚀 … # two', 'items: … b: B', 'a: … title: 🎉']);
  });

  it('are what can be read of a broken file', async () => {
    const text =
      'project: "A\nitems:\n  a:\n    title: [b\n    owner: bob\n  c:\n    title: C\n    d\n  e:\n    title: E\n    owner: x\n';
    const found = await folded(text);
    assert.ok(found.includes('items: … owner: x'), found.join('\n'));
    assert.ok(found.includes('e: … owner: x'), found.join('\n'));
    assert.deepEqual(await folded(''), []);
    assert.deepEqual(await folded('- a\n-\n  b: c\n  d: e\n'), ['- … d: e']);
    assert.deepEqual(await folded('{ project: A,\n  id: a\n}'), ['{ project: A, … id: a']);
  });

  it('are undefined for a file of no plan', async () => {
    const plan = await planFrom({ 'a.project.yaml': '' });
    assert.equal(plan.service.foldingRanges(plan.uri('none.yaml')), undefined);
  });
});
