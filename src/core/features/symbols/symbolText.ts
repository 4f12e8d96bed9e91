import { SymbolTag } from 'vscode-languageserver-types';
import { keyResultProgress } from '../../analysis/goalProgress';
import { isDropped } from '../../analysis/openWork';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { Entities } from '../../plan/generated/entities';
import { areaTitle } from '../../plan/roles';
import { formatDate, formatPercent } from '../../plan/scalars';
import { legible } from '../../plan/scalars/parsed';
import { kindTitle, titleOf } from '../cards/naming';
import { statusOf } from '../cards/status';

/** Longer names are cut: an outline shows one line of each. */
const longestName = 200;

/** What an entity is called in a list, on one line: its title, else its id, else what it is. Never empty. */
export function symbolName({ plan }: PlanAnalysis, entity: AnyEntity): string {
  return [ownName(entity), entity.id].map(oneLine).find((name) => name !== '') ?? kindTitle(plan, entity);
}

/** How an entity stands, in a word or two; empty for what has no status. */
export function symbolDetail(analysis: PlanAnalysis, entity: AnyEntity): string {
  const detail = details[entity.kind as keyof Entities] as DetailOf<AnyEntity> | undefined;
  return oneLine(detail ? (detail(analysis, entity) ?? '') : (statusOf(entity) ?? ''));
}

/** What is over without having been done is struck out. */
export function symbolTags(entity: AnyEntity): { readonly tags?: SymbolTag[] } {
  const status = entity.kind === 'product' ? (entity as Entities['product']).fields.lifecycle?.value : statusOf(entity);
  const isOver = entity.kind === 'item' ? isDropped(entity as Entities['item']) : over.has(status);
  return isOver ? { tags: [SymbolTag.Deprecated] } : {};
}

const over: ReadonlySet<string | undefined> = new Set(['dropped', 'cancelled', 'declined', 'retired']);

type DetailOf<E> = (analysis: PlanAnalysis, entity: E) => string | undefined;

/** The kinds whose status is more than what is written in `status`. */
const details: { readonly [K in keyof Entities]?: DetailOf<Entities[K]> } = {
  product: (_, { fields }) => fields.lifecycle?.value,
  project: (_, { fields }) => [fields.phase?.value, fields.health?.value].filter(Boolean).join(', '),
  feature: ({ featureStatuses }, feature) => featureStatuses.of(feature),
  item: (analysis, item) => {
    const file = analysis.plan.fileOf(item);
    const progress = file?.kind === 'project' ? analysis.progress(file).of(item) : undefined;
    if (!progress) return statusOf(item);
    const isUnderWay = progress.progress > 0 && progress.progress < 1 && progress.status !== 'dropped';
    return isUnderWay ? `${progress.status}, ${formatPercent(Math.round(progress.progress * 100))}` : progress.status;
  },
  milestone: (_, { fields: { reached, date } }) => (reached ? 'reached' : date && formatDate(date.value)),
  'key-result': (_, result) => {
    const progress = keyResultProgress(result);
    return progress === undefined ? undefined : formatPercent(Math.round(progress * 100));
  },
  'readiness-check': (_, { fields }) => (fields.done?.value === true ? 'done' : 'open'),
  'status-update': (_, { fields }) => fields.health?.value,
  person: ({ plan }, { id }) =>
    plan.people
      .roles(id)
      .map((role) => plan.role(role)?.title ?? role)
      .join(', '),
  assignment: ({ plan }, { fields }) =>
    fields.accountable?.value.map(({ value }) => plan.people.name(value.id)).join(', '),
};

const dated: ReadonlySet<string> = new Set<keyof Entities>(['status-update', 'decision', 'change']);

/** Entries of a dated log have no id, and go by what they say. */
function ownName(entity: AnyEntity): string {
  if (entity.kind === 'assignment') return areaTitle(entity.id);
  const title = titleOf(entity);
  if (title !== '' || !dated.has(entity.kind)) return title;
  const date = (entity as Entities['status-update']).fields.date?.value;
  const summary = fieldOf(entity, 'summary')?.value;
  return [date && formatDate(date), summary].filter((part) => typeof part === 'string').join(': ');
}

function oneLine(text: string): string {
  const points = Array.from(legible(text.slice(0, longestName * 2)).trim());
  return points.length <= longestName ? points.join('') : `${points.slice(0, longestName).join('').trimEnd()}…`;
}
