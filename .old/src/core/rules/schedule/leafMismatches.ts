import { Temporal } from 'temporal-polyfill';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { formatDate, formatPercent, writeDate } from '../../plan/scalars';
import { named } from '../links/naming';
import { offer } from '../links/offer';
import type { Fix, FixContext } from '../rule';
import { conflictOf, type Mismatch } from './mismatch';

type Edit = FixContext['edit'];

/**
 * Where the status, the progress and the actual dates of an item without children contradict each other: the first of
 * its contradictions, since one slip often makes several. A status that is not written contradicts nothing.
 */
export function leafMismatch(file: ProjectFile, item: Item): Mismatch | undefined {
  return (
    finishedBeforeStarted(file, item) ??
    finishedButOpen(file, item) ??
    doneInPart(file, item) ??
    begunButTodo(file, item)
  );
}

function finishedBeforeStarted(file: ProjectFile, item: Item): Mismatch | undefined {
  const { started, finished } = item.fields;
  if (!started || !finished || Temporal.PlainDate.compare(finished.value, started.value) >= 0) return undefined;
  const [first, last] = [formatDate(started.value), formatDate(finished.value)];
  const swapped = (edit: Edit): ReturnType<Edit['combine']> =>
    edit.combine(
      edit.setScalar(file.uri, [...item.path, 'started'], writeDate(finished.value)),
      edit.setScalar(file.uri, [...item.path, 'finished'], writeDate(started.value)),
    );
  return {
    kind: 'finished-before-started',
    entity: item,
    message: `${named(item)} was finished on ${last}, before it was started on ${first}: put one of the dates right.`,
    ...conflictOf(
      file,
      { field: started, says: `Started on ${first}.` },
      { field: finished, says: `Finished on ${last}.` },
    ),
    fixes: (edit) => offer('Swap the two dates', swapped(edit)),
  };
}

function finishedButOpen(file: ProjectFile, item: Item): Mismatch | undefined {
  const { status, finished } = item.fields;
  if (!status || !finished || status.value === 'done') return undefined;
  const day = formatDate(finished.value);
  return {
    kind: 'finished-but-open',
    entity: item,
    message: `${named(item)} was finished on ${day}, but its status is \`${status.value}\`: set it done, or remove the date.`,
    ...conflictOf(
      file,
      { field: status, says: `Its status is \`${status.value}\`.` },
      { field: finished, says: `Finished on ${day}.` },
    ),
    fixes: (edit) => [...setStatus(file, item, 'done', edit), ...remove(file, item, 'finished', edit)],
  };
}

function doneInPart(file: ProjectFile, item: Item): Mismatch | undefined {
  const { status, progress } = item.fields;
  if (status?.value !== 'done' || !progress || progress.value >= 100) return undefined;
  const share = formatPercent(progress.value);
  const full = (edit: Edit): ReturnType<Edit['setScalar']> =>
    edit.setScalar(file.uri, [...item.path, 'progress'], '100%');
  return {
    kind: 'done-in-part',
    entity: item,
    message: `${named(item)} is done, but only to ${share}: set its progress to 100%, or its status to what it is.`,
    ...conflictOf(
      file,
      { field: status, says: 'Its status is `done`.' },
      { field: progress, says: `Its progress is ${share}.` },
    ),
    fixes: (edit) => [
      ...offer('Set `progress: 100%`', full(edit), { preferred: true }),
      ...setStatus(file, item, 'in-progress', edit, {}),
    ],
  };
}

function begunButTodo(file: ProjectFile, item: Item): Mismatch | undefined {
  const { status, progress, started } = item.fields;
  if (status?.value !== 'todo') return undefined;
  const begun = progress && progress.value > 0 ? progress : started;
  if (!begun) return undefined;
  const property = begun === started ? 'started' : 'progress';
  const share = formatPercent(progress?.value ?? 0);
  const fact = started && begun === started ? `was started on ${formatDate(started.value)}` : `is done to ${share}`;
  return {
    kind: 'begun-but-todo',
    entity: item,
    message: `${named(item)} ${fact}, but its status is \`todo\`: set the status to what it is.`,
    ...conflictOf(
      file,
      { field: status, says: 'Its status is `todo`.' },
      { field: begun, says: `${named(item)} ${fact}.` },
    ),
    fixes: (edit) => [
      ...setStatus(file, item, progress?.value === 100 ? 'done' : 'in-progress', edit),
      ...remove(file, item, property, edit),
    ],
  };
}

function setStatus(
  file: ProjectFile,
  { path }: Item,
  status: string,
  edit: Edit,
  more: Pick<Fix, 'preferred'> = { preferred: true },
): readonly Fix[] {
  return offer(`Set \`status: ${status}\``, edit.setProperty(file.uri, path, 'status', status), more);
}

function remove(file: ProjectFile, { path }: Item, property: string, edit: Edit): readonly Fix[] {
  return offer(`Remove \`${property}\``, edit.remove(file.uri, [...path, property]));
}
