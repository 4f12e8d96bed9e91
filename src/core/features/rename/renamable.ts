import type { AnyEntity } from '../../plan/entity';
import { fileNameOf, fileStem } from '../../plan/fileKind';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { areaById, canonicalRoleId, roleSpelling } from '../../plan/roles';
import { quoted } from '../../plan/scalars/parsed';
import type { Place } from '../../text/sourceText';
import { homeOf } from '../cards/naming';
import { nameAt } from '../names/nameAt';
import { declaredFileId } from '../names/nameParts';
import { occurrencesOf } from '../names/occurrences';
import type { FreeKind, Subject } from '../names/subject';
import type { PlanState } from '../planState';
import { Refusal } from './refusal';

/** What a new name is given to. */
export type Renamed =
  /** All definitions of one thing: several of a person or a role. */
  | { readonly kind: 'defined'; readonly entities: readonly [AnyEntity, ...AnyEntity[]] }
  | { readonly kind: 'file'; readonly file: PlanFile; readonly id: Place }
  | { readonly kind: 'free'; readonly to: 'person' | 'area'; readonly id: string };

/** A name that can be replaced by another one. */
export interface Renamable {
  /** The name alone, where somebody wants to rename it. */
  readonly at: Place;
  readonly name: string;
  readonly renamed: Renamed;
}

/** The name at an absolute offset with all that bears it, or why it cannot be renamed. */
export function renamableAt({ plan, complete }: PlanState, uri: string, offset: number): Renamable | Refusal {
  const file = plan.files.get(uri);
  if (!file) return new Refusal('This file belongs to no plan.');
  if (!complete) return new Refusal('The files of the plan have not all been read yet. Try again in a moment.');
  const found = nameAt(plan, file, offset);
  if (!found)
    return new Refusal(
      'There is no name here. What can be renamed are the ids of goals, items, people and all else that the plan defines.',
    );
  const { at, text, subject } = found;
  if (!subject) return new Refusal(`${quoted(text)} leads to nothing, so there is nothing to rename.`);
  const renamed = renamedBy(plan, text, subject);
  return renamed instanceof Refusal ? renamed : { at, name: text, renamed };
}

function renamedBy(plan: Plan, text: string, subject: Subject): Renamed | Refusal {
  switch (subject.kind) {
    case 'defined':
      return definedThing(plan, text, subject.entities);
    case 'file':
      return fileWithId(text, subject.files);
    case 'free':
      return freeName(plan, subject.to, subject.id);
  }
}

function definedThing(plan: Plan, text: string, entities: readonly AnyEntity[]): Renamed | Refusal {
  const [first, ...others] = entities;
  if (!first) return new Refusal(`${quoted(text)} leads to nothing, so there is nothing to rename.`);
  const { kind } = first;
  if (others.length > 0 && kind !== 'person' && kind !== 'role') {
    const homes = entities.map((entity) => homeOf(plan, entity)).join(' or of ');
    return new Refusal(
      `${quoted(text)} may be the ${kind} of ${homes}. Write which of them is meant before you rename it.`,
    );
  }
  if (kind === 'role' && canonicalRoleId(first.id) === roleSpelling(first.id)) return builtInRole(first.id);
  return { kind: 'defined', entities: [first, ...others] };
}

function builtInRole(id: string): Refusal {
  return new Refusal(`${quoted(id)} is a role of the built-in catalogue, and its id stays as it is.`);
}

function fileWithId(text: string, files: readonly PlanFile[]): Renamed | Refusal {
  const [file, ...others] = files;
  if (!file || others.length > 0)
    return new Refusal(`Several files have the id ${quoted(text)}. Give each of them one of its own first.`);
  const id = declaredFileId(file);
  if (id) return { kind: 'file', file, id };
  const source =
    fileStem(file.uri) === undefined ? 'comes from the title of its file' : `is the name of ${fileNameOf(file.uri)}`;
  return new Refusal(`${quoted(text)} ${source}. Write an \`id\` into that file, which can be renamed.`);
}

function freeName(plan: Plan, to: FreeKind, id: string): Renamed | Refusal {
  switch (to) {
    case 'person':
      return { kind: 'free', to, id };
    case 'role':
      return canonicalRoleId(id) === undefined
        ? new Refusal(`${quoted(id)} is a job title. Only a role that the plan defines can be renamed.`)
        : builtInRole(id);
    case 'rule':
      return new Refusal(`${quoted(id)} is a rule of Throughline, and its id stays as it is.`);
    case 'area': {
      if (areaById(id))
        return new Refusal(`${quoted(id)} is an area of the built-in catalogue, and its id stays as it is.`);
      const isDefined = occurrencesOf(plan, { kind: 'free', to, id }).some(({ isDeclaration }) => isDeclaration);
      return isDefined
        ? { kind: 'free', to, id }
        : new Refusal(`${quoted(id)} leads to nothing, so there is nothing to rename.`);
    }
  }
}
