import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { cursorMark, planFrom } from '../planFrom';

/** What an editor without any rules of its own puts behind a line break: the indentation of the line before. */
function keptIndent(text: string, offset: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
  return /^\ufeff?([ \t]*)/.exec(line)?.[1] ?? '';
}

/**
 * Types into a marked text as a person does, character by character, and asks after each one. The cursor moves as
 * editors move it: behind what is put in where it stands.
 *
 * @returns the text with the mark where the cursor is then
 */
async function typed(marked: string, keys: string, name = 'a.project.yaml'): Promise<string> {
  let cursor = marked.indexOf(cursorMark);
  assert.ok(cursor >= 0, 'no mark in the text');
  let text = marked.replace(cursorMark, '');
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  for (const key of keys) {
    const put = key === '\n' ? eol + keptIndent(text, cursor) : key;
    text = text.slice(0, cursor) + put + text.slice(cursor);
    cursor += put.length;
    const plan = await planFrom({ [name]: text });
    const { source } = plan.service.file(plan.uri(name))!.document;
    const edits = plan.service.onTypeFormatting(plan.uri(name), source.positionAt(cursor), key) ?? [];
    const changes = edits.map(({ range, newText }) => ({
      span: { start: source.offsetAt(range.start), end: source.offsetAt(range.end) },
      newText,
    }));
    for (const { span, newText } of changes) {
      assert.match(text.slice(span.start, span.end) + newText, /^[ \t\r\n-]*$/, 'only blanks and dashes change');
    }
    const after = applyEdits(text, changes);
    assert.ok(after !== undefined);
    cursor += changes.reduce(
      (moved, { span, newText }) => moved + (span.end <= cursor ? newText.length - (span.end - span.start) : 0),
      0,
    );
    text = after;
  }
  return text.slice(0, cursor) + cursorMark + text.slice(cursor);
}

/** Fails unless what is typed has the same outcome as in an editor without us. */
async function assertLeftAlone(marked: string, keys: string): Promise<void> {
  const cursor = marked.indexOf(cursorMark);
  const before = marked.slice(0, cursor);
  const put = keys === '\n' ? `\n${keptIndent(before, cursor)}` : keys;
  assert.equal(await typed(marked, keys), before + put + marked.slice(cursor));
}

const item = 'project: A\nitems:\n  api:\n    title: API\n';

describe('on-type formatting', () => {
  describe('after Enter', () => {
    it('goes on with a list of one-line elements', async () => {
      const list = `${item}    depends_on:\n      - spike`;
      assert.equal(await typed(`${list}<CURSOR>\n`, '\n'), `${list}\n      - <CURSOR>\n`);
      assert.equal(await typed(`${list} # first<CURSOR>\n`, '\n'), `${list} # first\n      - <CURSOR>\n`);
      assert.equal(await typed(`${list}<CURSOR>\n      - ui\n`, '\n'), `${list}\n      - <CURSOR>\n      - ui\n`);
      const quoted = 'project: A\nscope:\n  in:\n  - "a: b"<CURSOR>\n';
      assert.equal(await typed(quoted, '\n'), 'project: A\nscope:\n  in:\n  - "a: b"\n  - <CURSOR>\n');
      const flow = 'project: A\ndecisions:\n  - { title: One }<CURSOR>\n';
      assert.equal(await typed(flow, '\n'), 'project: A\ndecisions:\n  - { title: One }\n  - <CURSOR>\n');
      const alias = 'project: A\ngoal: &g faster\nitems:\n  a:\n    goal:\n      - *g<CURSOR>\n';
      assert.match(await typed(alias, '\n'), /- \*g\n {6}- <CURSOR>\n$/);
    });

    it('leaves the list with the second Enter', async () => {
      const list = `${item}    depends_on:\n      - spike`;
      assert.equal(await typed(`${list}<CURSOR>\n`, '\n\n'), `${list}\n    <CURSOR>\n`);
      assert.equal(await typed(`${list}<CURSOR>\n    owner: bob\n`, '\n\n'), `${list}\n    <CURSOR>\n    owner: bob\n`);
      const top = 'project: A\ngoal:\n- faster';
      assert.equal(await typed(`${top}<CURSOR>\n`, '\n\n'), `${top}\n<CURSOR>\n`);
      const nested = 'project: A\nstatus_updates:\n  - date: 2026-05-01\n    done:\n      - API';
      assert.equal(await typed(`${nested}<CURSOR>\n`, '\n\n'), `${nested}\n    <CURSOR>\n`);
    });

    it('takes an empty element out of the middle of a list', async () => {
      const before = 'project: A\nscope:\n  in:\n    - a\n';
      assert.equal(await typed(`${before}    - <CURSOR>\n    - b\n`, '\n'), `${before}    <CURSOR>\n    - b\n`);
    });

    it('begins a list where the format takes one and the file writes lists in lines', async () => {
      assert.equal(await typed(`${item}    depends_on:<CURSOR>\n`, '\n'), `${item}    depends_on:\n      - <CURSOR>\n`);
      assert.equal(await typed(`${item}    depends_on:<CURSOR>\n`, '\n\n'), `${item}    depends_on:\n    <CURSOR>\n`);
      assert.equal(
        await typed('project: A\nstatus_updates:<CURSOR>\n', '\n'),
        'project: A\nstatus_updates:\n  - <CURSOR>\n',
      );
      const inBrackets = `${item}    labels: [ui, api]\n    depends_on:<CURSOR>\n`;
      await assertLeftAlone(inBrackets, '\n');
      const logs = 'project: A\ngoal: [one, other]\nchanges:<CURSOR>\n';
      assert.equal(await typed(logs, '\n'), 'project: A\ngoal: [one, other]\nchanges:\n  - <CURSOR>\n');
    });

    it("indents a list as the file's others are", async () => {
      const flat = 'project: A\nscope:\n  in:\n  - a\n  - b\n  out:<CURSOR>\n';
      assert.equal(await typed(flat, '\n'), 'project: A\nscope:\n  in:\n  - a\n  - b\n  out:\n  - <CURSOR>\n');
      const wide = 'project: A\nscope:\n    in:\n        - a\n    out:<CURSOR>\n';
      assert.equal(await typed(wide, '\n'), 'project: A\nscope:\n    in:\n        - a\n    out:\n        - <CURSOR>\n');
    });

    it('indents below a key that opens a map', async () => {
      assert.equal(await typed('project: A\nitems:<CURSOR>\n', '\n'), 'project: A\nitems:\n  <CURSOR>\n');
      assert.equal(
        await typed('project: A\nitems:\n  api:<CURSOR>\n', '\n'),
        'project: A\nitems:\n  api:\n    <CURSOR>\n',
      );
      assert.equal(
        await typed('project: A\nteam:\n  bob:<CURSOR>\n', '\n'),
        'project: A\nteam:\n  bob:\n    <CURSOR>\n',
      );
      assert.equal(await typed(`${item}    assignees:<CURSOR>\n`, '\n'), `${item}    assignees:\n      <CURSOR>\n`);
      const wide = 'project: A\nscope:\n    in: a\ncharter:<CURSOR>\n';
      assert.equal(await typed(wide, '\n'), 'project: A\nscope:\n    in: a\ncharter:\n    <CURSOR>\n');
    });

    it('meets the entries that already stand below a key', async () => {
      const map = 'project: A\nitems:<CURSOR>\n   a: A\n';
      assert.equal(await typed(map, '\n'), 'project: A\nitems:\n   <CURSOR>\n   a: A\n');
      const list = 'project: A\ngoal:<CURSOR>\n    - a\n';
      assert.equal(await typed(list, '\n'), 'project: A\ngoal:\n    - <CURSOR>\n    - a\n');
    });

    it('goes on with the keys of a map that begins behind a dash', async () => {
      const update = 'project: A\nstatus_updates:\n  - date: 2026-05-01';
      assert.equal(await typed(`${update}<CURSOR>\n`, '\n'), `${update}\n    <CURSOR>\n`);
      assert.equal(
        await typed('project: A\nstatus_updates:\n  - date:<CURSOR>\n', '\n'),
        'project: A\nstatus_updates:\n  - date:\n    <CURSOR>\n',
      );
      assert.equal(
        await typed('project: A\nstatus_updates:\n  - done:<CURSOR>\n', '\n'),
        'project: A\nstatus_updates:\n  - done:\n      - <CURSOR>\n',
      );
    });

    it('brings an editor that keeps no indentation into the column of the keys', async () => {
      const plan = await planFrom({ 'a.project.yaml': `${item}\n` });
      const edits = plan.service.onTypeFormatting(plan.uri('a.project.yaml'), { line: 4, character: 0 }, '\n');
      assert.deepEqual(edits, [
        { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, newText: '    ' },
      ]);
    });

    it('leaves texts, comments and brackets alone', async () => {
      await assertLeftAlone(`${item}    description: |\n      - not a list<CURSOR>\n`, '\n');
      await assertLeftAlone(`${item}    # - a list in a comment<CURSOR>\n`, '\n');
      await assertLeftAlone('project: A\nscope:\n  in: [a,<CURSOR>\n', '\n');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - [a,<CURSOR>\n', '\n');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - "open<CURSOR>\n', '\n');
      await assertLeftAlone("project: A\nscope:\n  in:\n    - 'it''s open<CURSOR>\n", '\n');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - of two\n      lines<CURSOR>\n', '\n');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - of two<CURSOR>\n      lines\n', '\n');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - >\n      folded<CURSOR>\n', '\n');
    });

    it('leaves a line alone that is not blank, or follows a blank one', async () => {
      await assertLeftAlone('project: A\nscope:\n  in:\n    - a <CURSOR>b\n', '\n');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - a\n\n<CURSOR>\n', '\n');
      await assertLeftAlone('<CURSOR>project: A\n', '\n');
      await assertLeftAlone('<CURSOR>', '\n');
    });

    it('leaves a key alone that takes a text, and what the format does not know', async () => {
      await assertLeftAlone(`${item}    description:<CURSOR>\n`, '\n');
      await assertLeftAlone('project: A\nx-own:<CURSOR>\n', '\n');
      await assertLeftAlone('project: A\nnonsense:<CURSOR>\n', '\n');
    });

    it('reads broken files as far as it can', async () => {
      const broken = 'project: "A\nitems:\n  a: { title: B\n  b:\n    depends_on:\n      - a<CURSOR>\n';
      assert.match(await typed(broken, '\n'), /- a\n {6}- <CURSOR>\n$/);
    });

    it('counts columns right with CRLF, emoji and a byte order mark', async () => {
      assert.equal(
        await typed('project: A\r\ngoal:\r\n  - 🚀<CURSOR>\r\n', '\n'),
        'project: A\r\ngoal:\r\n  - 🚀\r\n  - <CURSOR>\r\n',
      );
      assert.equal(await typed('\ufeffgoal:<CURSOR>\nproject: A\n', '\n'), '\ufeffgoal:\n  - <CURSOR>\nproject: A\n');
    });

    it('works in a roadmap, in settings, and in a file of its first line', async () => {
      assert.equal(
        await typed('product: A\nfeatures:\n  f:\n    title: F\n    requirements:<CURSOR>\n', '\n', 'a.roadmap.yaml'),
        'product: A\nfeatures:\n  f:\n    title: F\n    requirements:\n      - <CURSOR>\n',
      );
      assert.equal(await typed('exclude:<CURSOR>', '\n', '.throughline.yaml'), 'exclude:\n  - <CURSOR>');
      assert.equal(await typed('project:<CURSOR>', '\n'), 'project:\n<CURSOR>');
    });
  });

  describe('after a dash', () => {
    const list = 'project: A\nscope:\n  in:\n    - a\n';

    it('moves it into the column of its list', async () => {
      assert.equal(await typed(`${list}  <CURSOR>\n  out: b\n`, '-'), `${list}    -<CURSOR>\n  out: b\n`);
      assert.equal(await typed(`${list}<CURSOR>\n`, '-'), `${list}    -<CURSOR>\n`);
      assert.equal(await typed(`${list}  # more\n\n  <CURSOR>\n`, '-'), `${list}  # more\n\n    -<CURSOR>\n`);
    });

    it('moves it into the column in which the file would begin one', async () => {
      assert.equal(await typed(`${list}  out:\n  <CURSOR>\n`, '-'), `${list}  out:\n    -<CURSOR>\n`);
      const flat = 'project: A\nscope:\n  in:\n  - a\n  out:\n    <CURSOR>\n';
      assert.equal(await typed(flat, '-'), 'project: A\nscope:\n  in:\n  - a\n  out:\n  -<CURSOR>\n');
      assert.equal(
        await typed('project: A\ngoal: [a, b]\nlinks:\n<CURSOR>\n', '-'),
        'project: A\ngoal: [a, b]\nlinks:\n  -<CURSOR>\n',
      );
    });

    it('leaves one alone that is right for an outer list', async () => {
      const nested = 'project: A\nstatus_updates:\n  - date: 2026-05-01\n    done:\n      - API\n';
      await assertLeftAlone(`${nested}  <CURSOR>\n`, '-');
      await assertLeftAlone(`${nested}      <CURSOR>\n`, '-');
      assert.equal(await typed(`${nested}    <CURSOR>\n`, '-'), `${nested}      -<CURSOR>\n`);
    });

    it('leaves texts, comments, brackets and other lines alone', async () => {
      await assertLeftAlone('project: A\nsummary: a text\n  <CURSOR>\n', '-');
      await assertLeftAlone('project: A\nsummary: >\n  a text\n  <CURSOR>\n', '-');
      await assertLeftAlone('project: A\nscope:\n  in:\n    - a\n      <CURSOR>\n', '-');
      await assertLeftAlone('project: A\nscope:\n  in: [a,\n    <CURSOR>\n', '-');
      await assertLeftAlone('project: A\nscope:\n  in:\n    # <CURSOR>\n', '-');
      await assertLeftAlone('project: A\nscope:\n  in:\n  <CURSOR> b\n', '-');
      await assertLeftAlone('project: A\nmanager: bob\n<CURSOR>\n', '-');
      await assertLeftAlone('<CURSOR>', '-');
    });
  });

  describe('after a blank', () => {
    it('takes back a second dash', async () => {
      const begun = 'project: A\nscope:\n  in:\n    - <CURSOR>\n';
      assert.equal(await typed(begun, '- '), 'project: A\nscope:\n  in:\n    - <CURSOR>\n');
      assert.equal(
        await typed('project: A\nscope:\n  in:<CURSOR>\n', '\n- b'),
        'project: A\nscope:\n  in:\n    - b<CURSOR>\n',
      );
    });

    it('leaves everything else alone', async () => {
      await assertLeftAlone('project: A\nscope:\n  in:\n    -<CURSOR>\n', ' ');
      await assertLeftAlone('project: A\nx-own:\n    - -<CURSOR>\n', ' ');
      await assertLeftAlone('project: A\nsummary: >\n    - -<CURSOR>\n', ' ');
      await assertLeftAlone('project:<CURSOR>A\n', ' ');
    });
  });

  it('answers nothing to other characters, and undefined for a file of no plan', async () => {
    const plan = await planFrom({ 'a.project.yaml': 'project: A\n' });
    assert.deepEqual(plan.service.onTypeFormatting(plan.uri('a.project.yaml'), { line: 1, character: 0 }, 'x'), []);
    assert.deepEqual(
      plan.service.onTypeFormatting(plan.uri('a.project.yaml'), { line: 1, character: 0 }, 'toString'),
      [],
    );
    assert.equal(plan.service.onTypeFormatting(plan.uri('none.yaml'), { line: 1, character: 0 }, '\n'), undefined);
  });
});
