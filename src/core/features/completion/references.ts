import { CompletionItemKind } from 'vscode-languageserver-types';
import { mostAlike } from '../../analysis/mostAlike';
import { Topic } from '../../analysis/topic';
import { canWait, type Waiting } from '../../analysis/canWait';
import { WaitingWork } from '../../analysis/waitingWork';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { Goal } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference, ReferenceKind } from '../../plan/reference';
import { qualifiedText, referenceText } from '../../plan/referenceText';
import { titleOf } from '../cards/naming';
import { isOpen, statusOf } from '../cards/status';
import { isTypedIn, written, type Candidate, type PlaceContext } from './candidate';
import { entityAround, topicTexts } from './entityAt';
import { personCandidates } from './people';
import { areaCandidates, roleCandidates, ruleCandidates } from './roles';

/** How many of a kind are offered at most. */
export const mostReferences = 200;

/** What a name at a place may stand for, the best match for what refers first. */
export function namedCandidates(context: PlaceContext, to: ReferenceKind): readonly Candidate[] {
  switch (to) {
    case 'person':
      return personCandidates(context);
    case 'role':
      return roleCandidates(context);
    case 'area':
      return areaCandidates(context);
    case 'rule':
      return ruleCandidates(context);
    default:
      return entityCandidates(context, to);
  }
}

type EntityReference = Exclude<ReferenceKind, 'person' | 'role' | 'area' | 'rule'>;

function entityCandidates(context: PlaceContext, to: EntityReference): readonly Candidate[] {
  const { state, file, place } = context;
  const { plan } = state;
  const own = entityAround(context);
  const all = to === 'work' || to === 'item' || to === 'milestone' ? workNear(plan, file, to, own) : plan.all(to);
  const typed = place.typed.trim();
  const id = typed.slice(typed.indexOf('/') + 1);
  const known = all.length > mostReferences ? all.filter((each) => isTypedIn(id, each.id, titleOf(each))) : all;
  const allowed = allowedFrom(context, own);
  const ranked = mostAlike(known.filter(allowed), new Topic(topicTexts(context)));
  const candidates: Candidate[] = [];
  // What is done or dropped comes last; of a large plan nobody comes to it.
  for (const open of [true, false]) {
    for (const entity of ranked) {
      if (candidates.length >= mostReferences) return candidates;
      if (isOpen(entity) !== open) continue;
      const qualified = qualifiedText(plan, entity, to, file);
      const text = (typed.includes('/') ? qualified : undefined) ?? referenceText(plan, entity, to, file);
      if (text !== undefined && !place.present.has(text))
        candidates.push({ ...candidateOf(context, entity, text, qualified), passing: all.length > mostReferences });
    }
  }
  return candidates;
}

function candidateOf(context: PlaceContext, entity: AnyEntity, text: string, qualified: string | undefined): Candidate {
  const { plan } = context.state;
  const title = titleOf(entity);
  const owner = fieldOf(entity, 'owner')?.value as Reference<'person'> | undefined;
  const facts = [title, statusOf(entity), owner && plan.people.name(owner.id)];
  return {
    label: text,
    kind: CompletionItemKind.Reference,
    insert: written(context, text),
    title: title === text ? undefined : title,
    detail: facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
    words: [...(qualified === undefined || qualified === text ? [] : [qualified]), title],
    entry: { uri: entity.uri, path: entity.path },
  };
}

/**
 * The items and milestones of the file, those next to the one that refers first, then those of other files. Whoever
 * looks for work of another project types something of its name, so that of a large plan only the own file is looked
 * through before that.
 */
function workNear(
  plan: Plan,
  file: PlanFile,
  to: 'work' | 'item' | 'milestone',
  own: AnyEntity | undefined,
): readonly AnyEntity[] {
  const isMeant = ({ kind }: AnyEntity): boolean => to === 'work' || kind === to;
  const inFile = [...plan.work(file).values()].filter(isMeant);
  const at = own ? inFile.findIndex(({ path }) => path === own.path) : -1;
  const near = at < 0 ? inFile : [...inFile.slice(0, at).reverse(), ...inFile.slice(at + 1)];
  const others = [...plan.files.values()].filter((other) => other !== file && other.kind !== 'settings');
  return [...near, ...others.flatMap((other) => [...plan.work(other).values()].filter(isMeant))];
}

/** Whether an entity may be named: not the one that refers itself, and none that would lead back to it in a ring. */
function allowedFrom(context: PlaceContext, own: AnyEntity | undefined): (to: AnyEntity) => boolean {
  const { state, file, place } = context;
  const { plan } = state;
  if (!own) return ({ path, uri }) => uri !== file.uri || !isAbove(path, place.path);
  const property = place.path[own.path.length];
  if (own.kind === 'goal' && property === 'parent') return (to) => !isPartOf(plan, to as Goal, own as Goal);
  if (!canWait(own) || (property !== 'depends_on' && property !== 'milestone')) return (to) => to !== own;
  // An item that names a milestone is what that waits for.
  if (property === 'milestone')
    return (to) => !new WaitingWork(plan, { work: to as Waiting, end: 'finish' }).has(own, 'finish');
  const waiting = new WaitingWork(plan, { work: own, end: 'start' });
  return (to) => to !== own && !waiting.has(to as Waiting, 'finish');
}

/** Whether a path leads to what holds another one. */
function isAbove(path: readonly string[], other: readonly string[]): boolean {
  return path.length > 0 && path.every((step, index) => step === other[index]);
}

/** Whether a goal is another one, or a part of it by its parents. */
function isPartOf(plan: Plan, goal: Goal, whole: Goal): boolean {
  const seen = new Set<Goal>();
  for (let at: Goal | undefined = goal; at && !seen.has(at); at = parentOf(plan, at)) {
    if (at === whole) return true;
    seen.add(at);
  }
  return false;
}

function parentOf(plan: Plan, goal: Goal): Goal | undefined {
  const file = plan.fileOf(goal);
  const { parent } = goal.fields;
  return file && parent && plan.target(parent.value, file);
}
