import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { atOnce, type Stepwise } from '../../stepwise';
import { calendarOf } from '../calendar';
import type { PlanOnDay } from '../planOnDay';
import type { FollowedReference, OutwardLink } from './entryNetwork';
import type { FileEntries } from './fileEntries';
import { FileReader } from './fileReader';
import type { Perspective } from './leafTiming';
import type { FileLinks } from './linkColumns';
import type { PlanLink, PlanNode } from './planNodes';
import { PeopleTimes, type ReadPerson } from './personTime';
import { programFrame, programMilestones, programsOf, projectFrame, type Frame } from './projectFrame';
import { referredWork } from './referredWork';

/**
 * What a project, or a file with the milestones of programs, adds to the network of its plan: its activities, the links
 * between them, and those to other files. Immutable, and the same for as long as nothing changes that it was read from:
 * the file, the calendar, the people who work in it, the work of other files that it refers to, and the day.
 */
export interface FileNetwork {
  readonly frame: Frame;
  /** The networks of its entries: the same objects as in another version where these are read as the same. */
  readonly entries: FileEntries;
  readonly nodes: readonly PlanNode[];
  /** The qualified ids of what the activities stand for. */
  readonly ids: readonly string[];
  readonly links: readonly PlanLink[];
  readonly columns: FileLinks;
  readonly outward: readonly OutwardLink[];
  /** In the order in which they are written; those within the file are left out, for the file alone decides on them. */
  readonly references: readonly FollowedReference[];
  readonly people: readonly ReadPerson[];
  /** The people with a limit whose time its open work takes. */
  readonly busy: ReadonlySet<string>;
  /** The day that it was read for. */
  readonly today: Temporal.PlainDate;
}

/**
 * The networks of all files of a plan that have work, in the order of the files.
 *
 * @param before those of another version of the plan: what would be read as the same again is taken from there
 */
export function fileNetworks(
  planOnDay: PlanOnDay,
  perspective: Perspective,
  before?: ReadonlyMap<PlanFile, FileNetwork>,
): ReadonlyMap<PlanFile, FileNetwork> {
  return atOnce(readingNetworks(planOnDay, perspective, before));
}

/** The same bit by bit. The plan must stay as it is until it is done. */
export function* readingNetworks(
  planOnDay: PlanOnDay,
  perspective: Perspective,
  before: ReadonlyMap<PlanFile, FileNetwork> = new Map(),
): Stepwise<ReadonlyMap<PlanFile, FileNetwork>> {
  const { plan } = planOnDay;
  const now = { ...planOnDay, people: new PeopleTimes(plan), changedNames: changedNames(plan, before) };
  const networks = new Map<PlanFile, FileNetwork>();
  const changed = new Map<string, FileNetwork>();
  for (const [file, network] of before) if (plan.files.get(file.uri) !== file) changed.set(file.uri, network);
  for (const file of plan.files.values()) {
    if (file.kind !== 'project' && programMilestones(file).length === 0) continue;
    const known = before.get(file);
    const isSame = known && isStill(known, now);
    const earlier = known ?? changed.get(file.uri);
    networks.set(file, isSame ? known : yield* readingNetwork(planOnDay, perspective, file, now.people, earlier));
    yield;
  }
  return networks;
}

/** What files read in another version of a plan are held against. */
interface Now extends PlanOnDay {
  readonly people: PeopleTimes;
  /** What references to work of other files name may lead elsewhere only for these files and programs. */
  readonly changedNames: ReadonlySet<string>;
}

/** The names of the files that have changed, come or gone, and of the programs in them. */
function changedNames({ files }: Plan, before: ReadonlyMap<PlanFile, unknown>): ReadonlySet<string> {
  const now = new Set(files.values());
  const names = new Set<string>();
  for (const file of [...now, ...before.keys()]) {
    if (now.has(file) && before.has(file)) continue;
    names.add(file.id);
    for (const { id } of programsOf(file)) names.add(id);
  }
  return names;
}

/** Whether what was read of a file in another version of its plan would be read as the same today. */
function isStill(network: FileNetwork, { plan, today, publicHolidays, people, changedNames: names }: Now): boolean {
  const { file, calendar } = network.frame;
  return (
    network.today.equals(today) &&
    calendarOf(plan, file.kind === 'project' ? file : undefined, publicHolidays) === calendar &&
    network.people.every((person) => people.isStill(person, calendar)) &&
    network.references.every(
      ({ reference, work }) => !names.has(reference.file ?? '') || referredWork(plan, reference, file) === work,
    )
  );
}

/** @param before that of another version of the file, or of the same one with other people or another calendar */
function* readingNetwork(
  planOnDay: PlanOnDay,
  perspective: Perspective,
  file: PlanFile,
  people: PeopleTimes,
  before: FileNetwork | undefined,
): Stepwise<FileNetwork> {
  const isProject = file.kind === 'project';
  const frame = isProject ? projectFrame(planOnDay, file) : programFrame(planOnDay, file);
  return yield* new FileReader(planOnDay, perspective, frame, people, before).reading();
}
