import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { inProject, offeredIn, plainClient } from './completionIn';

describe('Whole entries', () => {
  it('begin a map of them, with an id to fill in', async () => {
    const offered = await offeredIn(inProject('project: A\nitems:\n  <CURSOR>'));
    assert.deepEqual(offered.labels, ['New item…']);
    const { textEdit, insertTextFormat } = offered.item('New item…');
    assert.equal(textEdit?.newText, '${1:new-item}:\n    title: ${2:What is to be done}');
    assert.equal(insertTextFormat, 2);
  });

  it('stand beside their neighbours, a key a line', async () => {
    const offered = await offeredIn(inProject('project: A\nitems:\n  a: { title: X }\n<CURSOR>\n  b: Y\n'));
    assert.equal(
      offered.accepted('New item…'),
      'project: A\nitems:\n  a: { title: X }\n  new-item:\n    title: What is to be done\n  b: Y\n',
    );
  });

  it('have an id that nothing has yet', async () => {
    const items = await offeredIn(
      inProject('project: A\nmilestones:\n  new-item: X\nitems:\n  a:\n    items:\n      New-Item-2: X\n  <CURSOR>'),
    );
    assert.match(items.accepted('New item…'), /\n {2}new-item-3:\n/);
    const goals = await offeredIn({
      'a.roadmap.yaml': 'product: A\ngoals:\n  <CURSOR>',
      'b.roadmap.yaml': 'product: B\ngoals:\n  new-goal: X\n',
    });
    assert.match(goals.accepted('New goal…'), /\n {2}new-goal-2:\n/);
    const risks = await offeredIn(inProject('project: A\nrisks:\n  new-risk: X\n  <CURSOR>'));
    assert.match(risks.accepted('New risk…'), /\n {2}new-risk-2:\n/);
  });

  it('take the id that is typed, as it is', async () => {
    const offered = await offeredIn(inProject('project: A\nitems:\n  a: X\n  PAY-123<CURSOR>\n'));
    assert.equal(
      offered.accepted('New item…'),
      'project: A\nitems:\n  a: X\n  PAY-123:\n    title: What is to be done\n',
    );
    assert.match(offered.detail('New item…'), /PAY-123/);
    assert.match(offered.item('New item…').filterText ?? '', /PAY-123/);
    assert.equal(offered.list.isIncomplete, true, 'the next letter makes another id');
  });

  it('go on with an id that is half typed', async () => {
    const offered = await offeredIn(inProject('project: A\nitems:\n  PAY-<CURSOR>\n'));
    assert.match(offered.item('New item…').textEdit?.newText ?? '', /^\$\{1:PAY-1\}:/);
    assert.match(offered.item('New item…').filterText ?? '', /PAY-$/);
  });

  it('ask for an id where the word is one for them, or a taken id', async () => {
    for (const typed of ['ne', 'new', 'item', 'a']) {
      const offered = await offeredIn(inProject(`project: A\nitems:\n  a: X\n  ${typed}<CURSOR>\n`));
      assert.match(offered.item('New item…').textEdit?.newText ?? '', /^\$\{1:new-item\}:/, typed);
    }
  });

  it('are offered for every kind of entry with an id, and are right as they stand', async () => {
    const places: readonly (readonly [string, string, string])[] = [
      ['a.roadmap.yaml', 'product: A\ngoals:\n  <CURSOR>', 'New goal…'],
      ['a.roadmap.yaml', 'product: A\ngoals:\n  g:\n    title: G\n    key_results:\n      <CURSOR>', 'New key result…'],
      ['a.roadmap.yaml', 'product: A\nfeatures:\n  <CURSOR>', 'New feature…'],
      ['a.roadmap.yaml', 'product: A\nreleases:\n  <CURSOR>', 'New release…'],
      ['a.roadmap.yaml', 'product: A\nreleases:\n  r:\n    title: R\n    readiness:\n      <CURSOR>', 'New check…'],
      ['a.roadmap.yaml', 'product: A\nideas:\n  <CURSOR>', 'New idea…'],
      ['a.roadmap.yaml', 'product: A\nthemes:\n  <CURSOR>', 'New theme…'],
      ['a.roadmap.yaml', 'product: A\ncustomers:\n  <CURSOR>', 'New customer…'],
      ['a.roadmap.yaml', 'product: A\nprograms:\n  <CURSOR>', 'New program…'],
      ['a.roadmap.yaml', 'product: A\npeople:\n  <CURSOR>', 'New person…'],
      ['a.roadmap.yaml', 'product: A\nroles:\n  <CURSOR>', 'New role…'],
      ['a.roadmap.yaml', 'product: A\ndecisions:\n  <CURSOR>', '- New decision…'],
      ['a.project.yaml', 'project: A\nmilestones:\n  <CURSOR>', 'New milestone…'],
      ['a.project.yaml', 'project: A\nitems:\n  <CURSOR>', 'New item…'],
      ['a.project.yaml', 'project: A\nrisks:\n  <CURSOR>', 'New risk…'],
      ['a.project.yaml', 'project: A\nissues:\n  <CURSOR>', 'New issue…'],
      ['a.project.yaml', 'project: A\nstakeholders:\n  <CURSOR>', 'New stakeholder…'],
      ['a.project.yaml', 'project: A\nbudget:\n  lines:\n    <CURSOR>', 'New budget line…'],
      ['a.project.yaml', 'project: A\nstatus_updates:\n  <CURSOR>', '- New status update…'],
      ['a.project.yaml', 'project: A\nchanges:\n  <CURSOR>', '- New change…'],
    ];
    for (const [name, text, label] of places) {
      for (const request of [undefined, plainClient]) {
        const offered = await offeredIn({ [name]: text }, request);
        const accepted = offered.accepted(label);
        const { plan } = await offeredIn({ [name]: `${accepted}\n<CURSOR>` });
        const uri = plan.uri(name);
        const wrong = plan
          .state(name)
          .findings(uri)
          .filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          wrong.map(({ message }) => message),
          [],
          accepted,
        );
        assert.doesNotThrow(() => parse(accepted) as unknown);
      }
    }
  });

  it('in a dated log have the date of today', async () => {
    const offered = await offeredIn(
      inProject('project: A\nmanager: bob\nhealth: at-risk\nstatus_updates:\n  - date: 2026-04-01\n  <CURSOR>'),
    );
    assert.match(
      offered.accepted('- New status update…'),
      /\n {2}- date: 2026-05-04\n {4}by: bob\n {4}health: at-risk\n {4}summary: /,
    );
    assert.match(
      offered.item('- New status update…').textEdit?.newText ?? '',
      /\$\{2\|at-risk,on-track,off-track,paused\|\}/,
    );
  });

  it('name a goal where there is one', async () => {
    const text = 'product: A\ngoals:\n  g: G\n  h: { title: H, status: dropped }\nfeatures:\n  <CURSOR>';
    const offered = await offeredIn({ 'a.roadmap.yaml': text });
    assert.match(offered.accepted('New feature…'), /\n {4}goal: g$/);
  });

  it('in braces and brackets stay on the line', async () => {
    const map = await offeredIn(inProject('project: A\nitems: { a: X, <CURSOR> }\n'));
    assert.match(map.accepted('New item…'), /items: \{ a: X, new-item: \{ title: What is to be done \} \}/);
    const list = await offeredIn(inProject('project: A\ndecisions: [<CURSOR>]\n'));
    assert.match(
      list.accepted('New decision…'),
      /decisions: \[\{ date: 2026-05-04, title: What was decided, why: The reason \}\]/,
    );
  });

  it('escape what the plan says', async () => {
    const text = 'project: A\nmanager: "$1 }\\\\ ${x}"\nstatus_updates:\n  - <CURSOR>';
    const offered = await offeredIn({ 'a.project.yaml': text });
    const accepted = parse(offered.accepted('New status update…')) as { status_updates: { by: string }[] };
    assert.equal(accepted.status_updates[0]?.by, '$1 }\\ ${x}');
  });
});
