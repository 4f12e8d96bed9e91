import { isOpenGoal } from '../analysis/openWork';
import type { Field } from '../plan/entity';
import type { Goal, KeyResult } from '../plan/generated/entities';
import { definitionsOf, type PlanFile } from '../plan/planFile';
import { formatQuantity, type Quantity } from '../plan/scalars';
import { listed, named } from './links/naming';
import { defineRule, type Related } from './rule';

export default defineRule({
  id: 'key-result-unmeasurable',
  group: 'lineage',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary: 'A key result whose baseline is its target, or whose figures have different units.',
    why: 'The progress of a key result is the way from its baseline to its current figure, as a share of the way to its target. Where there is no way to go, or where seconds would be taken from percent, there is no such share, and the goal looks as if nobody measured it.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster:
    title: Buyers pay in under a minute
    key_results:
      time: { title: Time from basket to receipt, baseline: 140 s, target: 1 min }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster:
    title: Buyers pay in under a minute
    key_results:
      time: { title: Time from basket to receipt, baseline: 140 s, target: 60 s }
`,
  },
  checkFile({ file, report }) {
    for (const goal of definitionsOf(file, 'goal')) {
      if (!isOpenGoal(goal)) continue;
      for (const result of resultsOf(goal)) {
        const misfit = misfitIn(file, result);
        if (!misfit) continue;
        const { first, later, why } = misfit;
        report({
          at: later.field.at,
          message: `${named(result)} cannot be measured: ${why}`,
          related: [relatedTo(first)],
        });
      }
    }
  },
});

interface Figure {
  readonly name: 'baseline' | 'target' | 'current';
  readonly field: Field<Quantity>;
}

/** Two figures that do not fit each other, in source order, and why. */
interface Misfit {
  readonly first: Figure;
  readonly later: Figure;
  readonly why: string;
}

function resultsOf({ fields: { key_results } }: Goal): readonly KeyResult[] {
  return key_results?.value ?? [];
}

/** The figures of a key result that fit each other least: those of different units, else a baseline that is the target. */
function misfitIn({ document: { source } }: PlanFile, { fields }: KeyResult): Misfit | undefined {
  const figures = (['baseline', 'target', 'current'] as const)
    .flatMap((name): readonly Figure[] => (fields[name] ? [{ name, field: fields[name] }] : []))
    .sort((one, other) => (source.spanOf(one.field.at)?.start ?? 0) - (source.spanOf(other.field.at)?.start ?? 0));
  return differentUnits(figures) ?? noWayToGo(figures.filter(({ name }) => name !== 'current'));
}

function differentUnits([first, ...others]: readonly Figure[]): Misfit | undefined {
  const later = others.find(({ field }) => field.value.unit !== first?.field.value.unit);
  if (!first || !later) return undefined;
  const units = [first, later].map(({ name, field }) => `its ${name} ${unitText(field.value)}`);
  return { first, later, why: `${listed(units)}. Give all its figures in one unit.` };
}

function noWayToGo([first, later]: readonly Figure[]): Misfit | undefined {
  if (!first || later?.field.value.value !== first.field.value.value) return undefined;
  const why = `its baseline and its target are both ${formatQuantity(later.field.value)}. Write where it stood at the start, and where it should be.`;
  return { first, later, why };
}

function unitText({ unit }: Quantity): string {
  return unit === undefined ? 'has no unit' : `is in ${unit}`;
}

function relatedTo({ name, field }: Figure): Related {
  return { at: field.at, message: `The ${name}: ${formatQuantity(field.value)}.` };
}
