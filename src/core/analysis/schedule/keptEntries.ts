import type { Plan, Work } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import type { SizeScale } from '../effort';
import { withItemsBelow } from '../entries';
import type { EntryNetwork } from './entryNetwork';
import type { FileNetwork } from './fileNetwork';
import type { PeopleTimes } from './personTime';
import type { Frame, ProjectFrame } from './projectFrame';
import { referredWork } from './referredWork';

/** What was read of each entry of a file in another version of it; undefined for those that have to be read. */
export type KeptEntries = readonly (EntryNetwork | undefined)[];

/**
 * Whether all that the entries of a file are read with is the same in another version of it: the calendar, the first
 * day, the sizes, the team and the people. Then entries that are the same become the same activities.
 *
 * @param before for the same day, and the same perspective
 */
export function isReadAlike(before: FileNetwork, frame: Frame, people: PeopleTimes): boolean {
  const { frame: known } = before;
  return (
    known.file.kind === frame.file.kind &&
    known.file.id === frame.file.id &&
    known.calendar === frame.calendar &&
    known.origin === frame.origin &&
    isSameProject(known, frame) &&
    before.people.every((person) => people.isStill(person, frame.calendar))
  );
}

/**
 * The entries that another version of a file has as well, and that refer to the same there. Where others wait for the
 * start of what is in them is left out of account.
 *
 * @param before read with the same, see {@link isReadAlike}
 * @param entries the items at the top, and the milestones
 */
export function keptEntries(before: FileNetwork, entries: readonly Work[], plan: Plan, { file }: Frame): KeptEntries {
  const same = sameEntries(before, entries);
  const stay = new Set(same);
  const names = new Set<string>();
  const name = (entry: Work): void => {
    for (const { id } of entry.kind === 'item' ? withItemsBelow(entry) : [entry]) names.add(id);
  };
  entries.forEach((entry, place) => {
    if (!same[place]) name(entry);
  });
  for (const one of before.entries.all) if (!stay.has(one)) name(one.entry);
  return same.map((one) => {
    const isStill =
      one?.names.some((id) => names.has(id)) === false &&
      one.references.every(({ reference, work }) => referredWork(plan, reference, file) === work);
    return isStill ? one : undefined;
  });
}

/** The entries that are there again, as far as they are in the order that they had: of two namesakes the first counts. */
function sameEntries({ entries: before }: FileNetwork, entries: readonly Work[]): KeptEntries {
  let last = -1;
  return entries.map((entry) => {
    const place = before.placeOf(entry) ?? -1;
    if (place <= last) return undefined;
    last = place;
    return before.all[place];
  });
}

function isSameProject(one: Frame, other: Frame): boolean {
  if (!isProject(one) || !isProject(other)) return !isProject(one) && !isProject(other);
  return sizesText(one.sizes) === sizesText(other.sizes) && teamText(one.file) === teamText(other.file);
}

/** Whether a frame is that of a project, and not of programs. */
export function isProject(frame: Frame): frame is ProjectFrame {
  return frame.file.kind === 'project';
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
