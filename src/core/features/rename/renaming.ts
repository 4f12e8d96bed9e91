import { createEditor, type Editor, type PlanEdit, type Rewording } from '../../edit/editor';
import type { ReferenceSite } from '../../plan/binding';
import type { AnyEntity } from '../../plan/entity';
import { fileNameOf } from '../../plan/fileKind';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { namesOf, sitesNaming, sitesQualifiedWith, targetsOf } from '../../plan/referenceSites';
import { quoted } from '../../plan/scalars/parsed';
import { isSameSubject, qualifyingSubject, referredSubject, type Subject } from '../names/subject';
import type { PlanState } from '../planState';
import type { Renamable } from './renamable';
import { placeName, Refusal } from './refusal';

/** A reference that the rename may concern: because it bears the old name or the new one. */
interface Candidate {
  readonly file: PlanFile;
  readonly site: ReferenceSite;
  /** What is to be written for it. */
  text: string;
}

/**
 * The edit that gives something a new name in all files, after which every reference leads to what it led to. A bare id
 * that would mean something else then is qualified.
 *
 * @param newName a name that is well formed and free
 * @returns why it cannot be, where a reference would change its meaning in any case or a text cannot be changed
 */
export function renaming(state: PlanState, renamable: Renamable, newName: string): PlanEdit | Refusal {
  return new Renaming(state, renamable, newName).edit();
}

class Renaming {
  readonly #plan: Plan;
  readonly #editor: Editor;
  readonly #candidates: readonly Candidate[];

  constructor(
    private readonly state: PlanState,
    private readonly renamable: Renamable,
    private readonly newName: string,
  ) {
    this.#plan = state.plan;
    this.#editor = createEditor((uri) => state.plan.files.get(uri)?.document);
    this.#candidates = [...this.#plan.files.values()].flatMap((file) =>
      this.#sitesIn(file).map((site) => ({ file, site, text: this.#newText(site, file) })),
    );
  }

  /** Tries it, qualifies what would lead elsewhere, and tries that again. */
  edit(): PlanEdit | Refusal {
    for (let isLast = false; ; isLast = true) {
      const edit = this.#attempt();
      if (edit instanceof Refusal) return edit;
      const after = this.state.after(edit)?.plan;
      if (!after) return new Refusal('The text has changed. Try again.');
      const misled = this.#misled(after);
      if (misled instanceof Refusal) return misled;
      if (misled.length === 0) return edit;
      for (const candidate of misled) {
        const text = isLast ? undefined : this.#qualified(candidate, after);
        if (text === undefined) return this.#misleading(candidate);
        candidate.text = text;
      }
    }
  }

  /** The edit with every reference as it is to be written now. */
  #attempt(): PlanEdit | Refusal {
    const byFile = new Map<string, Rewording[]>();
    const add = (uri: string, rewording: Rewording): void => {
      const same = byFile.get(uri);
      if (same) same.push(rewording);
      else byFile.set(uri, [rewording]);
    };
    for (const [uri, rewording] of this.#declarations()) add(uri, rewording);
    // Those that stay as they are hold the others back from a text that they share.
    for (const { file, site, text } of this.#candidates)
      add(file.uri, { at: site.alias ?? site.at, from: site.reference.text, to: text });
    const edits = [...byFile].map(([uri, rewordings]) => ({ uri, edit: this.#editor.reword(uri, rewordings) }));
    const stuck = edits.find(({ edit }) => edit === undefined);
    if (stuck)
      return new Refusal(
        `${quoted(this.renamable.name)} cannot be replaced in ${fileNameOf(stuck.uri)}: there an anchor gives its text to something else too, or the text around it is broken.`,
      );
    return { edits: edits.flatMap(({ edit }) => edit?.edits ?? []) };
  }

  #declarations(): readonly (readonly [uri: string, Rewording])[] {
    const { renamed } = this.renamable;
    const to = this.newName;
    switch (renamed.kind) {
      case 'defined':
        return renamed.entities.map(({ uri, key, id }) => [uri, { at: key, from: id, to }]);
      case 'file':
        return [[renamed.file.uri, { at: renamed.id, from: renamed.file.id, to }]];
      case 'free':
        return [];
    }
  }

  /** The references of a file whose name or qualifier is the old one or the new one. */
  #sitesIn(file: PlanFile): readonly ReferenceSite[] {
    const { renamed, name } = this.renamable;
    const sites = new Set<ReferenceSite>();
    for (const id of new Set([...this.#oldNames(), this.newName])) {
      const kind = renamed.kind === 'defined' ? renamed.entities[0].kind : renamed.kind;
      if (kind !== 'file')
        for (const each of namesOf(kind, id)) for (const site of sitesNaming(file, each)) sites.add(site);
      if (kind === 'file' || kind === 'program') for (const site of sitesQualifiedWith(file, id)) sites.add(site);
    }
    return name === this.newName ? [] : [...sites];
  }

  /** The definitions of a role may be spelt differently. */
  #oldNames(): readonly string[] {
    const { renamed, name } = this.renamable;
    return renamed.kind === 'defined' ? renamed.entities.map(({ id }) => id) : [name];
  }

  /** A reference with the new name in it where it bears the old one; else as it is. */
  #newText({ reference }: ReferenceSite, file: PlanFile): string {
    const { file: qualifier, id, text } = reference;
    const newId = this.#isMeant(referredSubject(this.#plan, reference, file)) ? this.newName : id;
    if (qualifier === undefined) return newId;
    const isQualifier = this.#isMeant(qualifyingSubject(this.#plan, reference, file));
    return newId === id && !isQualifier ? text : `${isQualifier ? this.newName : qualifier}/${newId}`;
  }

  /** Whether a name stands for what is renamed, and for nothing else. */
  #isMeant(subject: Subject | undefined): boolean {
    const { renamed } = this.renamable;
    switch (renamed.kind) {
      case 'defined':
        return subject?.kind === 'defined' && subject.entities.every((entity) => renamed.entities.includes(entity));
      case 'file':
        return subject?.kind === 'file' && subject.files.every((file) => file === renamed.file);
      case 'free':
        return subject !== undefined && isSameSubject(subject, renamed);
    }
  }

  /** The references that lead elsewhere after an edit. */
  #misled(after: Plan): readonly Candidate[] | Refusal {
    const misled: Candidate[] = [];
    const indices = new Map<PlanFile, ReadonlyMap<ReferenceSite, number>>();
    for (const candidate of this.#candidates) {
      const { file, site } = candidate;
      const fileAfter = after.files.get(file.uri);
      if (fileAfter?.references.length !== file.references.length) return this.#unreadable(file);
      const index = indices.get(file) ?? new Map(file.references.map((each, at) => [each, at]));
      indices.set(file, index);
      const siteAfter = fileAfter.references[index.get(site) ?? -1];
      const isSame = siteAfter && this.#meansTheSame(candidate, after, fileAfter, siteAfter.reference);
      if (!isSame) misled.push(candidate);
    }
    return misled;
  }

  #meansTheSame({ file, site }: Candidate, after: Plan, fileAfter: PlanFile, reference: Reference): boolean {
    const pathAfter = (entity: AnyEntity): string => this.#pathAfter(entity);
    const before = targetsOf(this.#plan, site.reference, file).map(pathAfter);
    const now = targetsOf(after, reference, fileAfter).map(pathOf);
    if (before.sort().join('\n') !== now.sort().join('\n')) return false;
    // A qualifier that meant no file means none afterwards, though it leads nowhere either way.
    if (site.reference.file === undefined) return true;
    const owner = qualifyingSubject(this.#plan, site.reference, file);
    return namesOfOwner(owner, pathAfter) === namesOfOwner(qualifyingSubject(after, reference, fileAfter), pathOf);
  }

  /** Where an entity will be found. */
  #pathAfter(entity: AnyEntity): string {
    const { renamed } = this.renamable;
    if (renamed.kind !== 'defined') return pathOf(entity);
    const path = [...entity.path];
    for (const { uri, path: old } of renamed.entities) {
      const isWithin = uri === entity.uri && old.every((segment, at) => entity.path[at] === segment);
      if (isWithin) path[old.length - 1] = this.newName;
    }
    return pathOf({ uri: entity.uri, path });
  }

  /** What is written to be sure to lead to the one thing that a reference led to; undefined where it is qualified. */
  #qualified({ file, site: { reference } }: Candidate, after: Plan): string | undefined {
    const [target, ...others] = targetsOf(this.#plan, reference, file);
    if (!target || others.length > 0 || reference.file !== undefined) return undefined;
    const { renamed } = this.renamable;
    const idOf = (entity: AnyEntity): string =>
      renamed.kind === 'defined' && renamed.entities.includes(entity) ? this.newName : entity.id;
    const owner = target.within?.kind === 'program' ? idOf(target.within) : (after.files.get(target.uri)?.id ?? '');
    return owner === '' || target.kind === 'person' || target.kind === 'role' ? undefined : `${owner}/${idOf(target)}`;
  }

  /** Why a reference that would lead elsewhere keeps the rename from being done. */
  #misleading({ file, site }: Candidate): Refusal {
    const { text } = site.reference;
    const place = placeName(file, site.alias ?? site.at);
    const targets = targetsOf(this.#plan, site.reference, file);
    if (targets.length === 0)
      return new Refusal(
        `${quoted(text)} in ${place} leads to nothing, and would lead here after the rename. Mend that first, or choose another name.`,
      );
    if (targets.length > 1)
      return new Refusal(
        `${quoted(text)} in ${place} may stand for several things. Write which of them is meant before you rename one.`,
      );
    return new Refusal(
      `${quoted(text)} in ${place} would lead to something else after the rename. Choose another name.`,
    );
  }

  #unreadable(file: PlanFile): Refusal {
    const why = this.newName.startsWith('x-') ? ': there a key that begins with `x-` is one of your own' : '';
    return new Refusal(
      `With ${quoted(this.newName)} in it, ${fileNameOf(file.uri)} would say something else${why}. Choose another name.`,
    );
  }
}

/** The files or programs that a qualifier means, by their places. */
function namesOfOwner(subject: Subject | undefined, placeOf: (entity: AnyEntity) => string): string {
  if (subject?.kind === 'file') return [...new Set(subject.files.map(({ uri }) => uri))].sort().join('\n');
  return subject?.kind === 'defined' ? subject.entities.map(placeOf).sort().join('\n') : '';
}

function pathOf({ uri, path }: Pick<AnyEntity, 'uri' | 'path'>): string {
  return [uri, ...path].join('\0');
}
