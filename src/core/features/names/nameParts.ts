import type { ReferenceSite } from '../../plan/binding';
import type { AnyEntity } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';

/** Where the two names of a reference stand: `checkout` and `faster` of `checkout/faster`. */
export interface NameParts {
  /** Absent for a bare id. */
  readonly qualifier?: Place;
  readonly id: Place;
}

/** The names of a reference alone. Where the text is not written as it reads, and of an alias, both are the whole. */
export function nameParts({ reference: { text, file, id }, at, alias }: ReferenceSite): NameParts {
  const name = alias ?? textPlace(at, text);
  // An empty qualifier is no name that anybody could go to.
  if (file === undefined || file === '') return { id: name };
  if (name.end - name.start !== text.length || alias) return { qualifier: name, id: name };
  return {
    qualifier: { ...name, end: name.start + file.length },
    id: { ...name, start: name.end - id.length },
  };
}

/** The id of an entity where it is defined. */
export function declaredName({ key, id }: AnyEntity): Place {
  return textPlace(key, id);
}

/** The id that a file gives itself; undefined where it has it from its name or title. */
export function declaredFileId({ root }: PlanFile): Place | undefined {
  const id = root && 'id' in root.fields ? root.fields.id : undefined;
  return id && textPlace(id.at, id.value);
}

/** A text within the place where it is written: without its quotes. All of it where escapes or folds part the two. */
function textPlace(at: Place, text: string): Place {
  const { piece, start, end } = at;
  const isQuoted = end - start === text.length + 2 && /["']/.test(piece.text.charAt(start));
  return isQuoted && piece.text.startsWith(text, start + 1) ? { piece, start: start + 1, end: end - 1 } : at;
}
