import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { ReleasesView } from '../../src/core/views/releasesModel';
import { entryKey } from '../../src/preview/entries';
import { Releases, releaseEntries } from '../../src/preview/releases';
import { lanternReleases } from './harness/lanternReleases';

function draw(view: ReleasesView, marked?: string): string {
  return renderToString(<Releases view={view} marked={marked} />);
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

const [first, second] = lanternReleases.releases;
assert.ok(first && second);

describe('releases', () => {
  it('are articles with their date, days left, state and progress, and one tab stop', () => {
    const html = draw(lanternReleases);
    assert.equal(count(html, '<article'), 2);
    assert.match(html, /<h2>2.4 Offline<\/h2>/);
    assert.match(html, /<span class="value">15 Oct<\/span><span class="note">29 days left, 3 d late<\/span>/);
    assert.match(html, /At risk/);
    assert.match(html, /aria-label="Progress of 2.4 Offline"[^>]*aria-valuenow="62"/);
    assert.equal(count(html, 'tabindex="0"'), 1);
  });

  it('list features and checks with the word of their state', () => {
    const html = draw(lanternReleases);
    assert.match(html, /<h3>Features<\/h3><span class="summary">0 of 2 released</);
    assert.match(html, /In progress: <\/span>.*Job sheet without a network.*72 %/s);
    assert.match(html, /Overdue: <\/span>.*Help pages.*Grace, Documentation.*14 Sep, overdue/s);
    assert.match(html, /Done: <\/span>/);
    assert.match(draw({ ...lanternReleases, releases: [{ ...first, checks: [] }] }), /Readiness/);
  });

  it('say the forecast in words beside the drawing, and that some of the work is not in it', () => {
    const html = draw(lanternReleases);
    assert.match(html, /<dt>P80<\/dt><dd>.*28 Oct.*after the date/s);
    assert.match(html, /<dt>In time<\/dt><dd><span class="value">24 %/);
    assert.match(html, /Forecast without 2 items that cannot be scheduled\./);
    assert.equal(count(html, 'class="runway"'), 1);
    assert.equal(count(html, '<svg class="runway" width="100%" height="24" aria-hidden="true"'), 1);
  });

  it('draw what there is of a forecast', () => {
    const marks = first.runway?.marks.filter(({ kind }) => kind === 'plan') ?? [];
    const html = draw({ ...lanternReleases, releases: [{ ...first, runway: { marks } }] });
    assert.equal(count(html, 'class="cloth"'), 0);
    assert.equal(count(html, 'class="diamond'), 1);
    assert.doesNotMatch(html, /In time|undefined|NaN/);
  });

  it('mark the entry of the cursor, be it a release, a feature or a check', () => {
    for (const entry of releaseEntries(lanternReleases))
      assert.equal(count(draw(lanternReleases, entryKey(entry)), 'aria-current'), 1);
    assert.equal(releaseEntries(lanternReleases).length, 7);
  });

  it('say what to write while there are none, and not where a filter leaves none', () => {
    assert.match(draw({ ...lanternReleases, releases: [] }), /No releases yet/);
    const filtered = { ...lanternReleases, releases: [], shown: { count: 0, total: 2 } };
    assert.doesNotMatch(draw(filtered), /No releases yet/);
  });

  it('keep the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const features = first.features.map((feature) => ({ ...feature, title: text, owner: text }));
    const checks = first.checks.map((check) => ({ ...check, title: text, area: text, due: text }));
    const goals = first.goals.map((goal) => ({ ...goal, title: text }));
    const release = { ...first, title: text, owner: text, features, checks, goals };
    assert.doesNotMatch(draw({ ...lanternReleases, title: text, releases: [release] }), /<img|\sstyle=/);
  });
});
