import { childItems, goalLine, parentItem, type GoalLine } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { DependencyLink, Located } from '../../plan/entity';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { Plan, Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { formatDate, formatDuration, formatPercent } from '../../plan/scalars';
import { referrersOf } from '../referrers';
import { cardMarkdown, countedFact, fact, firstFew, type Fact } from './card';
import { homeOf, kindTitle, titleFrom, titleOf } from './naming';
import { spanText } from './periodText';
import { statusOf } from './status';

/** A piece of work: how it stands, what it is for, what it waits for and what waits for it. */
export function itemCard(analysis: PlanAnalysis, reader: PlanFile, item: Item): string {
  const { plan } = analysis;
  const { owner, assignees, deadline, duration, type, description, release } = item.fields;
  const file = plan.fileOf(item) ?? reader;
  const people = assignees?.value.map(({ key, value }) => {
    const name = plan.people.name(key.value.id);
    return value === undefined ? name : `${name} (${formatPercent(value)})`;
  });
  const target = release && plan.target(release.value, file);
  return cardMarkdown({
    title: titleOf(item),
    kind: [capitalised(type?.value ?? 'item'), homeOf(plan, item)],
    facts: [
      fact('Status', statusText(analysis, file, item)),
      fact('Dates', datesText(item)),
      fact('Effort', effortText(item)),
      fact('Duration', duration && formatDuration(duration.value)),
      fact('Deadline', deadline && formatDate(deadline.value)),
      fact('Owner', owner && plan.people.name(owner.value.id)),
      fact('Assigned to', people && firstFew(people)),
      goalFact(plan, file, reader, item),
      fact('Release', target && titleOf(target)),
      waitsFor(plan, file, reader, item),
      waitedForBy(plan, file, reader, item),
    ],
    text: description?.value,
  });
}

export function milestoneCard(plan: Plan, reader: PlanFile, milestone: Milestone): string {
  const { date, reached, notes, release } = milestone.fields;
  const file = plan.fileOf(milestone) ?? reader;
  const target = release && plan.target(release.value, file);
  return cardMarkdown({
    title: titleOf(milestone),
    kind: [kindTitle(plan, milestone), homeOf(plan, milestone)],
    facts: [
      fact('Date', date && formatDate(date.value)),
      fact('Reached', reached && formatDate(reached.value)),
      fact('Release', target && titleOf(target)),
      goalFact(plan, file, reader, milestone),
      waitsFor(plan, file, reader, milestone),
      waitedForBy(plan, file, reader, milestone),
    ],
    text: notes?.value,
  });
}

/** An item with children takes its status and progress from them. */
function statusText(analysis: PlanAnalysis, file: PlanFile, item: Item): string {
  const isParent = childItems(item).length > 0;
  const rolledUp = isParent && file.kind === 'project' ? analysis.progress(file).of(item) : undefined;
  if (rolledUp)
    return `${rolledUp.status}, ${formatPercent(Math.round(rolledUp.progress * 100))} done, from what is below it`;
  const { progress } = item.fields;
  const status = statusOf(item) ?? '';
  return progress ? `${status}, ${formatPercent(progress.value)} done` : status;
}

/** Actual dates stand above stated ones. */
function datesText({ fields: { start, end, started, finished } }: Item): string | undefined {
  return spanText((started ?? start)?.value, (finished ?? end)?.value);
}

function effortText({ fields: { estimate, size } }: Item): string | undefined {
  if (estimate && 'amount' in estimate.value) return formatDuration(estimate.value);
  if (estimate && 'fields' in estimate.value) {
    const { optimistic, likely, pessimistic } = estimate.value.fields;
    const range =
      optimistic && pessimistic
        ? `between ${formatDuration(optimistic.value)} and ${formatDuration(pessimistic.value)}`
        : undefined;
    return [likely && formatDuration(likely.value), range].filter((part) => part !== undefined).join(', ');
  }
  return size && `size ${size.value}`;
}

function goalFact(plan: Plan, file: PlanFile, reader: PlanFile, work: Work): Fact | undefined {
  if (file.kind !== 'project') return undefined;
  const line = goalLine(plan, file, work);
  if (!line) return work.kind === 'item' ? fact('Goal', 'none') : undefined;
  if (line.goals.length === 0) return undefined;
  const goals = firstFew(line.goals.map((goal) => titleFrom(plan, goal, reader)));
  const way = wayOf(line);
  return fact(line.goals.length === 1 ? 'Goal' : 'Goals', way === undefined ? goals : `${goals}, ${way}`);
}

/** By which step of the inheritance the work comes to its goals; undefined where it states them itself. */
function wayOf({ source, stated }: GoalLine): string | undefined {
  switch (source) {
    case 'own':
      return undefined;
    case 'feature':
      return `through the feature ${titleOf(stated)}`;
    case 'parent':
      return stated.kind === 'feature'
        ? `through its parent’s feature ${titleOf(stated)}`
        : `through its parent ${titleOf(stated)}`;
    case 'project':
      return 'through the project';
    case 'program':
      return `through the program ${titleOf(stated)}`;
  }
}

function waitsFor(plan: Plan, file: PlanFile, reader: PlanFile, work: Work): Fact | undefined {
  const stated = (work.fields.depends_on?.value ?? []).map((link) => dependencyText(plan, file, reader, link));
  const before = work.kind === 'item' ? previousInSequence(work) : undefined;
  const feeding =
    work.kind === 'milestone'
      ? referrersOf(plan, work).flatMap(({ site }) =>
          site.property === 'milestone' ? [titleFrom(plan, site.by, reader)] : [],
        )
      : [];
  return countedFact('Waits for', [...(before ? [titleOf(before)] : []), ...stated, ...feeding]);
}

function waitedForBy(plan: Plan, file: PlanFile, reader: PlanFile, work: Work): Fact | undefined {
  const waiting = referrersOf(plan, work).flatMap(({ site }) =>
    site.property === 'depends_on' ? [titleFrom(plan, site.by, reader)] : [],
  );
  const milestone = work.kind === 'item' && work.fields.milestone;
  const target = milestone && plan.target(milestone.value, file);
  return countedFact('Waited for by', [...waiting, ...(target ? [titleOf(target)] : [])]);
}

function dependencyText(plan: Plan, file: PlanFile, reader: PlanFile, { value }: Located<DependencyLink>): string {
  const { target, type, lag } = value;
  const resolution = plan.resolve(target, file);
  const title = resolution.status === 'found' ? titleFrom(plan, resolution.entity, reader) : target.text;
  const sign = lag && `${lag.negative ? '−' : '+'}${formatDuration({ ...lag, amount: Math.abs(lag.amount) })}`;
  const terms = [...(type === 'FS' ? [] : [type]), ...(sign ? [sign] : [])].join(' ');
  return terms === '' ? title : `${title} (${terms})`;
}

/** The sibling that comes first where a parent's children follow one another. */
function previousInSequence(item: Item): Item | undefined {
  const parent = parentItem(item);
  if (!parent?.fields.sequential?.value) return undefined;
  const siblings = childItems(parent);
  return siblings[siblings.indexOf(item) - 1];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
