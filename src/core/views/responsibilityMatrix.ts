import { contestedAreas, sharedAreas, type ContestedArea } from '../analysis/ownership/conflicts';
import { mismatchesIn } from '../analysis/ownership/mismatches';
import { answerableFor, areasOf, assignmentOf, assignmentsOf, idsOf } from '../analysis/responsibility';
import type { Assignment } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { areaById, areas, areaTitle, holdersOf } from '../plan/roles';
import { productAreas } from '../plan/roles/productAreas';
import { projectAreas } from '../plan/roles/projectAreas';
import { known } from './known';
import type { EntryPath } from './model';
import { entryOf, textOf } from './naming';
import type { AreaFinding, AreaGroup, AreaRow, MatrixCell, MatrixPerson, Responsibility } from './rolesModel';
import { sentenceCase } from './texts';

const letters: readonly Responsibility[] = ['accountable', 'responsible', 'consulted', 'informed'];

/** Whose areas a file is expected to have somebody for. */
export const usualLeads = { roadmap: 'product-manager', project: 'project-manager' } as const;

const catalogueOrder = new Map(areas.map(({ id }, index) => [id, index]));
const groupTitles = ['Product', 'Project', 'People and operations', 'Others'] as const;
const product = new Set(productAreas.map(([id]) => id));
const project = new Set(projectAreas.map(([id]) => id));

/**
 * Who is what for the areas of one file: those that `responsibilities` speaks of, those that fall to the owner or
 * manager by their role, and those that the product or project manager usually holds and here nobody does.
 */
export class ResponsibilityMatrix {
  readonly people: readonly MatrixPerson[];
  readonly groups: readonly AreaGroup[];
  /** The id of the owner or manager. */
  readonly lead: string | undefined;
  readonly #shared: ReadonlySet<string>;
  readonly #contested: readonly ContestedArea[];
  readonly #overlaps: ReadonlyMap<string, AreaFinding>;

  constructor(
    private readonly plan: Plan,
    private readonly file: RoadmapFile | ProjectFile,
  ) {
    this.lead = (file.kind === 'roadmap' ? file.root?.fields.owner : file.root?.fields.manager)?.value.id;
    this.#shared = new Set(sharedAreas(plan, file).map(({ assignment }) => assignment.id));
    this.#contested = contestedHere(plan, file);
    this.#overlaps = overlapsIn(plan, file);
    this.people = this.#people();
    this.groups = this.#groups();
  }

  /** The ids of those who answer for an area. */
  accountable(area: string): readonly string[] {
    return answerableFor(this.plan, this.file, area)?.people ?? [];
  }

  #people(): readonly MatrixPerson[] {
    const named = assignmentsOf(this.file).flatMap((assignment) => letters.flatMap((of) => namedFor(assignment, of)));
    const ids = [...new Set([...(this.lead === undefined ? [] : [this.lead]), ...named])];
    return ids.map((id) => {
      const [definition] = this.plan.people.definitions(id);
      const name = this.plan.people.name(id).replace(/\s+/g, ' ').trim();
      return known({
        id,
        entry: definition && entryOf(definition),
        name,
        initials: initialsOf(name),
        role: this.#roleOf(id),
      });
    });
  }

  #roleOf(id: string): string | undefined {
    const inTeam = this.file.kind === 'project' ? teamRolesOf(this.file, id) : [];
    const [name] = [...inTeam, ...this.plan.people.roles(id)];
    if (name === undefined) return undefined;
    return this.plan.role(name)?.title ?? sentenceCase(name);
  }

  #groups(): readonly AreaGroup[] {
    const isOpen = this.lead !== undefined || assignmentsOf(this.file).length > 0;
    if (!isOpen) return [];
    const byRole = this.lead === undefined ? [] : areasOf(this.plan, this.file, this.lead).byRole;
    const usual = this.plan.role(usualLeads[this.file.kind])?.holds ?? [];
    const ids = [...new Set([...assignmentsOf(this.file).map(({ id }) => id), ...byRole, ...usual])];
    const place = (id: string): number => catalogueOrder.get(id) ?? catalogueOrder.size;
    const rows = ids.sort((one, other) => place(one) - place(other)).map((id) => this.#row(id));
    return groupTitles
      .map((title) => ({ title, rows: rows.filter(({ id }) => groupOf(id) === title) }))
      .filter((group) => group.rows.length > 0);
  }

  #row(id: string): AreaRow {
    const assignment = assignmentOf(this.file, id);
    const answerable = answerableFor(this.plan, this.file, id);
    const inherited = answerable && !answerable.assignment ? answerable.people : [];
    const cells = this.people.map((person): MatrixCell => {
      const own = letters.filter((of) => assignment && namedFor(assignment, of).includes(person.id));
      const isInherited = inherited.includes(person.id);
      const isShared = this.#shared.has(id) && own.includes('accountable');
      return known({
        letters: isInherited ? (['accountable', ...own] as const) : own,
        inherited: isInherited || undefined,
        conflict: isShared || undefined,
      });
    });
    return known({
      id,
      title: areaTitle(id),
      what: areaById(id)?.what,
      entry: assignment ? entryOf(assignment) : this.#entryOfLead(answerable !== undefined),
      isAssigned: assignment !== undefined,
      cells,
      findings: this.#findings(id, assignment, answerable?.people ?? []),
    });
  }

  #entryOfLead(isTheirs: boolean): EntryPath {
    const path = isTheirs ? [this.file.kind === 'roadmap' ? 'owner' : 'manager'] : [];
    return { uri: this.file.uri, path };
  }

  #findings(id: string, assignment: Assignment | undefined, people: readonly string[]): readonly AreaFinding[] {
    const note = textOf(assignment?.fields.note);
    const overlap = this.#overlaps.get(id);
    const findings: readonly (AreaFinding | false)[] = [
      this.#shared.has(id) && { kind: 'conflict' as const, text: `${String(new Set(people).size)} accountable` },
      ...this.#contested.filter(({ area }) => area === id).map((contested) => this.#contestedText(contested)),
      people.length === 0 && { kind: 'gap' as const, text: 'Nobody accountable' },
      overlap ?? false,
      note !== undefined && { kind: 'note' as const, text: note },
    ];
    return findings.filter((finding) => finding !== false);
  }

  #contestedText({ roadmap, project: other, inRoadmap, inProject }: ContestedArea): AreaFinding {
    const isHere = this.file === roadmap;
    const person = this.plan.people.name((isHere ? inProject : inRoadmap).reference.id);
    const where = isHere ? textOf(other.root?.fields.project) : textOf(roadmap.root?.fields.product);
    return { kind: 'conflict', text: `With ${person} in ${where ?? (isHere ? other : roadmap).id}` };
  }
}

function contestedHere(plan: Plan, file: RoadmapFile | ProjectFile): readonly ContestedArea[] {
  if (file.kind === 'project') return contestedAreas(plan, file);
  return plan.projects.flatMap((each) => contestedAreas(plan, each)).filter(({ roadmap }) => roadmap === file);
}

/** By their areas, those whom nobody would expect there. */
function overlapsIn(plan: Plan, file: RoadmapFile | ProjectFile): ReadonlyMap<string, AreaFinding> {
  return new Map(
    mismatchesIn(plan, file)
      .filter(({ as }) => as === 'area')
      .flatMap(({ areas: ids, roles, usual }) => {
        const text = `${roles[0]?.title ?? 'Another role'} holds it`;
        const [first] = usual;
        const detail = first && `Usually the ${first.title.toLowerCase()}`;
        return ids.map((id) => [id, known({ kind: 'overlap' as const, text, detail })] as const);
      }),
  );
}

function namedFor({ fields }: Assignment, of: Responsibility): readonly string[] {
  return idsOf(fields[of]?.value);
}

/** What somebody does in one project alone, as it is written. */
export function teamRolesOf(file: ProjectFile, person: string): readonly string[] {
  const windows = file.root?.fields.team?.value.filter(({ key }) => key.value.id === person) ?? [];
  return windows.flatMap(({ value = [] }) => value.flatMap(({ fields }) => fields.role?.value.text ?? []));
}

function groupOf(area: string): (typeof groupTitles)[number] {
  if (product.has(area)) return 'Product';
  if (project.has(area)) return 'Project';
  return holdersOf(area).length > 0 ? 'People and operations' : 'Others';
}

/** Of the first and the last word of a name: `AN`. */
function initialsOf(name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  const firstOf = (word = ''): string => /^\P{M}\p{M}*/u.exec(word)?.[0] ?? '';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${firstOf(words[0])}${firstOf(last)}`.toUpperCase();
}
