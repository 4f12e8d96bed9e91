import { asOfText } from '../asOfText';
import { painter, type Paint } from '../paint';
import { printable } from '../printable';
import { table, wrapped, type Cell, type Column } from '../table';
import { peopleBlocks } from './peoplePretty';
import type { GoalReport, PlanReport, ProjectReport, ReleaseReport } from './planReport';
import type { ReportContext } from './reportContext';
import { amountText, dateText, finishText, forecastText, healthCell, indexText, percentText, remarksOn } from './words';

/** A page to be read by people: projects first, then goals, releases, and who has too much to do. */
export function reportPretty(report: PlanReport, context: ReportContext): string {
  const paint = painter(context);
  const { projects, goals, releases } = report;
  const blocks = [
    ...(projects.length > 0
      ? [...projectBlocks(projects, context, paint), ...moneyBlocks(projects, context, paint)]
      : []),
    ...(goals.length > 0 ? goalBlocks(goals, context, paint) : []),
    ...(releases.length > 0 ? releaseBlocks(releases, context, paint) : []),
    ...peopleBlocks(report.people, context, paint),
  ];
  const nothing = 'No projects, goals, releases or people.';
  const legend = blocks.length > 0 ? [paint('dim', legendText)] : [nothing];
  return `${[paint('bold', asOfText(context.days)), ...blocks, ...legend].join('\n\n')}\n`;
}

const legendText = [
  'Done, Work: the share of the work that is done. ≥ a date: work without dates may end later.',
  'P80: by then 80 of 100 simulated runs are finished. Meets: how many of them keep the end or date.',
].join('\n');

function block(title: string, body: readonly string[], paint: Paint): string {
  return [paint('bold', title), ...body].join('\n');
}

/** What there is to say to things beyond their figures, a line each. */
function remarkLines(
  titled: readonly (readonly [title: string, remarks: readonly string[]])[],
  columns: number,
): readonly string[] {
  const lines = titled.flatMap(([title, remarks]) =>
    remarks.map((remark) => wrapped(`${printable(title)} ${printable(remark)}.`, columns)),
  );
  return lines.length > 0 ? ['', ...lines] : [];
}

const projectColumns: readonly Column[] = [
  { heading: 'Project', wraps: true },
  { heading: 'Health', wraps: true },
  { heading: 'Done', align: 'right' },
  { heading: 'Open', align: 'right' },
  { heading: 'Finish', align: 'right' },
  { heading: 'End', align: 'right' },
  { heading: 'P80', align: 'right' },
  { heading: 'Meets', align: 'right' },
];

function projectBlocks(
  projects: readonly ProjectReport[],
  { columns }: ReportContext,
  paint: Paint,
): readonly string[] {
  const rows = projects.map(({ file, rollUp, reported, forecast }): readonly Cell[] => [
    { text: printable(titleOf(file)) },
    healthCell(rollUp.health),
    { text: percentText(reported.progress) },
    { text: String(reported.open) },
    { text: finishText(rollUp) },
    { text: dateText(file.root?.fields.end?.value) },
    { text: forecastText(forecast) },
    { text: percentText(reported.forecast.meetsEnd) },
  ]);
  const remarks = projects.map(({ file, rollUp }) => [titleOf(file), remarksOn(rollUp, rollUp.health)] as const);
  return [block('Projects', [table(projectColumns, rows, columns, paint), ...remarkLines(remarks, columns)], paint)];
}

const moneyColumns: readonly Column[] = [
  { heading: 'Project', wraps: true },
  { heading: '' },
  { heading: 'Budget', align: 'right' },
  { heading: 'PV', align: 'right' },
  { heading: 'EV', align: 'right' },
  { heading: 'AC', align: 'right' },
  { heading: 'CPI', align: 'right' },
  { heading: 'SPI', align: 'right' },
  { heading: 'EAC', align: 'right' },
  { heading: 'VAC', align: 'right' },
];

/** Projects without any money have no line. */
function moneyBlocks(projects: readonly ProjectReport[], { columns }: ReportContext, paint: Paint): readonly string[] {
  const priced = projects.filter(({ reported }) => reported.earnedValue.currency !== null);
  if (priced.length === 0) return [];
  const rows = priced.map(({ file, reported: { earnedValue } }): readonly Cell[] => [
    { text: printable(titleOf(file)) },
    { text: earnedValue.currency ?? '' },
    { text: amountText(earnedValue.bac) },
    { text: amountText(earnedValue.pv) },
    { text: amountText(earnedValue.ev) },
    { text: amountText(earnedValue.ac) },
    { text: indexText(earnedValue.cpi) },
    { text: indexText(earnedValue.spi) },
    { text: amountText(earnedValue.eac) },
    { text: amountText(earnedValue.vac), ...((earnedValue.vac ?? 0) < 0 ? { style: 'red' } : {}) },
  ]);
  const remarks = priced.map((project) => [titleOf(project.file), unknownMoney(project)] as const);
  const legend = [
    'PV, EV: what was to be done by today is worth, and what is done. AC: what it has cost. CPI: EV / AC.',
    'SPI: EV / PV. EAC: what all will cost if it goes on like this. VAC: what of the budget is left then.',
  ].map((line) => paint('dim', line));
  return [
    block('Money', [table(moneyColumns, rows, columns, paint), ...remarkLines(remarks, columns), '', ...legend], paint),
  ];
}

/** Why base figures are not known: what follows from them is not known for the same reasons. */
function unknownMoney({ earnedValue: { unknown } }: ProjectReport): readonly string[] {
  const reasons = [unknown.bac, unknown.pv, unknown.ev, unknown.ac].flatMap((one) => (one ? [one.why] : []));
  return [...new Set(reasons)];
}

const goalColumns: readonly Column[] = [
  { heading: 'Goal', wraps: true },
  { heading: 'Health', wraps: true },
  { heading: 'Key results', align: 'right' },
  { heading: 'Work', align: 'right' },
  { heading: 'Finish', align: 'right' },
  { heading: 'Target', align: 'right' },
  { heading: 'Projects', wraps: true },
];

function goalBlocks(goals: readonly GoalReport[], { columns }: ReportContext, paint: Paint): readonly string[] {
  const rows = goals.map(({ goal, rollUp, reported }): readonly Cell[] => [
    { text: printable(goal.fields.title?.value ?? goal.id) },
    healthCell(rollUp.health),
    { text: percentText(reported.keyResults) },
    { text: percentText(reported.progress) },
    { text: finishText(rollUp) },
    { text: goal.fields.target?.value.text ?? '' },
    { text: reported.projects.map(printable).join(', ') },
  ]);
  const remarks = goals.map(({ goal, rollUp }) => {
    const open = goal.fields.status?.value ?? 'active';
    const isOpen = open !== 'achieved' && open !== 'dropped';
    return [goal.fields.title?.value ?? goal.id, isOpen ? remarksOn(rollUp, rollUp.health) : []] as const;
  });
  return [block('Goals', [table(goalColumns, rows, columns, paint), ...remarkLines(remarks, columns)], paint)];
}

const releaseColumns: readonly Column[] = [
  { heading: 'Release', wraps: true },
  { heading: 'Health', wraps: true },
  { heading: 'Done', align: 'right' },
  { heading: 'Open', align: 'right' },
  { heading: 'Finish', align: 'right' },
  { heading: 'Date', align: 'right' },
  { heading: 'P80', align: 'right' },
  { heading: 'Meets', align: 'right' },
];

function releaseBlocks(
  releases: readonly ReleaseReport[],
  { columns }: ReportContext,
  paint: Paint,
): readonly string[] {
  const rows = releases.map(({ release, rollUp, reported, forecast }): readonly Cell[] => [
    { text: printable(release.fields.title?.value ?? release.id) },
    healthCell(rollUp.health),
    { text: percentText(reported.progress) },
    { text: String(reported.open) },
    { text: finishText(rollUp) },
    { text: release.fields.date?.value.text ?? '' },
    { text: forecastText(forecast) },
    { text: percentText(reported.forecast.meetsDate) },
  ]);
  const remarks = releases.map(
    ({ release, rollUp }) => [release.fields.title?.value ?? release.id, remarksOn(rollUp, rollUp.health)] as const,
  );
  return [block('Releases', [table(releaseColumns, rows, columns, paint), ...remarkLines(remarks, columns)], paint)];
}

function titleOf({ id, root }: ProjectReport['file']): string {
  return root?.fields.project?.value ?? id;
}
