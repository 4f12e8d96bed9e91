import type { AnyEntity, Located } from '../../plan/entity';
import type { Feature, Goal, Item, Milestone, Program, Project } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { featureLine, goalLine, parentItem, programOf } from '../lineage';

/** One station on the way from a piece of work to its goals. */
export interface WayStep {
  readonly entity: Item | Milestone | Feature | Project | Program;
  /** How the way comes here from the station before: the work itself, its parent, a feature that it delivers, … */
  readonly by: 'itself' | 'parent' | 'feature' | 'project' | 'program';
}

/** Where and why a way leads to no goal. */
export interface BrokenWay {
  readonly kind: 'unknown-reference' | 'ambiguous-reference' | 'feature-without-goal' | 'no-goal';
  /** What would have to be changed: who refers, the feature, or the work itself. */
  readonly entity: AnyEntity;
  /** The reference, else the key of the entity. In the file of the entity. */
  readonly at: AnyEntity['key'];
  readonly reference?: Reference;
}

/** The way from a piece of work up to its goals. */
export interface WayUp {
  /** From the work itself to what states the goals; where none does, to where the way breaks. */
  readonly steps: readonly WayStep[];
  /** The goals at its end, each once. What they are parts of is in the tree of goals. */
  readonly goals: readonly Goal[];
  /** Undefined where the way leads to a goal. */
  readonly broken: BrokenWay | undefined;
}

/**
 * How an item or a milestone comes to its goals: by itself, its features, its parents, its project or its program, as
 * {@link goalLine} has it. Where that leads to no goal, the lowest mistake on the way is the reason: a reference to
 * nothing, or a feature that serves no goal.
 */
export function wayUp(plan: Plan, file: PlanFile, work: Item | Milestone): WayUp {
  const stations = stationsOf(plan, file, work);
  const line = goalLine(plan, file, work);
  if (line && line.goals.length > 0)
    return { steps: wayTo(stations, line.stated), goals: line.goals, broken: undefined };
  const stating = line?.stated;
  // What states goals that are not there ends the way: what stands higher does not count.
  const passed = stating ? stations.slice(0, stations.findIndex(({ entity }) => entity === stating) + 1) : stations;
  for (const { entity } of passed) {
    const broken = brokenAt(plan, entity, line?.stated === entity ? line.references : []);
    if (broken) return { steps: wayTo(stations, broken.entity), goals: [], broken };
  }
  const broken: BrokenWay = { kind: 'no-goal', entity: work, at: work.key };
  return { steps: passed.filter(({ by }) => by !== 'feature'), goals: [], broken };
}

/** All that the work may have its goals from, the nearest first: each item is followed by the features that it names. */
function stationsOf(plan: Plan, file: PlanFile, work: Item | Milestone): readonly WayStep[] {
  const stations: WayStep[] = [];
  for (let at: Item | Milestone | undefined = work; at; at = parentItem(at)) {
    stations.push({ entity: at, by: at === work ? 'itself' : 'parent' });
    for (const feature of ownFeatures(plan, file, at)) stations.push({ entity: feature, by: 'feature' });
  }
  if (file.kind === 'project' && file.root) {
    stations.push({ entity: file.root, by: 'project' });
    const program = programOf(plan, file);
    if (program) stations.push({ entity: program, by: 'program' });
  } else if (work.within?.kind === 'program') stations.push({ entity: work.within as Program, by: 'program' });
  return stations;
}

function ownFeatures(plan: Plan, file: PlanFile, work: Item | Milestone): readonly Feature[] {
  if (work.kind !== 'item') return [];
  return (work.fields.feature?.value ?? []).flatMap(({ value }) => plan.target(value, file) ?? []);
}

/** The stations up to one, without the features that the way passes by. */
function wayTo(stations: readonly WayStep[], end: AnyEntity): readonly WayStep[] {
  const last = stations.findIndex(({ entity }) => entity === end);
  return stations.slice(0, last + 1).filter(({ entity, by }) => by !== 'feature' || entity === end);
}

function brokenAt(
  plan: Plan,
  entity: WayStep['entity'],
  goals: readonly Located<Reference<'goal'>>[],
): BrokenWay | undefined {
  const file = plan.fileOf(entity);
  if (!file) return undefined;
  const nowhere = brokenReference(plan, file, entity, [...goals, ...otherReferences(entity)]);
  if (nowhere || entity.kind !== 'feature' || featureLine(plan, entity)) return nowhere;
  return { kind: 'feature-without-goal', entity, at: entity.key };
}

/** The references, beside those to goals, by which the way goes on. */
function otherReferences(entity: WayStep['entity']): readonly Located<Reference>[] {
  if (entity.kind === 'item') return entity.fields.feature?.value ?? [];
  const program = entity.kind === 'project' ? entity.fields.program : undefined;
  return program ? [program] : [];
}

function brokenReference(
  plan: Plan,
  file: PlanFile,
  entity: AnyEntity,
  references: readonly Located<Reference>[],
): BrokenWay | undefined {
  for (const { value: reference, at } of references) {
    const { status } = plan.resolve(reference, file);
    if (status === 'unknown') return { kind: 'unknown-reference', entity, at, reference };
    if (status === 'ambiguous') return { kind: 'ambiguous-reference', entity, at, reference };
  }
  return undefined;
}
