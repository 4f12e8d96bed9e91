import assert from 'node:assert/strict';
import { planFrom, type TestPlan } from '../../planFrom';
import { allHints, assertHints, noHints, wholeOf, withHints } from './hintsIn';

const forecast = { ...noHints, forecast: true };
const certain = (days: number): string =>
  `estimate: { optimistic: ${String(days)}d, likely: ${String(days)}d, pessimistic: ${String(days)}d }`;

const project = `project: P
start: 2026-05-04
end: 2026-05-20⟦P80 15 May⟧
milestones: { live: { title: Live, date: 2026-05-18⟦P80 18 May⟧, notes: It waits for its date }, over: { title: Over, date: 2026-05-01, reached: 2026-05-01 } }
items:
  a: { title: A, deadline: 2026-05-08⟦P80 8 May⟧, ${certain(5)} }
  b: { title: B, deadline: 2026-05-12⟦P80 15 May⟧, ${certain(5)}, depends_on: a, feature: f }
  c: { title: C, deadline: 2026-05-12, ${certain(5)}, status: done }
`;
const roadmap = `product: S
goals: { g: { title: G, target: 2026-06⟦P80 15 May⟧ }, gone: { title: Gone, target: 2026-06, status: dropped } }
features: { f: { title: Fast, goal: g, release: r } }
releases: { r: { title: R, date: 2026-05-29⟦P80 15 May⟧ } }
`;
const plain = (marked: string): string => marked.replace(/⟦[^⟧]*⟧/g, '');

async function prepare(plan: TestPlan, name: string, isWanted = () => true): Promise<boolean> {
  return plan.service.prepareInlayHints(plan.uri(name), wholeOf(plan, name), isWanted);
}

/** Today is Monday 4 May 2026. */
describe('inlay hints with forecasts', () => {
  it('stand behind the deadlines of what is open', async () => {
    const marked = project.replace('end: 2026-05-20⟦P80 15 May⟧', 'end: 2026-05-20⟦P80 18 May⟧');
    await assertHints(marked, forecast);
    await assertHints(roadmap, forecast, { 'p.project.yaml': plain(project) }, 's.roadmap.yaml');
  });

  it('say how often the deadline is kept', async () => {
    const plan = await planFrom({ 'p.project.yaml': plain(project) });
    await prepare(plan, 'p.project.yaml');
    const hints = plan.service.inlayHints(plan.uri('p.project.yaml'), wholeOf(plan, 'p.project.yaml'), forecast);
    assert.deepEqual(
      hints.map(({ tooltip }) => typeof tooltip === 'object' && tooltip.value)[3],
      'With 80 % probability it is finished by 15 May 2026; the deadline is kept in 0 % of 10,000 simulated runs.',
    );
  });

  it('are not worked out while somebody waits for hints', async () => {
    const plan = await planFrom({ 'p.project.yaml': plain(project) });
    assert.equal(withHints(plan, 'p.project.yaml', forecast), plain(project));
    assert.equal(await prepare(plan, 'p.project.yaml'), true);
    assert.match(withHints(plan, 'p.project.yaml', forecast), /deadline: 2026-05-08⟦P80 8 May⟧/);
    assert.equal(await prepare(plan, 'p.project.yaml'), false, 'there is nothing more to do');
  });

  it('stay as they were after an edit, until they are worked out anew', async () => {
    const plan = await planFrom({ 'p.project.yaml': plain(project) });
    const uri = plan.uri('p.project.yaml');
    const shown = (): string | undefined =>
      /⟦P80[^⟧]*⟧/.exec(withHints(plan, 'p.project.yaml', forecast).split('a:')[1] ?? '')?.[0];
    await prepare(plan, 'p.project.yaml');
    plan.service.didOpen(uri, 1, plain(project).replace(certain(5), certain(6)));
    assert.equal(shown(), '⟦P80 8 May⟧');
    assert.equal(await prepare(plan, 'p.project.yaml'), true);
    assert.equal(shown(), '⟦P80 11 May⟧');
    plan.service.didChange(uri, 2, [
      { text: plain(project).replace(certain(5), certain(6)).replace('title: A', 'title: Other') },
    ]);
    assert.equal(await prepare(plan, 'p.project.yaml'), false, 'a title changes no forecast');
    assert.equal(shown(), '⟦P80 11 May⟧');
  });

  it('are left unfinished when the plan changes, or nobody wants them any more', async () => {
    const plan = await planFrom({ 'p.project.yaml': plain(project) });
    const uri = plan.uri('p.project.yaml');
    assert.equal(await prepare(plan, 'p.project.yaml', () => false), false);
    const preparing = prepare(plan, 'p.project.yaml');
    plan.service.didOpen(uri, 1, `${plain(project)}# changed\n`);
    assert.equal(await preparing, false);
    assert.doesNotMatch(withHints(plan, 'p.project.yaml', forecast), /P80/);
  });

  it('are left out of a plan that is too large, also where they were known before', async () => {
    const plan = await planFrom({ 'p.project.yaml': plain(project) });
    await prepare(plan, 'p.project.yaml');
    const many = Array.from({ length: 600 }, (_, at) => `  i${String(at)}: { title: I, estimate: 1d }\n`).join('');
    plan.service.didOpen(plan.uri('p.project.yaml'), 1, plain(project) + many);
    assert.equal(await prepare(plan, 'p.project.yaml'), true);
    assert.doesNotMatch(withHints(plan, 'p.project.yaml', forecast), /P80/);
  });

  it('can be turned off by themselves, as all others', async () => {
    const plan = await planFrom({ 'p.project.yaml': plain(project), 's.roadmap.yaml': plain(roadmap) });
    await prepare(plan, 'p.project.yaml');
    const kinds = { forecast: /⟦P80/, titles: /f⟦Fast⟧/, dates: /}⟦/ };
    for (const [kind, pattern] of Object.entries(kinds)) {
      const all = withHints(plan, 'p.project.yaml', allHints);
      const without = withHints(plan, 'p.project.yaml', { ...allHints, [kind]: false });
      assert.match(all, pattern);
      assert.doesNotMatch(without, pattern);
    }
  });
});
