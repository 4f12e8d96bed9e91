import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { legible } from '../../plan/scalars/parsed';

/** A longer title is cut: a reason is read at a glance. */
const longestTitle = 80;

/** What a piece of work is called in a sentence: its title on one line, else its id. */
export function workName({ id, fields }: Work): string {
  const title = legible(fields.title?.value ?? '').trim();
  const points = Array.from(title === '' ? id : title);
  return points.length > longestTitle ? `${points.slice(0, longestTitle).join('').trimEnd()}…` : points.join('');
}

/** What other files call it: the id of its project or program, a slash, and its own. */
export function qualifiedId(work: Work, file: PlanFile): string {
  return `${work.within?.kind === 'program' ? work.within.id : file.id}/${work.id}`;
}
