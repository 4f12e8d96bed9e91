import assert from 'node:assert/strict';
import type { BoardView } from '../../../src/core/views/model';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { viewOf } from './viewOf';

const roadmap = `product: P
people: { alice: Alice Ng, bob: Bob Ito }
themes: { trust: Trust, speed: { title: Speed } }
customers: { shops: Small shops, chains: Chains }
goals:
  fast: { title: Pay fast, horizon: now, theme: speed, owner: bob, customer: [chains, shops] }
  sure: { title: Sure to arrive, horizon: now, theme: trust, owner: alice, customer: shops }
  old: { title: Old, status: achieved, theme: speed }
  free: { title: Free returns, horizon: later }
features: { card: { title: Gift card, owner: alice } }
`;
const late = 'project: Payments\ngoal: fast\nhealth: at-risk\nitems: { a: A }\n';

async function boardWith(settings: ViewSettings): Promise<BoardView> {
  const data = await viewOf({ 'p.roadmap.yaml': roadmap, 'a.project.yaml': late }, 'board', settings);
  assert.ok(data.view === 'board' && data.file === 'roadmap');
  return data;
}

/** Titles of the goals by column. */
function goalsOf({ columns }: Pick<BoardView, 'columns'>): Record<string, string[]> {
  const filled = columns.filter(({ goals }) => goals.length > 0);
  return Object.fromEntries(filled.map(({ title, goals }) => [title, goals.map((goal) => goal.title)]));
}

describe('filter of a board', () => {
  it('finds goals by their words and by what serves them, and unlinked work by its own', async () => {
    const board = await boardWith({ filter: { text: 'PAYMENTS' } });
    assert.deepEqual(goalsOf(board), { Now: ['Pay fast'] });
    assert.equal(board.unlinked, undefined);
    assert.deepEqual(board.shown, { count: 1, total: 5 });
    const card = await boardWith({ filter: { text: 'gift' } });
    assert.deepEqual(goalsOf(card), {});
    assert.equal(card.unlinked?.entries.length, 1);
  });

  it('leaves its columns as they are', async () => {
    const all = await boardWith({});
    const none = await boardWith({ filter: { text: 'nothing is called so' } });
    const titles = ({ columns }: BoardView): string[] => columns.map(({ title }) => title);
    assert.deepEqual(titles(none), titles(all));
    assert.deepEqual(none.shown, { count: 0, total: 5 });
    assert.equal(all.shown, undefined);
  });

  it('asks for an owner, for what is at risk, for what has no goal, and hides what is achieved', async () => {
    assert.deepEqual(goalsOf(await boardWith({ filter: { owner: 'alice' } })), { Now: ['Sure to arrive'] });
    assert.deepEqual(goalsOf(await boardWith({ filter: { atRisk: true } })), { Now: ['Pay fast'] });
    const unlinked = await boardWith({ filter: { unlinked: true } });
    assert.deepEqual(goalsOf(unlinked), {});
    assert.equal(unlinked.unlinked?.entries.length, 1);
    assert.equal(goalsOf(await boardWith({ hidesDone: true }))['Achieved'], undefined);
  });

  it('offers what there is to ask for', async () => {
    const { options } = await boardWith({});
    assert.deepEqual(options, {
      filters: true,
      owners: [
        { value: 'bob', title: 'Bob Ito' },
        { value: 'alice', title: 'Alice Ng' },
      ],
      unlinked: true,
      atRisk: true,
      groups: [
        { value: 'none', title: 'None' },
        { value: 'theme', title: 'Theme' },
        { value: 'owner', title: 'Owner' },
        { value: 'customer', title: 'Customer' },
      ],
    });
    const empty = await viewOf({ 'e.roadmap.yaml': 'product: E\n' });
    assert.deepEqual(empty.options, {});
  });
});

describe('lanes of a board', () => {
  const lanesBy = async (groupBy: string): Promise<Record<string, Record<string, string[]>>> => {
    const { lanes } = await boardWith({ groupBy });
    return Object.fromEntries(lanes?.map((lane) => [lane.title, goalsOf(lane)]) ?? []);
  };

  it('stand in the order of the roadmap, with what has none last', async () => {
    const lanes = await lanesBy('theme');
    assert.deepEqual(Object.keys(lanes), ['Trust', 'Speed', 'No theme']);
    assert.deepEqual(lanes['Speed'], { Now: ['Pay fast'], Achieved: ['Old'] });
    assert.deepEqual(lanes['No theme'], { Later: ['Free returns'] });
  });

  it('hold a goal for several customers several times', async () => {
    const lanes = await lanesBy('customer');
    assert.deepEqual(lanes['Small shops'], { Now: ['Pay fast', 'Sure to arrive'] });
    assert.deepEqual(lanes['Chains'], { Now: ['Pay fast'] });
  });

  it('are named for people', async () => {
    assert.deepEqual(Object.keys(await lanesBy('owner')), ['Bob Ito', 'Alice Ng', 'No owner']);
  });

  it('are none where they are not asked for, or cannot be made', async () => {
    for (const groupBy of ['none', 'weather']) assert.equal((await boardWith({ groupBy })).lanes, undefined, groupBy);
    const plain = await viewOf({ 'p.roadmap.yaml': 'product: P\ngoals: { g: G }\n' }, 'board', { groupBy: 'theme' });
    assert.ok(plain.view === 'board');
    assert.equal(plain.lanes, undefined);
  });

  it('keep a theme that nobody defines', async () => {
    const files = { 'p.roadmap.yaml': 'product: P\ngoals: { g: { title: G, theme: odd } }\n' };
    const data = await viewOf(files, 'board', { groupBy: 'theme' });
    assert.ok(data.view === 'board' && data.file === 'roadmap');
    assert.deepEqual(
      data.lanes?.map(({ title }) => title),
      ['odd'],
    );
  });
});
