import { Temporal } from 'temporal-polyfill';
import { inheritedItems, type InheritedItem } from '../../analysis/inheritance';
import { childItems, featureLine, parentItem, projectLine, topItems, type GoalLine } from '../../analysis/lineage';
import { isOpenGoal } from '../../analysis/openWork';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { fieldOf, type AnyEntity, type Located } from '../../plan/entity';
import type { Feature, Item, Release } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import { definitionsOf, type PlanFile, type ProjectFile, type RoadmapFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import type { Place } from '../../text/sourceText';
import { mayBeOver } from '../schedule/overdue';
import { isOver, isRetired } from '../schedule/workState';
import { BrokenText } from '../structure/brokenText';

/** What of a project is open and serves a product that is retired, and no other. */
export interface RetiredWork {
  readonly roadmap: RoadmapFile;
  /** The reference by which the first of it comes to the product. */
  readonly at: Place;
  /** Items without children. Empty for a project that is not broken down into items. */
  readonly items: readonly Item[];
}

/**
 * What a project that is not closed still has to do for retired products, each product once. What serves a product that
 * goes on as well is left out; so is what names something broken, a file with broken text, and what serves only goals that have
 * ended, of which `inactive-goal` speaks.
 */
export function retiredWork(plan: Plan, file: ProjectFile): readonly RetiredWork[] {
  if (!plan.roadmaps.some(isRetired) || new BrokenText(file.document).any) return [];
  const broken = brokenReferrers(plan, file);
  const found = new Map<RoadmapFile, { readonly at: Place; readonly items: Item[] }>();
  const add = (work: Item | undefined, line: GoalLine | undefined, others: readonly AnyEntity[]): void => {
    if (endedGoals(line) || wayUp(file, work).some((entity) => broken.has(entity))) return;
    const roadmap = onlyRetired(plan, [...(line?.goals ?? []), ...others]);
    const known = roadmap && found.get(roadmap);
    if (known && work) known.items.push(work);
    const at = roadmap && !known ? siteOf(plan, file, work, roadmap) : undefined;
    if (roadmap && at) found.set(roadmap, { at, items: work ? [work] : [] });
  };
  if (topItems(file).length === 0) add(undefined, projectLine(plan, file), []);
  for (const inherited of inheritedItems(plan, file))
    if (isOpenLeaf(file, inherited))
      add(inherited.item, inherited.line, [...inherited.features, ...inherited.releases]);
  return [...found].map(([roadmap, work]) => ({ roadmap, ...work }));
}

/**
 * What a retired product's own roadmap still plans: features and releases whose status says so, and releases that are
 * to come. Features on which a project works are left to that, and those of ended goals to `inactive-goal`.
 */
export function plannedThoughRetired(
  { plan, rollUps, today }: PlanAnalysis,
  file: RoadmapFile,
): readonly (Feature | Release)[] {
  const planned = ['planned', 'in-progress'];
  const features = definitionsOf(file, 'feature').filter(
    (feature) =>
      planned.includes(feature.fields.status?.value ?? '') &&
      !endedGoals(featureLine(plan, feature)) &&
      rollUps.feature(feature).items.open === 0,
  );
  const releases = definitionsOf(file, 'release').filter((release) => {
    const { status, date } = release.fields;
    if (status || mayBeOver(file, release)) return planned.includes(status?.value ?? '');
    return date !== undefined && Temporal.PlainDate.compare(date.value.last, today) >= 0;
  });
  return [...features, ...releases];
}

function isOpenLeaf(file: ProjectFile, { item, dropped }: InheritedItem): boolean {
  const isDone = dropped || isOver(item) || item.fields.progress?.value === 100;
  return childItems(item).length === 0 && !isDone && !mayBeOver(file, item);
}

function endedGoals(line: GoalLine | undefined): boolean {
  return line !== undefined && line.goals.length > 0 && !line.goals.some(isOpenGoal);
}

/** The roadmap of the first of some things, where all of them are in roadmaps of retired products. */
function onlyRetired(plan: Plan, served: readonly AnyEntity[]): RoadmapFile | undefined {
  const files = served.map((entity) => plan.fileOf(entity));
  const [first] = files;
  return first?.kind === 'roadmap' && files.every((file) => file && isRetired(file)) ? first : undefined;
}

/** What the work inherits from, itself first. */
function wayUp(file: ProjectFile, work: Item | undefined): readonly AnyEntity[] {
  const items: Item[] = [];
  for (let at = work; at; at = parentItem(at)) items.push(at);
  return [...items, ...(file.root ? [file.root] : [])];
}

const serving = ['goal', 'feature', 'release'] as const;

/** Who names a goal, a feature, a release or a program that is not there, or not for certain. */
function brokenReferrers(plan: Plan, file: PlanFile): ReadonlySet<AnyEntity> {
  const properties: readonly string[] = [...serving, 'program'];
  const broken = file.references.filter(
    ({ property, reference }) => properties.includes(property) && plan.resolve(reference, file).status !== 'found',
  );
  return new Set(broken.map(({ by }) => by));
}

function siteOf(plan: Plan, file: ProjectFile, work: Item | undefined, roadmap: RoadmapFile): Place | undefined {
  for (const entity of wayUp(file, work)) {
    for (const property of serving) {
      const references = referencesIn(entity, property);
      const site = references.find(({ value }) => {
        const target = plan.target(value, file);
        return target !== undefined && plan.fileOf(target) === roadmap;
      });
      if (site) return site.at;
    }
  }
  return file.root?.fields.program?.at;
}

type Served = Reference<(typeof serving)[number]>;

/** The references of a property that takes one or a list. */
function referencesIn(entity: AnyEntity, property: string): readonly Located<Served>[] {
  const field = fieldOf(entity, property) as Located<Served | readonly Located<Served>[]> | undefined;
  if (!field) return [];
  return isList(field.value) ? field.value : [{ value: field.value, at: field.at }];
}

function isList(value: Served | readonly Located<Served>[]): value is readonly Located<Served>[] {
  return Array.isArray(value);
}
