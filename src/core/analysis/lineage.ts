import type { AnyEntity, Field, Located } from '../plan/entity';
import type { Feature, Goal, Item, Milestone, Program } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile, ProjectFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';

/** Which step of the inheritance gives a piece of work its goals. */
export type GoalSource = 'own' | 'feature' | 'parent' | 'project' | 'program';

/** The goals that a piece of work serves, and how it comes to them. */
export interface GoalLine {
  readonly source: GoalSource;
  /**
   * The entity that states the goals: the item itself, its feature (the first of several that do), a parent item or its
   * feature, the project, its program.
   */
  readonly stated: AnyEntity;
  /** The references as they are stated, broken ones included. */
  readonly references: readonly Located<Reference<'goal'>>[];
  /** The goals that are there, each once. */
  readonly goals: readonly Goal[];
}

type GoalField = Field<readonly Located<Reference<'goal'>>[]> | undefined;

/**
 * The goals of an item or milestone: its own, else those of its features, else its parent item's, else the project's,
 * else its program's. A broken reference counts as stated: its own rule speaks of it.
 *
 * @param file that of the work; the milestones of a program stand in a roadmap or in the settings
 * @returns undefined where no step of the way states a goal
 */
export function goalLine(plan: Plan, file: PlanFile, work: Item | Milestone): GoalLine | undefined {
  const line = ownLine(plan, file, work) ?? parentLine(plan, file, work);
  if (line) return line;
  if (file.kind === 'project') return projectLine(plan, file);
  const program = work.within?.kind === 'program' ? (work.within as Program) : undefined;
  return program && stated(plan, file, program, program.fields.goal, 'program');
}

/** The goals that a project states, by itself or through its program. */
export function projectLine(plan: Plan, file: ProjectFile): GoalLine | undefined {
  const project = file.root;
  if (!project) return undefined;
  const own = stated(plan, file, project, project.fields.goal, 'project');
  if (own) return own;
  const program = programOf(plan, file);
  const programFile = program && plan.fileOf(program);
  return programFile && stated(plan, programFile, program, program.fields.goal, 'program');
}

/** The program that a project names; undefined where it names none, or one that is not there. */
export function programOf(plan: Plan, file: ProjectFile): Program | undefined {
  const reference = file.root?.fields.program?.value;
  return reference && plan.target(reference, file);
}

/** The features that an item delivers: its own, else those of the nearest parent item that has some. */
export function featuresOf(plan: Plan, file: ProjectFile, item: Item): readonly Feature[] {
  return statedFeatures(item).flatMap(({ value }) => plan.target(value, file) ?? []);
}

/** The feature references that hold for an item: its own, else those of the nearest parent item that has some. */
function statedFeatures(item: Item): readonly Located<Reference<'feature'>>[] {
  const own = item.fields.feature?.value;
  if (own) return own;
  const parent = parentItem(item);
  return parent ? statedFeatures(parent) : [];
}

/** The item that holds this one; undefined for one at the top of its project. */
export function parentItem(work: Item | Milestone): Item | undefined {
  return work.within?.kind === 'item' ? (work.within as Item) : undefined;
}

/** The items of a project at its top, in source order. */
export function topItems(file: ProjectFile): readonly Item[] {
  return file.root?.fields.items?.value ?? [];
}

export function childItems(item: Item): readonly Item[] {
  return item.fields.items?.value ?? [];
}

/** The child before this one where the children of its parent follow one another, dropped ones left out. */
export function previousInSequence(item: Item): Item | undefined {
  return neighbourInSequence(item, -1);
}

/** The child after this one where the children of its parent follow one another, dropped ones left out. */
export function nextInSequence(item: Item): Item | undefined {
  return neighbourInSequence(item, 1);
}

function neighbourInSequence(item: Item, step: 1 | -1): Item | undefined {
  const parent = parentItem(item);
  if (!parent?.fields.sequential?.value) return undefined;
  const children = childItems(parent).filter((child) => child === item || child.fields.status?.value !== 'dropped');
  return item.fields.status?.value === 'dropped' ? undefined : children[children.indexOf(item) + step];
}

/** An item and all that is under it, in source order. */
export function* itemTree(items: readonly Item[]): Generator<Item> {
  // A stack of its own: a generator within a generator is asked for each item at every level.
  const path = [{ items, next: 0 }];
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const item = level.items[level.next++];
    if (item === undefined) {
      path.pop();
      continue;
    }
    yield item;
    const children = childItems(item);
    if (children.length > 0) path.push({ items: children, next: 0 });
  }
}

/** The goals that an item states itself or through its own features. */
export function ownLine(plan: Plan, file: PlanFile, work: Item | Milestone): GoalLine | undefined {
  const own = stated(plan, file, work, work.fields.goal, 'own');
  if (own || work.kind !== 'item') return own;
  const lines = (work.fields.feature?.value ?? []).flatMap(({ value }) => {
    const feature = plan.target(value, file);
    return (feature && featureLine(plan, feature)) ?? [];
  });
  const [first] = lines;
  if (!first || lines.length === 1) return first;
  const goals = new Set(lines.flatMap((line) => line.goals));
  return { ...first, references: lines.flatMap(({ references }) => references), goals: [...goals] };
}

/** The goals that a feature states; undefined where it states none. */
export function featureLine(plan: Plan, feature: Feature): GoalLine | undefined {
  const file = plan.fileOf(feature);
  return file && stated(plan, file, feature, feature.fields.goal, 'feature');
}

function parentLine(plan: Plan, file: PlanFile, work: Item | Milestone): GoalLine | undefined {
  const parent = parentItem(work);
  if (!parent) return undefined;
  const line = ownLine(plan, file, parent);
  return line ? { ...line, source: 'parent' } : parentLine(plan, file, parent);
}

function stated(
  plan: Plan,
  file: PlanFile,
  entity: AnyEntity,
  field: GoalField,
  source: GoalSource,
): GoalLine | undefined {
  const references = field?.value ?? [];
  if (references.length === 0) return undefined;
  return {
    source,
    stated: entity,
    references,
    goals: [...new Set(references.flatMap(({ value }) => plan.target(value, file) ?? []))],
  };
}
