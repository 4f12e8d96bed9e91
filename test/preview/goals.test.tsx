import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { GoalRow, GoalsView } from '../../src/core/views/goalsModel';
import { entryKey } from '../../src/preview/entries';
import { branchLines } from '../../src/preview/goalBranchLines';
import { Goals, goalEntries } from '../../src/preview/goals';
import { lanternGoals } from './harness/lanternGoals';

function draw(view: GoalsView, marked?: string): string {
  return renderToString(<Goals view={view} marked={marked} />);
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

function titled(title: string): GoalRow {
  const row = lanternGoals.rows.find((each) => each.title === title);
  assert.ok(row);
  return row;
}

describe('goals', () => {
  it('are a tree whose entries say level, place and whether they are unfolded', () => {
    const html = draw(lanternGoals);
    assert.match(html, /role="tree" aria-label="Goals of Lantern"/);
    assert.equal(count(html, 'role="treeitem"'), lanternGoals.rows.length);
    assert.match(
      html,
      /aria-level="1" aria-posinset="1" aria-setsize="3" aria-expanded="true"[^>]*>[^>]*>Fix the fault/,
    );
    assert.match(html, /aria-level="2" aria-posinset="4" aria-setsize="4" [^>]*>[^>]*>Right part in the van/);
    assert.equal(count(html, 'tabindex="0"'), 1);
  });

  it('say in their names all that is shown of them', () => {
    const html = draw(lanternGoals);
    const names = [...html.matchAll(/<span class="for-reader">([^<]*)<\/span>/g)].map(([, text = '']) => text);
    const nameOf = (title: string): string => {
      const at = names.findIndex((name) => name.startsWith(title));
      return `${names[at] ?? ''} … ${names[at + 1] ?? ''}`;
    };
    assert.equal(nameOf('Fix the fault'), 'Fix the fault on the first visit, goal … At risk, 2026-Q4');
    assert.equal(nameOf('First-visit'), 'First-visit fix rate, measure, 62 % to 80 % … now 71 %');
    assert.equal(nameOf('Job sheet'), 'Job sheet without a network, feature … On track, 15 Oct, 2.4');
    assert.equal(nameOf('Dark mode'), 'Dark mode for dispatchers, feature … Planned, no goal');
  });

  it('show progress, of a measure that nobody has measured an empty track, and of a gap none', () => {
    const html = draw(lanternGoals);
    assert.match(
      html,
      /role="progressbar" aria-label="Progress of First-visit fix rate, 62 % to 80 %"[^>]*aria-valuetext="50 % done"/,
    );
    assert.equal(count(html, 'class="track unmeasured"'), 1);
    const { progress: _progress, ...bare } = titled('Platform upkeep');
    assert.equal(count(draw({ ...lanternGoals, rows: [bare] }), 'progressbar'), 0);
  });

  it('have whole lines where they lead to a goal, and dashed ones where they do not', () => {
    assert.equal(count(draw({ ...lanternGoals, rows: lanternGoals.rows.slice(0, 10) }), 'branch broken'), 0);
    assert.ok(count(draw({ ...lanternGoals, rows: lanternGoals.rows.slice(13) }), 'branch broken') >= 3);
  });

  it('mark every row of the cursor’s entry, and not the place of what is missing', () => {
    const key = entryKey(titled('Parts on the van').entry ?? { uri: '', path: [] });
    assert.equal(count(draw(lanternGoals, key), 'aria-current'), 1);
    const again = { ...titled('Parts on the van'), id: 'again' };
    assert.equal(count(draw({ ...lanternGoals, rows: [...lanternGoals.rows, again] }, key), 'aria-current'), 2);
    const { entry } = titled('A new technician works alone within a week');
    assert.ok(entry);
    const gap = { ...titled('No project or feature names this goal'), entry };
    const view = { ...lanternGoals, rows: [titled('A new technician works alone within a week'), gap] };
    assert.equal(count(draw(view, entryKey(entry)), 'aria-current'), 1);
    assert.equal(goalEntries(view).length, 1);
  });

  it('fold what stands below projects where there is much', () => {
    const items = Array.from({ length: 80 }, (_, index): GoalRow => {
      const item = titled('Conflict rules for two editors');
      return { ...item, id: `item ${String(index)}`, title: `Item ${String(index)}` };
    });
    const rows = [...lanternGoals.rows.slice(0, 5), ...items];
    assert.equal(count(draw({ ...lanternGoals, rows }), 'role="treeitem"'), 5);
    // What a filter has found is there to be seen.
    assert.equal(count(draw({ ...lanternGoals, rows, shown: { count: 80, total: 99 } }), 'role="treeitem"'), 85);
  });

  it('say what to write while there are none, and not where a filter leaves none', () => {
    assert.match(draw({ ...lanternGoals, rows: [] }), /No goals yet/);
    assert.doesNotMatch(draw({ ...lanternGoals, rows: [], shown: { count: 0, total: 3 } }), /No goals yet/);
  });

  it('keep the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const naughty = {
      ...titled('First-visit fix rate'),
      title: text,
      reach: text,
      note: text,
      when: text,
      whenOf: text,
    };
    const html = draw({ ...lanternGoals, title: text, purpose: text, rows: [naughty] });
    assert.doesNotMatch(html, /<img|\sstyle=/);
  });
});

describe('the lines of a tree', () => {
  const row = (depth: number, broken?: true): GoalRow => ({
    id: '',
    kind: 'item',
    title: '',
    depth,
    ...(broken ? { broken } : {}),
  });

  it('lead from each row to those right below it, and pass what is deeper', () => {
    const [first, second, third, last] = branchLines([row(1), row(2), row(3), row(2)], 26);
    assert.deepEqual(first, { own: '', passing: [] });
    assert.equal(second?.own, 'M8 0V13H17');
    assert.deepEqual(second.passing, [{ path: 'M8 13V26', broken: false }]);
    assert.equal(third?.own, 'M28 0V13H37');
    assert.deepEqual(third.passing, [{ path: 'M8 0V26', broken: false }]);
    assert.deepEqual(last, { own: 'M8 0V13H17', passing: [] });
  });

  it('end where a tree ends, and are broken as what they lead to', () => {
    const [, first, , second] = branchLines([row(1), row(2), row(1), row(2, true)], 26);
    assert.deepEqual(first?.passing, []);
    assert.deepEqual(second?.passing, []);
    const [, whole] = branchLines([row(1), row(2), row(2, true)], 26);
    assert.deepEqual(whole?.passing, [{ path: 'M8 13V26', broken: true }]);
  });
});
