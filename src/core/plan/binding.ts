import type { Place } from '../text/sourceText';
import type { AnyEntity, Field } from './entity';
import type { Reference } from './reference';
import type { ScalarName, ScalarProblem } from './scalars';

/** A reference where it is written. */
export interface ReferenceSite {
  readonly reference: Reference;
  /** The name alone, without the type and lag of a dependency; its quotes included. */
  readonly at: Place;
  /** The alias that stands for the name here, where `at` is the place of its anchor. */
  readonly alias?: Place;
  /** The entity that refers, and by which of its properties. */
  readonly by: AnyEntity;
  readonly property: string;
}

/** A scalar whose content is not of the form that its place asks for. */
export interface ValueProblem extends ScalarProblem {
  /** The whole scalar. */
  readonly whole: Place;
  /** The part that is wrong. */
  readonly at: Place;
  readonly scalar: ScalarName;
}

/** What stands in a tree beside its entities, in source order. */
export interface Findings {
  readonly references: readonly ReferenceSite[];
  /** Every entity that the key of a map names. */
  readonly definitions: readonly AnyEntity[];
  readonly problems: readonly ValueProblem[];
}

/** What a tree means, by its shape. */
export interface Binding<E extends AnyEntity = AnyEntity> extends Findings {
  readonly entity: E;
}

/** What the root of a file means. */
export interface RootBinding extends Binding {
  /** Which of the references stand in each property of the root: from one, and before another. */
  readonly referencesOf: ReadonlyMap<string, readonly [from: number, to: number]>;
}

/** What one property of the root of a file means. */
export interface PropertyBinding extends Findings {
  readonly field: Field<unknown> | undefined;
}
