import type { ProjectProgress } from '../analysis/progress';
import type { Item } from '../plan/generated/entities';
import { sizes, writeDuration } from '../plan/scalars';
import { counted, listed, named } from './links/naming';
import { offer } from './links/offer';
import { estimatesOf, type Estimates } from './people/missingEstimates';
import { isAtRest } from './schedule/overdue';
import { defineRule } from './rule';

interface Options {
  readonly share: number;
}

/** More items than these are counted in the message, more places nobody follows, and more edits nobody checks. */
const [mostNamed, mostRelated, mostEdited] = [3, 50, 50];

export default defineRule<true, Options>({
  id: 'missing-estimate',
  group: 'people-and-money',
  severity: 'info',
  // What waits for an item may stand in any file.
  wholePlan: true,
  docs: {
    summary: 'Open items without any estimate, in a project under way that estimates its work.',
    why: 'Where most items say how much work they are, the few that do not are easily taken for none: they have no dates, nobody is booked for them, and the end of the project is too early by their length. A rough size does. Projects that do not estimate are not asked, and neither are those that are still being planned.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
phase: execution
items:
  api: { title: Payment API, estimate: 8d }
  form: { title: Payment form, estimate: 5d }
  receipts: { title: Receipts by mail }
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
phase: execution
items:
  api: { title: Payment API, estimate: 8d }
  form: { title: Payment form, estimate: 5d }
  receipts: { title: Receipts by mail, size: S }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  options: {
    share: {
      type: 'number',
      description:
        'Of more than how many percent of its items without children a project has to say how long they take.',
      default: 50,
      minimum: 0,
      maximum: 100,
    },
  },
  checkFile({ file, analysis, options, report }) {
    if (file.kind !== 'project' || !file.root || isAtRest(file)) return;
    const { phase, items } = file.root.fields;
    if (phase?.value !== 'execution' || !items) return;
    const { missing, leaves, given } = estimatesOf(file, analysis);
    if (missing.length === 0 || given * 100 <= leaves.length * options.share) return;
    const which = listed(missing.map(named), 'and', mostNamed);
    const verb = missing.length === 1 ? 'has' : 'have';
    const message = `${counted(missing.length, 'open item')} of ${named(file.root)} ${verb} neither estimate, size, duration nor dates: ${which}; ${String(given)} of ${counted(leaves.length, 'item')} have. Give ${missing.length === 1 ? 'it' : 'each'} a rough estimate.`;
    const related = missing.map((item) => ({ at: item.key, message: `${named(item)} says nothing of its size.` }));
    report({ at: items.key, message, related: related.slice(0, mostRelated), data: true });
  },
  fixes({ file, analysis, edit }) {
    if (file.kind !== 'project') return [];
    const estimates = estimatesOf(file, analysis);
    const { missing } = estimates;
    const [first, ...others] = missing;
    if (!first || missing.length > mostEdited) return [];
    const { key, value } = usual(estimates, first, analysis.progress(file));
    const edits = missing.map(({ path }) => edit.setProperty(file.uri, path, key, value));
    const what = others.length === 0 ? named(first) : `all ${String(missing.length)}`;
    return offer(`Give ${what} the median of the others, \`${key}: ${value}\``, edit.combine(...edits));
  },
});

/** What an item without an estimate counts as already, written as the project writes most of its estimates. */
function usual(
  { leaves }: Estimates,
  missing: Item,
  progress: ProjectProgress,
): { readonly key: 'size' | 'estimate'; readonly value: string } {
  const written = leaves.flatMap(({ fields }) => fields.size?.value ?? []).map((size) => sizes.indexOf(size));
  const estimated = leaves.filter(({ fields }) => fields.estimate).length;
  if (written.length > estimated) {
    const middle = written.sort((one, other) => one - other)[Math.floor((written.length - 1) / 2)];
    return { key: 'size', value: sizes[middle ?? 0] ?? 'M' };
  }
  const days = (progress.of(missing)?.weight ?? 0) / progress.calendar.minutesPerDay;
  // To quarters of a day: nobody estimates more finely.
  const amount = Math.max(0.25, Math.round(days * 4) / 4);
  return { key: 'estimate', value: writeDuration({ amount, unit: 'd', elapsed: false }) };
}
