import { newFileText } from '../../edit/newFileText';
import type { AnyEntity } from '../../plan/entity';
import { fileNameOf, folderOf } from '../../plan/fileKind';
import { legible } from '../../plan/scalars/parsed';
import { holdersOf } from '../../analysis/ownership/holders';
import { ownerAreas } from '../../analysis/ownership/leadership';
import type { Fix, FixContext } from '../rule';
import { freeId } from '../../plan/freeId';
import { choiceText, goalChoices } from './goalChoices';
import { inQuotes, named, titleOf } from './naming';
import { offer } from './offer';

/** A place where the goal of some work may be stated. */
export interface GoalPlace {
  readonly path: readonly string[];
  /** How the title of a fix names it: `here`, `on the project`. */
  readonly where: string;
  /** How many goals are offered for it at most. */
  readonly limit: number;
}

type Context = Pick<FixContext, 'plan' | 'file' | 'edit'>;

/** How many goals a finding offers for the place that it speaks of. */
export const offeredGoals = 5;

/**
 * What links work to a goal: the goals of the plan in each place, those first that sound most like the work; in a plan
 * without an open goal a first one, which is linked in the last of the places.
 */
export function goalFixes(context: Context, about: readonly string[], places: readonly GoalPlace[]): readonly Fix[] {
  const { plan, file, edit } = context;
  const fixes = places.flatMap(({ path, where, limit }) =>
    goalChoices(plan, file, about, limit).flatMap((choice) =>
      offer(`Set ${choiceText(choice)} ${where}`, edit.setProperty(file.uri, path, 'goal', choice.reference)),
    ),
  );
  const last = places.at(-1);
  if (fixes.length > 0 || !last) return fixes;
  return plan.roadmaps.length > 0 ? firstGoals(context, last.path) : firstRoadmap(context, last.path);
}

const firstGoal = 'first-goal';

function firstGoals({ plan, file, edit }: Context, path: readonly string[]): readonly Fix[] {
  const own = plan.roadmaps.filter(({ uri }) => uri === file.uri);
  return (own.length > 0 ? own : plan.roadmaps).slice(0, 3).flatMap((roadmap) => {
    const taken = plan.all('goal').map(({ id }) => id);
    const id = freeId(firstGoal, taken);
    const title = goalTitle(roadmap.root);
    const change = edit.combine(
      edit.addEntry(roadmap.uri, ['goals'], id, title),
      edit.setProperty(file.uri, path, 'goal', id),
    );
    return offer(
      `Add a goal to the roadmap of ${roadmap.root ? named(roadmap.root) : roadmap.id}, and link it`,
      change,
    );
  });
}

function firstRoadmap({ plan, file, edit }: Context, path: readonly string[]): readonly Fix[] {
  const name = fileNameOf(file.uri).replace(/\.?project(\.ya?ml)$/, (all, end: string) =>
    all.startsWith('.') ? `.roadmap${end}` : `roadmap${end}`,
  );
  const uri = `${folderOf(file.uri)}/${encodeURIComponent(name)}`;
  if (plan.files.has(uri) || name === fileNameOf(file.uri)) return [];
  const product = (file.root && titleOf(file.root)) ?? file.id;
  const owner = holdersOf(plan, ownerAreas)[0];
  const text = newFileText(uri, {
    product: legible(product).trim(),
    ...(owner ? { owner: owner.id } : {}),
    goals: { [firstGoal]: legible(goalTitle(file.root)).trim() },
  });
  const change = edit.combine(edit.createFile(uri, text), edit.setProperty(file.uri, path, 'goal', firstGoal));
  return offer(`Create the roadmap ${name} with a first goal, and link it`, change);
}

/** A title that says what to write in its place. */
function goalTitle(of: AnyEntity | undefined): string {
  const title = of && titleOf(of);
  return title === undefined ? 'What customers gain' : `What customers gain from ${inQuotes(title)}`;
}
