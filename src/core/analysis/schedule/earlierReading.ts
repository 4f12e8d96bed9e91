import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { SizeScale } from '../effort';
import type { FileNetwork } from './fileNetwork';
import type { LeafTiming } from './leafTiming';
import type { PeopleTimes, ReadPerson } from './personTime';
import type { Frame, ProjectFrame } from './projectFrame';

/** What was read of the items of a file in another version of it, and would be read as the same again. */
export interface EarlierReading {
  /** Of an item without children that is the same; undefined for any other. */
  timing(item: Item): LeafTiming | undefined;
}

/**
 * What can be taken from another version of a file, where all is the same that its items are read with: the calendar,
 * the first day, the sizes, the team and the people. Then items that are the same have the same timing.
 *
 * @param before for the same day, and the same perspective
 * @param note is told of everybody whose time is taken from there
 */
export function earlierReading(
  before: FileNetwork,
  frame: ProjectFrame,
  people: PeopleTimes,
  note: (person: ReadPerson) => void,
): EarlierReading | undefined {
  const { calendar } = frame;
  const isAlike = isProject(before.frame) && isSameFrame(before.frame, frame) && before.people.every(isStill);
  if (!isAlike) return undefined;
  const known = new Map(before.people.map((person) => [person.id, person]));
  return {
    timing: (item) => {
      const { timing } = before.nodes[before.nodesOf.get(item)?.start ?? -1] ?? {};
      for (const { id } of timing?.assignees ?? []) {
        const person = known.get(id);
        if (person) note(person);
      }
      return timing;
    },
  };

  function isStill(person: ReadPerson): boolean {
    return people.isStill(person, calendar);
  }
}

function isProject(frame: Frame): frame is ProjectFrame {
  return frame.file.kind === 'project';
}

function isSameFrame(one: ProjectFrame, other: ProjectFrame): boolean {
  return (
    one.calendar === other.calendar &&
    one.origin === other.origin &&
    sizesText(one.sizes) === sizesText(other.sizes) &&
    teamText(one.file) === teamText(other.file)
  );
}

function sizesText(sizes: SizeScale): string {
  return Object.values(sizes)
    .map(({ amount, unit, elapsed }) => `${String(amount)}${unit}${String(elapsed)}`)
    .join();
}

/** All that the team of a project says of when its people work, and how much. */
function teamText({ root }: ProjectFile): string {
  const texts = (root?.fields.team?.value ?? []).map(({ key, value = [] }) => {
    const windows = value.map(({ fields: { from, to, allocation } }) =>
      [from?.value.toString(), to?.value.toString(), allocation?.value].map(String).join(),
    );
    return [key.value.id, ...windows].join('\0');
  });
  return texts.join('\n');
}
