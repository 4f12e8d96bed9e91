import { childItems, itemTree, parentItem, programOf, topItems } from '../analysis/lineage';
import { isDropped } from '../analysis/openWork';
import { unlinkedWork } from '../analysis/unlinked';
import type { Item, Project } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile, ProjectFile } from '../plan/planFile';
import { goalFixes, offeredGoals, type GoalPlace } from './links/goalFixes';
import type { Place } from '../text/sourceText';
import { counted, named, titleOf } from './links/naming';
import { isHollow, linkedPaths, states } from './links/written';
import { BrokenText } from './structure/brokenText';
import { defineRule, type FixContext, type Report } from './rule';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'missing-goal',
  group: 'lineage',
  severity: 'warning',
  texts: 'choose',
  wholePlan: true,
  docs: {
    summary: 'Project work that leads up to no product goal.',
    why: 'Work without a goal is work that nobody can weigh against other work. Every item takes its goal from itself, its feature, its parent item, its project or its program, in this order. Where none of them names one, either the line to the product was forgotten, or the work may not be needed. An item is clean as soon as everything under it has a goal, and a project that has none at all is reported once.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
items:
  api: { title: Payment API, goal: faster }
  icons: New icons
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: Payment API
  icons: New icons
`,
  },
  checkFile({ plan, file, report }) {
    if (file.kind !== 'project' || !file.root || isGoalUnclear(plan, file)) return;
    const unlinked = unlinkedWork(plan, file);
    if (unlinked.kind === 'nothing') return;
    const linked = linkedPaths(file);
    const broken = new BrokenText(file.document);
    const title = file.root.fields.project;
    if (unlinked.kind === 'project' && linked.size === 0) {
      if (title && !broken.any) report(ofProject(file.root, title.at, topItems(file)));
      return;
    }
    // Links of the wrong type are links as well: somebody meant the work to have a goal.
    for (const item of unlinked.kind === 'items' ? unlinked.items : topItems(file)) {
      const silent =
        isDropped(item) || linked.has(item.path.join('\0')) || isHollow(file, item) || broken.inEntry(item.at);
      if (!silent) report(ofItem(item));
    }
  },
  fixes({ data: { path }, ...context }) {
    return goalFixes(context, titlesAlong(context.file, path), placesFor(context, path));
  },
});

/** Whether a broken goal or program leaves open which goal the whole project has: their own rules speak of those. */
function isGoalUnclear(plan: Plan, file: ProjectFile): boolean {
  if (states(file, [], 'project', 'goal')) return true;
  if (!states(file, [], 'project', 'program')) return false;
  const program = programOf(plan, file);
  const programFile = program && plan.fileOf(program);
  return !programFile || states(programFile, program.path, 'program', 'goal');
}

function ofProject(project: Project, at: Place, items: readonly Item[]): Report<Data> {
  const count = withoutDropped(items).length;
  const who = count === 0 ? `${named(project)} leads` : `${named(project)} and its ${counted(count, 'item')} lead`;
  const message = `${who} up to no product goal: name the goal that the project serves, as in \`goal: faster-checkout\`.`;
  return { at, message, data: { path: [] } };
}

function ofItem(item: Item): Report<Data> {
  const under = withoutDropped(childItems(item)).length;
  const others = under === 0 ? '' : `, nor ${under === 1 ? 'does the item' : `do the ${String(under)} items`} under it`;
  const message = `${named(item)} leads up to no product goal${others}: name the goal or the feature that it serves.`;
  return { at: item.key, message, data: { path: item.path } };
}

function withoutDropped(items: readonly Item[]): readonly Item[] {
  return [...itemTree(items)].filter((item) => !isDropped(item));
}

function itemAt(file: PlanFile, path: readonly string[]): Item | undefined {
  const key = path.join('\0');
  return file.definitions.find((entity): entity is Item => entity.kind === 'item' && entity.path.join('\0') === key);
}

function titlesAlong(file: PlanFile, path: readonly string[]): readonly string[] {
  const titles: string[] = [];
  for (let item = itemAt(file, path); item; item = parentItem(item)) titles.push(titleOf(item) ?? item.id);
  if (file.kind === 'project' && file.root && titles.length === 0) {
    const { project, summary, items } = file.root.fields;
    titles.push(project?.value ?? '', summary?.value ?? '', ...(items?.value ?? []).map((item) => titleOf(item) ?? ''));
  }
  return titles;
}

function placesFor({ file }: Pick<FixContext, 'file'>, path: readonly string[]): readonly GoalPlace[] {
  const project: GoalPlace = { path: [], where: 'on the project', limit: path.length === 0 ? offeredGoals : 2 };
  const item = itemAt(file, path);
  if (!item) return path.length === 0 ? [project] : [];
  const parent = parentItem(item);
  const above = parent ? [{ path: parent.path, where: `on ${named(parent)}`, limit: 2 }] : [];
  return [{ path, where: 'here', limit: offeredGoals }, ...above, project];
}
