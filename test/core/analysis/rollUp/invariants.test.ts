import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { WorkRollUp } from '../../../../src/core/analysis/rollUp/workSum';
import { planFrom } from '../../planFrom';

interface RandomItem {
  readonly fields: readonly string[];
  readonly children: readonly RandomItem[];
}

const field = fc.constantFrom(
  ...['goal: g', 'goal: [h, g]', 'goal: nowhere', 'feature: f', 'feature: [f, e]', 'release: r', 'size: L'],
  ...['status: done', 'status: in-progress', 'status: dropped', 'progress: 30%', 'estimate: 3d', 'estimate: 0d'],
  ...['deadline: 2026-05-06', 'started: 2026-04-27', 'end: 2026-05-12', 'duration: 2d'],
);
const fields = fc
  .array(field, { maxLength: 4 })
  .map((all) => [...new Map(all.map((each) => [each.split(':')[0], each])).values()]);
const leaf: fc.Arbitrary<RandomItem> = fc.record({ fields, children: fc.constant([]) });
const holding = (child: fc.Arbitrary<RandomItem>): fc.Arbitrary<RandomItem> =>
  fc.record({ fields, children: fc.array(child, { maxLength: 3 }) });
const item = holding(holding(leaf));
const project = fc.record({
  header: fc.subarray(['goal: g', 'end: 2026-05-08', 'program: all', 'health: on-track'], { maxLength: 4 }),
  items: fc.array(item, { maxLength: 4 }),
});

const roadmap = (part: string, parent: string, statuses: readonly string[]): string => `product: P
goals:
  g: { title: G, target: 2026-05, parent: ${parent} }
  h: { title: H, parent: ${part} }
features:
  f: { title: F, goal: g, release: r }
  e: { title: E, goal: h, status: ${statuses[0] ?? 'planned'} }
  none: { title: N, goal: [g, h], release: r, status: ${statuses[1] ?? 'planned'} }
releases: { r: { title: R, date: 2026-05-20 } }
programs: { all: { title: All } }
`;
const status = fc.constantFrom('idea', 'planned', 'in-progress', 'released', 'dropped');
const roadmaps = fc
  .tuple(
    fc.constantFrom('g', 'h'),
    fc.constantFrom('g', 'h', 'nowhere'),
    fc.array(status, { minLength: 2, maxLength: 2 }),
  )
  .map(([part, parent, statuses]) => roadmap(part, parent, statuses));

interface RandomProject {
  readonly header: readonly string[];
  readonly items: readonly RandomItem[];
}

/** Ids follow from the place before anything is reordered, so that they stay with what they name. */
function itemsText(items: readonly RandomItem[], id: string, isReversed: boolean): string {
  const texts = items.map(({ fields: own, children }, at) => {
    const key = `${id}-${String(at)}`;
    const below = children.length > 0 ? [`items: ${itemsText(children, key, isReversed)}`] : [];
    const all = [`title: ${key}`, ...own, ...below];
    return `${key}: { ${(isReversed ? all.reverse() : all).join(', ')} }`;
  });
  return `{ ${(isReversed ? texts.reverse() : texts).join(', ')} }`;
}

function filesOf(text: string, projects: readonly RandomProject[], isReversed: boolean): Record<string, string> {
  const files = projects.map(({ header, items }, at) => {
    const id = `p${String(at)}`;
    // The order of files is that of their names.
    const name = isReversed ? `${'zyx'[at] ?? ''}.project.yaml` : `${'abc'[at] ?? ''}.project.yaml`;
    const lines = [`project: ${id}`, `id: ${id}`, ...header, `items: ${itemsText(items, id, isReversed)}`];
    return [name, `${(isReversed ? lines.reverse() : lines).join('\n')}\n`] as const;
  });
  return Object.fromEntries([[isReversed ? '0.roadmap.yaml' : 'zz.roadmap.yaml', text], ...files]);
}

/** Every roll-up of a plan by a name that does not depend on the order of anything. */
function rollUpsOf({ plan, rollUps }: PlanAnalysis): ReadonlyMap<string, WorkRollUp> {
  const found = new Map<string, WorkRollUp>();
  for (const goal of plan.all('goal')) found.set(`goal ${goal.id}`, rollUps.goal(goal));
  for (const feature of plan.all('feature')) found.set(`feature ${feature.id}`, rollUps.feature(feature));
  for (const release of plan.all('release')) found.set(`release ${release.id}`, rollUps.release(release));
  for (const program of plan.all('program')) found.set(`program ${program.id}`, rollUps.program(program));
  for (const file of plan.projects) {
    found.set(`project ${file.id}`, rollUps.project(file));
    for (const work of plan.work(file).values()) {
      const rollUp = work.kind === 'item' ? rollUps.item(work) : undefined;
      if (rollUp) found.set(`item ${work.id}`, rollUp);
    }
  }
  return found;
}

/** What two roll-ups of the same must agree in; sums of fractions depend on their order in the last digit. */
function comparable(rollUp: WorkRollUp): unknown {
  const { progress, weight, items, earliest, latest, last, unscheduled, unmeasured } = rollUp;
  return {
    progress: progress === undefined ? undefined : Number(progress.toFixed(9)),
    weight: Number(weight.toFixed(6)),
    items,
    dates: [earliest?.toString(), latest?.toString(), last?.qualifiedId],
    unknown: [unscheduled, unmeasured],
    health: 'health' in rollUp ? rollUp.health : undefined,
    ...('featureCounts' in rollUp ? { features: rollUp.featureCounts } : {}),
  };
}

/** Health names what it is about by its entity, whose place in the file is another one. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'about' ? undefined : inner)));
}

async function analysisOf(files: Record<string, string>): Promise<PlanAnalysis> {
  return (await planFrom(files)).state().analysis;
}

describe('any roll-up', () => {
  const plans = fc.record({ text: roadmaps, projects: fc.array(project, { minLength: 1, maxLength: 3 }) });

  it('is a share from nothing to all, with counts that add up and dates in their order', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ text, projects }) => {
        for (const [name, rollUp] of rollUpsOf(await analysisOf(filesOf(text, projects, false)))) {
          const { progress, weight, items, earliest, latest } = rollUp;
          if (progress !== undefined) assert.ok(progress >= 0 && progress <= 1, `${name}: ${String(progress)}`);
          assert.ok(Number.isFinite(weight) && weight >= 0, name);
          assert.equal(items.open + items.done, items.total, name);
          if (earliest && latest) assert.ok(earliest.until(latest).days >= 0, name);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not change when files, entries and properties are reordered', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ text, projects }) => {
        const one = rollUpsOf(await analysisOf(filesOf(text, projects, false)));
        const other = rollUpsOf(await analysisOf(filesOf(text, projects, true)));
        assert.deepEqual([...one.keys()].sort(), [...other.keys()].sort());
        for (const [name, rollUp] of one) {
          const again = other.get(name);
          assert.ok(again);
          assert.deepEqual(withoutPlaces(comparable(again)), withoutPlaces(comparable(rollUp)), name);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts in a program what its projects count, and in a project what its items do', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ text, projects }) => {
        const { plan, rollUps } = await analysisOf(filesOf(text, projects, false));
        const [program] = plan.all('program');
        assert.ok(program);
        const total = (rolled: readonly (WorkRollUp | undefined)[]): number =>
          rolled.reduce((sum, each) => sum + (each?.items.total ?? 0), 0);
        const whole = rollUps.program(program);
        assert.equal(whole.items.total, total(whole.projects.map((file) => rollUps.project(file))));
        for (const file of plan.projects) {
          const tops = file.root?.fields.items?.value ?? [];
          assert.equal(rollUps.project(file).items.total, total(tops.map((top) => rollUps.item(top))));
        }
      }),
      { numRuns: 40 },
    );
  });
});
