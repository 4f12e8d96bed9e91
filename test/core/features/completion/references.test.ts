import assert from 'node:assert/strict';
import { completedItem, completion } from '../../../../src/core/features/completion';
import { planFrom } from '../../planFrom';
import { fullClient, inProject, type Offered, offeredIn } from './completionIn';

const project = (text: string): Promise<Offered> => offeredIn(inProject(`project: A\n${text}`));

describe('References', () => {
  it('come with title, status and owner', async () => {
    const offered = await project('goal: <CURSOR>');
    assert.equal(offered.detail('faster-checkout'), 'Shorter time to pay · active · Alice Ng');
    assert.equal(offered.item('faster-checkout').labelDetails?.description, 'Shorter time to pay');
    assert.match(offered.accepted('faster-checkout'), /goal: faster-checkout$/);
  });

  it('are found by id and title', async () => {
    assert.match(
      (await project('goal: <CURSOR>')).item('faster-checkout').filterText ?? '',
      /faster-checkout.*Shorter time/,
    );
  });

  it('are ordered by what the entry is about, what is closed last', async () => {
    const about = (title: string): Promise<Offered> =>
      project(`items:\n  a:\n    title: ${title}\n    goal: <CURSOR>\n`);
    assert.deepEqual((await about('Sell in Norway')).labels, ['growth', 'faster-checkout', 'old']);
    assert.deepEqual((await about('Time to pay')).labels, ['faster-checkout', 'growth', 'old']);
    assert.deepEqual((await about('Pay by cheque')).labels.at(-1), 'old');
  });

  it('leave out what is in the list', async () => {
    assert.deepEqual((await project('goal: [growth, <CURSOR>]')).labels, ['faster-checkout', 'old']);
    assert.deepEqual((await project('goal:\n  - growth\n  - <CURSOR>\n  - old\n')).labels, ['faster-checkout']);
  });

  it('are qualified where two roadmaps use an id', async () => {
    const files = {
      'a.roadmap.yaml': 'product: A\ngoals: { same: One, own: Own }\n',
      'b.roadmap.yaml': 'product: B\ngoals: { same: Two }\n',
    };
    const bare = await offeredIn({ ...files, 'c.project.yaml': 'project: C\ngoal: <CURSOR>' });
    assert.deepEqual([...bare.labels].sort(), ['a/same', 'b/same', 'own']);
    const typed = await offeredIn({ ...files, 'c.project.yaml': 'project: C\ngoal: a/<CURSOR>' });
    assert.match(typed.accepted('a/own'), /goal: a\/own$/);
    assert.ok(typed.labels.includes('a/same'));
    const inside = await offeredIn({
      ...files,
      'a.roadmap.yaml': 'product: A\ngoals: { same: One }\nfeatures: { f: { goal: <CURSOR> } }',
    });
    assert.deepEqual([...inside.labels].sort(), ['b/same', 'same']);
  });

  it('are quoted where they look like a number', async () => {
    const files = { 'a.roadmap.yaml': "product: A\nreleases: { '2.0': Two }\n" };
    const plain = await offeredIn({
      ...files,
      'c.project.yaml': 'project: C\nitems: { a: { title: X, release: 2<CURSOR> } }',
    });
    assert.match(plain.accepted('2.0'), /release: '2\.0' \}/);
    const quoted = await offeredIn({
      ...files,
      'c.project.yaml': 'project: C\nitems: { a: { title: X, release: "<CURSOR>" } }',
    });
    assert.match(quoted.accepted('2.0'), /release: "2\.0" \}/);
  });

  it('of issue trackers are as they are', async () => {
    const offered = await project('items:\n  PAY-123: X\n  b: { title: Y, depends_on: <CURSOR> }\n');
    assert.match(offered.accepted('PAY-123'), /depends_on: PAY-123 \}/);
  });

  it('name features, releases, themes, customers and programs', async () => {
    const roadmap = `product: A
themes: { trust: Trust }
customers: { shop: Small shops }
programs: { season: Ready for the season }
features: { one: One, two: { title: Two, depends_on: <CURSOR> } }
`;
    const at = (text: string): Promise<Offered> => offeredIn({ 'a.roadmap.yaml': text });
    assert.deepEqual((await at(roadmap)).labels, ['one']);
    const feature = (key: string): string => roadmap.replace('depends_on: <CURSOR>', `${key}: <CURSOR>`);
    assert.deepEqual((await at(feature('theme'))).labels, ['trust']);
    assert.deepEqual((await at(feature('customer'))).labels, ['shop']);
    const files = {
      'a.roadmap.yaml': roadmap.replace('<CURSOR>', 'one'),
      'b.project.yaml': 'project: B\nprogram: <CURSOR>',
    };
    assert.deepEqual((await offeredIn(files)).labels, ['season']);
  });

  describe('to people', () => {
    it('come with name and role, those first whose role it is', async () => {
      const offered = await project('manager: <CURSOR>');
      assert.equal(offered.labels[0], 'bob');
      assert.equal(offered.detail('bob'), 'Bob Lee · Project manager');
      const sponsor = await offeredIn({
        'a.project.yaml': 'project: A\npeople:\n  a: A\n  b: { name: B, role: executive-sponsor }\nsponsor: <CURSOR>',
      });
      assert.equal(sponsor.labels[0], 'b');
    });

    it('name the team first', async () => {
      const offered = await project(
        'team: { dana: { allocation: 50% } }\nitems:\n  a: { title: X, assignees: <CURSOR> }\n',
      );
      assert.equal(offered.labels[0], 'dana');
    });

    it('go by the area in responsibilities', async () => {
      assert.equal((await project('responsibilities:\n  budget: <CURSOR>')).labels[0], 'bob');
      assert.equal((await project('responsibilities:\n  vision: { accountable: <CURSOR> }')).labels[0], 'alice');
    });

    it('are the names in use where the plan lists nobody', async () => {
      const offered = await offeredIn({
        'a.project.yaml':
          'project: A\nmanager: Alice Ng\nsponsor: <CURSOR>\nitems: { a: { title: X, owner: "Bob: the boss" } }',
      });
      assert.deepEqual(offered.labels, ['Alice Ng', 'Bob: the boss']);
      assert.match(offered.accepted('Bob: the boss'), /sponsor: '?"?Bob: the boss/);
    });
  });

  describe('to roles and areas', () => {
    it('say what they are for', async () => {
      const offered = await offeredIn({
        'a.roadmap.yaml':
          'product: A\nroles: { growth-manager: { title: Growth manager, answers: Who comes back? } }\npeople: { a: { name: A, role: <CURSOR> } }',
      });
      assert.match(offered.detail('product-manager'), /^Product manager · Why do we build this/);
      assert.match(offered.detail('growth-manager'), /^Growth manager · Who comes back\?/);
      const { documentation } = offered.item('product-manager');
      assert.ok(typeof documentation === 'object' && documentation.value.includes('Holds by default'));
    });

    it('leave out a role that would extend itself', async () => {
      const text =
        'product: A\nroles:\n  one: { title: One, extends: product-owner }\n  two: { title: Two, extends: one }\n';
      const offered = await offeredIn({ 'a.roadmap.yaml': text.replace('product-owner', '<CURSOR>') });
      assert.ok(!offered.labels.includes('one') && !offered.labels.includes('two'));
      assert.ok(offered.labels.includes('scrum-master'));
    });

    it('say whose an area usually is, with its sign where it changes', async () => {
      const text = 'product: A\nroles:\n  one: { title: One, responsibilities: [+pricing, -ro<CURSOR>] }\n';
      const offered = await offeredIn({ 'a.roadmap.yaml': text });
      assert.match(offered.detail('-roadmap'), /^Usually: Product manager/);
      assert.match(offered.accepted('-roadmap'), /\[\+pricing, -roadmap\]/);
      assert.ok(!offered.labels.includes('-pricing'));
    });
  });

  describe('that wait', () => {
    const items = `items:
  base: Base
  a: { title: A, depends_on: <CURSOR> }
  b: { title: B, depends_on: a }
  c: { title: C, depends_on: b }
  d:
    title: D
    items:
      e: { title: E, depends_on: c }
`;

    it('never close a ring, nor name the entry itself', async () => {
      const offered = await project(items);
      assert.deepEqual(offered.labels, ['base']);
    });

    it('never close one through parents, sequences and milestones', async () => {
      const sequence =
        'items:\n  p:\n    title: P\n    sequential: true\n    items:\n      a: { title: A, depends_on: <CURSOR> }\n      b: B\n  q: Q\n';
      assert.deepEqual((await project(sequence)).labels, ['q']);
      const milestone =
        'milestones: { m: { title: M, depends_on: c } }\nitems:\n  a: { title: A, milestone: <CURSOR> }\n  c: { title: C, depends_on: a }\n';
      assert.deepEqual((await project(milestone)).labels, ['m'], 'a milestone may wait for both');
      const ring = 'milestones: { m: M, n: N }\nitems:\n  a: { title: A, depends_on: m, milestone: <CURSOR> }\n';
      assert.deepEqual((await project(ring)).labels, ['n']);
    });

    it('never close one of goals by their parents', async () => {
      const text =
        'product: A\ngoals:\n  a: { title: A, parent: <CURSOR> }\n  b: { title: B, parent: a }\n  c: { title: C, parent: b }\n  d: D\n';
      assert.deepEqual((await offeredIn({ 'a.roadmap.yaml': text })).labels, ['d']);
    });

    it('never name the entry itself where it cannot be read', async () => {
      const offered = await project('items:\n  a:\n    title: "A\n    depends_on: <CURSOR>\n  b: B\n');
      assert.ok(!offered.labels.includes('a') && offered.labels.includes('b'));
    });

    it('name milestones too, and the work of other projects with its project', async () => {
      const offered = await offeredIn({
        'a.project.yaml':
          'project: A\nmilestones: { beta: Beta }\nitems: { one: { title: One, depends_on: <CURSOR> } }',
        'site.project.yaml': 'project: Site\nitems: { cutover: Cut over }',
      });
      assert.deepEqual(offered.labels, ['beta', 'site/cutover']);
      const typed = await offeredIn({
        'a.project.yaml': 'project: A\nitems: { one: { title: One, depends_on: site/c<CURSOR> } }',
        'site.project.yaml': 'project: Site\nitems: { cutover: Cut over }',
      });
      assert.match(typed.accepted('site/cutover'), /depends_on: site\/cutover \}/);
    });

    it('put the neighbours first where no title says more', async () => {
      const offered = await project(
        'items:\n  a: A\n  b: B\n  c: { title: C, depends_on: <CURSOR> }\n  d: D\n  e: E\n',
      );
      assert.deepEqual(offered.labels, ['b', 'a', 'd', 'e']);
    });

    it('go on with a type and a lag', async () => {
      const at = (line: string): Promise<Offered> =>
        project(`items:\n  a: A\n  b:\n    title: B\n    depends_on: ${line}\n`);
      const types = await at('a <CURSOR>');
      assert.deepEqual(types.labels.slice(0, 4), ['FS', 'SS', 'FF', 'SF']);
      assert.match(types.detail('SS'), /starts when this has started/);
      assert.match(types.accepted('SS'), /depends_on: a SS\n$/);
      assert.match(types.accepted('+1d'), /depends_on: a \+1d\n$/);
      assert.match((await at('a S<CURSOR>')).accepted('SS+1d'), /depends_on: a SS\+1d\n$/);
      assert.match((await at('<CURSOR>a SS+2d')).accepted('a'), /depends_on: a SS\+2d\n$/);
      assert.deepEqual((await at('a SS+3<CURSOR>')).labels, ['SS+3h', 'SS+3d', 'SS+3w']);
      assert.deepEqual((await at('a SS+2d and more<CURSOR>')).labels, []);
    });
  });

  it('of a large file are cut, and asked for again', async () => {
    const many = Array.from({ length: 700 }, (_, index) => `  i${String(index)}: Thing ${String(index)}\n`).join('');
    const offered = await project(`items:\n${many}  a: { title: A, depends_on: <CURSOR> }\n`);
    assert.equal(offered.list.isIncomplete, true);
    assert.ok(offered.items.length >= 100 && offered.items.length <= 500);
    const typed = await project(`items:\n${many}  a: { title: A, depends_on: i699<CURSOR> }\n`);
    assert.deepEqual(typed.labels, ['i699']);
  });

  it('have the card of what they name, once it is asked for', async () => {
    const plan = await planFrom(inProject('project: A\ngoal: <CURSOR>'));
    const state = plan.state('rewrite.project.yaml');
    const items = completion(state, plan.cursor.uri, plan.cursor.offset, fullClient)?.items ?? [];
    const goal = items.find(({ label }) => label === 'faster-checkout');
    assert.ok(goal && goal.documentation === undefined);
    // As it comes back from a client.
    const completed = completedItem(state, JSON.parse(JSON.stringify(goal)) as typeof goal, true);
    assert.ok(typeof completed.documentation === 'object');
    assert.match(completed.documentation.value, /\*\*Shorter time to pay\*\*[\s\S]*One-page checkout/);
    assert.deepEqual(completedItem(state, { label: 'x', data: { uri: 5 } }, true), { label: 'x', data: { uri: 5 } });
    const gone = { ...goal, data: { uri: plan.cursor.uri, entry: { uri: 'file:///plan/gone.yaml', path: ['x'] } } };
    assert.deepEqual(completedItem(state, gone, true), gone);
  });
});
