import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referenceTo } from '../../plan/reference';
import { targetsOf } from '../../plan/referenceSites';
import { placeOf, type AliasNode } from '../../syntax/tree';
import type { Place } from '../../text/sourceText';
import { cursorAt, definitionAt, referenceAt } from '../cursor';
import { declaredFileId, declaredName, nameParts } from './nameParts';
import { qualifyingSubject, referredSubject, type Subject } from './subject';

/** A name at a place of a file. */
export interface NameAt {
  /** The name alone: without quotes, qualifier, type and lag. Of an alias, the alias. */
  readonly at: Place;
  /** As it reads. */
  readonly text: string;
  /** What it stands for; undefined where it leads nowhere. */
  readonly subject: Subject | undefined;
  /** Whether it is given its meaning here. */
  readonly isDeclaration: boolean;
  /** Set where it is not written here, but stands behind an alias. */
  readonly alias?: AliasNode;
}

/** The name that an absolute offset touches: an id where it is defined or referred to, or the id of a file. */
export function nameAt(plan: Plan, file: PlanFile, offset: number): NameAt | undefined {
  const { word } = cursorAt(file, offset);
  if (!word) return undefined;
  const alias = word.node.kind === 'alias' ? { alias: word.node } : {};
  const defined = definitionAt(file, word);
  if (defined) {
    // A person or a role may be defined elsewhere too.
    const { kind, id } = defined;
    const entities = kind === 'person' || kind === 'role' ? targetsOf(plan, referenceTo(kind, id), file) : [defined];
    const at = declaredName(defined);
    return { at, text: id, subject: { kind: 'defined', entities }, isDeclaration: true, ...alias };
  }
  const site = referenceAt(file, word, offset);
  if (site) {
    const { reference } = site;
    const { qualifier, id } = nameParts(site);
    const isQualifier = qualifier !== undefined && qualifier !== id && offset <= endOf(file, qualifier);
    if (isQualifier) {
      const subject = qualifyingSubject(plan, reference, file);
      return { at: qualifier, text: reference.file ?? '', subject, isDeclaration: false };
    }
    return {
      at: id,
      text: reference.id,
      subject: referredSubject(plan, reference, file),
      isDeclaration: false,
      ...alias,
    };
  }
  const id = word.isKey || word.path.join('/') !== 'id' ? undefined : declaredFileId(file);
  if (!id) return undefined;
  const at = word.node.kind === 'alias' ? placeOf(word.node) : id;
  return { at, text: file.id, subject: { kind: 'file', files: [file] }, isDeclaration: true, ...alias };
}

function endOf({ document: { source } }: PlanFile, place: Place): number {
  return source.spanOf(place)?.end ?? -1;
}
