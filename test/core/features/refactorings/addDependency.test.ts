import assert from 'node:assert/strict';
import { planFrom, type TestPlan } from '../../planFrom';
import { deskOf, textsAfter, today } from './refactoringIn';

const kind = 'refactor.rewrite.throughline.addDependency';

const files = {
  'shop.roadmap.yaml':
    'product: Shop\nfeatures:\n  pay: { title: Pay by card, depends_on: login }\n  login: Log in\n  refund: Refund a card payment\nprograms:\n  spring:\n    title: Spring\n    milestones: { ready: { title: All is ready, depends_on: p/api } }\n',
  'p.project.yaml':
    'project: P\nstart: 2026-05-04\nitems:\n  spike: { title: Spike on payment forms, estimate: 5d }\n  api: { title: Payment API, estimate: 2d, depends_on: spike }\n  form: { title: Payment form, estimate: 1d, depends_on: api }\n  epic:\n    title: Documents\n    items:\n      guide: { title: Guide, status: done, finished: 2026-05-01 }\n      terms: { title: Terms, status: dropped }\nmilestones:\n  live: { title: Live, depends_on: form }\n',
  'q.project.yaml': 'project: Other\nitems:\n  text: Text of the payment form\n',
};

function candidatesOf(plan: TestPlan, name: string, path: readonly string[], query?: string) {
  return plan.service.dependencyCandidates({ uri: plan.uri(name), path }, query);
}

async function referencesFor(name: string, ...path: readonly string[]): Promise<readonly string[] | undefined> {
  const found = candidatesOf(await planFrom(files, today), name, path);
  return found?.candidates.map(({ reference }) => reference);
}

describe('adding a dependency by pick', () => {
  it('is a command for a client that runs it', async () => {
    const marked = {
      ...files,
      'p.project.yaml': files['p.project.yaml'].replace('title: Payment API', 'title: Payment <CURSOR>API'),
    };
    const { actions, plan } = await deskOf(marked, kind);
    const title = 'Add a dependency to “Payment API”…';
    const entry = { uri: plan.uri('p.project.yaml'), path: ['items', 'api'] };
    assert.deepEqual(actions, [
      { title, kind, command: { title, command: 'throughline.addDependency', arguments: [entry] } },
    ]);
    assert.deepEqual((await deskOf(marked, kind, { runsCommands: false })).titles, []);
  });

  it('is not offered for what is over', async () => {
    for (const item of [
      '{ title: A<CURSOR>, status: done }',
      '{ title: A<CURSOR>, status: dropped }',
      '{ title: A, status: dropped, items: { b: B<CURSOR> } }',
    ]) {
      assert.deepEqual((await deskOf({ 'p.project.yaml': `items:\n  a: ${item}\n` }, kind)).titles, [], item);
    }
    for (const text of ['milestones: { a: { title: A<CURSOR>, reached: 2026-05-01 } }\n', 'risks: { a: A<CURSOR> }\n'])
      assert.deepEqual((await deskOf({ 'p.project.yaml': text }, kind)).titles, [], text);
  });

  it('gives all that would close no ring, the best match first', async () => {
    assert.deepEqual(await referencesFor('p.project.yaml', 'items', 'spike'), ['q/text', 'epic', 'guide']);
    assert.deepEqual(await referencesFor('p.project.yaml', 'items', 'form'), [
      'spike',
      'q/text',
      'epic',
      'guide',
      'spring/ready',
    ]);
    assert.deepEqual(await referencesFor('p.project.yaml', 'items', 'epic', 'items', 'guide'), undefined);
    assert.deepEqual(await referencesFor('q.project.yaml', 'items', 'text'), [
      'p/form',
      'p/spike',
      'p/api',
      'p/epic',
      'p/live',
      'spring/ready',
      'p/guide',
    ]);
    assert.deepEqual(await referencesFor('p.project.yaml', 'milestones', 'live'), [
      'spike',
      'api',
      'epic',
      'guide',
      'q/text',
      'spring/ready',
    ]);
  });

  it('gives features to features, and work to a milestone of a program', async () => {
    assert.deepEqual(await referencesFor('shop.roadmap.yaml', 'features', 'refund'), ['pay', 'login']);
    assert.deepEqual(await referencesFor('shop.roadmap.yaml', 'features', 'login'), ['refund']);
    const forMilestone = await referencesFor('shop.roadmap.yaml', 'programs', 'spring', 'milestones', 'ready');
    assert.ok(forMilestone?.includes('q/text') && !forMilestone.includes('p/api'));
  });

  it('finds the entry around a path, and none where nothing can wait', async () => {
    const plan = await planFrom(files, today);
    const found = candidatesOf(plan, 'p.project.yaml', ['items', 'api', 'depends_on']);
    assert.deepEqual(found?.path, ['items', 'api']);
    assert.equal(found.title, 'Payment API');
    for (const path of [[], ['items'], ['project'], ['items', 'gone']])
      assert.equal(candidatesOf(plan, 'p.project.yaml', path), undefined, path.join());
    assert.equal(candidatesOf(plan, 'none.project.yaml', ['items', 'a']), undefined);
  });

  it('says where a candidate stands, how far it is, and when it takes place', async () => {
    const plan = await planFrom(files, today);
    const { candidates = [] } = candidatesOf(plan, 'p.project.yaml', ['items', 'form']) ?? {};
    assert.deepEqual(candidates.slice(0, 2), [
      { reference: 'spike', title: 'Spike on payment forms', detail: 'todo · 4 May 2026 to 8 May 2026' },
      { reference: 'q/text', title: 'Text of the payment form', detail: 'todo', home: 'Other' },
    ]);
  });

  it('looks for words where there are many', async () => {
    const many = Array.from({ length: 700 }, (_, at) => `  i${String(at)}: Piece ${String(at)}\n`).join('');
    const plan = await planFrom({ 'p.project.yaml': `project: P\nitems:\n  a: Start\n${many}` }, today);
    const all = candidatesOf(plan, 'p.project.yaml', ['items', 'a']);
    assert.equal(all?.candidates.length, 500);
    assert.equal(all.isIncomplete, true);
    const found = candidatesOf(plan, 'p.project.yaml', ['items', 'a'], 'PIECE 691');
    assert.deepEqual(
      found?.candidates.map(({ reference }) => reference),
      ['i691'],
    );
    assert.equal(found.isIncomplete, false);
  });

  it('writes what was picked, if it may still be', async () => {
    const plan = await planFrom(files, today);
    const uri = plan.uri('p.project.yaml');
    const target = { documentChanges: true, createFiles: true };
    const after = (path: readonly string[], reference: string): string | undefined => {
      const edit = plan.service.addDependency({ uri, path }, reference, target);
      return edit && textsAfter(plan.texts, edit).get(uri);
    };
    const text = files['p.project.yaml'];
    assert.equal(after(['items', 'form'], 'q/text'), text.replace('depends_on: api', 'depends_on: [api, q/text]'));
    assert.equal(after(['items', 'spike'], 'epic'), text.replace('estimate: 5d', 'estimate: 5d, depends_on: epic'));
    for (const reference of ['form', 'spike', 'nothing', 'p/epic', 'live\n  x: y'])
      assert.equal(after(['items', 'spike'], reference), undefined, reference);
  });
});
