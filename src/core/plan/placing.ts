import type { Place } from '../text/sourceText';
import type { AnyEntity } from './entity';

/** Where in a file a value stands that is read. */
export interface Site {
  readonly by: AnyEntity;
  readonly property: string;
  /** Absent: that of the property, below `by`. Few values need one. */
  readonly path?: readonly string[];
  /** Set where an alias stands for the scalar that is read. */
  readonly alias?: Place;
}

export interface EntityPlace {
  readonly id: string;
  readonly path: readonly string[];
  readonly key: Place;
  readonly at: Place;
  readonly within: AnyEntity | undefined;
}

export function pathOf({ by, property, path }: Site): readonly string[] {
  // Other than a spread, this leaves no room for more.
  return path ?? by.path.concat(property);
}
