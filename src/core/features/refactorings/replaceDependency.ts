import type { ReferenceSite } from '../../plan/binding';
import type { Item } from '../../plan/generated/entities';
import { formatDate, writeDate } from '../../plan/scalars';
import { named } from '../../rules/links/naming';
import { pathOfValue } from '../../rules/links/written';
import { plannedItemAt } from './plannedItem';
import type { Refactoring, RefactoringPlace } from './refactoring';
import { hasTimeToTry, keepingDates, once } from './trial';

/** Takes a dependency away, and writes down the start that it gave, which then stays. */
export const replaceDependency: Refactoring = {
  kind: 'refactor.rewrite.throughline.replaceDependency',

  offers(place) {
    const { state, file, edit } = place;
    const planned = hasTimeToTry(place) ? plannedItemAt(place) : undefined;
    if (!planned || planned.item.fields.start) return [];
    const { item, days } = planned;
    const site = dependencyAt(place, item);
    if (!site) return [];
    const { reference } = site;
    const resolution = state.plan.resolve(reference, file);
    if (resolution.status !== 'found') return [];
    const { uri } = file;
    const change = once(state, ['replace dependency', uri, ...item.path, '', reference.text], () => {
      const path = pathOfValue(file, item.path, 'depends_on', reference.text);
      const written = edit.inSequence(
        (next) => path && next.remove(uri, path),
        (next) => next.setProperty(uri, item.path, 'start', writeDate(days.first)),
      );
      return keepingDates(state, file, [written]);
    });
    const what = `the dependency on ${named(resolution.entity)} by its date: ${formatDate(days.first)}`;
    return change ? [{ title: `Replace ${what}`, edit: () => change }] : [];
  },
};

/** The dependency of an item that all of the selection stands in. */
function dependencyAt({ file, selection }: RefactoringPlace, item: Item): ReferenceSite | undefined {
  const { source } = file.document;
  const { start, end } = selection;
  for (const link of item.fields.depends_on?.value ?? []) {
    const span = source.spanOf(link.at);
    if (!span || span.start > start || end > span.end) continue;
    return file.references.find(
      ({ by, property, reference }) =>
        by === item && property === 'depends_on' && reference.text === link.value.target.text,
    );
  }
  return undefined;
}
