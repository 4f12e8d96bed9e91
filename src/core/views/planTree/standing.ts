import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { isAtRest, pastPromise } from '../../analysis/pastPromises';
import { childItems } from '../../analysis/lineage';
import { isOpenItem } from '../../analysis/openWork';
import type { Feature, Goal, Item } from '../../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../../plan/planFile';
import type { StateKind } from '../model';
import { personName, textOf } from '../naming';
import { projectState, promiseText, stateOf } from '../projectState';
import { percentText, sentenceCase } from '../texts';
import type { Branch, UnreadBranch } from './branches';

/** How something stands: its state, and that in words with its figures. */
export interface Standing {
  readonly state?: StateKind | undefined;
  readonly parts: readonly (string | undefined)[];
}

/** How a branch stands; nothing is said of the group of work without a goal. */
export function standingOf(analysis: PlanAnalysis, branch: Branch): Standing {
  switch (branch.kind) {
    case 'product':
      return productStanding(analysis, branch.file);
    case 'goal':
      return goalStanding(analysis, branch.goal);
    case 'feature':
      return featureStanding(analysis, branch.feature);
    case 'project':
      return projectStanding(analysis, branch.file);
    case 'item':
      return itemStanding(analysis, branch.item);
    case 'unread':
      return unreadStanding(branch);
    case 'unlinked':
      return { parts: [] };
  }
}

function productStanding({ plan }: PlanAnalysis, { root }: RoadmapFile): Standing {
  const { lifecycle, owner } = root?.fields ?? {};
  return { parts: [lifecycle && sentenceCase(lifecycle.value), personName(plan, owner?.value)] };
}

function goalStanding({ rollUps }: PlanAnalysis, goal: Goal): Standing {
  const { status, target } = goal.fields;
  switch (status?.value) {
    case 'achieved':
      return { state: 'done', parts: ['Achieved'] };
    case 'dropped':
      return { state: 'dropped', parts: ['Dropped'] };
    default: {
      const { progress, health } = rollUps.goal(goal);
      const { computed } = status?.value === 'proposed' ? {} : health;
      // Of what nobody judges yet, nothing done is nothing to tell.
      const share = progress === undefined || (progress === 0 && !computed) ? undefined : percentText(progress);
      const word = computed ? stateOf(computed).text : sentenceCase(status?.value ?? 'active');
      return { state: computed, parts: [word, share, target?.value.text] };
    }
  }
}

function featureStanding(analysis: PlanAnalysis, feature: Feature): Standing {
  const { status, progress, health } = analysis.rollUps.feature(feature);
  const share = status === 'in-progress' && progress !== undefined ? percentText(progress) : undefined;
  const { computed } = health;
  if (computed === 'at-risk' || computed === 'off-track')
    return { state: computed, parts: [stateOf(computed).text, share] };
  const kinds = {
    idea: 'todo',
    planned: 'todo',
    'in-progress': 'in-progress',
    released: 'done',
    dropped: 'dropped',
  } as const;
  return { state: kinds[status], parts: [sentenceCase(status), share] };
}

function projectStanding(analysis: PlanAnalysis, file: ProjectFile): Standing {
  const { kind, text } = projectState(analysis, file);
  const share = analysis.progress(file).total?.progress;
  const isPlain = kind === 'done' || kind === 'todo' || share === undefined;
  return {
    state: kind,
    parts: [
      text,
      isPlain ? undefined : percentText(share),
      kind === 'paused' ? undefined : promiseText(analysis, file),
    ],
  };
}

function itemStanding(analysis: PlanAnalysis, item: Item): Standing {
  const file = analysis.plan.fileOf(item);
  const progress = file?.kind === 'project' ? analysis.progress(file) : undefined;
  const own = progress?.of(item);
  if (!file || !progress || !own) return { parts: [] };
  const isUnderWay = own.status !== 'done' && own.status !== 'dropped' && own.progress > 0;
  const promise = isAtRest(file) ? undefined : pastPromise(item, analysis.today);
  const days = promise && progress.calendar.workdays(promise.day.add({ days: 1 }), analysis.today);
  const isCritical = childItems(item).length === 0 && isOpenItem(item) && analysis.schedule.of(item)?.critical === true;
  return {
    state: own.status,
    parts: [
      stateOf(own.status).text,
      isUnderWay ? percentText(own.progress) : undefined,
      days === undefined ? undefined : days > 0 ? `${String(days)} d overdue` : 'overdue',
      isCritical ? 'critical' : undefined,
    ],
  };
}

function unreadStanding({ file: { kind, wrongKind, document } }: UnreadBranch): Standing {
  const other = kind === 'project' ? 'roadmap' : 'project';
  if (wrongKind) return { state: 'at-risk', parts: [`Holds a ${other}, and is named as a ${kind}`] };
  if (textOf({ value: document.source.toString().replace(/^\s*#.*$/gm, '') }) === undefined)
    return { parts: ['Empty'] };
  return { state: 'at-risk', parts: ['Cannot be read'] };
}
