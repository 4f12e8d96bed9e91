import assert from 'node:assert/strict';
import { fileStyle } from '../../../../src/core/edit/fileStyle';
import { cursorLine, isInComment } from '../../../../src/core/features/completion/cursorLine';
import type { CompletionPlace } from '../../../../src/core/features/completion/place';
import { placesAt } from '../../../../src/core/features/completion/placesAt';
import { planFrom } from '../../planFrom';

async function placesIn(text: string, name = 'a.project.yaml'): Promise<readonly CompletionPlace[]> {
  const plan = await planFrom({ [name]: text });
  const { uri, offset } = plan.cursor;
  const file = plan.service.file(uri);
  const line = file && cursorLine(file.document, offset);
  assert.ok(file && line);
  return isInComment(file.document, line) ? [] : placesAt(file, line, () => fileStyle(file.document));
}

/**
 * The places at the mark, as a line each: `key items/a` for a key of that map, `value items/a/goal` for that value, with
 * what is written before it and, in angles, what is replaced.
 */
async function told(text: string, name?: string): Promise<readonly string[]> {
  const source = text.replace('<CURSOR>', '');
  return (await placesIn(text, name)).map(({ kind, path, before, span }) => {
    const replaced = source.slice(span.start, span.end).trim();
    const extra = [before === '' ? '' : JSON.stringify(before), replaced === '' ? '' : `<${replaced}>`];
    return [kind, path.join('/') || '(file)', ...extra].filter((part) => part !== '').join(' ');
  });
}

/** What follows `items:` and an item `a`, as the lines below its id. */
const inItem = (lines: string): string => `project: A\nitems:\n  a:\n${lines}`;

type Case = readonly [what: string, text: string, ...places: readonly string[]];

function cases(list: readonly Case[]): void {
  for (const [what, text, ...places] of list) {
    it(what, async () => assert.deepEqual(await told(text), places));
    if (!text.includes('\r')) {
      it(`${what}, with CRLF`, async () => assert.deepEqual(await told(text.replaceAll('\n', '\r\n')), places));
    }
  }
}

describe('The place of the cursor', () => {
  describe('on a blank line', () => {
    cases([
      ['is a key of an empty file', '<CURSOR>', 'key (file)'],
      ['is a key of the file', 'project: A\n<CURSOR>', 'key (file)'],
      ['is a key of the file after a section', 'project: A\nitems:\n  a: X\n<CURSOR>\n', 'key (file)'],
      ['is a key of the file behind the start of its document', '---\nproject: A\n<CURSOR>', 'key (file)'],
      ['is a key of the map of its column', inItem('    title: X\n    <CURSOR>\n'), 'key items/a'],
      ['is a key between two others', inItem('    title: X\n    <CURSOR>\n    owner: b\n'), 'key items/a'],
      ['is a key before the first', inItem('    <CURSOR>\n    title: X\n'), 'key items/a'],
      ['is a key below one without a value', inItem('    <CURSOR>'), 'key items/a'],
      ['is a key of the deepest map that fits', inItem('    title: X\n          <CURSOR>\n'), 'key items/a'],
      ['is a key of the parent in its column', inItem('    items:\n      b: X\n    <CURSOR>'), 'key items/a'],
      ['is an entry in the column of its neighbours', 'project: A\nitems:\n  a: X\n  <CURSOR>\n', 'key items'],
      ['is an entry of an empty section', 'project: A\nitems:\n  <CURSOR>', 'key items'],
      ['is an entry between two, indented', 'project: A\nitems:\n  a: X\n<CURSOR>\n  b: X\n', 'key items "  "'],
      [
        'is an entry of a list',
        inItem('    depends_on:\n      - b\n      <CURSOR>\n'),
        'value items/a/depends_on/1 "- "',
      ],
      ['is the first entry of a list', inItem('    depends_on:\n      <CURSOR>\n'), 'value items/a/depends_on/0 "- "'],
      [
        'is an entry or its first key',
        'project: A\nstatus_updates:\n  <CURSOR>\n',
        'value status_updates/0 "- "',
        'key status_updates/0 "- "',
      ],
      ['is a key of an entry of a list', 'project: A\nchanges:\n  - title: X\n    <CURSOR>\n', 'key changes/0'],
      [
        'is the next entry of a list',
        'project: A\nchanges:\n  - title: X\n  <CURSOR>\n',
        'value changes/1 "- "',
        'key changes/1 "- "',
      ],
      ['is a key where a map is usual', 'project: A\nteam:\n  dana:\n    <CURSOR>\n', 'key team/dana'],
      [
        'is a name of a list or of a map',
        inItem('    assignees:\n      <CURSOR>\n'),
        'value items/a/assignees/0 "- "',
        'key items/a/assignees',
      ],
      [
        'is a value in a list in brackets',
        inItem('    goal: [\n      x,\n      <CURSOR>\n    ]\n'),
        'value items/a/goal/1',
      ],
      ['is a key in braces', inItem('    rice: 1\n  b: {\n    title: X,\n    <CURSOR>\n  }\n'), 'key items/b'],
      ['is a key below an anchor', inItem('    title: X\n  b: &b\n    <CURSOR>\n'), 'key items/b'],
      ['is a key after a comment', inItem('    title: X\n    # Why not.\n    <CURSOR>\n'), 'key items/a'],
      ['is a key after a block of text', inItem('    description: |\n      One\n    <CURSOR>\n'), 'key items/a'],
      ['is a key below broken lines', inItem('    title: "X\n    owner b\n    <CURSOR>\n'), 'key items/a'],
    ]);

    cases([
      ['is none in a block of text', inItem('    description: |\n      One\n      <CURSOR>\n')],
      [
        'is none between the lines of a block of text',
        inItem('    description: |\n      One\n<CURSOR>\n      two\n    owner: b\n'),
      ],
      ['is none in a folded text', inItem('    description: >-\n      One\n      <CURSOR>\n      two\n')],
      ['is none in a text of several lines', inItem('    description: One\n      two\n      <CURSOR>\n')],
      ['is none in a text in quotes', inItem('    description: "One\n      <CURSOR>\n      two"\n')],
      ['is none below a key that the format does not have', inItem('    budgget:\n      <CURSOR>\n')],
      ['is none below a key of the user', inItem('    x-own:\n      <CURSOR>\n')],
      ['is none after the end of the document', 'project: A\n---\n<CURSOR>'],
    ]);
  });

  describe('at a word', () => {
    cases([
      ['is a key of an empty file', 'pro<CURSOR>', 'key (file) <pro>'],
      ['is a key of the file', 'project: A\nit<CURSOR>\nmanager: b\n', 'key (file) <it>'],
      ['is a key among others', inItem('    title: X\n    go<CURSOR>\n    owner: b\n'), 'key items/a <go>'],
      [
        'is a key in the middle of the word',
        inItem('    title: X\n    go<CURSOR>al\n    owner: b\n'),
        'key items/a <goal>',
      ],
      ['is a key before a comment', inItem('    title: X\n    go<CURSOR> # what for\n'), 'key items/a <go>'],
      ['is a key that has its colon', inItem('    ow<CURSOR>ner: b\n'), 'key items/a <owner>'],
      ['is a key in braces', inItem('    title: X\n  b: { title: X, go<CURSOR> }\n'), 'key items/b <go>'],
      [
        'is a key in braces that stay open',
        inItem('    title: X\n  b: { title: X, go<CURSOR>\n  c: X\n'),
        'key items/b <go>',
      ],
      [
        'is a key of an entry of a list',
        'project: A\nchanges:\n  - ti<CURSOR>\n',
        'value changes/0 <ti>',
        'key changes/0 <ti>',
      ],
      [
        'is an entry of a list',
        inItem('    depends_on:\n      - b\n      c<CURSOR>\n'),
        'value items/a/depends_on/1 "- " <c>',
      ],
      [
        'is an entry of a list with its dash',
        inItem('    depends_on:\n      - b\n      - c<CURSOR>\n'),
        'value items/a/depends_on/1 <c>',
      ],
      [
        'is the first entry of a list',
        inItem('    depends_on:\n      c<CURSOR>\n'),
        'value items/a/depends_on/0 "- " <c>',
      ],
      ['is a key above lines that belong to it', inItem('    it<CURSOR>\n      b: X\n'), 'key items/a <it>'],
    ]);

    cases([
      ['is none in a comment', inItem('    # go<CURSOR>\n')],
      ['is none in a comment behind a value', inItem('    title: X # go<CURSOR>\n')],
      ['is none right before a comment', inItem('    title: X\n    <CURSOR># why\n')],
      ['is none in a text of several lines', inItem('    description: One\n      tw<CURSOR>\n')],
      ['is none in a block of text', inItem('    description: |\n      go<CURSOR>\n')],
      ['is none where the word would be out of place', 'project: A\nitems:\n  a: X\n       own<CURSOR>\n  b: X\n'],
    ]);
  });

  describe('at a value', () => {
    cases([
      ['is that value', inItem('    goal: <CURSOR>\n'), 'value items/a/goal'],
      ['is all of its text', inItem('    goal: fas<CURSOR>ter\n'), 'value items/a/goal <faster>'],
      ['is behind a colon that lacks its blank', inItem('    goal:<CURSOR>\n'), 'value items/a/goal " "'],
      ['is before a comment', inItem('    goal: <CURSOR> # what for\n'), 'value items/a/goal'],
      ['is in double quotes', inItem('    goal: "fas<CURSOR>ter"\n'), 'value items/a/goal <faster>'],
      ['is in single quotes', inItem("    goal: 'fas<CURSOR>'\n"), 'value items/a/goal <fas>'],
      ['is in quotes that stay open', inItem('    goal: "fas<CURSOR>\n    title: X\n'), 'value items/a/goal <fas>'],
      ['is one of a list in brackets', inItem('    goal: [a, <CURSOR>]\n'), 'value items/a/goal/1'],
      [
        'is one of a list in brackets that stay open',
        inItem('    goal: [a, b<CURSOR>\n    title: X\n'),
        'value items/a/goal/1 <b>',
      ],
      ['is one of a list', inItem('    depends_on:\n      - <CURSOR>\n'), 'value items/a/depends_on/0'],
      [
        'is behind a dash that lacks its blank',
        inItem('    depends_on:\n      -<CURSOR>\n'),
        'value items/a/depends_on/0 " "',
      ],
      [
        'is one of a list in the column of its key',
        inItem('    depends_on:\n    - <CURSOR>\n'),
        'value items/a/depends_on/0',
      ],
      ['is in braces', inItem('    title: X\n  b: { title: X, goal: <CURSOR> }\n'), 'value items/b/goal'],
      ['is in braces, without its blank', inItem('    title: X\n  b: { goal:<CURSOR> }\n'), 'value items/b/goal " "'],
      ['is behind an anchor', inItem('    goal: &g <CURSOR>\n'), 'value items/a/goal'],
      ['is behind emoji', inItem('    title: 🚀🚀\n  "🚀": { goal: <CURSOR> }\n'), 'value items/🚀/goal'],
      ['is on the line below its key', inItem('    status:\n      do<CURSOR>\n'), 'value items/a/status <do>'],
    ]);

    cases([
      ['is none below a key that the format does not have', inItem('    budgget: <CURSOR>\n')],
      ['is none of a key of the user', inItem('    x-own: <CURSOR>\n')],
      ['is none where it would part a key from its lines', inItem('    rice:<CURSOR>\n      reach: 5\n')],
      ['is none at an alias', inItem('    goal: *g<CURSOR>\n')],
      ['is none below a map that takes no list', 'project: A\nitems:\n  - <CURSOR>\n'],
    ]);
  });

  it('knows what is there already, merged keys too', async () => {
    const text = inItem('    title: X\n    owner: b\n  b:\n    <<: *base\n    goal: x\n    <CURSOR>\n').replace(
      'a:',
      'a: &base',
    );
    const [place] = await placesIn(text);
    assert.deepEqual([...(place?.present ?? [])].sort(), ['<<', 'goal', 'owner', 'title']);
  });

  it('is in the settings as in a plan', async () => {
    assert.deepEqual(await told('rules:\n  <CURSOR>\n', '.throughline.yaml'), ['key rules']);
  });

  it('starts behind a byte order mark', async () => {
    assert.deepEqual(await told('\ufeff<CURSOR>'), ['key (file)']);
    assert.deepEqual(await told('\ufeffpro<CURSOR>'), ['key (file) <pro>']);
  });
});
