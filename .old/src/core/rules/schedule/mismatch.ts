import type { AnyEntity, Field } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';
import type { Fix, FixContext, Related } from '../rule';

/** Two things that a plan says of the same work, and that cannot both be right. */
export interface Mismatch {
  /** What is at odds: together with the entity it finds the mismatch again. */
  readonly kind: string;
  readonly entity: AnyEntity;
  readonly at: Place;
  readonly message: string;
  readonly related: readonly Related[];
  /** The changes that bring the two together, best first. */
  readonly fixes: (edit: FixContext['edit']) => readonly Fix[];
}

/** A value with what it says, as a sentence. */
export interface Saying {
  readonly field: Field<unknown>;
  readonly says: string;
}

/** Of two values of one entry the later is where a mismatch stands; the earlier explains it. */
export function conflictOf(file: PlanFile, one: Saying, other: Saying): Pick<Mismatch, 'at' | 'related'> {
  const { source } = file.document;
  const start = ({ field }: Saying): number => source.spanOf(field.at)?.start ?? 0;
  const [earlier, later] = start(one) <= start(other) ? [one, other] : [other, one];
  return { at: later.field.at, related: [{ at: earlier.field.at, message: earlier.says }] };
}
