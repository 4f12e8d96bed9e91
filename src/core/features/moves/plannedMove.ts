import type { AnyEntity } from '../../plan/entity';
import type { Entities } from '../../plan/generated/entities';
import type { EntryPath } from '../../plan/entryPath';
import { named } from '../../rules/links/naming';
import { createEditor, type Editor, type PlanEdit } from '../../edit/editor';
import { entityOf } from '../entityOf';
import type { PlanState } from '../planState';
import { isWrittenOnce } from '../refactorings/entitiesAt';
import { itemDayMove, milestoneDayMove } from './dayMove';
import type { Move } from './model';
import { orderMove } from './orderMove';
import { periodMove } from './periodMove';
import { statusMove } from './statusMove';

/** What writes a move into the source, or why that is not done. */
export type PlannedMove = { readonly edit: PlanEdit } | Refusal;

/** A sentence or two: why, and what to do. */
export interface Refusal {
  readonly refused: string;
}

/** What is to be written, one after the other. */
export type Steps = readonly ((editor: Editor) => PlanEdit | undefined)[];

/**
 * The edit that puts a goal into a horizon, gives an item a status, moves the stated dates of an item or milestone, the
 * target of a goal or the date of a release, or changes the order of goals or items.
 * It is one edit of one file, in which comments and style stay. What the plan computes is not moved.
 */
export function plannedMove(state: PlanState, entry: EntryPath, move: Move): PlannedMove {
  const { plan } = state;
  const entity = entityOf(plan, entry);
  const file = entity && plan.fileOf(entity);
  if (!entity || !file) return { refused: 'This is not in the plan any more.' };
  const steps = stepsOf(state, entity, move);
  if ('refused' in steps) return steps;
  const name = named(entity);
  if (!isWrittenOnce(file, entity.path)) {
    return {
      refused: `${name} is written for more than one place, by an anchor or an alias. Change it in the source.`,
    };
  }
  const editor = createEditor((uri) => plan.files.get(uri)?.document);
  const edit = editor.inSequence(...steps);
  return edit ? { edit } : { refused: `${name} cannot be changed as it is written. Change it in the source.` };
}

function stepsOf(state: PlanState, entity: AnyEntity, move: Move): Steps | Refusal {
  if (move.kind === 'horizon' && isA(entity, 'goal')) {
    return [(editor) => editor.setProperty(entity.uri, entity.path, 'horizon', move.horizon)];
  }
  if (move.kind === 'status' && isA(entity, 'item')) return statusMove(state, entity, move.status);
  if (move.kind === 'order' && (isA(entity, 'goal') || isA(entity, 'item'))) return orderMove(state, entity, move);
  if (move.kind === 'periods' && (isA(entity, 'goal') || isA(entity, 'release')))
    return periodMove(entity, move.periods);
  if (move.kind === 'days' && isA(entity, 'item')) return itemDayMove(state, entity, move.days);
  if (move.kind === 'days' && isA(entity, 'milestone')) return milestoneDayMove(state, entity, move.days);
  return { refused: `${named(entity)} cannot be put there.` };
}

function isA<K extends keyof Entities>(entity: AnyEntity, kind: K): entity is Entities[K] {
  return entity.kind === kind;
}
