import { Temporal } from 'temporal-polyfill';
import { itemsWhere } from '../analysis/entries';
import { fieldOf, type AnyEntity, type Field } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import { formatDate, writeDate } from '../plan/scalars';
import { daysOff, type WrittenRange } from './links/daysOff';
import { named } from './links/naming';
import { offer } from './links/offer';
import { defineRule, type Fix, type FixContext } from './rule';

type Data =
  { readonly path: readonly string[]; readonly property: string } | { readonly range: string; readonly number: number };

export default defineRule<Data>({
  id: 'end-before-start',
  group: 'schedule',
  severity: 'error',
  readsFileAlone: true,
  docs: {
    summary: 'A range that ends before it starts.',
    why: 'Usually two dates have changed places, or a year was not changed with the rest. Nothing can be scheduled in a range that ends before it starts, and days off in one do not count. Actual dates are another matter: those are history.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
start: 2026-10-05
end: 2026-03-26
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
start: 2026-10-05
end: 2027-03-26
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, report }) {
    for (const { entity, start, end, property } of windows(file)) {
      if (Temporal.PlainDate.compare(end.value, start.value) >= 0) continue;
      const message = messageFor(subject(entity), start.value, end.value);
      const related = [{ at: start.at, message: `The start: ${formatDate(start.value)}` }];
      report({ at: end.at, message, related, data: { path: entity.path, property } });
    }
    daysOff(file).forEach(({ range, end, what }, number) => {
      if (Temporal.PlainDate.compare(range.last, range.first) >= 0) return;
      report({ at: end, message: messageFor(what, range.first, range.last), data: { range: range.text, number } });
    });
  },
  fixes({ data, file, edit }) {
    if ('range' in data) {
      const found = daysOff(file)[data.number];
      return found?.range.text === data.range ? rangeFixes(found, edit) : [];
    }
    const { path, property } = data;
    const window = windows(file).find((each) => each.property === property && each.entity.path.join() === path.join());
    return window ? windowFixes(window, file, edit) : [];
  },
});

interface Window {
  readonly entity: AnyEntity;
  readonly start: Field<Temporal.PlainDate>;
  readonly end: Field<Temporal.PlainDate>;
  /** The property of the end. */
  readonly property: string;
  readonly startProperty: string;
}

const itemsWithBoth = itemsWhere(({ fields }) => fields.start !== undefined && fields.end !== undefined);

/** The entities of a file that have two dates, both of them written. */
function windows(file: PlanFile): readonly Window[] {
  const { root } = file;
  const nested = root?.kind === 'project' ? [root.fields.baseline?.value, ...teamWindows(root)] : [];
  const items = file.kind === 'project' ? itemsWithBoth(file) : [];
  const entities = [root?.kind === 'project' ? root : undefined, ...nested, ...items];
  return entities.flatMap((entity): readonly Window[] => {
    if (!entity || !['project', 'baseline', 'team-window', 'item'].includes(entity.kind)) return [];
    const [startProperty, property] = entity.kind === 'team-window' ? ['from', 'to'] : ['start', 'end'];
    const start = fieldOf(entity, startProperty) as Field<Temporal.PlainDate> | undefined;
    const end = fieldOf(entity, property) as Field<Temporal.PlainDate> | undefined;
    return start && end ? [{ entity, start, end, property, startProperty }] : [];
  });
}

function teamWindows(project: NonNullable<Extract<PlanFile, { kind: 'project' }>['root']>): readonly AnyEntity[] {
  return project.fields.team?.value.flatMap(({ value = [] }) => value) ?? [];
}

function subject(entity: AnyEntity): string {
  if (entity.kind === 'baseline') return 'The baseline';
  if (entity.kind === 'team-window') return `The time of \`${entity.path[1] ?? ''}\` on the team`;
  return named(entity);
}

function messageFor(what: string, start: Temporal.PlainDate, end: Temporal.PlainDate): string {
  return `${what} ends on ${formatDate(end)}, before it starts on ${formatDate(start)}: swap the dates, or move the end.`;
}

function windowFixes(
  { entity, start, end, property, startProperty }: Window,
  file: PlanFile,
  edit: Editor,
): readonly Fix[] {
  const set = (name: string, to: Temporal.PlainDate): ReturnType<Editor['setScalar']> =>
    edit.setScalar(file.uri, [...entity.path, name], writeDate(to));
  return [
    ...offer('Swap the two dates', edit.combine(set(startProperty, end.value), set(property, start.value))),
    ...offer(`Move the end to ${formatDate(start.value)}`, set(property, start.value)),
  ];
}

function rangeFixes({ range, whole }: WrittenRange, edit: Editor): readonly Fix[] {
  const [first, last] = [writeDate(range.first), writeDate(range.last)];
  return [
    ...offer('Swap the two dates', edit.replace(whole, `${last}..${first}`)),
    ...offer(`Move the end to ${formatDate(range.first)}`, edit.replace(whole, first)),
  ];
}

type Editor = FixContext['edit'];
