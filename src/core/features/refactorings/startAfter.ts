import type { Editor, PlanEdit } from '../../edit/editor';
import { epochDay } from '../../analysis/calendar';
import type { Work } from '../../plan/plan';
import { named } from '../../rules/links/naming';
import { referenceText } from '../../plan/referenceText';
import type { PlanState } from '../planState';
import { plannedItemAt, type PlannedItem } from './plannedItem';
import type { Refactoring } from './refactoring';
import { hasTimeToTry, keepingDates, once } from './trial';
import { workBefore } from './workBefore';

/** For how many items at most it is tried out whether the start follows from them. */
const mostTried = 2;

/** Has a start follow from what comes right before it: the date goes, and the dependency that gives it comes. */
export const startAfter: Refactoring = {
  kind: 'refactor.rewrite.throughline.startAfter',

  offers(place) {
    const { state, edit } = place;
    const planned = hasTimeToTry(place) ? plannedItemAt(place) : undefined;
    if (!planned?.item.fields.start) return [];
    return once(state, ['start after', planned.file.uri, ...planned.item.path], () =>
      workBefore(state, planned)
        .slice(0, mostTried)
        .flatMap(({ work, isLinked }) => {
          const edits = changes(state, planned, isLinked ? undefined : work, edit);
          const change = keepingDates(state, planned.file, edits);
          return change ? [{ title: `Start after ${named(work)}`, edit: () => change }] : [];
        }),
    );
  },
};

/**
 * The edits by which the start may follow from work, the smallest first: with the length that the item states, else with
 * as many working days as there are from its start to its end.
 *
 * @param predecessor undefined where the item waits for it already
 */
function* changes(
  { plan, analysis }: PlanState,
  { file, item, days }: PlannedItem,
  predecessor: Work | undefined,
  edit: Editor,
): Generator<PlanEdit | undefined> {
  const { uri } = file;
  const { path, fields } = item;
  const reference = predecessor && referenceText(plan, predecessor, 'work', file);
  if (predecessor && reference === undefined) return;
  const undated = (editor: Editor): PlanEdit | undefined =>
    editor.inSequence(
      (next) => next.remove(uri, [...path, 'start']),
      ...(fields.end ? [(next: Editor) => next.remove(uri, [...path, 'end'])] : []),
      ...(reference === undefined
        ? []
        : [(next: Editor) => next.appendToList(uri, [...path, 'depends_on'], reference)]),
    );
  yield undated(edit);
  if (!fields.end || fields.duration) return;
  const calendar = analysis.schedule.of(item)?.calendar;
  const workdays = calendar?.workdaysBetween(epochDay(days.first), epochDay(days.last)) ?? 0;
  if (workdays === 0) return;
  yield edit.inSequence(undated, (next) => next.setProperty(uri, path, 'duration', `${String(workdays)}d`));
}
