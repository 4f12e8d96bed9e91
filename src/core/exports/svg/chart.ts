import { Temporal } from 'temporal-polyfill';
import type { Axis, Bar, Row, Tone } from '../viewDocument';
import { element } from './markup';
import { fontSize, size } from './style';
import { textOf } from './text';

/** Where the bars of a table stand: from `left`, `width` pixels wide. */
export interface ChartBox {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** The days of an axis in pixels; a day reaches from its own x to that of the next. */
function scaleOf({ start, end }: Axis, { left, width }: ChartBox): (date: string) => number {
  const first = Temporal.PlainDate.from(start);
  const days = Math.max(1, first.until(Temporal.PlainDate.from(end)).days + 1);
  return (date) => left + (Math.min(Math.max(first.until(Temporal.PlainDate.from(date)).days, 0), days) / days) * width;
}

/** What the name of a month takes, in pixels. */
const monthWidth = 44;

/** The months above the rows, a line at each, and today. */
export function chartFrame(axis: Axis, box: ChartBox): readonly string[] {
  const x = scaleOf(axis, box);
  const bottom = box.top + box.height;
  const months = monthsOf(axis);
  const every = Math.max(1, Math.ceil((months.length * monthWidth) / box.width));
  const lines = months.flatMap((month, index) => {
    const at = x(month.toString());
    const line = element('line', { class: 'rule', x1: at, x2: at, y1: box.top, y2: bottom, 'stroke-opacity': 0.6 });
    const next = months[index + 1];
    const isCramped = index === 0 && next !== undefined && x(next.toString()) - at < monthWidth;
    if (index % every !== 0 || isCramped) return [line];
    const name = month.toLocaleString('en-GB', {
      month: 'short',
      ...(month.month === 1 || index <= 1 ? { year: '2-digit' } : {}),
    });
    return [line, textOf(name, { x: at + 3, y: box.top - 6, size: fontSize.meta, quiet: true })];
  });
  const { today } = axis;
  const isShown = today !== undefined && today >= axis.start && today <= axis.end;
  const now = isShown
    ? [element('line', { class: 'today', x1: x(today), x2: x(today), y1: box.top, y2: bottom, 'stroke-width': 1.5 })]
    : [];
  return [...lines, ...now];
}

/** The first days of the months that an axis holds; its own first day before them where that is none. */
function monthsOf({ start, end }: Axis): readonly Temporal.PlainDate[] {
  const months: Temporal.PlainDate[] = [];
  const last = Temporal.PlainDate.from(end);
  let month = Temporal.PlainDate.from(start);
  // Two centuries of months at most: no plan holds more years.
  while (Temporal.PlainDate.compare(month, last) <= 0 && months.length < 2400) {
    months.push(month);
    month = month.with({ day: 1 }).add({ months: 1 });
  }
  return months;
}

/** @param middle of the row, in pixels */
export function barShapes({ bar }: Row, axis: Axis, box: ChartBox, middle: number): readonly string[] {
  if (!bar) return [];
  const x = scaleOf(axis, box);
  return [...baseline(bar, x, middle), ...shape(bar, x, middle), ...deadline(bar, x, middle)];
}

type Scale = (date: string) => number;

function shape({ shape: kind, start, end, tone, progress }: Bar, x: Scale, middle: number): readonly string[] {
  const hue = hueOf(tone);
  const [from, to] = [x(start ?? end ?? ''), after(end ?? start ?? '', x)];
  const top = middle - size.bar / 2;
  if (kind === 'diamond') {
    const at = to;
    return [element('path', { class: `mark ${hue}`, d: `M${at - 7} ${middle}l7 -7l7 7l-7 7z` })];
  }
  if (kind === 'flag')
    return [element('path', { class: `mark ${hue}`, d: `M${to} ${middle + 8}v-16h10l-3 4l3 4h-8v8z` })];
  const width = Math.max(2, to - from);
  if (kind === 'bracket') {
    return [element('path', { class: `edge ${hue}`, d: `M${from + 1} ${middle + 5}v-6h${Math.max(1, width - 2)}v6` })];
  }
  const filled = progress === undefined ? 0 : Math.min(Math.max(progress, 0), 1) * width;
  return [
    element('rect', { class: `bar ${hue}`, x: from, y: top, width, height: size.bar, rx: 2 }),
    ...(filled > 0
      ? [element('rect', { class: `filled ${hue}`, x: from, y: top, width: filled, height: size.bar, rx: 2 })]
      : []),
  ];
}

function baseline({ baseline: planned }: Bar, x: Scale, middle: number): readonly string[] {
  if (!planned) return [];
  const from = x(planned.start);
  const width = Math.max(2, after(planned.end, x) - from);
  return [element('rect', { class: 'base', x: from, y: middle + size.bar / 2 + 1, width, height: 3 })];
}

function deadline({ deadline: due }: Bar, x: Scale, middle: number): readonly string[] {
  if (due === undefined) return [];
  const at = after(due, x);
  return [element('path', { class: 'mark bad', d: `M${at - 3} ${middle - 10}h6v5h-2v15h-2v-15h-2z` })];
}

/** The end of a day is the start of the next. */
function after(date: string, x: Scale): number {
  return x(Temporal.PlainDate.from(date).add({ days: 1 }).toString());
}

export function hueOf(tone: Tone | undefined): string {
  if (tone === undefined) return 'work';
  return tone === 'quiet' ? 'done' : tone;
}
