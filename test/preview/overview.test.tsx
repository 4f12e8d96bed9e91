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
    assert.equal(count(html, '<th scope="row"'), 6);
  });

  it('says a state in words, and a progress as a number', () => {
    const html = draw(lanternOverview);
    assert.match(html, /At risk<\/span>/);
    assert.match(html, /<span class="for-reader">Too late<\/span>ends 18 Dec, 5 d too late/);
    assert.match(html, /aria-label="Progress of Parts on the van"[^>]*aria-valuenow="44"/);
  });

  it('leaves out what there is none of, and says what to write where there is nothing', () => {
    const bare = { ...lanternOverview, rows: lanternOverview.rows.slice(0, 1), dependencies: [], people: [] };
    assert.doesNotMatch(draw(bare), /Between projects|Over-committed/);
    assert.match(draw(bare), /No goals and no projects yet/);
    assert.doesNotMatch(draw({ ...bare, shown: { count: 0, total: 3 } }), /No goals and no projects yet/);
  });

  it('has the entries of its rows, and keeps the text of a plan text', () => {
    assert.equal(overviewEntries(lanternOverview).length, 4);
    const text = '"><script>alert(1)</script>';
    const rows = lanternOverview.rows.map((row) => ({ ...row, title: text, detail: text, owner: text }));
    const people = lanternOverview.people.map((person) => ({ ...person, name: text, text, items: [text] }));
    const html = draw({ ...lanternOverview, title: text, rows, people });
    assert.doesNotMatch(html, /<script|\sstyle=/);
  });
});
