const lineFeed = 10;
const carriageReturn = 13;

/**
 * Where the line that holds `from` ends, its line break excluded.
 * A line break is `\n`, `\r\n` or a lone `\r`, as in YAML and in the Language Server Protocol.
 */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return text.length;
}

/** The same for a text without carriage returns. */
export function lineFeedAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where the next line starts, given the end of a line; the text's length when there is none. */
export function nextLineStart(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}

/** How many line breaks a text has. */
export function lineBreaks(text: string): number {
  if (text.includes('\r')) return lineStarts(text).length - 1;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The offset of each line's first unit; a text that ends in a line break has an empty last line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = lineEnd(text, 0); end < text.length;) {
    const next = nextLineStart(text, end);
    starts.push(next);
    end = lineEnd(text, next);
  }
  return starts;
}

/** The index of the last number in the ascending `sorted` that is not above `value`; 0 when all are. */
export function lastNotAbove(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
