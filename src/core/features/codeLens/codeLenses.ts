import type { CodeLens, Position } from 'vscode-languageserver-types';
import type { AnyEntity } from '../../plan/entity';
import { definitionsOf, type PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';
import type { PlanState } from '../planState';

/** What stands above which entries; each can be turned off by itself. */
export interface CodeLensSettings {
  readonly goals: boolean;
  readonly releases: boolean;
  readonly projects: boolean;
  readonly people: boolean;
}

/** The kinds of entities that have a lens. */
export const lensKinds = ['goal', 'release', 'project', 'person'] as const;
export type LensKind = (typeof lensKinds)[number];

/** What a lens is above. It is kept by the client, and comes back when the lens is about to be shown. */
export interface LensTarget {
  readonly uri: string;
  readonly path: readonly string[];
  readonly kind: LensKind;
  /** Whether other lenses are on the line: then it says whose it is. */
  readonly isNamed: boolean;
}

const settingOf = { goal: 'goals', release: 'releases', project: 'projects', person: 'people' } as const;

/**
 * A lens above each goal, release and person of a file and above its project, without its text: what it says takes the
 * analysis of the plan, and of most of them nobody reads it. {@link resolvedLens} has the text.
 */
export function codeLenses({ plan }: PlanState, uri: string, settings: CodeLensSettings): readonly CodeLens[] {
  const file = plan.files.get(uri);
  if (!file) return [];
  const { source } = file.document;
  const places = new Map<number, LensPlace>();
  for (const kind of lensKinds) {
    if (!settings[settingOf[kind]]) continue;
    for (const { entity, at } of lensPlaces(file, kind)) {
      const start = source.spanOf(at)?.start;
      // What two aliases lead to is written once.
      if (start !== undefined && !places.has(start)) places.set(start, { entity, kind, at });
    }
  }
  const found = [...places]
    .sort(([one], [other]) => one - other)
    .flatMap(([, place]) => {
      const range = source.rangeOf(place.at);
      return range ? [{ ...place, range }] : [];
    });
  const counts = new Map<Position['line'], number>();
  for (const { range } of found) counts.set(range.start.line, (counts.get(range.start.line) ?? 0) + 1);
  return found.map(({ entity, kind, range }) => {
    const isNamed = (counts.get(range.start.line) ?? 0) > 1;
    const data: LensTarget = { uri, path: entity.path, kind, isNamed };
    return { range, data };
  });
}

interface LensPlace {
  readonly entity: AnyEntity;
  readonly kind: LensKind;
  readonly at: Place;
}

function lensPlaces(file: PlanFile, kind: LensKind): readonly { readonly entity: AnyEntity; readonly at: Place }[] {
  if (kind !== 'project') return definitionsOf(file, kind).map((entity) => ({ entity, at: entity.key }));
  if (file.kind !== 'project' || !file.root) return [];
  const { project: title, items, milestones } = file.root.fields;
  const hasWork = [...(items?.value ?? []), ...(milestones?.value ?? [])].length > 0;
  return title && hasWork ? [{ entity: file.root, at: title.key }] : [];
}
