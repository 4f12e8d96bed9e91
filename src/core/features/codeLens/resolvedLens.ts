import type { Location, Position } from 'vscode-languageserver-types';
import { monthLoad } from '../../analysis/capacity/monthLoad';
import type { AnyEntity } from '../../plan/entity';
import type { EntryPath } from '../../plan/entryPath';
import type { Goal, Release } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { titleOf } from '../cards/naming';
import type { ForecastOf } from '../cheapForecast';
import { locationOf } from '../diagnostics';
import { labelText } from '../labelText';
import type { PlanState } from '../planState';
import { referrersOfPerson } from '../referrers';
import type { LensTarget } from './codeLenses';
import { goalLensText, personLensText, projectLensText, releaseLensText } from './lensTexts';

/** What a click on a lens leads to. */
export type LensOpening =
  /** The preview of the file, with an entry of it in view. */
  | { readonly kind: 'preview'; readonly entry: EntryPath }
  /** A peek from a position at some places. */
  | {
      readonly kind: 'peek';
      readonly uri: string;
      readonly position: Position;
      readonly locations: readonly Location[];
    };

/** A lens as it is shown. */
export interface ResolvedLens {
  /** Plain text. */
  readonly title: string;
  /** Absent where there is nothing to open. */
  readonly opens?: LensOpening;
}

/**
 * What a lens says now, and what it opens; undefined where what it was above is gone. Nothing is simulated for it.
 *
 * @param forecastOf what is known of when something will be finished
 */
export function resolvedLens(state: PlanState, target: LensTarget, forecastOf: ForecastOf): ResolvedLens | undefined {
  const file = state.plan.files.get(target.uri);
  const entity = file && targetOf(file, target);
  if (!entity) return undefined;
  const text = lensText(state, file, entity, forecastOf);
  if (text === undefined) return undefined;
  const opens = openingOf(state, file, entity);
  return { title: target.isNamed ? `${labelText(titleOf(entity))} · ${text}` : text, ...(opens ? { opens } : {}) };
}

function targetOf(file: PlanFile, { kind, path }: LensTarget): AnyEntity | undefined {
  if (kind === 'project') return file.kind === 'project' ? file.root : undefined;
  const isTarget = (entity: AnyEntity): boolean =>
    entity.kind === kind && entity.path.length === path.length && entity.path.every((name, at) => name === path[at]);
  return file.definitions.find(isTarget);
}

function lensText(
  { analysis }: PlanState,
  file: PlanFile,
  entity: AnyEntity,
  forecastOf: ForecastOf,
): string | undefined {
  switch (entity.kind) {
    case 'goal':
      return goalLensText(analysis, entity as Goal);
    case 'release':
      return releaseLensText(analysis, entity as Release);
    case 'person':
      return personLensText(analysis, entity.id);
    default:
      return file.kind === 'project' ? projectLensText(analysis, file, forecastOf(file)) : undefined;
  }
}

function openingOf(state: PlanState, { uri }: PlanFile, entity: AnyEntity): LensOpening | undefined {
  const preview: LensOpening = { kind: 'preview', entry: { uri, path: entity.path } };
  if (entity.kind === 'goal' || entity.kind === 'project') return preview;
  const locations = entity.kind === 'person' ? workOf(state, entity.id) : featuresOf(state, entity as Release);
  const own = locationOf(state.plan, entity.key);
  if (locations.length > 0 && own) return { kind: 'peek', uri, position: own.range.start, locations };
  return entity.kind === 'release' ? preview : undefined;
}

function featuresOf({ plan, analysis }: PlanState, release: Release): readonly Location[] {
  return analysis.rollUps.release(release).features.flatMap(({ key }) => locationOf(plan, key) ?? []);
}

/** What somebody works on this month; where that is nothing, wherever the plan names them. */
function workOf({ plan, analysis, today }: PlanState, person: string): readonly Location[] {
  const load = analysis.capacity.of(person);
  const items = new Set(load && monthLoad(load, today).bookings.map(({ item }) => item));
  const places =
    items.size > 0 ? [...items].map(({ key }) => key) : referrersOfPerson(plan, person).map(({ site }) => site.at);
  return places.flatMap((place) => locationOf(plan, place) ?? []);
}
