import { createEditor, type EditValue, type PlanEdit } from '../../edit/editor';
import { newFileText } from '../../edit/newFileText';
import { fileStem } from '../../plan/fileKind';
import type { EntryPath } from '../../plan/entryPath';
import type { Plan } from '../../plan/plan';
import type { RoadmapFile } from '../../plan/planFile';
import { writeDate } from '../../plan/scalars';
import { legible } from '../../plan/scalars/parsed';
import { referenceText } from '../../plan/referenceText';
import { holdersOf } from '../../analysis/ownership/holders';
import { ownerAreas } from '../../analysis/ownership/leadership';
import { entityOf } from '../entityOf';
import type { PlanState } from '../planState';
import type { NewPlanFileRequest, PlannedChange } from './model';
import { newId } from './newId';
import { plannedChange } from './plannedChange';
import { unwrittenProject } from './unwrittenProject';

/** Stands in the place of a person in a plan that lists none, to be written over. */
const leadPlaceholder = { roadmap: 'Product manager', project: 'Project manager' } as const;

/**
 * A new roadmap or project file with what was asked for and placeholders for what comes next; what is shown is the
 * first of those. A new goal goes into the nearest roadmap, or into one that is made beside the project.
 *
 * @param state of the plan that the folder is in
 * @returns undefined where there is no title, and where the roadmap that takes the goal is too broken to be sure
 */
export function newPlanFile(state: PlanState, request: NewPlanFileRequest): PlannedChange | undefined {
  const title = legible(request.title).trim();
  if (title === '') return undefined;
  const name = freeName(state.plan, request, title);
  return request.kind === 'roadmap'
    ? newRoadmap(state, { ...request, title }, name)
    : newProject(state, { ...request, title }, name);
}

function newRoadmap({ plan }: PlanState, request: NewPlanFileRequest, name: string): PlannedChange | undefined {
  const uri = uriIn(request.folder, `${name}.roadmap.yaml`);
  const goal = newId('first goal', takenGoals(plan), 'goal');
  const text = roadmapText(uri, request.title, leadOf(plan, request), goal, {
    title: `What customers gain from ${request.title}`,
    // A goal for now is expected to have work as soon as there are projects.
    horizon: plan.projects.length > 0 ? 'next' : 'now',
  });
  return plannedChange(plan, { edits: [], creates: [{ uri, text }] }, { uri, path: ['vision'] });
}

function roadmapText(uri: string, product: string, owner: string | undefined, goal: string, fields: EditValue): string {
  return newFileText(uri, {
    product,
    vision: `The change that ${product} makes for its customers`,
    ...(owner === undefined ? {} : { owner }),
    goals: { [goal]: fields },
  });
}

const firstItem = 'first-step';

function newProject(state: PlanState, request: NewPlanFileRequest, name: string): PlannedChange | undefined {
  const { plan, today } = state;
  const uri = uriIn(request.folder, `${name}.project.yaml`);
  const manager = leadOf(plan, request);
  const linked = goalFor(plan, request);
  if (!linked) return undefined;
  const text = newFileText(uri, {
    project: request.title,
    ...(manager === undefined ? {} : { manager }),
    ...(linked.reference === undefined ? {} : { goal: linked.reference }),
    start: writeDate(today),
    items: { [firstItem]: { title: 'What has to be done first' } },
  });
  const created = { edits: [], creates: [{ uri, text }] };
  const edit = createEditor((each) => plan.files.get(each)?.document).combine(created, linked.edit);
  const isLeadOpen = request.lead === undefined && manager !== undefined;
  return edit && plannedChange(plan, edit, { uri, path: isLeadOpen ? ['manager'] : ['items', firstItem, 'title'] });
}

interface LinkedGoal {
  /** Undefined where the project is linked to no goal yet. */
  readonly reference: string | undefined;
  /** What makes the goal, where it is new. */
  readonly edit: PlanEdit;
}

const noEdit: PlanEdit = { edits: [] };

function goalFor(plan: Plan, { goal, folder, title, names }: NewPlanFileRequest): LinkedGoal | undefined {
  if (goal === undefined) return { reference: undefined, edit: noEdit };
  if ('reference' in goal) return { reference: goal.reference, edit: noEdit };
  if ('entry' in goal) return { reference: referenceFrom(plan, folder, goal.entry), edit: noEdit };
  const goalTitle = legible(goal.title).trim();
  if (goalTitle === '') return { reference: undefined, edit: noEdit };
  const reference = newId(goalTitle, takenGoals(plan), 'goal');
  const roadmap = nearestRoadmap(plan, folder);
  if (roadmap) {
    const editor = createEditor((uri) => plan.files.get(uri)?.document);
    const edit = editor.addEntry(roadmap.uri, ['goals'], reference, { title: goalTitle });
    return edit && { reference, edit };
  }
  const owner = plan.people.defined ? holdersOf(plan, ownerAreas)[0]?.id : leadPlaceholder.roadmap;
  const uri = uriIn(folder, `${newId(title, stemsOf(plan, names, 'roadmap'), 'roadmap')}.roadmap.yaml`);
  const text = roadmapText(uri, title, owner, reference, { title: goalTitle, horizon: 'now' });
  return { reference, edit: { edits: [], creates: [{ uri, text }] } };
}

/** What is written in a project of a folder for a goal; undefined for what is none, or none any more. */
function referenceFrom(plan: Plan, folder: string, entry: EntryPath): string | undefined {
  const goal = entityOf(plan, entry);
  return goal?.kind === 'goal' ? referenceText(plan, goal, 'goal', unwrittenProject(folder)) : undefined;
}

/** The roadmap that takes a goal for a project: one of the same folder, else the first of the plan. */
function nearestRoadmap({ roadmaps }: Plan, folder: string): RoadmapFile | undefined {
  return roadmaps.find(({ uri }) => uri.slice(0, uri.lastIndexOf('/')) === folder) ?? roadmaps[0];
}

function leadOf(plan: Plan, { kind, lead }: NewPlanFileRequest): string | undefined {
  const known = lead === undefined ? '' : legible(lead).trim();
  if (known !== '') return known;
  // Among people who are listed a placeholder would be somebody whom nobody knows.
  return plan.people.defined ? undefined : leadPlaceholder[kind];
}

function takenGoals(plan: Plan): readonly string[] {
  return plan.all('goal').map(({ id }) => id);
}

/** The name without its ending, and the id at once: free in the folder and in the plan. */
function freeName(plan: Plan, { kind, names }: NewPlanFileRequest, title: string): string {
  return newId(title, stemsOf(plan, names, kind), kind);
}

function stemsOf(plan: Plan, names: readonly string[], kind: 'roadmap' | 'project'): readonly string[] {
  const files = kind === 'roadmap' ? plan.roadmaps : plan.projects;
  const stems = names.flatMap((each) => (each.includes(`.${kind}.`) ? (fileStem(each) ?? []) : []));
  return [...stems, ...files.map(({ id }) => id)];
}

function uriIn(folder: string, name: string): string {
  return `${folder}/${name}`;
}
