import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { ReferenceKind } from '../../plan/reference';
import { areas, areaTitle } from '../../plan/roles';
import { inQuotes, titleOf } from './naming';
import { Candidates, type Candidate } from './nearest';
import { qualifierOf, referenceText } from '../../plan/referenceText';

/** What a reference of a kind may name in a file, with what is written for it there. */
export function candidatesFor(plan: Plan, to: ReferenceKind, from: PlanFile): Pick<Candidates, 'nearest'> {
  switch (to) {
    case 'person':
      return Candidates.of(plan.people.ids.map((id) => ({ text: id, id, title: plan.people.fields(id).name?.value })));
    case 'area':
      return Candidates.of(areaCandidates(plan));
    case 'role':
    case 'rule':
      return Candidates.of([]);
    case 'work':
    case 'item':
    case 'milestone':
      return entityCandidates(plan, workOf(plan, to, from), to, from);
    default:
      return entityCandidates(plan, plan.all(to), to, from);
  }
}

/** A candidate as a message or the title of a fix names it. */
export function candidateText({ text, title }: Candidate): string {
  return `\`${text}\`${title === undefined ? '' : ` (${inQuotes(title)})`}`;
}

function areaCandidates({ customRoles }: Plan): readonly Candidate[] {
  const own = customRoles.flatMap(({ responsibilities = [] }) =>
    responsibilities.map((area) => area.replace(/^[+-]/, '')),
  );
  const ids = new Set([...areas.map(({ id }) => id), ...own]);
  return [...ids].map((id) => ({ text: id, id, title: areaTitle(id) }));
}

function entityCandidates(
  plan: Plan,
  entities: readonly AnyEntity[],
  to: ReferenceKind,
  from: PlanFile,
): Candidates<Candidate, AnyEntity> {
  return new Candidates(entities, {
    id: ({ id }) => id,
    title: titleOf,
    qualifier: (entity) => qualifierOf(plan, entity),
    candidate: (entity) => {
      const text = referenceText(plan, entity, to, from);
      return text === undefined ? undefined : { text, id: entity.id, title: titleOf(entity) };
    },
  });
}

/** The items and milestones of all files, the own ones first. */
function workOf(plan: Plan, to: 'work' | 'item' | 'milestone', from: PlanFile): readonly AnyEntity[] {
  const others = [...plan.files.values()].filter((file) => file !== from);
  return [from, ...others].flatMap((file) =>
    plan
      .work(file)
      .values()
      .filter(({ kind }) => to === 'work' || kind === to),
  );
}
