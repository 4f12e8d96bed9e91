import assert from 'node:assert/strict';
import { hover } from '../../../../src/core/features/hover';
import { planFrom, type TestPlan } from '../../planFrom';

/** A hover as it is shown. */
export interface Shown {
  readonly text: string;
  /** The text that the hover is shown on. */
  readonly on: string;
}

/** The hover at the mark of a plan; undefined where nothing is shown. */
export function shown(plan: TestPlan): Shown | undefined {
  const { uri, offset } = plan.cursor;
  const state = plan.service.state(uri);
  assert.ok(state);
  const found = hover(state, uri, offset);
  if (!found) return undefined;
  assert.ok(typeof found.contents === 'object' && 'kind' in found.contents);
  assert.equal(found.contents.kind, 'markdown');
  const source = plan.service.file(uri)?.document.source;
  assert.ok(source && found.range);
  const on = source.slice(source.offsetAt(found.range.start), source.offsetAt(found.range.end));
  return { text: found.contents.value, on };
}

/** The hover at the mark of these files. */
export async function hoverIn(files: Readonly<Record<string, string>>, today?: string): Promise<Shown> {
  const found = shown(await planFrom(files, today));
  assert.ok(found, 'nothing is shown');
  return found;
}

const roadmap = `product: Checkout
owner: alice
people:
  alice: { name: Alice Ng, role: product-manager, away: [2026-05-01..2026-05-08, 2026-01-02], capacity: 80% }
  bob: { name: Bob Lee, role: [project-manager, developer], team: Payments }
  dana: Dana Roy
themes:
  speed: { title: Speed, description: Everything that saves time }
customers:
  shop: { title: Small shops, needs: [Get paid, Sleep well] }
goals:
  growth: Sell abroad
  faster:
    title: Shorter time to pay
    why: Every second costs us customers.
    owner: alice
    parent: growth
    theme: speed
    customer: shop
    horizon: now
    target: 2026-Q3
    key_results:
      seconds: { title: Seconds to pay, baseline: 80 s, target: 30 s, current: 60 s }
      share: { title: Guests who pay, target: 62% }
features:
  one-page:
    title: One-page checkout
    goal: faster
    release: summer
    priority: must
    owner: alice
  wallet: { title: Pay by wallet, goal: faster, depends_on: one-page, release: summer }
releases:
  summer:
    title: Summer release
    date: 2026-08
    readiness:
      training: { title: Sales are trained, area: organizational-training, done: true }
      docs: { title: Help pages, area: documentation }
programs:
  season: { title: Ready for the season, manager: bob, goal: growth }
responsibilities:
  pricing: { accountable: dana, consulted: [bob], note: Dana ran pricing before we had a roadmap }
`;

const project = `project: Checkout rewrite
manager: bob
program: season
team:
  dana: { allocation: 50% }
milestones:
  cutover: { title: Cutover, date: 2026-08-01 }
items:
  spike: { title: Try out providers, status: done, assignees: dana }
  api:
    title: Payment API
    type: deliverable
    feature: one-page
    owner: bob
    sequential: true
    items:
      draft: { title: Draft the API, assignees: { dana: 50% }, estimate: 5d, start: 2026-05-04, end: 2026-05-08, status: done }
      build: { title: Build the API, assignees: [dana, bob], estimate: { optimistic: 3d, likely: 5d, pessimistic: 12d }, depends_on: spike SS+2d, milestone: cutover }
  docs: { title: Write it down, depends_on: build, status: in-progress, progress: 40% }
`;

/** One plan for many hovers, with the mark before the first `word` after `after`. */
export function plan(file: 'roadmap' | 'project', after: string, word: string): Record<string, string> {
  const mark = (text: string): string => {
    const from = text.indexOf(after);
    const at = text.indexOf(word, from);
    assert.ok(from >= 0 && at >= 0, `${after} … ${word} is not in the file`);
    return `${text.slice(0, at)}<CURSOR>${text.slice(at)}`;
  };
  return {
    'checkout.roadmap.yaml': file === 'roadmap' ? mark(roadmap) : roadmap,
    'checkout-rewrite.project.yaml': file === 'project' ? mark(project) : project,
  };
}
