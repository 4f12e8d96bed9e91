import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { goalLine } from '../../../../src/core/analysis/lineage';
import { pastPromise } from '../../../../src/core/analysis/pastPromises';
import { epochDay } from '../../../../src/core/analysis/calendar';
import { openRows } from '../../../../src/core/rules/schedule/openRows';
import { analysisOf } from '../../analysis/schedule/scheduleFrom';

const roadmap = `
product: Shop
goals: { faster: Faster, cheaper: Cheaper }
features: { cart: { title: Cart, goal: cheaper } }
`;

const project = `
project: P
goal: faster
items:
  plain: { title: Plain, items: { one: One, two: Two, gone: { title: Gone, status: dropped } } }
  own: { title: Own, goal: cheaper, items: { three: Three, four: { title: Four, goal: faster }, five: Five } }
  cart: { title: Cart, feature: cart, items: { six: { title: Six, status: done }, seven: Seven } }
  again: { title: Again, feature: cart }
milestones: { open: { title: Open, date: 2026-05-01 }, reached: { title: Reached, reached: 2026-05-01 } }
`;

const today = '2026-05-13';

describe('the open work of a file', () => {
  const { plan } = analysisOf({ 'shop.roadmap.yaml': roadmap, 'p.project.yaml': project }, today);
  const [file] = plan.projects;
  assert.ok(file);

  it('stands in rows that come to their goals in the same way', () => {
    const rows = openRows(file).map(({ works }) => works.map(({ id }) => id).join(' '));
    assert.deepEqual(rows, ['one two', 'three', 'four', 'five', 'seven', 'again', 'open']);
  });

  it('has the same goals where it is said to come to them in the same way', () => {
    const goals = new Map<string, string>();
    for (const { works, way } of openRows(file).filter(({ works: [first] }) => first.kind === 'item')) {
      for (const work of works) {
        const own = (goalLine(plan, file, work)?.goals ?? []).map(({ id }) => id).join();
        assert.equal(goals.get(way) ?? own, own);
        goals.set(way, own);
      }
    }
    assert.deepEqual([...goals.values()], ['faster', 'cheaper', 'faster', 'cheaper']);
  });
});

describe('what work promises by itself', () => {
  const dates = ['', ', start: 2026-05-12', ', start: 2026-05-20'];
  const ends = ['', ', end: 2026-05-12', ', end: 2026-05-13', ', end: 2026-05-14'];
  const deadlines = ['', ', deadline: 2026-05-12', ', deadline: 2026-05-14'];
  const progress = ['', ', progress: 50%', ', progress: 100%'];

  it('is past where its first day is before today', () => {
    const all = dates.flatMap((start) => ends.flatMap((end) => deadlines.map((deadline) => start + end + deadline)));
    const items = all.flatMap((one) => progress.map((done) => one + done));
    const yaml = items.map((item, at) => `  i${String(at)}: { title: Item${item} }`).join('\n');
    const { plan } = analysisOf({ 'p.project.yaml': `project: P\nitems:\n${yaml}\n` }, today);
    const day = Temporal.PlainDate.from(today);
    let compared = 0;
    for (const { works, promises } of plan.projects.flatMap(openRows)) {
      for (const [own, work] of works.entries()) {
        const isPast = (promises?.[own]?.first ?? Infinity) < epochDay(day);
        assert.equal(isPast, pastPromise(work, day) !== undefined, JSON.stringify(items[compared]));
        compared++;
      }
    }
    assert.equal(compared, items.length);
  });
});
