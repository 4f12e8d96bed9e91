import assert from 'node:assert/strict';
import { Random } from '../../../bench/random';
import type { PlanIndex } from '../../../src/core/plan/plan';
import { PlanSet } from '../../../src/core/plan/planSet';
import type { TextChange } from '../../../src/core/text/sourceText';

/** An entry of a plan that names others and may be named by them. */
interface Entry {
  id: string;
  fields: Record<string, string>;
  entries: Entry[];
}

interface Section {
  readonly name: string;
  readonly isNested: boolean;
  readonly entries: Entry[];
}

interface File {
  readonly name: string;
  readonly head: string;
  id: string;
  readonly sections: readonly Section[];
}

/** So few that many things have the same one, and that some differ in their capitals only. */
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'A', 'B'];
const fileIds = ['p', 'q', 'r'];

const folder = 'file:///plan';

/** A plan of which ids, links and entries change all the time, at random. */
export class RenamedPlan {
  readonly #random: Random;
  readonly #plans = new PlanSet();
  readonly #files: readonly File[];
  readonly #texts = new Map<string, string>();

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#files = [
      project('p'),
      project('q'),
      roadmap('r'),
      roadmap('s'),
      { name: '.throughline.yaml', head: '', id: '', sections: [section('programs'), section('people')] },
    ];
    this.#plans.setFolders([folder]);
    for (const { sections } of this.#files)
      for (const one of sections) for (let count = one.name === 'items' ? 8 : 3; count > 0; count--) this.#add(one);
    for (let count = 0; count < 80; count++) this.#change(this.#one(this.#files));
    for (const file of this.#files) this.#write(file);
  }

  /** The plan as it has come to be by all edits. */
  get plan(): PlanIndex {
    const [plan] = this.#plans.plans;
    assert.ok(plan);
    return plan;
  }

  /** The same, read afresh. */
  get fresh(): PlanIndex {
    const plans = new PlanSet();
    plans.setFolders([folder]);
    for (const [uri, text] of this.#texts) plans.setText(uri, text);
    const [plan] = plans.plans;
    assert.ok(plan);
    return plan;
  }

  /** Makes one edit, or a few of one file at once. */
  edit(): void {
    const file = this.#one(this.#files);
    for (let count = this.#random.below(8) === 0 ? 4 : 1; count > 0; count--) this.#change(file);
    this.#write(file);
  }

  #write(file: File): void {
    const uri = `${folder}/${file.name}`;
    const [before, text] = [this.#texts.get(uri), textOf(file)];
    if (this.#random.below(40) === 0 && before !== undefined) this.#plans.remove(uri);
    if (this.#plans.document(uri) && before !== undefined) this.#plans.edit(uri, [changeOf(before, text)]);
    else this.#plans.setText(uri, text);
    this.#texts.set(uri, text);
  }

  #change(file: File): void {
    const section = this.#one(file.sections);
    const [holder, entry] = [this.#holder(section), this.#one<Entry | undefined>(entriesIn(section.entries))];
    const kind = this.#random.below(14);
    if (!entry || kind < 2) this.#add(section);
    else if (kind < 4) this.#take(section, entry);
    else if (kind < 5) holder.entries.push(...this.#take(section, entry).filter((one) => !isIn(one, holder)));
    else if (kind < 7) entry.id = this.#one(ids);
    else if (kind < 13) this.#field(section, entry);
    else if (file.id !== '') file.id = this.#random.below(4) > 0 ? file.name.charAt(0) : this.#one(fileIds);
  }

  #holder(section: Section): Section | Entry {
    return section.isNested ? this.#one([section, ...entriesIn(section.entries)]) : section;
  }

  #add(section: Section): void {
    const { entries } = this.#holder(section);
    entries.splice(this.#random.below(entries.length + 1), 0, this.#entry(section));
  }

  #entry(section: Section): Entry {
    const entry: Entry = { id: this.#one(ids), fields: {}, entries: [] };
    if (section.isNested && this.#random.below(4) === 0) entry.entries.push(this.#entry(section));
    return entry;
  }

  /** Takes an entry out of what holds it. */
  #take(section: Section, entry: Entry): readonly Entry[] {
    for (const { entries } of [section, ...entriesIn(section.entries)]) {
      const at = entries.indexOf(entry);
      if (at >= 0) return entries.splice(at, 1);
    }
    return [];
  }

  #field(section: Section, entry: Entry): void {
    const names = Object.entries(fields[section.name] ?? {});
    // What waits for what stands first.
    const [name, values] = this.#one(this.#random.below(2) === 0 ? names.slice(0, 1) : names);
    if (this.#random.below(5) === 0) entry.fields = {};
    else entry.fields[name] = values[0] === '' ? this.#reference() : this.#one(values);
  }

  #reference(): string {
    const one = (): string =>
      `${this.#random.below(3) === 0 ? `${this.#one([...fileIds, ...ids])}/` : ''}${this.#one(ids)}`;
    return this.#random.below(4) === 0 ? `[${one()}, ${one()}]` : one();
  }

  #one<T>(all: readonly T[]): T {
    return all[this.#random.below(Math.max(1, all.length))] as T;
  }
}

/** What may stand in the entries of a section; where nothing is said of a value, it refers to something. */
const fields: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  items: {
    depends_on: [''],
    milestone: ids,
    status: ['dropped', 'todo', 'dropped'],
    sequential: ['true', 'false'],
    goal: [''],
    feature: [''],
    title: ['One', 'Another'],
    assignees: ids,
  },
  milestones: { depends_on: [''], goal: [''], title: ['One', 'Another'] },
  features: { depends_on: [''], goal: [''], status: ['dropped', 'planned'] },
  goals: { title: ['One', 'Another'] },
  programs: { title: ['One', 'Another'] },
  people: { name: ['One', 'Another'] },
};

function project(id: string): File {
  return {
    name: `${id}.project.yaml`,
    head: `project: Project ${id}\n`,
    id,
    sections: [section('items', true), section('milestones')],
  };
}

function roadmap(id: string): File {
  return {
    name: `${id}.roadmap.yaml`,
    head: `product: Product ${id}\n`,
    id,
    sections: [section('goals'), section('features')],
  };
}

function section(name: string, isNested = name === 'programs'): Section {
  return { name, isNested, entries: [] };
}

function entriesIn(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => [entry, ...entriesIn(entry.entries)]);
}

function isIn(entry: Entry, holder: Section | Entry): boolean {
  return entry === holder || entriesIn(entry.entries).some((one) => one === holder);
}

function textOf({ head, id, sections }: File): string {
  const sectionTexts = sections.map(({ name, entries }) =>
    entries.length === 0 ? '' : `${name}:\n${entries.map((entry) => entryText(name, entry, '  ')).join('')}`,
  );
  return `${head}${id === '' ? '' : `id: ${id}\n`}${sectionTexts.join('')}`;
}

function entryText(section: string, { id, fields, entries }: Entry, pad: string): string {
  const inner = section === 'programs' ? 'milestones' : section;
  const lines = Object.entries({ title: id, ...fields }).map(([name, value]) => `${pad}  ${name}: ${value}\n`);
  const below = entries.map((entry) => entryText(inner, entry, `${pad}    `)).join('');
  return `${pad}${id}:\n${lines.join('')}${below === '' ? '' : `${pad}  ${inner}:\n${below}`}`;
}

/** The lines in which two texts differ, as one change. */
function changeOf(before: string, after: string): TextChange {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let [from, end, endNow] = [0, old.length - 1, now.length - 1];
  while (from < end && from < endNow && old[from] === now[from]) from++;
  while (end > from && endNow > from && old[end - 1] === now[endNow - 1]) {
    end--;
    endNow--;
  }
  const text = now.slice(from, endNow).map((line) => `${line}\n`);
  return { range: { start: { line: from, character: 0 }, end: { line: end, character: 0 } }, text: text.join('') };
}
