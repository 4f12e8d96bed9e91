import type { ReferenceSite } from '../../plan/binding';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { namesOf, sitesNaming, sitesQualifiedWith, targetsOf } from '../../plan/referenceSites';
import type { Place } from '../../text/sourceText';
import { declaredFileId, declaredName, nameParts } from './nameParts';
import { definesArea, isSameSubject, qualifyingSubject, referredSubject, type Subject } from './subject';

/** A place of a file where something is named. */
export interface Occurrence {
  readonly file: PlanFile;
  /** The name alone; the alias where it stands behind one. */
  readonly at: Place;
  /** Whether it is given its meaning here. */
  readonly isDeclaration: boolean;
}

type Found = Omit<Occurrence, 'file'>;

/** Every place where the plan names something, in the order of the files and of their texts. */
export function occurrencesOf(plan: Plan, subject: Subject): readonly Occurrence[] {
  return [...plan.files.values()].flatMap((file) => occurrencesIn(plan, file, subject));
}

/** Every place of one file where it names something, in the order of its text. */
export function occurrencesIn(plan: Plan, file: PlanFile, subject: Subject): readonly Occurrence[] {
  const { source } = file.document;
  const found = new Map<number, Occurrence & { readonly start: number }>();
  for (const { at, isDeclaration } of read(plan, file, subject)) {
    const start = source.spanOf(at)?.start;
    // A text that several aliases or merge keys lead to is still written once.
    if (start !== undefined && !found.has(start)) found.set(start, { file, at, isDeclaration, start });
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

function read(plan: Plan, file: PlanFile, subject: Subject): readonly Found[] {
  switch (subject.kind) {
    case 'defined':
      return definedIn(plan, file, subject);
    case 'file': {
      const own = subject.files.includes(file) ? declaredFileId(file) : undefined;
      const ids = new Set(subject.files.map(({ id }) => id));
      return [
        ...(own ? [{ at: own, isDeclaration: true }] : []),
        ...[...ids].flatMap((id) => qualifiersIn(plan, file, id, subject)),
      ];
    }
    case 'free':
      return namesOf(subject.to, subject.id)
        .flatMap((name) => sitesNaming(file, name))
        .filter(({ reference }) => isSameSubject(referredSubject(plan, reference, file), subject))
        .map((site) => ({ at: nameParts(site).id, isDeclaration: subject.to === 'area' && definesArea(site) }));
  }
}

function definedIn(plan: Plan, file: PlanFile, subject: Extract<Subject, { kind: 'defined' }>): readonly Found[] {
  const { entities } = subject;
  const names = new Set(entities.flatMap(({ kind, id }) => namesOf(kind, id)));
  const declared = entities
    .filter(({ uri }) => uri === file.uri)
    .map((entity) => ({ at: declaredName(entity), isDeclaration: true }));
  const referring = [...names]
    .flatMap((name) => sitesNaming(file, name))
    .filter(({ reference }) => targetsOf(plan, reference, file).some((target) => entities.includes(target)))
    .map((site) => ({ at: nameParts(site).id, isDeclaration: false }));
  const programs = new Set(entities.flatMap(({ kind, id }) => (kind === 'program' ? [id] : [])));
  return [...declared, ...referring, ...[...programs].flatMap((id) => qualifiersIn(plan, file, id, subject))];
}

function qualifiersIn(plan: Plan, file: PlanFile, id: string, subject: Subject): readonly Found[] {
  return sitesQualifiedWith(file, id)
    .filter(({ reference }) => isSameSubject(qualifyingSubject(plan, reference, file), subject))
    .flatMap((site) => qualifierOf(site).map((at) => ({ at, isDeclaration: false })));
}

function qualifierOf(site: ReferenceSite): readonly Place[] {
  const { qualifier } = nameParts(site);
  return qualifier ? [qualifier] : [];
}
