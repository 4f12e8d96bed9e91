import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { OnePagerView } from '../../src/core/views/onePagerModel';
import { entryKey } from '../../src/preview/entries';
import { OnePager, onePagerEntries } from '../../src/preview/onePager';
import { lanternOnePager } from './harness/lanternOnePager';

function draw(view: OnePagerView, marked?: string): string {
  return renderToString(<OnePager view={view} marked={marked} />);
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('a product on one page, drawn', () => {
  it('is an article under its name, with headings for its parts and one tab stop', () => {
    const html = draw(lanternOnePager);
    assert.match(html, /<article class="one-pager"><header class="page-head"><h1 class="name">Lantern<\/h1>/);
    assert.match(html, /Growth · Alice Ng · 16 September 2026/);
    assert.deepEqual(
      [...html.matchAll(/<h2[^>]*>([^<]+)</g)].map(([, text]) => text),
      ['Now', 'Later', 'Next releases', 'What may go wrong'],
    );
    assert.equal(count(html, 'tabindex="0"'), 1);
  });

  it('shows of a goal why, by when and its measures, of one without measures its work', () => {
    const html = draw(lanternOnePager);
    assert.match(html, /Every second visit costs/);
    assert.match(html, /aria-label="First-visit fix rate, from 62 % to 80 %"[^>]*aria-valuetext="now 71 %"/);
    assert.match(html, /aria-label="Work done for Send the report the same day"[^>]*aria-valuenow="18"/);
  });

  it('shows releases and risks, and says what there is no room for', () => {
    const html = draw(lanternOnePager);
    assert.match(html, /15 Oct<span class="note">, in 4 weeks<\/span>/);
    assert.match(html, /70 %<\/span>.*8,000 EUR and 1 week\. Compare every list[^<]*\(Parts on the van, Ben Ortiz\)/s);
    assert.match(html, /2 more later/);
  });

  it('leaves out the parts that there are not', () => {
    const html = draw({ ...lanternOnePager, releases: [], risks: [], moreReleases: undefined });
    assert.doesNotMatch(html, /Next releases|What may go wrong|undefined/);
  });

  it('marks the entry of the cursor', () => {
    for (const entry of onePagerEntries(lanternOnePager))
      assert.equal(count(draw(lanternOnePager, entryKey(entry)), 'aria-current'), 1);
  });

  it('says what to write while there is nothing', () => {
    const { vision: _vision, achieved: _achieved, ...bare } = lanternOnePager;
    assert.match(draw({ ...bare, goals: [], releases: [], risks: [] }), /Nothing to tell yet/);
    assert.doesNotMatch(draw(lanternOnePager), /Nothing to tell yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const risks = lanternOnePager.risks.map((risk) => ({ ...risk, title: text, plan: text, of: text }));
    const releases = lanternOnePager.releases.map((release) => ({ ...release, title: text, features: text }));
    const html = draw({ ...lanternOnePager, title: text, vision: text, strategy: text, risks, releases });
    assert.doesNotMatch(html, /<img|\sstyle=/);
  });
});
