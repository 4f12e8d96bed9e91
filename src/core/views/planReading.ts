import type { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';
import { ProjectProgress } from '../analysis/progress';
import type { Item } from '../plan/generated/entities';
import type { AnyEntity } from '../plan/entity';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import type { EntryPath } from './model';

/** A plan at one moment, with what follows from it for each project: worked out once, when it is first asked for. */
export class PlanReading {
  readonly #progress = new Map<ProjectFile, ProjectProgress>();

  constructor(
    readonly plan: Plan,
    readonly today: Temporal.PlainDate,
    private readonly publicHolidays: PublicHolidays,
  ) {}

  progressOf(file: ProjectFile): ProjectProgress {
    const known = this.#progress.get(file);
    if (known) return known;
    const progress = new ProjectProgress(this.plan, file, this.publicHolidays);
    this.#progress.set(file, progress);
    return progress;
  }

  /** The name of the person that a reference names; undefined without one. */
  personName(reference: Reference<'person'> | undefined): string | undefined {
    const name = reference && this.plan.people.name(reference.id).trim();
    return name === '' ? undefined : name;
  }
}

/** Where an entity is written. */
export function entryOf({ uri, path }: Pick<AnyEntity, 'uri' | 'path'>): EntryPath {
  return { uri, path };
}

/** What something is called: its title, else its id. */
export function titleOf({ id, fields }: Pick<Item, 'id'> & { readonly fields: Pick<Item['fields'], 'title'> }): string {
  return textOf(fields.title) ?? id;
}

/** A text on one line; undefined where there is none, or nothing but blanks. */
export function textOf(field: { readonly value: string } | undefined): string | undefined {
  const text = field?.value.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
