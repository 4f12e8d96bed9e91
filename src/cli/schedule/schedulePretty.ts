import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../../core/analysis/calendar';
import { formatDate } from '../../core/plan/scalars';
import { asOfText } from '../asOfText';
import { painter, type Paint } from '../paint';
import { printable } from '../printable';
import { counted } from '../reporters/pretty';
import { table, type Cell, type Column } from '../table';
import type { ScheduleContext } from './scheduleContext';
import type { ReportedWork, ScheduledGroup, ScheduledRow } from './scheduledGroups';

const columns: readonly Column[] = [
  { heading: ' ' },
  { heading: 'Work', wraps: true },
  { heading: 'Start' },
  { heading: 'Finish' },
  { heading: 'Float', align: 'right' },
  { heading: 'Why it starts then', wraps: true },
];

/** A table for each project and program, to be read by people. */
export function schedulePretty(groups: readonly ScheduledGroup[], context: ScheduleContext): string {
  const paint = painter(context);
  const blocks = groups.map((group) => groupBlock(group, context, paint));
  return `${[...blocks, summary(groups, context, paint)].join('\n\n')}\n`;
}

function groupBlock(group: ScheduledGroup, context: ScheduleContext, paint: Paint): string {
  const { id, title, rows } = group;
  const name = title === id ? printable(id) : `${printable(title)} (${printable(id)})`;
  const lines = [paint('bold', name), spanText(group)];
  if (rows.length === 0) return lines.join('\n');
  return [...lines, '', table(columns, rows.map(cellsOf), context.columns, paint)].join('\n');
}

function spanText({ span, end, calendar, rows }: ScheduledGroup): string {
  if (rows.length === 0) return 'No items and no milestones.';
  if (!span) return 'Nothing in it has dates.';
  const isOneDay = span.first.equals(span.last);
  const days = isOneDay ? formatDate(span.last) : `${formatDate(span.first)} to ${formatDate(span.last)}`;
  const isPartial = rows.some(({ reported }) => reported.unknown !== undefined);
  return `${days}${isPartial ? ', as far as known' : ''}${end ? `: ${againstEnd(span.last, end, calendar)}` : ''}`;
}

/** Working days, as reports and findings count them. */
function againstEnd(last: Temporal.PlainDate, end: Temporal.PlainDate, calendar: WorkingCalendar): string {
  const order = Temporal.PlainDate.compare(last, end);
  if (order === 0) return 'on its committed end';
  const [from, to] = order < 0 ? [last, end] : [end, last];
  const days = calendar.workdays(from.add({ days: 1 }), to);
  return `${counted(days, 'working day')} ${order < 0 ? 'before' : 'after'} its committed end, ${formatDate(end)}`;
}

function cellsOf({ reported, depth, isDone }: ScheduledRow): readonly Cell[] {
  const { title, kind, start, finish, critical, driver, unknown } = reported;
  const isMilestone = kind === 'milestone';
  const why = unknown === undefined ? (driver?.why ?? '') : `unknown: ${unknown}`;
  return [
    { text: isDone ? '✓' : critical ? '●' : ' ', style: isDone ? 'green' : 'red' },
    {
      text: `${isMilestone ? '◆ ' : ''}${printable(title)}`,
      indent: depth * 2,
      ...(critical ? { style: 'bold' } : {}),
    },
    { text: start ?? '?' },
    { text: isMilestone && start === finish ? '' : (finish ?? '?') },
    { text: floatText(reported, isDone) },
    { text: printable(why), style: unknown === undefined ? 'dim' : 'yellow' },
  ];
}

function floatText({ totalFloat }: ReportedWork, isDone: boolean): string {
  if (isDone) return 'done';
  return totalFloat === null ? '?' : String(Math.round(totalFloat * 10) / 10);
}

function summary(groups: readonly ScheduledGroup[], { days }: ScheduleContext, paint: Paint): string {
  const rows = groups.flatMap((group) => group.rows);
  const open = rows.filter(({ isDone }) => !isDone);
  const critical = open.filter(({ reported }) => reported.critical).length;
  const unknown = open.filter(({ reported }) => reported.unknown !== undefined).length;
  const items = rows.filter(({ reported }) => reported.kind === 'item').length;
  const counts = [
    counted(items, 'item'),
    counted(rows.length - items, 'milestone'),
    `${critical} critical`,
    ...(unknown > 0 ? [`${unknown} with unknown dates`] : []),
  ];
  const legend = [
    '● critical: a delay of it delays the end of its project   ✓ done   ◆ milestone',
    'Float: the working days that its finish may slip before that happens; without the limits of people.',
  ];
  return [paint('bold', `${asOfText(days)}: ${counts.join(', ')}.`), ...legend.map((line) => paint('dim', line))].join(
    '\n',
  );
}
