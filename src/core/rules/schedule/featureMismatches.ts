import type { DeliveringItem } from '../../analysis/delivery';
import { itemsWhere } from '../../analysis/entries';
import { featuresOf } from '../../analysis/lineage';
import { releaseOf } from '../../analysis/inheritance';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { definitionsButItems } from '../../analysis/picking';
import type { Feature, Item, Release } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import { counted, listed, named } from '../links/naming';
import { offer } from '../links/offer';
import { referenceText } from '../../plan/referenceText';
import type { Fix, FixContext } from '../rule';
import type { Mismatch } from './mismatch';
import { isClosed, isOver, isUnderWay } from './workState';

type Edit = FixContext['edit'];

/** More places than these nobody follows. */
const mostRelated = 20;

/** What roadmaps say of features and what the items say that deliver them, for a plan as a whole. */
export class FeatureMismatches {
  constructor(private readonly analysis: Pick<PlanAnalysis, 'plan' | 'featureStatuses'>) {}

  /** Of a roadmap its features, of a project its items. */
  in(file: PlanFile): readonly Mismatch[] {
    if (file.kind === 'project') return isClosed(file) ? [] : releaseMismatches(this.analysis.plan, file);
    const features = definitionsButItems(file).filter((entity): entity is Feature => entity.kind === 'feature');
    return features.flatMap((feature) => this.#ofStatus(feature) ?? []);
  }

  #ofStatus(feature: Feature): Mismatch | undefined {
    const { status } = feature.fields;
    if (!status || status.value === 'in-progress') return undefined;
    const items = contradicting(status.value, this.analysis.featureStatuses.delivering(feature));
    if (items.length === 0) return undefined;
    const what = items.length > 3 ? counted(items.length, 'item') : listed(items.map(named));
    const isEnded = status.value === 'released' || status.value === 'dropped';
    const verb = items.length > 1 ? 'are' : 'is';
    const fact = isEnded ? `${verb} still open` : `${verb} begun or done`;
    return {
      kind: 'feature-status',
      entity: feature,
      at: status.at,
      message: `${named(feature)} is \`${status.value}\`, but ${what}, which ${items.length > 1 ? 'deliver' : 'delivers'} it, ${fact}: leave its status to its items, or put theirs right.`,
      related: items.slice(0, mostRelated).map((item) => ({
        at: item.fields.status?.at ?? item.key,
        message: `${named(item)} ${isEnded ? 'is open' : 'is begun or done'}.`,
      })),
      fixes: (edit) => statusFixes(feature, items, what, edit),
    };
  }
}

/**
 * The items that a stated status leaves no room for. A bug that is open after a release contradicts nothing, nor does a
 * spike before the feature is begun, nor what a closed project has left behind.
 */
function contradicting(status: string, delivering: readonly DeliveringItem[]): readonly Item[] {
  return delivering
    .filter(({ file, item }) => !isClosed(file) || isOver(item))
    .map(({ item }) => item)
    .filter((item) => {
      if (status === 'dropped') return !isOver(item);
      if (status === 'released') return !isOver(item) && item.fields.type?.value !== 'bug';
      return item.fields.type?.value !== 'spike' && (isOver(item) || isUnderWay(item));
    });
}

function statusFixes({ uri, path, fields }: Feature, items: readonly Item[], what: string, edit: Edit): readonly Fix[] {
  const removed = offer('Remove `status`: it follows from its items', edit.remove(uri, [...path, 'status']));
  if (fields.status?.value !== 'dropped') {
    return [...removed, ...offer('Set `status: in-progress`', edit.setProperty(uri, path, 'status', 'in-progress'))];
  }
  // Who drops a feature seldom wants it back for the sake of work that nobody has stopped.
  const changes = items.map((item) => edit.setProperty(item.uri, item.path, 'status', 'dropped'));
  return [...(items.length > mostRelated ? [] : offer(`Drop ${what} as well`, edit.combine(...changes))), ...removed];
}

const openWithRelease = itemsWhere((item) => item.fields.release !== undefined && !isOver(item));

/** Open items that state another release than the features that they deliver. */
function releaseMismatches(plan: Plan, file: ProjectFile): readonly Mismatch[] {
  return openWithRelease(file).flatMap((item) => {
    const stated = item.fields.release;
    const release = stated && plan.target(stated.value, file);
    const features = release ? featuresOf(plan, file, item) : [];
    const planned = features.map((feature) => ({ feature, release: releaseOf(plan, feature) }));
    // A feature without a release, or with one that is not there, may be meant for this one.
    const isAtOdds = planned.length > 0 && planned.every((each) => each.release && each.release !== release);
    if (!stated || !release || !isAtOdds) return [];
    const others = [...new Set(planned.flatMap((each) => each.release ?? []))];
    const whose = listed(features.map(named));
    const mismatch: Mismatch = {
      kind: 'release',
      entity: item,
      at: stated.at,
      message: `${named(item)} is planned for ${named(release)}, but ${whose}, which it delivers, for ${listed(others.map(named))}: bring the two together.`,
      related: features.map((feature) => ({
        at: feature.fields.release?.at ?? feature.key,
        message: `${named(feature)} is planned for ${listed(others.map(named))}.`,
      })),
      fixes: (edit) => releaseFixes(plan, item, release, features, edit),
    };
    return [mismatch];
  });
}

function releaseFixes(
  plan: Plan,
  item: Item,
  release: Release,
  features: readonly Feature[],
  edit: Edit,
): readonly Fix[] {
  const [feature] = features;
  const home = feature && plan.fileOf(feature);
  const text = home && features.length === 1 ? referenceText(plan, release, 'release', home) : undefined;
  return [
    ...offer('Remove `release`: it follows from the feature', edit.remove(item.uri, [...item.path, 'release'])),
    ...(feature && text !== undefined
      ? offer(
          `Move ${named(feature)} to ${named(release)}`,
          edit.setProperty(feature.uri, feature.path, 'release', text),
        )
      : []),
  ];
}
