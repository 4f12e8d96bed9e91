import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { OverviewView } from '../../src/core/views/overviewModel';
import { Overview, overviewEntries } from '../../src/preview/overview';
import { lanternOverview } from './harness/lanternOverview';

const draw = (view: OverviewView): string => renderToString(<Overview view={view} marked={undefined} />);
const count = (html: string, part: string): number => html.split(part).length - 1;

describe('overview', () => {
  it('is a named table for goals and projects, one for what waits, and one for people, with one tab stop', () => {
    const html = draw(lanternOverview);
    for (const name of ['Goals and projects', 'Between projects', 'Over-committed'])
      assert.match(html, new RegExp(`<table[^>]* aria-label="${name}"`));
    assert.equal(count(html, 'tabindex="0"'), 1);
    assert.equal(count(html, '<th scope="row"'), 13);
  });

  it('says a state in words, and a progress as a number', () => {
    const html = draw(lanternOverview);
    assert.match(html, /At risk<\/span>/);
    assert.match(html, /<span class="for-reader">Too late<\/span>ends 18 Dec, 5 d too late/);
    assert.match(html, /aria-label="Progress of Parts on the van"[^>]*aria-valuenow="44"/);
  });

  it('leaves out what there is none of, and says what to write where there is nothing', () => {
    const bare = {
      ...lanternOverview,
      rows: lanternOverview.rows.slice(0, 1),
      dependencies: [],
      people: [],
      changes: undefined,
    };
    assert.doesNotMatch(draw(bare), /Between projects|Over-committed|What changed/);
    assert.match(draw(bare), /No goals and no projects yet/);
    assert.doesNotMatch(draw({ ...bare, shown: { count: 0, total: 3 } }), /No goals and no projects yet/);
  });

  it('has the entries of its rows, and keeps the text of a plan text', () => {
    assert.equal(overviewEntries(lanternOverview).length, 15);
    const text = '"><script>alert(1)</script>';
    const rows = lanternOverview.rows.map((row) => ({ ...row, title: text, detail: text, owner: text }));
    const people = lanternOverview.people.map((person) => ({ ...person, name: text, text, items: [text] }));
    const changed = lanternOverview.changes?.groups[0]?.rows.map((row) => ({ ...row, title: text, kind: text, text }));
    const groups = [{ id: 'changes 0', title: text, summary: text, rows: changed ?? [] }];
    const changes = { title: text, note: text, count: 10, groups };
    const html = draw({ ...lanternOverview, title: text, rows, people, changes });
    assert.doesNotMatch(html, /<script|\sstyle=/);
  });

  it('has what changed file by file, the first few of each, and says what is left out', () => {
    const html = draw(lanternOverview);
    assert.match(html, /<table[^>]* aria-label="What changed since 13 Nov"/);
    assert.equal(count(html, '<th scope="rowgroup"'), 2);
    assert.equal(count(html, 'class="change-title"'), 7);
    assert.match(html, /<span class="for-reader">For the worse<\/span><span>Finish moved from 6 Nov to 10 Nov/);
    assert.match(html, /<button[^>]*>Show 4 more<span class="for-reader"> of Parts on the van<\/span><\/button>/);
    assert.match(html, /3 more changes are not listed\./);
  });

  it('says in a sentence that nothing has changed, or why that cannot be told', () => {
    const note = 'There is no history to compare with.';
    const html = draw({ ...lanternOverview, changes: { title: 'What changed', note, count: 0, groups: [] } });
    assert.match(
      html,
      /<h2>What changed<\/h2><p class="quiet changes-note">There is no history to compare with\.<\/p>/,
    );
    assert.doesNotMatch(html, /aria-label="What changed/);
  });
});
