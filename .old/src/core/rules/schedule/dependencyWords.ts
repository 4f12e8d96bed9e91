import { finishDate, startDate } from '../../analysis/calendar';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { DependencyLink } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { formatDate, formatLag } from '../../plan/scalars';
import { named } from '../links/naming';
import type { EarlyStart } from './earlyStart';

/**
 * What holds a start, as a phrase that goes on after "but": `“Spike”, which it waits for, ends on 12 May 2026`, `it can
 * begin no earlier than 2 days after “Contract” starts on 4 May 2026`.
 */
export function holdText({ plan, schedule }: PlanAnalysis, file: PlanFile, { item, driver }: EarlyStart): string {
  const { work, through, kind } = driver;
  const early = work && schedule.of(work)?.early;
  if (!work || !early) return `it ${driver.why}`;
  const ends = (): string => dateText('ends', finishDate(early.finish));
  if (kind === 'sequence') return `${named(work)}, which it follows, ${ends()}`;
  const holder = through ?? item;
  const link = linkTo(plan, file, holder, work);
  const waits = through ? `which ${named(through)} waits for` : 'which it waits for';
  if (!link || (link.type === 'FS' && !link.lag)) return `${named(work)}, ${waits}, ${ends()}`;
  const { type, lag } = link;
  const event = type === 'SS' || type === 'SF' ? dateText('starts', startDate(early.start)) : ends();
  const own = type === 'FF' || type === 'SF' ? 'end' : 'begin';
  const by = lag && lag.amount !== 0 ? `${formatLag(lag)} ` : '';
  return `${through ? named(through) : 'it'} can ${own} no earlier than ${by}${named(work)} ${event}`;
}

function linkTo(plan: PlanAnalysis['plan'], file: PlanFile, { fields }: Item, work: Work): DependencyLink | undefined {
  return fields.depends_on?.value.find(({ value }) => {
    const resolution = plan.resolve(value.target, file);
    return resolution.status === 'found' && resolution.entity === work;
  })?.value;
}

function dateText(verb: string, date: ReturnType<typeof startDate>): string {
  return date ? `${verb} on ${formatDate(date)}` : `${verb} later`;
}
