import { featureLine, goalLine, projectLine } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { AnyEntity } from '../../plan/entity';
import type { EntryPath } from '../../plan/entryPath';
import type { Feature, Goal } from '../../plan/generated/entities';
import { branchEntry } from './branchEntry';
import { planBranches, type Branch, type TopBranch } from './branches';
import { matcherOf } from './matches';
import type { PlanFilter } from './model';
import { keyOf, Section, type Matches, type Position } from './section';

/** The tree of one plan as it is now, or what a filter leaves of it. Levels are made when they are asked for. */
export class PlanTree {
  /** By their keys, in the order of the tree. */
  readonly #sections = new Map<string, Section>();
  readonly #tops: readonly Section[];
  readonly #matches: Matches | undefined;
  #matching: number | undefined;

  constructor(
    readonly analysis: PlanAnalysis,
    filter: PlanFilter,
  ) {
    this.#matches = matcherOf(analysis, filter);
    this.#tops = planBranches(analysis).map((branch) => this.#topSection(branch));
  }

  get isFiltered(): boolean {
    return this.#matches !== undefined;
  }

  /** What stands at the top. */
  get roots(): readonly Position[] {
    return this.#tops.filter(({ isShown }) => isShown).map(({ top }) => top);
  }

  parent({ section, parent }: Position): Position | undefined {
    return parent ?? section.above;
  }

  /** How many things of the plan the filter leaves, those left out that only lead there. */
  get matching(): number {
    return (this.#matching ??= [...this.#sections.values()].reduce((sum, { matching }) => sum + matching, 0));
  }

  /** The position with the key of its section and its own, where it is shown. */
  find(section: string, key: string): Position | undefined {
    return this.#sections.get(section)?.find(key);
  }

  /**
   * The position of an entry; where that is no thing of the tree, of the innermost one that holds it. Of a thing that
   * serves several goals, its first.
   */
  positionOf({ uri, path }: EntryPath): Position | undefined {
    for (let length = path.length; length >= 0; length--) {
      const entry = { uri, path: path.slice(0, length) };
      const found = this.#positionOf(entry);
      if (found) return found;
    }
    return undefined;
  }

  #positionOf(entry: EntryPath): Position | undefined {
    const key = keyOf(entry);
    const own = this.find(key, key);
    if (own) return own;
    for (const section of this.#sectionsFor(entry)) {
      const found = section.find(key);
      if (found) return found;
    }
    return undefined;
  }

  /** The sections in which an entry may stand. */
  #sectionsFor(entry: EntryPath): readonly Section[] {
    const goals = this.#goalsOf(entry);
    if (goals === undefined) return [];
    if (goals.length === 0) return this.#tops;
    const above = this.analysis.lineageTree.goals.upwards(goals);
    return [...this.#sections.values()].filter(
      ({ top: { branch } }) => branch.kind === 'goal' && above.has(branch.goal),
    );
  }

  /** The goals that the thing at an entry serves; undefined where no thing of the tree stands there. */
  #goalsOf({ uri, path }: EntryPath): readonly Goal[] | undefined {
    const { plan } = this.analysis;
    const file = plan.files.get(uri);
    if (!file) return undefined;
    if (path.length === 0) return file.kind === 'project' ? (projectLine(plan, file)?.goals ?? []) : undefined;
    const id = path.at(-1) ?? '';
    const isHere = (entity: AnyEntity): boolean => keyOf(entity) === keyOf({ uri, path });
    const item = plan.work(file).get(id);
    if (item?.kind === 'item' && isHere(item)) return goalLine(plan, file, item)?.goals ?? [];
    const goal = plan.named('goal', id).find(isHere);
    if (goal) return [goal];
    const feature: Feature | undefined = plan.named('feature', id).find(isHere);
    return feature && (featureLine(plan, feature)?.goals ?? []);
  }

  /** A product is a section, and each of its goals is one. */
  #topSection(branch: TopBranch): Section {
    if (branch.kind !== 'product') return this.#add(branch, undefined, branch.children);
    const goals = branch.children.filter(({ kind }) => kind === 'goal');
    const others = branch.children.filter(({ kind }) => kind !== 'goal');
    const section = this.#add(branch, undefined, others);
    section.inner.push(...goals.map((goal) => this.#add(goal, section.top, goal.children)));
    return section;
  }

  #add(branch: Branch, above: Position | undefined, below: readonly Branch[]): Section {
    const key = keyOf(branchEntry(branch));
    const section = new Section(key, branch, above, below, this.#matches);
    this.#sections.set(key, section);
    return section;
  }
}
