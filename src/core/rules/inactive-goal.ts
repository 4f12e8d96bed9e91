import { definitionsButItems } from '../analysis/picking';
import { byEntry, itemsWhere } from '../analysis/entries';
import { goalLine, programOf, topItems } from '../analysis/lineage';
import { isOpenGoal, isOpenItem, isOpenMilestone } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { fieldOf, type AnyEntity, type Field, type Located } from '../plan/entity';
import type { Feature, Goal, Milestone, Program } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile, ProjectFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import { choiceText, goalChoices } from './links/goalChoices';
import { offeredGoals } from './links/goalFixes';
import { listed, named, titleOf } from './links/naming';
import { offer } from './links/offer';
import { defineRule } from './rule';
import { wayOf } from './schedule/openRows';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly kind: string;
}

export default defineRule<Data>({
  id: 'inactive-goal',
  group: 'lineage',
  severity: 'warning',
  texts: 'choose',
  wholePlan: true,
  docs: {
    summary: 'Open work for goals that are all achieved or dropped.',
    why: 'When a goal is achieved or given up, the work that was meant for it seldom stops by itself. Either it is no longer needed, or it serves another goal by now, and the plan should say which. Only the place that names the goal is reported, not everything that inherits it.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, status: achieved }
  loyal: Buyers come back
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: Payment API
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, status: achieved }
  loyal: Buyers come back
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, status: done }
  receipts: { title: Receipts by mail, goal: loyal }
`,
  },
  checkFile({ plan, file, analysis, report }) {
    for (const work of openWork(analysis, file)) {
      const references = statedGoals(work)?.value ?? [];
      const goals = references.map(({ value }) => plan.target(value, file));
      const ended = goals.filter((goal): goal is Goal => goal !== undefined && !isOpenGoal(goal));
      const [first] = references;
      // A broken reference may be meant for a goal that is active.
      if (!first || ended.length < references.length) continue;
      const whose = listed(ended.map(named));
      const states = [...new Set(ended.map(({ fields }) => fields.status?.value))].join(' or ');
      const message = `${named(work)} is open, but ${whose} ${ended.length > 1 ? 'are' : 'is'} ${states}: drop it, or name the goal that it serves now.`;
      const related = ended.map((goal) => ({
        at: goal.key,
        message: `${named(goal)} is ${goal.fields.status?.value ?? ''}.`,
      }));
      report({ at: first.at, message, related, data: { path: work.path, kind: work.kind } });
    }
  },
  fixes({ data: { path, kind }, plan, file, edit }) {
    const work = [...file.definitions, ...(file.root ? [file.root] : [])].find(
      (entity) => entity.kind === kind && entity.path.join('\0') === path.join('\0'),
    );
    if (!work) return [];
    const droppable = kind === 'item' || kind === 'feature';
    const about = [titleOf(work) ?? work.id];
    return [
      ...(droppable ? offer(`Drop ${named(work)}`, edit.setProperty(file.uri, path, 'status', 'dropped')) : []),
      ...goalChoices(plan, file, about, offeredGoals).flatMap((choice) =>
        offer(`Set ${choiceText(choice)} instead`, edit.setProperty(file.uri, path, 'goal', choice.reference)),
      ),
    ];
  },
});

type GoalField = Field<readonly Located<Reference<'goal'>>[]>;

function statedGoals(entity: AnyEntity): GoalField | undefined {
  return fieldOf(entity, 'goal') as GoalField | undefined;
}

const openWithGoal = itemsWhere((item) => item.fields.goal !== undefined && isOpenItem(item));

/** The items at the top that are open, and in which way they come to their goals: most do in one of a few. */
const openTops = byEntry((item) => (isOpenItem(item) ? [{ item, way: wayOf(item) }] : []));

/** What of a file is still to be done and states a goal. A project or program counts as long as work inherits its goal. */
function openWork(analysis: PlanAnalysis, file: PlanFile): readonly AnyEntity[] {
  const { plan } = analysis;
  const isOpen = (entity: AnyEntity): boolean => {
    if (entity.kind === 'milestone') return isOpenMilestone(entity as Milestone);
    if (entity.kind === 'feature') return analysis.featureStatuses.isOpen(entity as Feature);
    return entity.kind === 'program' && plan.projects.some((project) => inheritsFrom(plan, project, entity));
  };
  if (file.kind === 'project' && file.root?.fields.phase?.value === 'closed') return [];
  const own = file.kind === 'project' && file.root && inheritsFrom(plan, file, file.root) ? [file.root] : [];
  const items = file.kind === 'project' ? openWithGoal(file) : [];
  const others = definitionsButItems(file).filter((entity) => statedGoals(entity) && isOpen(entity));
  return [...own, ...items, ...others];
}

/** Whether open work of a project has its goals from the project itself or from its program. */
function inheritsFrom(plan: Plan, file: ProjectFile, giver: AnyEntity): boolean {
  const { phase, goal } = file.root?.fields ?? {};
  if (phase?.value === 'closed') return false;
  if (giver.kind === 'program' && (goal || programOf(plan, file) !== (giver as Program))) return false;
  // A project that is not broken down yet is open work itself.
  if (topItems(file).length === 0) return phase?.value !== 'closure';
  // What is under an item has no goals from there unless the item has, and where it is open, so is the item.
  const ways = new Map(openTops(file).map(({ item, way }) => [way, item]));
  return [...ways.values()].some((item) => goalLine(plan, file, item)?.stated === giver);
}
