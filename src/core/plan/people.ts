import type { Field } from './entity';
import type { Person, PersonFields } from './generated/entities';

/** The people of a plan. One person may stand in several files: the fields are put together. */
export class People {
  readonly #byId = new Map<string, Person[]>();

  /** @param definitions in the order of the files */
  constructor(definitions: readonly Person[]) {
    for (const person of definitions) {
      const same = this.#byId.get(person.id);
      if (same) same.push(person);
      else this.#byId.set(person.id, [person]);
    }
  }

  /** Whether the plan defines anybody; where it does not, a person is any text. */
  get defined(): boolean {
    return this.#byId.size > 0;
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** Where a person is defined. */
  definitions(id: string): readonly Person[] {
    return this.#byId.get(id) ?? [];
  }

  /** All that is said of a person; of a property that stands in several files, the first. */
  fields(id: string): PersonFields {
    const all = this.definitions(id).map(({ fields }) => fields);
    const [only] = all;
    if (only && all.length === 1) return only;
    return Object.assign({}, ...all.reverse()) as PersonFields;
  }

  /** The name that people know, or the text itself for somebody whom the plan does not define. */
  name(id: string): string {
    return this.fields(id).name?.value ?? id;
  }

  /** The roles that a person holds in the whole plan, as they are written. */
  roles(id: string): readonly string[] {
    const written = this.definitions(id).flatMap(({ fields }) => fields.role?.value ?? []);
    return [...new Set(written.map(({ value }) => value.text))];
  }

  /**
   * The properties of a person that two files give different values, with the first and each that contradicts it.
   * Lists, such as roles and days off, are put together and never contradict each other.
   */
  contradictions(
    id: string,
  ): readonly { readonly property: string; readonly first: Field<unknown>; readonly later: Field<unknown> }[] {
    const known = new Map<string, Field<unknown>>();
    return this.definitions(id).flatMap(({ fields }) =>
      Object.entries(fields as Record<string, Field<unknown>>).flatMap(([property, later]) => {
        const first = known.get(property);
        if (!first) known.set(property, later);
        if (!first || Array.isArray(later.value) || sameValue(first.value, later.value)) return [];
        return [{ property, first, later }];
      }),
    );
  }
}

function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
