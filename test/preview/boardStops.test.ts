import assert from 'node:assert/strict';
import { type BoardStops, allStops, boardStops, stopAfter } from '../../src/preview/boardStops';
import { lanternBoard } from './harness/lantern';

const stops: BoardStops = {
  unlinked: ['u1', 'u2'],
  columns: [
    [
      { card: 'a', lines: ['a1', 'a2'] },
      { card: 'b', lines: [] },
    ],
    [{ card: 'c', lines: ['c1'] }],
  ],
};

function press(key: string, from: string, on: BoardStops = stops): string | undefined {
  return stopAfter(on, from, key, (cards) => cards.at(-1));
}

describe('arrow keys on the board', () => {
  it('go down and up through cards and their lines', () => {
    assert.deepEqual(
      ['a', 'a1', 'a2', 'b'].map((from) => press('ArrowDown', from)),
      ['a1', 'a2', 'b', undefined],
    );
    assert.deepEqual(
      ['b', 'a2', 'a1', 'c1'].map((from) => press('ArrowUp', from)),
      ['a2', 'a1', 'a', 'c'],
    );
  });

  it('go between the lane of unlinked work and the columns', () => {
    assert.equal(press('ArrowDown', 'u1'), 'u2');
    assert.equal(press('ArrowDown', 'u2'), 'a');
    assert.equal(press('ArrowUp', 'a'), 'u2');
    assert.equal(press('ArrowUp', 'c'), 'u2');
    assert.equal(press('ArrowUp', 'u1'), undefined);
    assert.equal(press('ArrowUp', 'a', { ...stops, unlinked: [] }), undefined);
  });

  it('go to the nearest card of the neighbouring column, also from a line', () => {
    assert.equal(press('ArrowRight', 'a1'), 'c');
    assert.equal(press('ArrowLeft', 'c1'), 'b');
    assert.equal(press('ArrowLeft', 'a'), undefined);
    assert.equal(press('ArrowRight', 'c'), undefined);
    assert.equal(press('ArrowRight', 'u1'), undefined);
  });

  it('go from card to card with page up and page down', () => {
    assert.equal(press('PageDown', 'a1'), 'b');
    assert.equal(press('PageDown', 'b'), undefined);
    assert.equal(press('PageUp', 'b'), 'a');
    assert.equal(press('PageUp', 'a2'), 'u2');
    assert.equal(press('PageDown', 'u1'), 'a');
  });

  it('go to the ends of a column with home and end', () => {
    assert.equal(press('Home', 'a2'), 'a');
    assert.equal(press('End', 'a'), 'b');
    assert.equal(press('End', 'u1'), 'u2');
  });

  it('lead nowhere with other keys', () => {
    assert.equal(press('x', 'a'), undefined);
  });

  it('reach everything on a board once, although a project may serve several goals', () => {
    const ids = allStops(boardStops(lanternBoard));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 3 + 6 + 8 + 6);
  });
});
