import { Temporal } from 'temporal-polyfill';
import { childItems } from '../../analysis/lineage';
import { isDropped, isOpenGoal, isOpenMilestone, leafStatus } from '../../analysis/openWork';
import type { Editor, PlanEdit } from '../../edit/editor';
import type { AnyEntity } from '../../plan/entity';
import type { Entities, Feature, Item } from '../../plan/generated/entities';
import { writeDate } from '../../plan/scalars';
import { named } from '../../rules/links/naming';
import type { PlanState } from '../planState';
import { entityAt, isWrittenOnce } from './entitiesAt';
import type { Refactoring } from './refactoring';

type Ending = (editor: Editor) => PlanEdit | undefined;

/** What is to be said of something for it to be done, and how that is called. */
interface Done {
  readonly title: string;
  readonly endings: readonly Ending[];
}

/** What can be done, each in its own words; undefined for what is done already, or follows from something else. */
const doneBy: { readonly [K in keyof Entities]?: (entity: Entities[K], state: PlanState) => Done | undefined } = {
  item: itemDone,
  milestone(milestone, { today }) {
    if (!isOpenMilestone(milestone)) return undefined;
    return {
      title: `Mark ${named(milestone)} as reached today`,
      endings: [set(milestone, 'reached', writeDate(today))],
    };
  },
  risk(risk) {
    if (risk.fields.status?.value === 'closed') return undefined;
    return { title: `Close the risk ${named(risk)}`, endings: [set(risk, 'status', 'closed')] };
  },
  issue(issue) {
    if (issue.fields.status?.value === 'resolved') return undefined;
    return { title: `Mark the issue ${named(issue)} as resolved`, endings: [set(issue, 'status', 'resolved')] };
  },
  feature: featureDone,
  release(release) {
    const status = release.fields.status?.value;
    if (status === 'released' || status === 'cancelled') return undefined;
    return { title: `Mark the release ${named(release)} as released`, endings: [set(release, 'status', 'released')] };
  },
  goal(goal) {
    if (!isOpenGoal(goal)) return undefined;
    return { title: `Mark the goal ${named(goal)} as achieved`, endings: [set(goal, 'status', 'achieved')] };
  },
  'readiness-check'(check) {
    if (check.fields.done?.value === true) return undefined;
    return { title: `Mark ${named(check)} as done`, endings: [set(check, 'done', 'true')] };
  },
};

const kinds = Object.keys(doneBy) as (keyof typeof doneBy)[];

/** What is done is said to be so, with the day where there is a key for it. */
export const setDone: Refactoring = {
  kind: 'refactor.rewrite.throughline.done',

  offers(place) {
    const { file, state, edit } = place;
    const entity = entityAt(place, kinds);
    const done = entity && doneOf(entity, state);
    if (!done || !isWrittenOnce(file, entity.path)) return [];
    return [{ title: done.title, edit: () => edit.inSequence(...done.endings) }];
  },
};

function doneOf(entity: Entities[keyof Entities], state: PlanState): Done | undefined {
  // The table has for each kind what takes an entity of that kind.
  const done = doneBy[entity.kind] as ((entity: AnyEntity, state: PlanState) => Done | undefined) | undefined;
  return done?.(entity, state);
}

function itemDone(item: Item, state: PlanState): Done | undefined {
  const endings = itemEndings(item, state);
  return endings && { title: `Set ${named(item)} to done, finished today`, endings };
}

/**
 * What is to be said of an item for it to be done; undefined for what is done already, was dropped or is to start later.
 * An item takes its state from those under it, where it has any.
 */
export function itemEndings(item: Item, { today }: PlanState): readonly Ending[] | undefined {
  if (childItems(item).length > 0 || isDropped(item) || leafStatus(item) === 'done') return undefined;
  const { started, progress } = item.fields;
  if (started && Temporal.PlainDate.compare(started.value, today) > 0) return undefined;
  const endings = [set(item, 'status', 'done'), set(item, 'finished', writeDate(today))];
  // A share that somebody has written stays, so that a comment on it does.
  if (progress && progress.value < 100) endings.push(set(item, 'progress', '100%'));
  return endings;
}

/** What its items say of a feature counts, so that it is not for the roadmap to say that it is out before they do. */
function featureDone(feature: Feature, { analysis: { featureStatuses } }: PlanState): Done | undefined {
  const delivered = featureStatuses.fromItems(feature);
  if (!featureStatuses.isOpen(feature) || (delivered !== undefined && delivered !== 'released')) return undefined;
  return { title: `Mark the feature ${named(feature)} as released`, endings: [set(feature, 'status', 'released')] };
}

function set({ uri, path }: AnyEntity, key: string, value: string): Ending {
  return (editor) => editor.setProperty(uri, path, key, value);
}
