import type { Temporal } from 'temporal-polyfill';
import { featuresOf } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { RollUps } from '../../analysis/rollUp/rollUps';
import type { Feature, ReadinessCheck, Release } from '../../plan/generated/entities';
import { definitionsOf, type PlanFile } from '../../plan/planFile';
import { states } from '../links/written';
import { latenessOf } from '../schedule/lateness';
import { mayBeOver, pastCheck } from '../schedule/overdue';

/** The open checks of a release, without those that are past their own due: `overdue` reports each of these. */
export function checksAhead(file: PlanFile, release: Release, today: Temporal.PlainDate): readonly ReadinessCheck[] {
  return (release.fields.readiness?.value ?? []).filter(
    (check) => check.fields.done?.value !== true && !pastCheck(check, today) && !mayBeOver(file, check),
  );
}

/**
 * The features of a release that are not finished: by the items that deliver them, else by their own status. One whose
 * items are all done is finished, for `released` it can be only once the release is out. One that has neither items nor
 * a status counts only where another feature of its roadmap has one: elsewhere nobody writes down how far they are. A
 * feature whose work will end after the release is left to `late-for-release`.
 */
export function unfinishedFeatures(analysis: PlanAnalysis, release: Release): readonly Feature[] {
  const { plan, rollUps } = analysis;
  const telling = new Map<PlanFile, boolean>();
  const late = lateFeatures(analysis, release);
  return rollUps.release(release).features.filter((feature) => {
    const { status, statusFromItems } = rollUps.feature(feature);
    const file = plan.fileOf(feature);
    if (!file || late.has(feature) || status === 'released' || statusFromItems === 'released') return false;
    if (feature.fields.status || statusFromItems) return true;
    if (states(file, feature.path, 'feature', 'status')) return false;
    const tells = telling.get(file) ?? tellsOfFeatures(file, rollUps);
    telling.set(file, tells);
    return tells;
  });
}

/** Whether any feature of a roadmap says how far it is. */
function tellsOfFeatures(file: PlanFile, rollUps: RollUps): boolean {
  return definitionsOf(file, 'feature').some(
    (feature) => feature.fields.status !== undefined || rollUps.feature(feature).statusFromItems !== undefined,
  );
}

/** The features that some project delivers too late for the release. */
function lateFeatures(analysis: PlanAnalysis, release: Release): ReadonlySet<Feature> {
  const { plan } = analysis;
  const features = plan.projects.flatMap((file) => {
    const works = latenessOf(analysis, file).releases.flatMap((late) => (late.whole === release ? late.works : []));
    return works.flatMap((work) => (work.kind === 'item' ? featuresOf(plan, file, work) : []));
  });
  return new Set(features);
}
