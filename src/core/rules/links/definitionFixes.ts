import type { ReferenceSite } from '../../plan/binding';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { ReferenceKind } from '../../plan/reference';
import { idFrom, isId } from '../../plan/scalars';
import type { Fix, FixContext } from '../rule';
import { inQuotes, named, wordsOf } from './naming';
import { offer } from './offer';

type Context = Pick<FixContext, 'plan' | 'file' | 'edit'>;

/** The map in which a kind of thing is defined. */
const sections = {
  goal: 'goals',
  feature: 'features',
  release: 'releases',
  theme: 'themes',
  customer: 'customers',
  program: 'programs',
  item: 'items',
  work: 'items',
  milestone: 'milestones',
} as const;

/** The key of the map in which a kind of thing is defined; undefined where that is no single one. */
export function sectionOf(kind: ReferenceKind): string | undefined {
  if (kind === 'person') return 'people';
  return kind === 'area' || kind === 'role' || kind === 'rule' ? undefined : sections[kind];
}

/** In how many files a definition is offered. */
const limit = 3;

/** Fixes that define what a reference names, each in a file where it may stand. */
export function definitionFixes(context: Context, site: ReferenceSite): readonly Fix[] {
  const { reference } = site;
  const { to, id } = reference;
  if (to === 'person') return personFixes(context, site);
  if (to === 'area' || to === 'role' || to === 'rule' || !isId(id)) return [];
  // An item and a milestone of one file cannot share an id.
  if ((to === 'item' || to === 'milestone') && context.plan.work(context.file).has(id)) return [];
  const section = sections[to];
  const noun = to === 'work' ? 'item' : to;
  return definingFiles(context, site).flatMap((file) => {
    const edit = context.edit.addEntry(file.uri, [section], id, wordsOf(id));
    return offer(`Define the ${noun} \`${id}\` in ${fileText(file)}`, edit);
  });
}

function definingFiles(
  { plan, file }: Context,
  { reference: { to, file: qualifier } }: ReferenceSite,
): readonly PlanFile[] {
  if (to === 'item' || to === 'work' || to === 'milestone') {
    const own = file.kind === 'project' ? [file] : [];
    return qualifier === undefined ? own : plan.projects.filter(({ id }) => id === qualifier);
  }
  if (qualifier !== undefined) return plan.roadmaps.filter(({ id }) => id === qualifier);
  if (file.kind === 'roadmap') return [file];
  const settings = to === 'program' && plan.settings?.root?.fields.programs ? [plan.settings] : [];
  return [...settings, ...plan.roadmaps].slice(0, limit);
}

/** Somebody whom the plan does not know is added where it lists its people; a full name gets an id. */
function personFixes({ plan, file, edit }: Context, { reference: { text }, at }: ReferenceSite): readonly Fix[] {
  const id = isId(text) ? text : idFrom(text.toLowerCase());
  const home = peopleFile(plan, file);
  if (id === undefined || !home || plan.people.ids.includes(id)) return [];
  const name = isId(text) ? wordsOf(text) : text;
  const addition = edit.addEntry(home.uri, ['people'], id, name);
  const change = id === text ? addition : edit.combine(addition, edit.replace(at, id));
  return offer(`Add ${inQuotes(name)} to the people in ${fileText(home)}`, change);
}

/** Where a plan lists its people: in its settings, else in the file that refers, else in the first that lists some. */
function peopleFile(plan: Plan, from: PlanFile): PlanFile | undefined {
  const lists = (file: PlanFile): boolean => (file.root?.fields.people?.value.length ?? 0) > 0;
  return [...(plan.settings ? [plan.settings] : []), from, ...plan.files.values()].find(lists);
}

function fileText(file: PlanFile): string {
  if (file.kind === 'settings' || !file.root) return 'the settings of the plan';
  return file.kind === 'roadmap' ? `the roadmap of ${named(file.root)}` : `the project ${named(file.root)}`;
}
