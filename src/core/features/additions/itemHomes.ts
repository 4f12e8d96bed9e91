import type { EntryPath } from '../../plan/entryPath';
import type { Feature } from '../../plan/generated/entities';
import { likelyProjects } from '../../rules/links/newItem';
import { fileTitle } from '../cards/naming';
import { entityOf } from '../entityOf';
import type { ItemHome } from './model';
import type { PlanState } from '../planState';

/** The projects that may take an item of a feature, the likeliest first; none for another thing. */
export function itemHomes({ plan, analysis }: PlanState, feature: EntryPath): readonly ItemHome[] {
  const entity = entityOf(plan, feature);
  if (entity?.kind !== 'feature') return [];
  return likelyProjects({ plan, analysis }, entity as Feature).map((file) => ({
    uri: file.uri,
    title: fileTitle(file),
  }));
}
