import type { Goal, Timing } from './measure';

/** Timings as lines of text, with their goals. */
export function timingTable(title: string, timings: readonly Timing[]): string {
  const head = ['', 'median', 'quartiles', 'ratio', 'goal'];
  const rows = timings.map(({ name, median, lowerQuartile, upperQuartile, ratio, goal }) => [
    name,
    milliseconds(median),
    `${milliseconds(lowerQuartile)} – ${milliseconds(upperQuartile)}`,
    `${ratio.toFixed(2)} ×`,
    goal ? `${goalText(goal)}: ${isMet(goal, median, ratio) ? 'met' : 'MISSED'}` : '',
  ]);
  return [title, aligned([head, ...rows]), ''].join('\n');
}

/** Rows of cells as lines of text in columns; the first column and the last stand at the left, numbers at the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === row.length - 1 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 1)} ms`;
}

function goalText({ milliseconds: most, ratio }: Goal): string {
  return [most === undefined ? [] : [`${most} ms`], ratio === undefined ? [] : [`${ratio} ×`]].flat().join(', ');
}

function isMet(goal: Goal, median: number, ratio: number): boolean {
  return median < (goal.milliseconds ?? Infinity) && ratio < (goal.ratio ?? Infinity);
}
