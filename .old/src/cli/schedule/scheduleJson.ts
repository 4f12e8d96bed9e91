import { jsonText } from '../jsonText';
import type { ScheduledGroup } from './scheduledGroups';

/** The work of all groups as one JSON array. */
export function scheduleJson(groups: readonly ScheduledGroup[]): string {
  return jsonText(groups.flatMap(({ rows }) => rows.map(({ reported }) => reported)));
}
