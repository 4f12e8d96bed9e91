import { definitionsButItems } from '../analysis/picking';
import type { Goal } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import { shortestPath, stronglyConnected, type Edge } from '../analysis/network/rings';
import { named } from './links/naming';
import { offer } from './links/offer';
import { pathOfValue } from './links/written';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly text: string;
  readonly title: string;
}

interface ParentLink extends Edge<Goal> {
  readonly from: Goal;
}

export default defineRule<Data>({
  id: 'goal-cycle',
  group: 'references',
  severity: 'error',
  docs: {
    summary: 'Goals that are each other’s parent.',
    why: 'A goal’s parent is the larger goal that it contributes to. Goals that lead back to themselves have no largest one, so nothing can be rolled up to it, and nobody can say what they are for in the end.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, parent: loyal }
  loyal: { title: Buyers come back, parent: faster }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, parent: loyal }
  loyal: Buyers come back
`,
  },
  checkFile({ plan, file, report }) {
    const own = definitionsButItems(file).filter((entity): entity is Goal => entity.kind === 'goal');
    const parents = (goal: Goal): readonly ParentLink[] => parentLinks(plan, goal);
    for (const set of stronglyConnected(own, parents)) {
      const first = firstOf(plan, set);
      const [link] = first ? parents(first) : [];
      const field = first?.fields.parent;
      // A ring over several files is reported in the first of them.
      if (!first || !link || !field || first.uri !== file.uri) continue;
      const others = shortestPath(link.to, first, parents, set) ?? [];
      const ring = [...[link, ...others].map(({ from }) => named(from)), named(first)].join(' → ');
      const message =
        others.length === 0
          ? `${named(first)} is its own parent: name the larger goal that it contributes to, or none.`
          : `${named(first)} is a part of itself, by way of its parents: ${ring}. Remove one of these parents.`;
      const related = others.flatMap(({ from, to }) => {
        const at = from.fields.parent?.at;
        return at ? [{ at, message: `${named(to)} is the parent of ${named(from)}.` }] : [];
      });
      report({
        at: field.at,
        message,
        related,
        data: { path: first.path, text: field.value.text, title: named(first) },
      });
    }
  },
  fixes({ data: { path, text, title }, file, edit }) {
    const value = pathOfValue(file, path, 'parent', text);
    return value ? offer(`Remove the parent of ${title}`, edit.remove(file.uri, value)) : [];
  },
});

function parentLinks(plan: Plan, goal: Goal): readonly ParentLink[] {
  const file = plan.fileOf(goal);
  const parent = goal.fields.parent;
  const target = file && parent && plan.target(parent.value, file);
  return target ? [{ from: goal, to: target }] : [];
}

/** The first of some goals by file and place. */
function firstOf(plan: Plan, goals: ReadonlySet<Goal>): Goal | undefined {
  const uri = [...goals].map((goal) => goal.uri).sort()[0];
  const file = uri === undefined ? undefined : plan.files.get(uri);
  return file?.definitions.find((entity): entity is Goal => goals.has(entity as Goal));
}
