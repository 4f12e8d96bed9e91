import { CompletionItemKind } from 'vscode-languageserver-types';
import { mostAlike } from '../../analysis/mostAlike';
import { Topic } from '../../analysis/topic';
import type { PersonFields } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import { managerAreas, ownerAreas } from '../../analysis/ownership/leadership';
import { holdersOf } from '../../analysis/ownership/holders';
import { written, type Candidate, type PlaceContext } from './candidate';
import { topicTexts } from './entityAt';

/** People whose work the place is by their role, then those of the project's team, then everybody. */
export function personCandidates(context: PlaceContext): readonly Candidate[] {
  const { state, file, place } = context;
  const { plan } = state;
  if (!plan.people.defined) return freeNames(context);
  const project = file.kind === 'project' ? file : undefined;
  const holders = holdersOf(plan, areasOf(context), project).map(({ id }) => id);
  const team = project?.root?.fields.team?.value.map(({ key }) => key.value.id) ?? [];
  const alike = mostAlike(
    plan.people.ids.flatMap((id) => plan.people.definitions(id).slice(0, 1)),
    new Topic(topicTexts(context)),
  );
  const known = new Set(plan.people.ids);
  const ordered = new Set([...holders, ...team.filter((id) => known.has(id)), ...alike.map(({ id }) => id)]);
  return [...ordered].filter((id) => !place.present.has(id)).map((id) => candidateOf(context, id));
}

function candidateOf(context: PlaceContext, id: string): Candidate {
  const { plan } = context.state;
  const { name, kind, team } = plan.people.fields(id);
  const roles = plan.people.roles(id).map((role) => plan.role(role)?.title ?? role);
  const facts = [name?.value, ...roles, kindText(kind), team?.value];
  const [definition] = plan.people.definitions(id);
  return {
    label: id,
    kind: CompletionItemKind.Reference,
    insert: written(context, id),
    title: name?.value === id ? undefined : name?.value,
    detail: facts.filter((fact) => fact !== undefined).join(' · '),
    words: [name?.value ?? '', ...roles],
    entry: definition && { uri: definition.uri, path: definition.path },
  };
}

function kindText(kind: PersonFields['kind']): string | undefined {
  return kind === undefined || kind.value === 'person' ? undefined : kind.value;
}

/** In a plan that lists no people any name will do: those that it has already. */
function freeNames(context: PlaceContext): readonly Candidate[] {
  const { state, place } = context;
  return namesIn(state.plan)
    .filter((name) => !place.present.has(name) && name !== place.typed)
    .map((name) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      insert: written(context, name),
      detail: 'Named elsewhere in this plan',
    }));
}

/** More names than these nobody reads through. */
const mostNames = 100;

function namesIn(plan: Plan): readonly string[] {
  const names = new Set<string>();
  for (const file of plan.files.values()) {
    for (const { reference } of file.references) {
      if (reference.to === 'person' && reference.text.trim() !== '' && names.size < mostNames)
        names.add(reference.text);
    }
  }
  return [...names];
}

/** The areas whose holders come first at a place. */
function areasOf({ file, place }: PlaceContext): readonly string[] {
  const [section, entry, property] = place.path;
  if (section === 'responsibilities' && entry !== undefined) return [entry];
  if (place.path.length <= 1) {
    if (section === 'manager') return managerAreas;
    if (section === 'owner' && file.kind === 'roadmap') return ownerAreas;
    return section === 'sponsor' ? ['sponsorship', 'funding'] : [];
  }
  if (section === 'programs' && property === 'manager') return ['interdependencies', 'benefits'];
  if (/(?:approved|accepted)_by$/.test(place.path.at(-1) ?? '')) return ['sponsorship', 'funding'];
  return section === 'goals' || section === 'features' || section === 'releases' ? ownerAreas : [];
}
