import type { Plan, Work } from '../../plan/plan';
import type { Stepwise } from '../../stepwise';
import { startOf } from '../calendar';
import { topItems } from '../lineage';
import type { PlanOnDay } from '../planOnDay';
import { Assignees } from './assignees';
import type { EntryNetwork, ReadEntry } from './entryNetwork';
import { EntryReader, type Activities, type EntryContext } from './entryReader';
import { entriesPerStep, entryOf, FileEntries } from './fileEntries';
import type { FileNetwork } from './fileNetwork';
import { isProject, isReadAlike, keptEntries, type KeptEntries } from './keptEntries';
import type { Perspective } from './leafTiming';
import { joiningLinks } from './linkColumns';
import type { PeopleTimes, ReadPerson } from './personTime';
import { programMilestones, type Frame } from './projectFrame';

/** Reads the work of one file bit by bit, entry by entry: after an edit only those that it can have touched. */
export class FileReader {
  readonly #plan: Plan;
  readonly #before: FileNetwork | undefined;
  readonly #context: EntryContext;
  /** By their entries. */
  readonly #readers = new Map<Work, EntryReader>();

  /** @param before what was read of another version of the file, or of the same one with other people */
  constructor(
    private readonly planOnDay: PlanOnDay,
    perspective: Perspective,
    private readonly frame: Frame,
    private readonly people: PeopleTimes,
    before: FileNetwork | undefined,
  ) {
    const { plan, today: day } = planOnDay;
    this.#plan = plan;
    const today = startOf(day) ?? 0;
    const isAlike = before?.today.equals(day) === true && isReadAlike(before, frame, people);
    this.#before = isAlike ? before : undefined;
    const assignees = isProject(frame) && new Assignees(frame.file, (id) => people.of(id, frame.calendar));
    this.#context = {
      plan,
      file: frame.file,
      frame,
      perspective,
      today,
      reading: assignees && isProject(frame) ? { frame, assignees, today, perspective } : undefined,
      activitiesOf: (work) => this.#activitiesOf(work),
    };
  }

  *reading(): Stepwise<FileNetwork> {
    const works = entriesOf(this.frame);
    const before = this.#before;
    const kept = before ? keptEntries(before, works, this.#plan, this.frame) : [];
    yield;
    for (const [place, entry] of works.entries()) {
      if (place % entriesPerStep === 0) yield;
      if (!kept[place]) yield* this.#readerOf(entry).reading();
    }
    for (const reader of this.#readers.values()) yield* reader.linking();
    const asked = this.#asked(kept);
    const read = new Map<EntryNetwork, ReadEntry['links']>();
    const all: EntryNetwork[] = [];
    for (const [place, entry] of works.entries()) {
      if (place % entriesPerStep === 0) yield;
      const one = kept[place];
      if (one && hasFirsts(one, asked.get(entry))) all.push(one);
      else {
        const { network, links } = (yield* this.#read(entry)).finish(asked.get(entry));
        read.set(network, links);
        all.push(network);
      }
    }
    return yield* this.#joining(new FileEntries(all), read);
  }

  *#joining(entries: FileEntries, read: ReadonlyMap<EntryNetwork, ReadEntry['links']>): Stepwise<FileNetwork> {
    const { frame } = this;
    const nodes = [];
    const ids = [];
    const links = [];
    const outward = [];
    const references = [];
    const people = new Set<string>();
    const busy = new Set<string>();
    for (const [place, entry] of entries.all.entries()) {
      if (place % entriesPerStep === 0) yield;
      const offset = nodes.length;
      for (const node of entry.nodes) nodes.push(node);
      for (const id of entry.ids) ids.push(id);
      for (const link of entry.links) links.push(link);
      for (const link of entry.outward) outward.push({ ...link, own: link.own + offset });
      for (const reference of entry.references) references.push(reference);
      for (const id of entry.people) people.add(id);
      for (const id of entry.busy) busy.add(id);
    }
    const columns = yield* joiningLinks(entries, read, this.#before);
    const { today } = this.planOnDay;
    return {
      frame,
      entries,
      nodes,
      ids,
      links,
      columns,
      outward,
      references,
      people: this.#readPeople(people),
      busy,
      today,
    };
  }

  /** All whose time was read; those of the version before as it has them. */
  #readPeople(ids: ReadonlySet<string>): readonly ReadPerson[] {
    const known = new Map(this.#before?.people.map((person) => [person.id, person]));
    return Array.from(ids, (id) => known.get(id) ?? this.people.of(id, this.frame.calendar));
  }

  #readerOf(entry: Work): EntryReader {
    const reader = this.#readers.get(entry) ?? new EntryReader(entry, this.#context);
    this.#readers.set(entry, reader);
    return reader;
  }

  /** The reader of an entry that has been read and linked: it is, if it was kept until now. */
  *#read(entry: Work): Stepwise<EntryReader> {
    if (this.#readers.has(entry)) return this.#readerOf(entry);
    const reader = this.#readerOf(entry);
    yield* reader.reading();
    yield* reader.linking();
    return reader;
  }

  #activitiesOf(work: Work): Activities | undefined {
    const entry = entryOf(work);
    const reader = this.#readers.get(entry);
    if (reader) return activitiesIn(reader, work);
    const place = this.#before?.entries.placeOf(entry);
    const known = place === undefined ? undefined : this.#before?.entries.all[place];
    return known && activitiesIn(known, work);
  }

  /** The work for whose start something in the file waits, where that is an activity of its own: by entries. */
  #asked(kept: KeptEntries): ReadonlyMap<Work, ReadonlySet<Work>> {
    const asked = new Map<Work, Set<Work>>();
    const add = (work: Work): void => {
      const entry = entryOf(work);
      const works = asked.get(entry) ?? new Set<Work>();
      asked.set(entry, works.add(work));
    };
    for (const one of kept) one?.asked.forEach(add);
    for (const reader of this.#readers.values()) reader.asked.forEach(add);
    return asked;
  }
}

function activitiesIn({ nodes, nodesOf }: Pick<EntryNetwork, 'nodes' | 'nodesOf'>, work: Work): Activities | undefined {
  const own = nodesOf.get(work);
  return own && { nodes, own };
}

/** Whether an entry has the activities for starts that are asked for, and no others. */
function hasFirsts({ firsts }: EntryNetwork, asked: ReadonlySet<Work> | undefined): boolean {
  return firsts.length === (asked?.size ?? 0) && firsts.every((work) => asked?.has(work));
}

/** The items at the top of a project and its milestones, or the milestones of programs. */
function entriesOf(frame: Frame): readonly Work[] {
  if (!isProject(frame)) return programMilestones(frame.file);
  return [...topItems(frame.file), ...(frame.file.root?.fields.milestones?.value ?? [])];
}
