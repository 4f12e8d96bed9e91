import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../src/core/features/selectionRanges';
import type { SourceText } from '../../../src/core/text/sourceText';
import { planFrom } from '../planFrom';

function chainOf(first: SelectionRange | undefined, source: SourceText): { start: number; end: number }[] {
  const chain = [];
  for (let range = first; range; range = range.parent) {
    chain.push({ start: source.offsetAt(range.range.start), end: source.offsetAt(range.range.end) });
  }
  return chain;
}

/** What is selected at the mark, and each time that the selection grows; the whole file, at the end, as `FILE`. */
async function grown(marked: string, name = 'a.project.yaml'): Promise<string[]> {
  const plan = await planFrom({ [name]: marked });
  const { uri, offset } = plan.cursor;
  const { source } = plan.service.file(uri)!.document;
  const found = selectionRanges(plan.state(), uri, [offset]);
  assert.equal(found?.length, 1);
  const texts = chainOf(found[0], source).map(({ start, end }) => source.slice(start, end));
  // A byte order mark has no column.
  assert.equal(texts.pop(), source.toString().replace(/^\ufeff/, ''));
  return [...texts, 'FILE'];
}

describe('selection ranges', () => {
  it('grow from a word over its text, pair, entry and map to the file', async () => {
    const text =
      'project: A\nitems:\n  api:\n    title: The payment<CURSOR> API\n    owner: bob\n  ui: UI\nmanager: eve\n';
    assert.deepEqual(await grown(text), [
      'payment',
      'The payment API',
      'title: The payment API',
      'title: The payment API\n    owner: bob',
      'api:\n    title: The payment API\n    owner: bob',
      'api:\n    title: The payment API\n    owner: bob\n  ui: UI',
      'items:\n  api:\n    title: The payment API\n    owner: bob\n  ui: UI',
      'project: A\nitems:\n  api:\n    title: The payment API\n    owner: bob\n  ui: UI\nmanager: eve',
      'FILE',
    ]);
  });

  it('grow from a key', async () => {
    assert.deepEqual(await grown('project: A\n"man<CURSOR>ager": bob\n'), [
      'manager',
      '"manager"',
      '"manager": bob',
      'project: A\n"manager": bob',
      'FILE',
    ]);
  });

  it('take the name of a dependency first, and then the whole', async () => {
    const text = 'project: A\nitems:\n  a:\n    depends_on:\n      - launch-site/cut<CURSOR>over FF+2d\n      - b\n';
    assert.deepEqual((await grown(text)).slice(0, 6), [
      'cutover',
      'launch-site/cutover',
      'launch-site/cutover FF+2d',
      '- launch-site/cutover FF+2d',
      '- launch-site/cutover FF+2d\n      - b',
      'depends_on:\n      - launch-site/cutover FF+2d\n      - b',
    ]);
    const roles = 'product: A\nroles: { r: { title: R, responsibilities: ["+pric<CURSOR>ing"] } }\n';
    assert.deepEqual((await grown(roles, 'a.roadmap.yaml')).slice(0, 4), [
      'pricing',
      '+pricing',
      '"+pricing"',
      '["+pricing"]',
    ]);
  });

  it('grow in flow style', async () => {
    assert.deepEqual(
      (await grown('project: A\nitems: { a: { title: A, goal: [one, oth<CURSOR>er] }, b: B }\n')).slice(0, 7),
      [
        'other',
        '[one, other]',
        'goal: [one, other]',
        '{ title: A, goal: [one, other] }',
        'a: { title: A, goal: [one, other] }',
        '{ a: { title: A, goal: [one, other] }, b: B }',
        'items: { a: { title: A, goal: [one, other] }, b: B }',
      ],
    );
  });

  it('grow in texts of several lines by the line, the text and the value', async () => {
    const block = 'project: A\nsummary: |\n  The first line\n  and the sec<CURSOR>ond\n\n  and more\nmanager: bob\n';
    assert.deepEqual((await grown(block)).slice(0, 5), [
      'second',
      'and the second',
      'The first line\n  and the second\n\n  and more',
      '|\n  The first line\n  and the second\n\n  and more',
      'summary: |\n  The first line\n  and the second\n\n  and more',
    ]);
    const quoted = 'project: A\nsummary: "One\n  tw<CURSOR>o three"\n';
    assert.deepEqual((await grown(quoted)).slice(0, 4), ['two', 'two three', 'One\n  two three', '"One\n  two three"']);
  });

  it('grow in comments, and from them to what they belong to', async () => {
    const text = `project: A
items:
  # The first thing
  # to be bu<CURSOR>ilt
  api:
    title: API
  ui: UI
`;
    assert.deepEqual((await grown(text)).slice(0, 5), [
      'built',
      'to be built',
      '# to be built',
      '# The first thing\n  # to be built',
      '# The first thing\n  # to be built\n  api:\n    title: API',
    ]);
    const behind = 'project: A\nitems:\n  api:\n    owner: bob # for n<CURSOR>ow\n    title: API\n';
    assert.deepEqual((await grown(behind)).slice(0, 5), [
      'now',
      'for now',
      '# for now',
      'owner: bob # for now',
      'owner: bob # for now\n    title: API',
    ]);
    const below = 'project: A\nitems:\n  api:\n    title: API\n    # more to <CURSOR>come\n  ui: UI\n';
    assert.deepEqual((await grown(below)).slice(0, 5), [
      'come',
      'more to come',
      '# more to come',
      'api:\n    title: API\n    # more to come',
      'api:\n    title: API\n    # more to come\n  ui: UI',
    ]);
  });

  it('take an entry alone, and then with its comments', async () => {
    const text = 'project: A\nscope:\n  # what is in\n  in: a<CURSOR>ll # really\n  out: none\n';
    assert.deepEqual((await grown(text)).slice(0, 3), ['all', 'in: all', '# what is in\n  in: all # really']);
  });

  it('hold the anchor and tag of a value before its key', async () => {
    const text = 'project: A\nitems:\n  a: &one !!str na<CURSOR>me\n  b: *one\n';
    assert.deepEqual((await grown(text)).slice(0, 3), ['name', '&one !!str name', 'a: &one !!str name']);
    assert.deepEqual((await grown('project: &p A\nid: *<CURSOR>p\n')).slice(0, 3), ['p', '*p', 'id: *p']);
  });

  it('know list elements that are maps', async () => {
    const text = 'project: A\nchanges:\n  - date: 2026-01-01\n    title: O<CURSOR>ne\n  - date: 2026-01-02\n';
    assert.deepEqual((await grown(text)).slice(0, 5), [
      'One',
      'title: One',
      'date: 2026-01-01\n    title: One',
      '- date: 2026-01-01\n    title: One',
      '- date: 2026-01-01\n    title: One\n  - date: 2026-01-02',
    ]);
  });

  it('count right with CRLF, emoji and a byte order mark', async () => {
    const text = '\ufeffproject: 🚀 st<CURSOR>art\r\nitems:\r\n  a: 🎉\r\n';
    assert.deepEqual((await grown(text)).slice(0, 3), ['start', '🚀 start', 'project: 🚀 start']);
    const broken = 'project: "A\nitems:\n  a: { title: B\n  b: [x, y<CURSOR>\n';
    assert.deepEqual((await grown(broken)).at(-1), 'FILE');
  });

  it('are larger each time as an editor counts, which gives a byte order mark no column', async () => {
    assert.deepEqual(await grown('\ufeff? <CURSOR>'), ['FILE']);
  });

  it('are the file where nothing stands, and empty in an empty file', async () => {
    assert.deepEqual(await grown('project: A\n\n<CURSOR>\n'), ['FILE']);
    assert.deepEqual(await grown('<CURSOR>'), ['FILE']);
  });

  it('answer many positions at once, each its own', async () => {
    const name = 'a.project.yaml';
    const plan = await planFrom({ [name]: 'project: A\nmanager: bob\n' });
    const found = plan.service.selectionRanges(plan.uri(name), [
      { line: 0, character: 10 },
      { line: 1, character: 0 },
      { line: 99, character: 0 },
    ]);
    assert.deepEqual(
      found?.map(({ range }) => [range.start, range.end]),
      [
        [
          { line: 0, character: 9 },
          { line: 0, character: 10 },
        ],
        [
          { line: 1, character: 0 },
          { line: 1, character: 7 },
        ],
        [
          { line: 0, character: 0 },
          { line: 2, character: 0 },
        ],
      ],
    );
    assert.equal(plan.service.selectionRanges(plan.uri('none.yaml'), []), undefined);
  });

  it('hold the position and strictly the range before them, whatever is written', async () => {
    const part = fc.constantFrom(
      ...[
        'project: A\n',
        'items:\n',
        '  a: A\n',
        '  b:\n',
        '    title: "B" # c\n',
        '    depends_on:\n',
        '      - a FF+2d\n',
      ],
      ...['    - x\n', '# c\n', '  # d\n', '    # e\n', '\n', '\t', '  c: { a: [b, "c"] }\n', '  d: |\n', '    text\n'],
      ...[
        '  - date: 1\n',
        '"',
        '[',
        '}',
        ': ',
        '- ',
        '🚀',
        '\r\n',
        '&a ',
        '*a',
        '<<: *a\n',
        '? ',
        '--- ',
        '\ufeff',
        '!!x ',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (parts) => {
        const name = 'a.project.yaml';
        const text = parts.join('');
        const plan = await planFrom({ [name]: text });
        const { source } = plan.service.file(plan.uri(name))!.document;
        const offsets = Array.from({ length: text.length + 1 }, (_, at) => at);
        const found = selectionRanges(plan.state(), plan.uri(name), offsets);
        assert.equal(found?.length, offsets.length);
        found.forEach((range, offset) => {
          const at = source.offsetAt(source.positionAt(offset));
          let inner = { start: at, end: at };
          const chain = chainOf(range, source);
          for (const [index, span] of chain.entries()) {
            assert.ok(span.start <= inner.start && inner.end <= span.end, 'it holds what was selected before');
            assert.ok(index === 0 || span.end - span.start > inner.end - inner.start, 'it is larger');
            inner = span;
          }
          assert.deepEqual(
            source.rangeAt(inner),
            source.rangeAt({ start: 0, end: text.length }),
            'it ends with the file',
          );
        });
      }),
    );
  });
});
