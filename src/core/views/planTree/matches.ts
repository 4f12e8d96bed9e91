import { Temporal } from 'temporal-polyfill';
import { childItems } from '../../analysis/lineage';
import { isOpenGoal, isOpenItem, type FeatureStatus } from '../../analysis/openWork';
import { isAtRest, pastPromise, pastRelease } from '../../analysis/pastPromises';
import { releaseOf } from '../../analysis/inheritance';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { Branch } from './branches';
import type { PlanFilter } from './model';
import type { Matches } from './section';

/** Whether a branch itself is what a filter looks for; undefined for the filter that looks for nothing. */
export function matcherOf(analysis: PlanAnalysis, filter: PlanFilter): Matches | undefined {
  const { mine, critical, overdue, unowned } = filter;
  const all: readonly Matches[] = [
    ...(mine === undefined ? [] : [(branch: Branch) => isOf(mine, branch)]),
    ...(critical ? [(branch: Branch) => isCritical(analysis, branch)] : []),
    ...(overdue ? [(branch: Branch) => isOverdue(analysis, branch)] : []),
    ...(unowned ? [(branch: Branch) => isUnowned(analysis, branch)] : []),
  ];
  return all.length === 0 ? undefined : (branch) => all.every((matches) => matches(branch));
}

/** Whether something is a person's: to answer for, or to do. */
function isOf(person: string, branch: Branch): boolean {
  const owner = ownerOf(branch);
  return owner === person || (branch.kind === 'item' && assignees(branch.item).includes(person));
}

function isCritical({ schedule }: PlanAnalysis, branch: Branch): boolean {
  return branch.kind === 'item' && isOpenLeaf(branch.item) && schedule.of(branch.item)?.critical === true;
}

/** Whether something is open though the day that was promised for it is past. */
export function isOverdue(analysis: PlanAnalysis, branch: Branch): boolean {
  const { plan, today, featureStatuses } = analysis;
  switch (branch.kind) {
    case 'goal': {
      const target = branch.goal.fields.target?.value.last;
      return isOpenGoal(branch.goal) && target !== undefined && Temporal.PlainDate.compare(target, today) < 0;
    }
    case 'feature': {
      const release = featureStatuses.isOpen(branch.feature) && releaseOf(plan, branch.feature);
      return release ? pastRelease(release, today) !== undefined : false;
    }
    case 'project':
      return isProjectOverdue(analysis, branch.file);
    case 'item': {
      const file = plan.fileOf(branch.item);
      return file !== undefined && !isAtRest(file) && pastPromise(branch.item, today) !== undefined;
    }
    default:
      return false;
  }
}

function isProjectOverdue(analysis: PlanAnalysis, file: ProjectFile): boolean {
  const end = file.root?.fields.end?.value;
  if (!end || isAtRest(file) || Temporal.PlainDate.compare(end, analysis.today) >= 0) return false;
  return analysis.progress(file).total?.status !== 'done';
}

/** Whether something open is nobody's. An item with children is theirs who have those. */
function isUnowned({ featureStatuses }: PlanAnalysis, branch: Branch): boolean {
  if (ownerOf(branch) !== undefined) return false;
  switch (branch.kind) {
    case 'goal':
      return isOpenGoal(branch.goal);
    case 'feature':
      return isComing(featureStatuses.of(branch.feature));
    case 'project':
      return branch.file.root?.fields.phase?.value !== 'closed';
    case 'item':
      return isOpenLeaf(branch.item) && assignees(branch.item).length === 0;
    case 'product':
      return true;
    default:
      return false;
  }
}

/** An idea needs nobody yet. */
function isComing(status: FeatureStatus): boolean {
  return status === 'planned' || status === 'in-progress';
}

function ownerOf(branch: Branch): string | undefined {
  switch (branch.kind) {
    case 'goal':
      return branch.goal.fields.owner?.value.id;
    case 'feature':
      return branch.feature.fields.owner?.value.id;
    case 'item':
      return branch.item.fields.owner?.value.id;
    case 'product':
      return branch.file.root?.fields.owner?.value.id;
    case 'project':
      return branch.file.root?.fields.manager?.value.id;
    default:
      return undefined;
  }
}

function assignees({ fields }: Item): readonly string[] {
  return (fields.assignees?.value ?? []).map(({ key }) => key.value.id);
}

function isOpenLeaf(item: Item): boolean {
  return childItems(item).length === 0 && isOpenItem(item);
}
