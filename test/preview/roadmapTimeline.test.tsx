import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { RoadmapRow, RoadmapTimelineView } from '../../src/core/views/roadmapTimelineModel';
import { bandOf, flagsOf } from '../../src/preview/roadmapShapes';
import { RoadmapTimeline } from '../../src/preview/roadmapTimeline';
import { timeAxis } from '../../src/preview/timeAxis';
import { entryKey } from '../../src/preview/entries';
import { lanternRoadmap } from './harness/lanternRoadmap';

function draw(view: RoadmapTimelineView, marked?: string): string {
  return renderToString(<RoadmapTimeline view={view} marked={marked} />);
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

function chart(html: string): string {
  return html.slice(html.indexOf('class="chart roadmap-chart"'), html.indexOf('class="legend"'));
}

const byId = (id: string): RoadmapRow => {
  const row = lanternRoadmap.rows.find((each) => each.id === id);
  assert.ok(row);
  return row;
};

describe('the timeline of a roadmap, drawn', () => {
  it('is a treegrid with one tab stop, whose releases are folded at first', () => {
    const html = draw(lanternRoadmap);
    assert.match(html, /role="treegrid" aria-label="Goals and projects of Lantern"/);
    assert.equal(count(html, 'tabindex="0"'), 1);
    assert.match(html, /aria-expanded="false"[^>]*data-stop="releases"/);
    assert.equal(count(html, 'role="row"'), lanternRoadmap.rows.length - 2 + 1);
  });

  it('has flags with lines, goals as bands, projects as bars, and what is missing dashed', () => {
    const html = chart(draw(lanternRoadmap));
    assert.equal(count(html, 'class="cloth"'), 2);
    assert.equal(count(html, 'class="release-line'), 2);
    assert.equal(count(html, 'class="band"'), 2);
    assert.equal(count(html, 'class="bar"'), 2);
    assert.equal(count(html, 'class="bar no-goal"'), 2);
    assert.equal(count(html, 'class="deadline"'), 1);
    assert.equal(count(html, 'class="baseline"'), 1);
    assert.match(html, />10 Nov, 2 d late</);
    assert.match(html, /<g class="hue-yellow"><rect class="baseline"/);
  });

  it('draws dependencies, those that push another project dashed', () => {
    const html = chart(draw(lanternRoadmap));
    assert.equal(count(html, 'class="link-line"'), 1);
    assert.equal(count(html, 'class="link-line pushes"'), 1);
    assert.equal(count(chart(draw({ ...lanternRoadmap, links: [] })), 'link-line'), 0);
  });

  it('says in the names of rows all that is drawn, and hides the drawing', () => {
    const html = draw(lanternRoadmap);
    assert.match(html, /"Releases: 2.4 Offline 15 Oct 2026, 2.5 Reports 10 Dec 2026"/);
    assert.match(html, /"Fix the fault on the first visit, goal, At risk, 42 % done, 1 Jul 2026 to 31 Dec 2026, owner/);
    assert.match(html, /"Parts on the van, At risk, 44 % done, [^"]*committed finish 6 Nov 2026[^"]*10 Nov, 2 d late/);
    assert.match(html, /Parts on the van,[^"]* waits for Offline job sheet/);
    assert.match(html, /Platform upkeep,[^"]* waits for Parts on the van, which pushes it/);
    assert.equal(count(html, '<svg'), count(html, 'aria-hidden="true" focusable="false"'));
  });

  it('marks the row of the cursor’s entry, of a folded release its flag and the row of flags', () => {
    const project = entryKey(byId('parts').entry ?? { uri: '', path: [] });
    assert.equal(count(draw(lanternRoadmap, project), 'aria-current'), 1);
    const release = entryKey(byId('2.5').entry ?? { uri: '', path: [] });
    assert.equal(count(draw(lanternRoadmap, release), 'aria-current'), 2);
  });

  it('explains in its legend only what occurs', () => {
    const names = (view: RoadmapTimelineView): string[] =>
      [...draw(view).matchAll(/<\/svg>([^<]+)<\/li>/g)].flatMap(([, name]) => name ?? []);
    assert.equal(names(lanternRoadmap).length, 7);
    assert.deepEqual(names({ ...lanternRoadmap, rows: [byId('fix'), byId('offline')], links: [] }), [
      'goal, with its progress',
      'project, filled to its progress',
    ]);
  });

  it('draws rows without dates, and dates that are none', () => {
    const bare = lanternRoadmap.rows.map(({ start: _start, end: _end, ...row }) => row);
    assert.match(draw({ ...lanternRoadmap, rows: bare, window: undefined }), /Nothing has a date yet/);
    assert.match(draw({ ...lanternRoadmap, rows: bare }), />no target<.*>no dates</s);
    const wrong = lanternRoadmap.rows.map((row) => ({ ...row, start: 'soon', end: '2026-02-31', deadline: 'x' }));
    assert.doesNotMatch(draw({ ...lanternRoadmap, rows: wrong }), /NaN|Infinity|undefined/);
  });

  it('says what to write while there is nothing, and not where a filter leaves nothing', () => {
    assert.match(draw({ ...lanternRoadmap, rows: [] }), /No goals yet/);
    assert.doesNotMatch(draw({ ...lanternRoadmap, rows: [], shown: { count: 0, total: 3 } }), /No goals yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const rows = lanternRoadmap.rows.map((row) => ({ ...row, title: text, label: text, owner: text }));
    assert.doesNotMatch(draw({ ...lanternRoadmap, title: text, rows }), /<img|\sstyle=/);
  });
});

describe('shapes of a roadmap', () => {
  const axis = timeAxis(lanternRoadmap.window, lanternRoadmap.today, 600);
  assert.ok(axis);

  it('are flags whose labels end before the next flag', () => {
    const release = (end: string, title: string, label?: string): RoadmapRow => ({
      ...byId('2.4'),
      id: end,
      title,
      end,
      ...(label === undefined ? {} : { label }),
    });
    const labels = (...rows: readonly RoadmapRow[]): string[] => flagsOf(rows, axis).map(({ label }) => label);
    const far = release('2027-01-10', 'Last');
    assert.deepEqual(labels(release('2026-07-10', 'First one', '6 d late'), far), ['First one, 6 d late', 'Last']);
    assert.deepEqual(labels(release('2026-10-30', 'Something longer', '6 d late'), far), ['Something longer', 'Last']);
    assert.match(labels(release('2026-12-05', 'Something longer'), far)[0] ?? '', /^(Som.*…|)$/);
    assert.deepEqual(labels(release('2026-12-28', 'Something longer'), far)[0], '');
    assert.deepEqual(labels(release('2031-01-01', 'Beyond'), release('never', 'No day')), []);
  });

  it('are bands of goals that hold their ring, however short they are', () => {
    const band = bandOf({ ...byId('fix'), start: '2026-12-30', end: '2026-12-31' }, axis);
    assert.ok(band && band.x2 - band.x1 >= 22);
    const { start: _start, ...open } = byId('fix');
    assert.ok(bandOf(open, axis));
    assert.equal(bandOf(byId('parts'), axis), undefined);
  });
});
