import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { PrioritiesView } from '../../src/core/views/prioritiesModel';
import { Priorities } from '../../src/preview/priorities';
import { lanternPriorities } from './harness/lanternPriorities';

function draw(view: PrioritiesView): string {
  return renderToString(<Priorities view={view} marked={undefined} />);
}

describe('priorities', () => {
  it('are a table whose rows are named by their titles, with one tab stop', () => {
    const html = draw(lanternPriorities);
    assert.match(html, /<th scope="row"/);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
    assert.match(html, /8000 × 2 × 80 % \/ 4 = 3200/);
    assert.match(html, /Lacks reach and effort/);
    assert.match(html, /In progress/);
  });

  it('say their chart in the table, and hide it from a screen reader', () => {
    assert.match(draw(lanternPriorities), /<div class="scatter" aria-hidden="true">/);
    assert.doesNotMatch(draw({ ...lanternPriorities, chart: undefined }), /scatter/);
  });

  it('leave out columns that nobody fills', () => {
    const rows = lanternPriorities.rows.map(({ owner: _owner, release: _release, ...row }) => row);
    assert.doesNotMatch(draw({ ...lanternPriorities, rows }), />Owner<|>Release</);
  });

  it('keep the text of a plan text', () => {
    const [first] = lanternPriorities.rows;
    assert.ok(first);
    const html = draw({ ...lanternPriorities, rows: [{ ...first, title: '<img src=x onerror=alert(1)>' }] });
    assert.doesNotMatch(html, /<img/);
  });

  it('draw points whatever their figures are', () => {
    const { chart } = lanternPriorities;
    assert.ok(chart);
    const points = chart.points.map((point) => ({ ...point, value: 0 }));
    assert.doesNotMatch(draw({ ...lanternPriorities, chart: { ...chart, points } }), /NaN|Infinity/);
  });

  it('say what to write while there is nothing, and not where a filter leaves nothing', () => {
    const { chart: _chart, ...bare } = lanternPriorities;
    assert.match(draw({ ...bare, rows: [] }), /Nothing to put in order yet/);
    assert.doesNotMatch(draw({ ...bare, rows: [], shown: { count: 0, total: 3 } }), /Nothing to put in order yet/);
  });
});
