import assert from 'node:assert/strict';
import type { DependencyType } from '../../src/core/views/model';
import { type PlacedShape, linkPath } from '../../src/preview/linkPaths';
import type { RowShape } from '../../src/preview/rowShapes';

function bar(row: number, x1: number, x2: number, kind: RowShape['kind'] = 'bar'): PlacedShape {
  return { row, shape: { kind, x1, x2, hue: 'blue' } };
}

function points(line: string): [number, number][] {
  return line
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number) as [number, number]);
}

function line(type: DependencyType, from: PlacedShape, to: PlacedShape): [number, number][] {
  const path = linkPath(type, from, to);
  assert.ok(path, 'there is a path');
  return points(path.line);
}

describe('path of a dependency', () => {
  it('from finish to start goes right, and down on the bar a little behind its start', () => {
    assert.deepEqual(line('FS', bar(0, 10, 50), bar(2, 60, 100)), [
      [50, 13],
      [67, 13],
      [67, 59],
    ]);
  });

  it('goes up where the other row stands above', () => {
    assert.deepEqual(line('FS', bar(2, 10, 50), bar(0, 60, 100)).at(-1), [67, 19]);
  });

  it('goes back between the rows where the other starts before this ends', () => {
    assert.deepEqual(line('FS', bar(0, 10, 80), bar(2, 20, 100)), [
      [80, 13],
      [88, 13],
      [88, 52],
      [27, 52],
      [27, 59],
    ]);
  });

  it('ends in the tip of a diamond, and leaves one at its foot', () => {
    assert.deepEqual(line('FS', bar(0, 10, 50), bar(1, 60, 60, 'diamond')).at(-1), [60, 32.5]);
    assert.deepEqual(line('FS', bar(0, 60, 60, 'diamond'), bar(1, 70, 90))[0], [60, 19.5]);
  });

  it('of each type goes out of and into the ends that it names', () => {
    const from = bar(0, 10, 50);
    const to = bar(1, 60, 100);
    for (const [type, out, into] of [
      ['SS', 10, 60],
      ['FF', 50, 100],
      ['SF', 10, 100],
    ] as const) {
      const drawn = line(type, from, to);
      assert.deepEqual(drawn[0], [out, 13], type);
      assert.deepEqual(drawn.at(-1), [into, 39], type);
    }
  });

  it('only has steps along the axes', () => {
    for (const type of ['FS', 'SS', 'FF', 'SF'] as const) {
      for (const [from, to] of [
        [bar(0, 10, 50), bar(3, 60, 100)],
        [bar(3, 10, 90), bar(0, 20, 60)],
        [bar(0, 60, 60, 'diamond'), bar(1, 20, 40)],
      ] as const) {
        const drawn = line(type, from, to);
        drawn.slice(1).forEach(([x, y], index) => {
          const before = drawn[index] ?? [NaN, NaN];
          assert.ok(x === before[0] || y === before[1], `${type}: ${JSON.stringify(drawn)}`);
        });
      }
    }
  });

  it('is none where an end that it asks for is unknown', () => {
    assert.equal(linkPath('FS', bar(0, 10, 22, 'from'), bar(1, 60, 100)), undefined);
    assert.equal(linkPath('FS', bar(0, 10, 50), bar(1, 60, 100, 'until')), undefined);
    assert.ok(linkPath('SS', bar(0, 10, 22, 'from'), bar(1, 60, 100)));
  });
});
