import type { DependencyType, TimelineLink } from '../core/views/model';
import { type RowShape, barHeight, diamondRadius, rowHeight } from './rowShapes';

/** A shape with the row that it stands in, from 0. */
export interface PlacedShape {
  readonly row: number;
  readonly shape: RowShape;
}

/** A dependency as drawn. */
export interface LinkPath {
  /** SVG path data of the line. */
  readonly line: string;
  /** SVG path data of the arrow's head. */
  readonly head: string;
  /** How far right the line goes in the row that it starts in; 0 where it does not leave its shape to the right. */
  readonly reach: number;
  /** How far right it goes in the row that it ends in; 0 where it does not come from the right. */
  readonly reachAtEnd: number;
}

/** How far a line goes on from its shape before it turns. */
const straight = 8;
const inset = 7;

/**
 * The path of a dependency between two shapes: out of the end that its type names, along the rows, and into the end
 * of the other. A finish-to-start link comes down on the bar from above, where there is room. Undefined where a shape
 * lacks the end that the type asks for.
 */
export function linkPath(type: TimelineLink['type'], from: PlacedShape, to: PlacedShape): LinkPath | undefined {
  if (from.row === to.row || !hasEnd(from.shape, type.startsWith('F')) || !hasEnd(to.shape, type.endsWith('F')))
    return undefined;
  return type === 'FS' ? finishToStart(from, to) : sideToSide(type, from, to);
}

function hasEnd({ kind }: RowShape, finish: boolean): boolean {
  return finish ? kind !== 'from' : kind !== 'until';
}

function finishToStart(from: PlacedShape, to: PlacedShape): LinkPath {
  const down = to.row > from.row;
  const y1 = centre(from);
  // Into the top of the bar (or its foot, from below), a little behind its start; into the tip of a diamond.
  const x2 = to.shape.kind === 'diamond' ? to.shape.x1 : Math.min(to.shape.x1 + inset, (to.shape.x1 + to.shape.x2) / 2);
  const half = to.shape.kind === 'diamond' ? diamondRadius : barHeight / 2;
  const y2 = centre(to) + (down ? -half : half);
  const head = arrowHead(x2, y2, down ? 'down' : 'up');
  if (from.shape.kind === 'diamond') {
    const exit = y1 + (down ? diamondRadius : -diamondRadius);
    if (x2 > from.shape.x1 + 1)
      return { line: path([from.shape.x1, exit], [x2, exit], [x2, y2]), head, reach: 0, reachAtEnd: 0 };
  }
  const x1 = from.shape.x2;
  // A line along a tail would hide it.
  const runsAlongTail = (from.shape.tailEnd ?? x1) > x1 && x2 > x1 + straight;
  if (x2 >= x1 - 1 && !runsAlongTail) return { line: path([x1, y1], [x2, y1], [x2, y2]), head, reach: x2, reachAtEnd: 0 };
  // Along the line between the rows; back where the other starts before this ends.
  const turn = centre(to) + ((down ? -1 : 1) * rowHeight) / 2;
  return {
    line: path([x1, y1], [x1 + straight, y1], [x1 + straight, turn], [x2, turn], [x2, y2]),
    head,
    reach: x1 + straight,
    reachAtEnd: 0,
  };
}

function sideToSide(type: DependencyType, from: PlacedShape, to: PlacedShape): LinkPath {
  const outRight = type.startsWith('F');
  const inRight = type.endsWith('F');
  const x1 = side(from.shape, outRight);
  const x2 = side(to.shape, inRight);
  const y1 = centre(from);
  const y2 = centre(to);
  const out = x1 + (outRight ? straight : -straight);
  const before = x2 + (inRight ? straight : -straight);
  const head = arrowHead(x2, y2, inRight ? 'left' : 'right');
  if (outRight === inRight) {
    const turn = outRight ? Math.max(out, before) : Math.min(out, before);
    return {
      line: path([x1, y1], [turn, y1], [turn, y2], [x2, y2]),
      head,
      reach: outRight ? turn : 0,
      reachAtEnd: inRight ? turn : 0,
    };
  }
  const between = y2 + ((to.row > from.row ? -1 : 1) * rowHeight) / 2;
  const line = path([x1, y1], [out, y1], [out, between], [before, between], [before, y2], [x2, y2]);
  return { line, head, reach: outRight ? out : 0, reachAtEnd: inRight ? before : 0 };
}

function side(shape: RowShape, right: boolean): number {
  if (shape.kind === 'diamond') return shape.x1 + (right ? diamondRadius : -diamondRadius);
  return right ? shape.x2 : shape.x1;
}

function centre({ row }: PlacedShape): number {
  return row * rowHeight + rowHeight / 2;
}

type Point = readonly [x: number, y: number];

function path(...points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('');
}

function arrowHead(x: number, y: number, direction: 'up' | 'down' | 'left' | 'right'): string {
  const length = 5;
  const half = 3;
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [number, number];
  const back: Point = [x - dx * length, y - dy * length];
  const points: readonly Point[] = [
    [back[0] - dy * half, back[1] - dx * half],
    [x, y],
    [back[0] + dy * half, back[1] + dx * half],
  ];
  return `${path(...points)}Z`;
}

function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}
