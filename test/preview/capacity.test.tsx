import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { CapacityView } from '../../src/core/views/capacityModel';
import { Capacity, capacityEntries } from '../../src/preview/capacity';
import {
  capacityStopAfter,
  cellOfStop,
  cellStop,
  gridStops,
  personStop,
  workStop,
} from '../../src/preview/capacityStops';
import { entryKey } from '../../src/preview/entries';
import { lanternCapacity } from './harness/lanternCapacity';

function draw(view: CapacityView, marked?: string): string {
  return renderToString(<Capacity view={view} marked={marked} />);
}

describe('capacity, drawn', () => {
  it('is a grid whose cells say person, week and load, with one tab stop', () => {
    const html = draw(lanternCapacity);
    assert.match(html, /role="grid" aria-label="Capacity of the people of Parts on the van"/);
    assert.match(html, /aria-label="Dana Weiss, week of 28 Sep, over capacity, 140 %: 56 h planned of 40 h"/);
    assert.match(html, /aria-label="Alice Ng, week of 19 Oct, away"[^>]*>away</);
    assert.match(html, /No limit: 11 d of work planned/);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
  });

  it('shows what is behind the fullest cell until another one is chosen', () => {
    const html = draw(lanternCapacity);
    assert.equal(html.match(/aria-selected="true"/g)?.length, 1);
    assert.match(html, /<section class="behind-cell" aria-label="Dana Weiss, week of 28 Sep">/);
    assert.match(html, /Conflict rules for two editors<\/span><span class="context" title="Offline job sheet">/);
  });

  it('marks the cells that hold the item of the cursor', () => {
    const entry = lanternCapacity.people[0]?.work[0]?.entry;
    assert.ok(entry && capacityEntries(lanternCapacity).includes(entry));
    const html = draw(lanternCapacity, entryKey(entry));
    // Five weeks of one, five of the other, and the line behind the chosen cell.
    assert.equal(html.match(/aria-current="true"/g)?.length, 11);
  });

  it('explains what occurs, and says what to write while nobody has work', () => {
    assert.match(draw(lanternCapacity), /over 100 %<\/li>/);
    const calm = { ...lanternCapacity, people: lanternCapacity.people.slice(0, 1) };
    assert.doesNotMatch(draw(calm), /over 100 %<\/li>/);
    const nobody = { ...lanternCapacity, people: [], facts: [] };
    assert.match(draw(nobody), /Nobody has work yet/);
    assert.doesNotMatch(draw({ ...nobody, shown: { count: 0, total: 3 } }), /Nobody has work yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const [first] = lanternCapacity.people;
    assert.ok(first);
    const work = first.work.map((each) => ({ ...each, title: text, project: text }));
    const html = draw({ ...lanternCapacity, people: [{ ...first, id: text, name: text, shortName: text, work }] });
    assert.doesNotMatch(html, /<img|\sstyle=/);
  });
});

describe('arrow keys on capacity', () => {
  const rows = gridStops(lanternCapacity.people);
  const at = (person: string, column: number): string => cellStop({ person, column });
  const stops = { rows, chosen: at('dana', 2), work: [workStop(0), workStop(1)] };
  const press = (key: string, from: string): string | undefined => capacityStopAfter(stops, from, key);

  it('go over cells and people, and stay within the row of one without cells', () => {
    assert.equal(press('ArrowRight', personStop('alice')), at('alice', 0));
    assert.equal(press('ArrowLeft', at('alice', 0)), personStop('alice'));
    assert.equal(press('ArrowLeft', personStop('alice')), undefined);
    assert.equal(press('ArrowRight', at('alice', 5)), undefined);
    assert.equal(press('ArrowDown', at('alice', 3)), at('dana', 3));
    assert.equal(press('ArrowDown', at('dana', 3)), personStop('kinto'));
    assert.equal(press('End', at('dana', 1)), at('dana', 5));
    assert.equal(press('Home', at('dana', 1)), personStop('dana'));
    assert.equal(press('x', at('dana', 1)), undefined);
  });

  it('go down to the work behind a cell and back', () => {
    assert.equal(press('ArrowDown', personStop('kinto')), workStop(0));
    assert.equal(press('Enter', at('dana', 2)), workStop(0));
    assert.equal(press('Enter', personStop('dana')), undefined);
    assert.equal(press('ArrowDown', workStop(0)), workStop(1));
    assert.equal(press('ArrowUp', workStop(0)), at('dana', 2));
    assert.equal(press('Escape', workStop(1)), at('dana', 2));
  });

  it('read a cell from its stop, whatever the id of the person is', () => {
    for (const person of ['dana', 'a b', 'work 1', ''])
      assert.deepEqual(cellOfStop(at(person, 4)), { person, column: 4 });
    assert.equal(cellOfStop(workStop(1)), undefined);
  });
});
