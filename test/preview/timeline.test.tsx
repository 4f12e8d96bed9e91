import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { TimelineRow, TimelineView } from '../../src/core/views/model';
import { Timeline } from '../../src/preview/timeline';
import { lanternTimeline, projectUri } from './harness/lantern';

function draw(view: TimelineView): string {
  return renderToString(<Timeline view={view} marked={undefined} />);
}

function row(details: Partial<TimelineRow>): TimelineRow {
  return { entry: { uri: projectUri, path: ['items', 'a'] }, id: 'a', kind: 'item', depth: 1, title: 'A', ...details };
}

function viewOf(...rows: readonly TimelineRow[]): TimelineView {
  return { ...lanternTimeline, rows, links: [] };
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('timeline', () => {
  it('names the project, the goal that it serves, and its facts', () => {
    const html = draw(lanternTimeline);
    assert.match(html, /<h1 class="name">Parts on the van<\/h1>/);
    assert.match(html, /for .*<button type="button" class="link"[^>]*>Fix the fault on the first visit<\/button>/);
    assert.match(html, /<dt>Progress<\/dt><dd><span class="value">44 %<\/span><span class="note">plan 51 %<\/span>/);
  });

  it('says so where there is no goal', () => {
    assert.match(draw({ ...lanternTimeline, goals: [] }), /No goal yet/);
    assert.doesNotMatch(draw(lanternTimeline), /No goal yet/);
  });

  it('is a treegrid whose rows say level, place and whether they are unfolded', () => {
    const html = draw(lanternTimeline);
    assert.match(html, /role="treegrid" aria-label="Items of Parts on the van"/);
    assert.match(html, /aria-level="1" aria-posinset="2" aria-setsize="5" aria-expanded="true"[^>]*stock-model/);
    assert.match(html, /aria-level="2" aria-posinset="2" aria-setsize="4" data-entry="[^"]*forecast/);
  });

  it('has one tab stop among its rows', () => {
    assert.equal(count(draw(lanternTimeline), 'tabindex="0"'), 1);
  });

  it('says in the name of a row what the drawing shows, and hides the drawing', () => {
    const html = draw(lanternTimeline);
    assert.match(html, /aria-label="Forecast from fault history, In progress, 45 % done, 7 Sep 2026 to 25 Sep 2026, /);
    assert.match(html, /aria-label="All vans stocked, milestone, 10 Nov 2026, critical, deadline 6 Nov 2026, /);
    assert.equal(count(html, '<svg'), count(html, 'aria-hidden="true" focusable="false"'));
  });

  it('draws a bar for an item, a bracket for a parent, a diamond for a milestone', () => {
    const html = draw(lanternTimeline);
    assert.equal(count(html.slice(0, html.indexOf('class="legend"')), 'class="bracket"'), 4);
    assert.equal(count(html.slice(0, html.indexOf('class="legend"')), 'class="diamond"'), 2);
    assert.match(html, /class="bar no-goal"/);
    assert.match(html, /class="deadline"/);
    assert.equal(count(html, 'class="link-line'), 7);
  });

  it('draws no shape for a row without dates, and says so', () => {
    const html = draw(viewOf(row({})));
    assert.doesNotMatch(html, /class="bar/);
    assert.match(html, />no dates</);
    assert.match(html, /aria-label="A, no dates"/);
  });

  it('draws an open edge for a row with one date', () => {
    const html = draw(viewOf(row({ start: '2026-09-01' })));
    assert.match(html, /<path class="bar" d="M[\d.]+ [\d.]+H[\d.]+v12H/);
    assert.match(html, /aria-label="A, from 1 Sep 2026"/);
  });

  it('does not draw an end before its start', () => {
    assert.doesNotMatch(draw(viewOf(row({ start: '2026-09-10', end: '2026-09-01' }))), /<rect class="bar/);
  });

  it('survives dates that are none', () => {
    const dates = { start: '2026-02-31', end: 'soon', deadline: '', floatEnd: 'x', p80: 'y' };
    const html = draw({ ...viewOf(row({ ...dates, baseline: { start: 'a', end: 'b' } })), today: 'today' });
    assert.doesNotMatch(html, /NaN|Infinity|undefined/);
  });

  it('shows state and progress as text while nothing has a date', () => {
    const state = { kind: 'in-progress', text: 'In progress' } as const;
    const html = draw({ ...viewOf(row({ state, progress: 0.4 })), window: undefined });
    assert.match(html, /Nothing has a date yet/);
    assert.match(html, /<span class="cell-state" role="gridcell">In progress<\/span>/);
    assert.match(html, /role="progressbar" aria-label="Progress of A"[^>]*aria-valuenow="40"/);
    assert.doesNotMatch(html, /class="chart"/);
  });

  it('says what to write while there are no items', () => {
    assert.match(draw(viewOf()), /<h2>No items yet<\/h2>/);
  });

  it('explains in its legend only what occurs', () => {
    const names = (html: string): string[] =>
      [...html.matchAll(/<\/svg>([^<]+)<\/li>/g)].flatMap(([, name]) => name ?? []);
    const bar = row({ start: '2026-09-01', end: '2026-09-04' });
    assert.deepEqual(names(draw(viewOf(bar))), ['item, filled to its progress']);
    assert.deepEqual(names(draw(lanternTimeline)), [
      'critical, filled to its progress',
      'float',
      'baseline',
      'P80',
      'deadline',
      'milestone',
      'no goal',
    ]);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><script>alert(1)</script>';
    const naughty = row({ id: text, title: text, owner: text, ownerShort: text, label: text, start: '2026-09-01' });
    const facts = [{ label: text, value: text, note: text }];
    const goals = [{ entry: { uri: text, path: [text] }, title: text }];
    const html = draw({ ...viewOf(naughty), title: text, purpose: text, facts, goals });
    assert.doesNotMatch(html, /<script/);
    assert.doesNotMatch(html, /\sstyle=/);
  });
});
