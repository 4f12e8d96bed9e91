import type { ReferenceSite } from '../../plan/binding';
import type { NamedKind, Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referenceTo, type ReferenceKind } from '../../plan/reference';
import { quoted } from '../../plan/scalars/parsed';
import { shapeOf } from '../../plan/shape';
import { resolved } from '../../syntax/tree';
import { candidateText } from './candidates';
import { listed, named } from './naming';
import type { Candidate } from './nearest';
import { nodeAt } from './written';

const places: Partial<Record<ReferenceKind, string>> = {
  goal: 'the goal {}, which no roadmap defines',
  feature: 'the feature {}, which no roadmap defines',
  release: 'the release {}, which no roadmap defines',
  theme: 'the theme {}, which no roadmap defines',
  customer: 'the customer {}, which no roadmap defines',
  program: 'the program {}, which neither a roadmap nor the settings define',
  person: '{}, who is not among the `people` of the plan',
  area: 'the area {}, which is no area of responsibility',
  item: '{}, which is no item of this project',
  milestone: '{}, which is no milestone of this project',
  work: '{}, which is no item or milestone of this project',
};

/**
 * What is wrong with a reference that leads nowhere, and what to do.
 *
 * @param meant what the name may have been meant for, best first
 */
export function unknownMessage(plan: Plan, file: PlanFile, site: ReferenceSite, meant: readonly Candidate[]): string {
  const { to, text, id, file: qualifier } = site.reference;
  const subject = named(site.by);
  const who = subject.charAt(0).toUpperCase() + subject.slice(1);
  if (text.trim() === '') return `${who} names nothing here: write a name, or remove the key.`;
  const written = quoted(text);
  const what =
    qualifier === undefined
      ? (places[to] ?? '{}').replace('{}', () => written)
      : `${written}, but ${lackOf(plan, to, qualifier, id)}`;
  const list = listMeant(plan, file, site);
  if (list) return `${who} names ${what}. To name several, write a list: \`${list}\`.`;
  if (meant.length > 0) return `${who} names ${what}. Did you mean ${listed(meant.map(candidateText), 'or')}?`;
  const other = otherKind(plan, file, to, id);
  return `${who} names ${what}${other ? `. There is ${other} of that name` : ''}: ${advice[to] ?? 'define it, or name one that is there'}.`;
}

const advice: Partial<Record<ReferenceKind, string>> = {
  person: 'add them, or name somebody who is',
  area: 'name one that is, or give it to one of the `roles` of the plan',
};

/** More names than these nobody writes in one text. */
const longestList = 20;

/** The list that was meant where several names stand in one text with commas between them. */
export function listMeant(plan: Plan, file: PlanFile, { reference, by, property }: ReferenceSite): string | undefined {
  const names = reference.text.split(',').map((name) => name.trim());
  if (names.length < 2 || names.length > longestList) return undefined;
  if (!shapeOf(by.kind)?.entity?.fields.get(property)?.item) return undefined;
  if (resolved(nodeAt(file, [...by.path, property]))?.kind !== 'scalar') return undefined;
  const all = names.every((name) => plan.resolve(referenceTo(reference.to, name), file).status === 'found');
  return all ? `[${names.join(', ')}]` : undefined;
}

/** What is missing of a qualified reference: the file, or the thing in it. */
function lackOf(plan: Plan, to: ReferenceKind, qualifier: string, id: string): string {
  const isWork = to === 'work' || to === 'item' || to === 'milestone';
  const owner = (isWork ? plan.projects : plan.roadmaps).find((file) => file.id === qualifier)?.root;
  if (!owner) return `no ${isWork ? 'project' : 'roadmap'} is called \`${qualifier}\``;
  return `${named(owner)} has no ${to === 'work' ? 'item or milestone' : to} \`${id}\``;
}

const otherKinds: readonly NamedKind[] = ['goal', 'feature', 'release', 'theme', 'customer', 'program', 'person'];

/** A thing of another kind that has the id: a feature that is named as a goal. */
function otherKind(plan: Plan, file: PlanFile, to: ReferenceKind, id: string): string | undefined {
  const kind =
    otherKinds.find((each) => each !== to && plan.named(each, id).length > 0) ?? plan.work(file).get(id)?.kind;
  return kind && `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
