import assert from 'node:assert/strict';
import { entryAt, locateEntry } from '../../../src/core/features/entries';
import { planFrom } from '../planFrom';

/** The path of the entry at the mark, with slashes; empty for the file itself. */
async function pathAt(marked: string, name = 'a.project.yaml'): Promise<string> {
  const plan = await planFrom({ [name]: marked });
  const entry = entryAt(plan.state(), plan.cursor.uri, plan.cursor.offset);
  assert.ok(entry);
  assert.equal(entry.uri, plan.uri(name));
  return entry.path.join('/');
}

/** What `locateEntry` finds, as texts: `[range, selection]`. */
async function located(text: string, path: readonly string[], name = 'a.project.yaml'): Promise<string[] | undefined> {
  const plan = await planFrom({ [name]: text });
  const uri = plan.uri(name);
  const found = locateEntry(plan.state(), { uri, path });
  const source = plan.service.file(uri)?.document.source;
  assert.ok(source);
  return (
    found &&
    [found.range, found.selection].map(({ start, end }) => source.slice(source.offsetAt(start), source.offsetAt(end)))
  );
}

describe('entryAt', () => {
  it('is the innermost entity that holds the offset', async () => {
    const at = (before: string, after: string): Promise<string> =>
      pathAt(
        `project: A\nitems:\n  api:\n    title: API\n    items:\n      ${before}<CURSOR>${after}\n    owner: bob\n`,
      );
    assert.equal(await at('draft: ', 'Draft'), 'items/api/items/draft');
    assert.equal(await at('draft: { ti', 'tle: Draft }'), 'items/api/items/draft');
    assert.equal(await pathAt('project: A\nitems:\n  api:\n    title: API\n    ow<CURSOR>ner: bob\n'), 'items/api');
  });

  it('is the file itself outside of all entries', async () => {
    assert.equal(await pathAt('project: <CURSOR>A\nitems: { a: A }\n'), '');
    assert.equal(await pathAt('project: A\nite<CURSOR>ms:\n  a: A\n'), '');
    assert.equal(await pathAt('<CURSOR>'), '');
    assert.equal(await pathAt('# <CURSOR>only a comment\n'), '');
    assert.equal(await pathAt('project: A\nitems:\n  a: A\n\n<CURSOR>'), '');
  });

  it('counts the blanks and the comment of a line to what stands on it', async () => {
    assert.equal(await pathAt('project: A\nitems:\n<CURSOR>  a: A\n'), 'items/a');
    assert.equal(await pathAt('project: A\nitems:\n  a: A   # rem<CURSOR>ark\n'), 'items/a');
    assert.equal(await pathAt('project: A\nitems:\n  a: A  <CURSOR>\n'), 'items/a');
    assert.equal(await pathAt('project: A\r\nitems:\r\n  a: A # x <CURSOR>\r\n  b: B\r\n'), 'items/a');
    assert.equal(await pathAt('project: A\nstatus_updates:\n  <CURSOR>- date: 2026-01-01\n'), 'status_updates/0');
  });

  it('knows lists, maps of people, nested properties and short forms', async () => {
    assert.equal(
      await pathAt('project: A\nstatus_updates:\n  - date: 2026-01-01\n  - date: 2026-<CURSOR>01-08\n'),
      'status_updates/1',
    );
    assert.equal(await pathAt('project: A\nteam:\n  dana: { allocation: <CURSOR>50% }\n'), 'team/dana');
    assert.equal(await pathAt('project: A\ncharter:\n  problem: So<CURSOR>me\n'), 'charter');
    assert.equal(
      await pathAt(
        'product: A\ngoals: { win: { title: Win, key_results: { k: { tit<CURSOR>le: K } } } }\n',
        'a.roadmap.yaml',
      ),
      'goals/win/key_results/k',
    );
    assert.equal(await pathAt('project: A\nitems:\n  a: { title: A, depends_on: [b, <CURSOR>c] }\n'), 'items/a');
    assert.equal(await pathAt('project: A\nitems:\n  a: { title: A, estimate: 5<CURSOR>d }\n'), 'items/a');
  });

  it('tells entries of one line apart', async () => {
    assert.equal(await pathAt('project: A\nitems: { a: A, b: <CURSOR>B }\n'), 'items/b');
    assert.equal(await pathAt('project: A\nitems: { a: <CURSOR>A, b: B }\n'), 'items/a');
  });

  it('works below a broken entry, after emoji and with a byte order mark', async () => {
    assert.equal(await pathAt('project: A\nitems:\n  a: { title: "x\n  b:\n    title: <CURSOR>B\n'), 'items/b');
    assert.equal(await pathAt('\ufeffproject: 🚀\nitems: { a: 🎉, b: <CURSOR>B }\n'), 'items/b');
  });

  it('is undefined for a file of no plan', async () => {
    const plan = await planFrom({ 'a.project.yaml': '' });
    assert.equal(entryAt(plan.state(), 'file:///plan/none.yaml', 0), undefined);
  });
});

describe('locateEntry', () => {
  const text =
    'project: A\nitems:\n  api:\n    title: API\n    items: { draft: Draft }\nchanges:\n  - date: 2026-01-01\n    title: First\n';

  it('gives the whole entry and its key', async () => {
    assert.deepEqual(await located(text, ['items', 'api']), [
      'api:\n    title: API\n    items: { draft: Draft }',
      'api',
    ]);
    assert.deepEqual(await located(text, ['items', 'api', 'items', 'draft']), ['draft: Draft', 'draft']);
    assert.deepEqual(await located(text, ['changes', '0']), ['date: 2026-01-01\n    title: First', 'date']);
  });

  it('gives the file with its first key for the empty path', async () => {
    assert.deepEqual(await located(text, []), [text, 'project']);
    assert.deepEqual(await located('', []), ['', '']);
  });

  it('is undefined for what is gone', async () => {
    for (const path of [
      ['items', 'web'],
      ['items', 'api', 'title', 'x'],
      ['changes', '7'],
      ['changes', 'x'],
    ]) {
      assert.equal(await located(text, path), undefined, path.join('/'));
    }
    const plan = await planFrom({ 'a.project.yaml': text });
    assert.equal(locateEntry(plan.state(), { uri: 'file:///plan/none.yaml', path: [] }), undefined);
  });

  it('finds an entry below the later of two equal keys', async () => {
    const twice = 'project: A\nitems:\n  a: A\nitems:\n  b: B\n  a: Again\n';
    assert.deepEqual(await located(twice, ['items', 'b']), ['b: B', 'b']);
    assert.deepEqual(await located(twice, ['items', 'a']), ['a: A', 'a']);
  });

  it('leads to where an alias or a merge brings an entry from', async () => {
    const aliased =
      'product: A\nx-goals: &g { win: Win }\ngoals: *g\nfeatures: { f: &f { title: F, rice: { reach: 3 } }, h: { <<: *f } }\n';
    assert.deepEqual(await located(aliased, ['goals', 'win'], 'a.roadmap.yaml'), ['win: Win', 'win']);
    assert.deepEqual(await located(aliased, ['features', 'h', 'rice'], 'a.roadmap.yaml'), [
      'rice: { reach: 3 }',
      'rice',
    ]);
  });
});
