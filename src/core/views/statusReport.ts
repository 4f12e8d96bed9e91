import { Temporal } from 'temporal-polyfill';
import { topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { textOf, titleOf } from './naming';
import { projectState } from './projectState';
import type { AttentionLine, Constraint, MilestoneLine, ReportSection, StatusReport } from './statusModel';
import { dayText, percentText } from './texts';
import { heldBy, leavesOf, WorkFacts } from './workFacts';

/** How many lines of a kind a reader still reads. */
const mostLines = 6;
/** What begins in as many days is next. */
const daysAhead = 14;
/** Without an update before, what was done in as many days is told. */
const daysBack = 14;

/** What a report is made of beside the items. */
export interface ReportParts {
  readonly constraints: readonly Constraint[];
  readonly attention: readonly AttentionLine[];
  readonly milestones: readonly MilestoneLine[];
  /** The day of the last update; what was done since then is new. */
  readonly lastUpdate: Temporal.PlainDate | undefined;
}

/** A report from what the plan says today; undefined for a project without a name and without items. */
export function statusReport(analysis: PlanAnalysis, file: ProjectFile, parts: ReportParts): StatusReport | undefined {
  const name = textOf(file.root?.fields.project);
  const items = leavesOf(topItems(file));
  if (name === undefined || items.length === 0) return undefined;
  const work = new ReportedWork(analysis, file, items);
  const since = parts.lastUpdate ?? analysis.today.subtract({ days: daysBack });
  const sections: readonly ReportSection[] = [
    { title: 'Health', lines: [healthLine(analysis, file)] },
    { title: 'Scope, time and cost', lines: parts.constraints.map(constraintLine) },
    { title: `Done since ${dayText(since, analysis.today)}`, lines: work.doneSince(since) },
    { title: 'In progress', lines: work.inProgress() },
    { title: 'Next', lines: work.next() },
    { title: 'Milestones', lines: parts.milestones.map(milestoneLine) },
    { title: 'Needs attention', lines: parts.attention.map(attentionLine) },
  ];
  return {
    title: `${name}: status on ${formatDate(analysis.today)}`,
    sections: sections
      .filter(({ lines }) => lines.length > 0)
      .map(({ title, lines }) => ({ title, lines: shortened(lines) })),
  };
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `and ${String(lines.length - mostLines + 1)} more`];
}

/** What the manager says, and what the figures say where that is something else; why, scope, time and cost say. */
function healthLine(analysis: PlanAnalysis, file: ProjectFile): string {
  const { text } = projectState(analysis, file);
  const { stated, computed } = analysis.rollUps.project(file).health;
  if (!stated || !computed || computed === 'done' || stated === computed) return text;
  return `${text}; by its figures ${computed.replaceAll('-', ' ')}`;
}

function constraintLine({ title, value, note, state, details }: Constraint): string {
  const why = details.map((detail) => (/^[A-Z][a-z]/.test(detail) ? lowerFirst(detail) : detail));
  const said = [note === undefined ? value : `${value} (${note})`, ...why].join('; ');
  return `${title}: ${state.text.toLowerCase()}. ${said}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function milestoneLine({ title, date, late, state }: MilestoneLine): string {
  const when = [date ?? 'no date', late ?? (state.kind === 'done' ? 'reached' : undefined)];
  return `${title}: ${when.filter((part) => part !== undefined).join(', ')}`;
}

function attentionLine({ kind, title, text, owner }: AttentionLine): string {
  return `${kind} “${title}”: ${text}${owner === undefined ? '' : ` (${owner})`}`;
}

class ReportedWork {
  readonly #facts: WorkFacts;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
    private readonly items: readonly Item[],
  ) {
    this.#facts = new WorkFacts(analysis, file);
  }

  /** What was finished after a day. */
  doneSince(since: Temporal.PlainDate): readonly string[] {
    return this.items.flatMap((item) => {
      const day = item.fields.finished?.value;
      const isNew = day && Temporal.PlainDate.compare(day, since) > 0;
      return isNew && this.#facts.state(item).kind === 'done'
        ? [`${this.#name(item)}, ${dayText(day, this.analysis.today)}`]
        : [];
    });
  }

  inProgress(): readonly string[] {
    return this.items.flatMap((item) => {
      const { kind, text } = this.#facts.state(item);
      if (kind !== 'in-progress' && kind !== 'blocked') return [];
      const { last } = this.#facts.dates(item);
      const share = this.analysis.progress(this.file).of(item)?.progress ?? 0;
      const parts = [
        kind === 'blocked' && text.toLowerCase(),
        share > 0 && percentText(share),
        last && `until ${dayText(last, this.analysis.today)}`,
        this.#facts.lateness(item),
      ];
      return [[this.#name(item), ...parts.filter((part) => typeof part === 'string')].join(', ')];
    });
  }

  /** What is to begin soon, by its day. */
  next(): readonly string[] {
    const { today } = this.analysis;
    const limit = today.add({ days: daysAhead });
    const coming = this.items.flatMap((item) => {
      const { first } = this.#facts.dates(item);
      const isNext = this.#facts.state(item).kind === 'todo' && first && Temporal.PlainDate.compare(first, limit) <= 0;
      return isNext ? [{ item, first }] : [];
    });
    return coming
      .sort((one, other) => Temporal.PlainDate.compare(one.first, other.first))
      .map(({ item, first }) => `${this.#name(item)}, from ${dayText(first, today)}`);
  }

  #name(item: Item): string {
    const holder = heldBy(item);
    return holder === undefined ? titleOf(item) : `${holder}: ${titleOf(item)}`;
  }
}
