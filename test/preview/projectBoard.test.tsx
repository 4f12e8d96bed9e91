import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { ItemCard, ProjectBoardView } from '../../src/core/views/projectBoardModel';
import { entryKey } from '../../src/preview/entries';
import { ProjectBoard, projectBoardEntries } from '../../src/preview/projectBoard';
import { lanternProjectBoard } from './harness/lanternProjectBoard';

function draw(view: ProjectBoardView, marked?: string): string {
  return renderToString(<ProjectBoard view={view} marked={marked} />);
}

const count = (html: string, part: string): number => html.split(part).length - 1;

const card: ItemCard = { entry: { uri: 'file:///a', path: ['a'] }, title: 'A', state: { kind: 'todo', text: 'To do' } };

function manyCards(most: number): ProjectBoardView {
  const items = Array.from({ length: most }, (_, index) => ({
    ...card,
    entry: { ...card.entry, path: [String(index)] },
  }));
  return { ...lanternProjectBoard, columns: [{ kind: 'todo', title: 'To do', summary: '', items }] };
}

describe('board of a project, drawn', () => {
  it('has a card for each item, named with its state, and one tab stop', () => {
    const html = draw(lanternProjectBoard);
    assert.equal(count(html, '<article'), 5);
    assert.match(html, /aria-label="Supplier price feed, Blocked"/);
    assert.equal(html.match(/<article[^>]*tabindex="0"/g)?.length, 1);
    assert.match(html, /Forecast from fault history until 25 September 2026/);
    assert.match(html, /class="columns columns-4"/);
  });

  it('says in words what is late, critical and without a goal', () => {
    const html = draw(lanternProjectBoard);
    for (const word of ['2 d late', 'critical', 'no goal']) assert.ok(html.includes(`${word}</span>`), word);
  });

  it('marks the item of the cursor', () => {
    const [entry] = projectBoardEntries(lanternProjectBoard);
    assert.ok(entry);
    assert.match(
      draw(lanternProjectBoard, entryKey(entry)),
      /aria-label="Scan parts in and out[^>]*aria-current="true"/,
    );
  });

  it('shows no more cards than anybody reads at once, and always that of the cursor', () => {
    const view = manyCards(200);
    const html = draw(view);
    assert.equal(count(html, '<article'), 16);
    assert.match(html, /Show more, 184 are left/);
    const last = projectBoardEntries(view).at(-1);
    assert.ok(last);
    assert.match(draw(view, entryKey(last)), /aria-current="true"/);
  });

  it('says what to write while there are no items, and not where a filter leaves none', () => {
    const bare = { ...lanternProjectBoard, columns: [] };
    assert.match(draw(bare), /No items yet/);
    assert.doesNotMatch(draw({ ...bare, shown: { count: 0, total: 3 } }), /No items yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const item = { ...card, title: text, within: text, owner: text, when: text, late: text, effort: text, waits: text };
    const columns = [{ kind: 'todo' as const, title: text, summary: text, items: [item] }];
    const html = draw({ ...lanternProjectBoard, columns, lanes: [{ id: text, title: text, columns }] });
    assert.doesNotMatch(html, /<img|\sstyle=/);
  });
});
