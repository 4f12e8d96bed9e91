import type { Plan } from '../../src/core/plan/plan';
import { PlanSet } from '../../src/core/plan/planSet';
import { planAfter } from '../../src/core/service/planAfter';
import { planTexts, type PlanSize } from '../plans';

const root = 'file:///plan';

/** A plan of this size, all of it read. */
export function planOf(size: PlanSize): Plan {
  const set = new PlanSet();
  set.setFolders([root]);
  for (const [name, text] of planTexts(size)) set.setText(`${root}/${name}`, text);
  const [plan] = set.plans;
  if (!plan) throw new Error('There is no plan.');
  return plan;
}

/** What a plan is after the first estimate of a project has been made a day longer. The other files are the same. */
export function withLongerItem(plan: Plan, project: number): Plan {
  const uri = `${root}/project-${String(project)}.project.yaml`;
  const text = plan.files.get(uri)?.document.source.toString() ?? '';
  const found = /estimate: (\d+)d/.exec(text);
  const start = found ? found.index + 'estimate: '.length : 0;
  const span = { start, end: start + (found?.[1]?.length ?? 0) };
  const after = found && planAfter(plan, { edits: [{ uri, span, newText: String(Number(found[1]) + 1) }] });
  if (!after) throw new Error('The project has no estimate.');
  return after;
}
