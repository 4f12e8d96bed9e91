import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/syntax/document';
import { maxAliasedNodes } from '../../../src/core/syntax/link';
import { keyText, member, placeOf, resolved, type Node } from '../../../src/core/syntax/tree';
import { valueOf } from './treeValue';

function parse(text: string) {
  return parseDocument('file:///plan.project.yaml', text);
}

/** The value of a text, and each problem as `"text it stands on" message`. */
function read(text: string): { value: unknown; problems: readonly string[] } {
  const document = parse(text);
  const problems = document.problems.map(({ at, message }) => `"${document.source.textOf(at)}" ${message}`);
  return { value: valueOf(document.root), problems };
}

describe('reading a file', () => {
  it('gives nothing and complains of nothing where there is nothing', () => {
    for (const text of ['', '\n\n', '# only a comment\n', '\uFEFF', '---\n', '---\n# c\n...\n']) {
      assert.deepEqual(read(text), { value: undefined, problems: [] }, JSON.stringify(text));
    }
  });

  it('keeps one empty piece in an empty file, so that what it lacks has a place', () => {
    const { source, pieces } = parse('');
    assert.equal(pieces.length, 1);
    assert.deepEqual(source.placeAt(0)?.piece, pieces[0]?.piece);
  });

  it('reads all styles of text', () => {
    const text = `a: plain text\nb: 'it''s'\nc: "tab\\t\\u263A"\nd: |\n  one\n   two\ne: >-\n  folded\n  text\nf: plain\n  on two lines\n`;
    assert.deepEqual(read(text), {
      value: { a: 'plain text', b: "it's", c: 'tab\t☺', d: 'one\n two\n', e: 'folded text', f: 'plain on two lines' },
      problems: [],
    });
  });

  it('reads the same with any line break', () => {
    const text = 'a: |\n  one\n  two\nb:\n  c: 1\n\n  d: [x,\n    y]\n';
    for (const end of ['\r\n', '\r'])
      assert.deepEqual(read(text.replaceAll('\n', end)), read(text), JSON.stringify(end));
  });

  it('places every node exactly, after a BOM, an emoji and a carriage return too', () => {
    const text =
      '\uFEFF# 🚀\r\nproduct: "🙂 x" # c\r\ngoals:\r\n  a:\r\n    title: >-\r\n      folded\r\n    list: [one , two]\r\n';
    const { source, root } = parse(text);
    const node = (path: readonly string[]): Node => {
      let found = resolved(root);
      for (const key of path) {
        found = resolved(
          found?.kind === 'seq'
            ? found.items[Number(key)]
            : found?.kind === 'map'
              ? member(found, key)?.value
              : undefined,
        );
      }
      assert.ok(found, path.join('.'));
      return found;
    };
    const written = (...path: string[]): string => source.textOf(placeOf(node(path)));
    assert.equal(written('product'), '"🙂 x"');
    assert.equal(written('goals', 'a', 'title'), '>-\r\n      folded');
    assert.equal(written('goals', 'a', 'list'), '[one , two]');
    assert.equal(written('goals', 'a', 'list', '1'), 'two');
    const product = node([]);
    const key = product.kind === 'map' ? product.members[0]?.key : undefined;
    assert.deepEqual(key && source.rangeOf(placeOf(key)), {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 7 },
    });
  });

  it('ends a list within a list where its last item ends', () => {
    const document = parse('lists: &all\n- - a\n  - b\n- other: |\n    text\n');
    const root = resolved(document.root);
    const lists = root?.kind === 'map' ? resolved(member(root, 'lists')?.value) : undefined;
    assert.ok(lists?.kind === 'seq' && lists.items[0]);
    assert.equal(document.source.textOf(placeOf(lists.items[0])), '- a\n  - b');
  });

  it('keeps the order of the source for ids that are numbers', () => {
    const root = resolved(parse('"2.0": B\n1.10: A\n7: C\n').root);
    assert.deepEqual(root?.kind === 'map' && root.members.map(keyText), ['2.0', '1.10', '7']);
  });
});

describe('a broken entry', () => {
  const good = { before: 'B', after: 'A' };
  const around = (broken: string): string => `items:\n  before: B\n${broken}  after: A\nend: E\n`;

  const cases: readonly (readonly [name: string, broken: string, entry: unknown, problem: RegExp])[] = [
    [
      'a text with a colon',
      '  x:\n    title: Fix: it # now\n    size: M\n',
      { title: 'Fix: it', size: 'M' },
      /^"Fix: it" A colon/,
    ],
    [
      'a quote that is not closed',
      '  x:\n    title: "Fix\n    size: M\n',
      { title: 'Fix', size: 'M' },
      /^""Fix" This text is not closed/,
    ],
    [
      'a quote that closes too early',
      "  x:\n    title: 'it's'\n    size: M\n",
      { title: "'it's'", size: 'M' },
      /goes on after its closing quote/,
    ],
    [
      'a quote that holds two others and is not closed',
      "  x:\n    title: 'it''s so\n    size: M\n",
      { title: "it''s so", size: 'M' },
      /^"'it''s so" This text is not closed/,
    ],
    [
      'a bracket that is not closed',
      '  x:\n    depends_on: [a, b\n    size: M\n',
      { depends_on: ['a', 'b'], size: 'M' },
      /^"\[" `\[` is not closed: add `\]`/,
    ],
    [
      'a reserved character',
      '  x:\n    owner: @alice\n    size: M\n',
      { owner: '@alice', size: 'M' },
      /^"@alice" A text cannot start with `@`/,
    ],
    [
      'a half-typed key',
      '  x:\n    title: T\n    dep\n    size: M\n',
      { title: 'T', size: 'M' },
      /^"dep" `dep` is not a key/,
    ],
    [
      'a key without a space after its colon',
      '  x:\n    title:T\n    size: M\n',
      { size: 'M' },
      /^"title:T" `title:T` needs a space/,
    ],
    [
      'a line that is not deep enough',
      '  x:\n    title: T\n   size: M\n',
      { title: 'T', size: 'M' },
      /^"size" This line is indented differently/,
    ],
    ['a tab', '  x:\n\ttitle: T\n\tsize: M\n', { title: 'T', size: 'M' }, /A tab cannot be used/],
    [
      'a text with keys below it',
      '  x: Title\n    size: M\n',
      { size: 'M' },
      /^"Title" This has a text on its line and more below/,
    ],
    [
      'a broken list entry',
      '  x:\n    done:\n      - one\n      - "two\n      - three: 3: 3\n',
      { done: ['one', 'two', { three: '3: 3' }] },
      /^""two" This text is not closed/,
    ],
  ];

  for (const [name, broken, entry, problem] of cases) {
    it(`costs that entry alone: ${name}`, () => {
      const { value, problems } = read(around(broken));
      assert.deepEqual(value, { items: { before: good.before, x: entry, after: good.after }, end: 'E' });
      assert.match(problems[0] ?? '', problem);
    });
    it(`costs that entry alone with CRLF: ${name}`, () => {
      const { value, problems } = read(around(broken).replaceAll('\n', '\r\n'));
      assert.deepEqual(value, { items: { before: good.before, x: entry, after: good.after }, end: 'E' });
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('is one problem for one mistake', () => {
    for (const [name, broken] of cases.slice(0, -1)) assert.equal(read(around(broken)).problems.length, 1, name);
  });

  it('may be a half-typed entry, a stray list or a misindented neighbour', () => {
    assert.deepEqual(read(around('  dep\n')), {
      value: { items: good, end: 'E' },
      problems: ['"dep" `dep` is not a key: write `key: value`, with a colon and a space.'],
    });
    assert.match(read(around('- x\n')).problems[0] ?? '', /^"- x" A list entry cannot stand here/);
    const { value, problems } = read(around(' odd: O\n'));
    assert.deepEqual(value, { items: { before: 'B', odd: 'O', after: 'A' }, end: 'E' });
    assert.match(problems[0] ?? '', /indented by 1 space, and the entries beside it by 2 spaces/);
  });

  it('tells the text that has to be put in quotes', () => {
    const document = parse('title: Fix: it # c\n');
    const quote = document.problems[0]?.quote;
    assert.equal(quote && document.source.textOf(quote), 'Fix: it');
  });
});

describe('anchors, aliases and merge keys', () => {
  it('reach over entries', () => {
    const text =
      'x-base: &base\n  size: M\n  owner: alice\nitems:\n  a: &a\n    <<: *base\n    owner: bob\n  b: *a\n  c:\n    <<: [*a, { priority: must, size: L }]\n';
    const a = { size: 'M', owner: 'bob' };
    assert.deepEqual(read(text), {
      value: { 'x-base': { size: 'M', owner: 'alice' }, items: { a, b: a, c: { ...a, priority: 'must' } } },
      problems: [],
    });
  });

  it('merge into the top level and into a map of entries', () => {
    const text = 'x-b: &b { manager: bob }\n<<: *b\nproject: P\nitems:\n  <<: { shared: S }\n  own: O\n';
    const { value, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(value, {
      'x-b': { manager: 'bob' },
      project: 'P',
      manager: 'bob',
      items: { own: 'O', shared: 'S' },
    });
  });

  it('keep an entry when another one is broken', () => {
    const { value } = read('items:\n  a: &a { title: A }\n  b:\n    title: "x\n  c: *a\n');
    assert.deepEqual(value, { items: { a: { title: 'A' }, b: { title: 'x' }, c: { title: 'A' } } });
  });

  it('are reported where nothing is meant, inside themselves, or of the wrong kind', () => {
    assert.match(read('a: *nope\n').problems[0] ?? '', /^"\*nope" There is no `&nope`/);
    assert.match(read('a: &a\n  b: *a\n').problems[0] ?? '', /^"\*a" `\*a` stands inside `&a` itself/);
    assert.match(read('a: 1\nb:\n  <<: text\n').problems[0] ?? '', /^"text" `<<` merges a map/);
  });

  it('that expand without end stop at the limit, with one problem', () => {
    const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const alias = `*l${String(level - 1)}`;
      lines.push(`l${String(level)}: &l${String(level)} [${Array.from({ length: 10 }, () => alias).join(', ')}]`);
    }
    const document = parse(lines.join('\n'));
    assert.equal(document.problems.length, 1);
    assert.match(document.problems[0]?.message ?? '', new RegExp(maxAliasedNodes.toLocaleString('en')));
  });
});

describe('what a plan file may not have', () => {
  it('is a second document', () => {
    const { value, problems } = read('a: 1\n---\nb: 2\n');
    assert.deepEqual(value, { a: 1 });
    assert.deepEqual(problems, [
      '"---" A plan file holds one document, and a second one starts here: move it to a file of its own.',
    ]);
    assert.deepEqual(read('---\na: 1\n...\n').problems, []);
    assert.equal(read('a: 1\n...\nb: 2\n').problems.length, 1);
    assert.equal(read('%YAML 1.2\n---\na: 1\n---\nb: 2\n').problems.length, 1);
  });

  it('is nesting beyond a hundred levels, in any style, which keeps the entry', () => {
    const depth = 20_000;
    const texts = [
      `items:\n  deep: ${'['.repeat(depth)}${']'.repeat(depth)}\n  after: A\n`,
      `items:\n  deep: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}\n  after: A\n`,
      `items:\n  deep:\n    ${'- '.repeat(depth)}x\n  after: A\n`,
      `items:\n  deep:\n    ${'? '.repeat(depth)}x\n  after: A\n`,
      `items:\n  deep: ${'['.repeat(depth)}\n  after: A\n`,
    ];
    for (const text of texts) {
      const { value, problems } = read(text);
      assert.deepEqual(value, { items: { deep: null, after: 'A' } });
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', /^"deep" This nests more than 100 levels/);
    }
    assert.equal(read('['.repeat(depth)).problems.length, 1);
  });

  it('is not a hundred levels', () => {
    const levels = (count: number): string => `a: ${'['.repeat(count)}${']'.repeat(count)}\n`;
    assert.deepEqual(read(levels(99)).problems, []);
    assert.equal(read(levels(100)).problems.length, 1);
  });
});

describe('comments', () => {
  it('are told from texts that look like them', () => {
    const text = '# one\na: x#y # two\nb: "# no"\nc: |\n  # no\n  text\n#three\nd: [x, # four\n  y]\n';
    const { pieces } = parse(text);
    const comments = pieces.flatMap(({ piece, tree }) =>
      tree.comments.map(({ start, end }) => piece.text.slice(start, end)),
    );
    assert.deepEqual(comments, ['# one', '# two', '#three', '# four']);
  });

  it('go with the entry that follows', () => {
    const { pieces } = parse('items:\n  a: 1\n  # about b\n\n  b: 2\n# about end\nend: 3\n');
    assert.deepEqual(
      pieces.map(({ piece }) => piece.text),
      ['items:\n', '  a: 1\n', '  # about b\n\n  b: 2\n', '# about end\nend: 3\n'],
    );
  });
});
