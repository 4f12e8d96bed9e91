import assert from 'node:assert/strict';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { inProject, offeredIn, plainClient } from './completionIn';

const inItem = (lines: string): Record<string, string> => inProject(`project: A\nitems:\n  a:\n${lines}`);

describe('Keys', () => {
  it('are those that are not there yet, in the usual order', async () => {
    const offered = await offeredIn(inItem('    title: X\n    goal: growth\n    <CURSOR>\n'));
    assert.deepEqual(offered.labels.slice(0, 5), ['description', 'type', 'feature', 'release', 'owner']);
    assert.ok(!offered.labels.includes('title') && !offered.labels.includes('goal'));
    assert.equal(offered.list.isIncomplete, false);
  });

  it('that are required come first', async () => {
    const offered = await offeredIn(inItem('    owner: bob\n    <CURSOR>\n'));
    assert.equal(offered.labels[0], 'title');
    assert.equal(offered.item('title').labelDetails?.description, 'required');
    const file = await offeredIn({ 'a.project.yaml': 'manager: bob\n<CURSOR>\n' });
    assert.equal(file.labels[0], 'project');
  });

  it('say what they are for', async () => {
    const { documentation, detail, kind } = (await offeredIn(inItem('    title: X\n    <CURSOR>'))).item('deadline');
    assert.equal(detail, 'Deadline');
    assert.equal(kind, CompletionItemKind.Property);
    assert.ok(typeof documentation === 'object' && documentation.kind === 'markdown');
    assert.match(documentation.value, /has to be finished/);
  });

  it('keep their order in what a client sorts by', async () => {
    const { items } = await offeredIn(inItem('    <CURSOR>'));
    const sorted = [...items].sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
    assert.deepEqual(sorted, items);
    assert.ok(items.every(({ sortText }) => sortText?.length === 4));
  });

  it('come with the form of their value, ready to be chosen', async () => {
    const offered = await offeredIn(inProject('project: A\n<CURSOR>'));
    assert.equal(offered.accepted('phase'), 'project: A\nphase: ');
    assert.equal(offered.item('phase').command?.command, 'suggest');
    assert.equal(offered.accepted('charter'), 'project: A\ncharter:\n  ');
    assert.equal(offered.accepted('format'), 'project: A\nformat: 1');
    assert.equal(offered.item('format').command, undefined);
    assert.equal(offered.item('summary').command, undefined);
    assert.equal(offered.accepted('team'), 'project: A\nteam:\n  ');
    assert.equal(offered.accepted('items'), 'project: A\nitems:\n  new-item:\n    title: What is to be done');
    assert.match(
      offered.accepted('status_updates'),
      /^project: A\nstatus_updates:\n {2}- date: 2026-05-04\n {4}health: on-track/,
    );
  });

  it('of lists begin one, in the style of the file', async () => {
    const block = await offeredIn(inItem('    title: X\n    <CURSOR>\n'));
    assert.match(block.accepted('acceptance'), /\n {4}acceptance:\n {6}- \n$/);
    const flow = await offeredIn(inItem('    title: X\n    <CURSOR>\n  b: { title: X, acceptance: [One, Two] }\n'));
    assert.match(flow.accepted('acceptance'), /\n {4}acceptance: \[\]\n/);
    assert.equal(flow.item('acceptance').textEdit?.newText, 'acceptance: [$1]');
  });

  it('are indented as the file is', async () => {
    const four = await offeredIn(inProject('project: A\nitems:\n    a:\n        title: X\n<CURSOR>'));
    assert.match(four.accepted('charter'), /\ncharter:\n {4}$/);
    const list = await offeredIn(inProject('project: A\nscope:\n  in:\n  - One\n  <CURSOR>'));
    assert.match(list.accepted('out'), /\n {2}out: $/);
    const dashes = await offeredIn(inProject('project: A\nscope:\n  out:\n  - One\n  <CURSOR>'));
    assert.match(dashes.accepted('in'), /\n {2}in:\n {2}- $/);
  });

  it('in braces stay on the line', async () => {
    const offered = await offeredIn(inItem('    title: X\n  b: { title: Y, <CURSOR> }\n'));
    assert.match(offered.accepted('owner'), /b: \{ title: Y, owner: {2}\}\n/);
    assert.match(offered.accepted('acceptance'), /b: \{ title: Y, acceptance: \[\] \}\n/);
    assert.match(offered.accepted('items'), /b: \{ title: Y, items: \{ {2}\} \}\n/);
  });

  it('take the place of the word, and of it alone', async () => {
    const offered = await offeredIn(inItem('    title: X\n    go<CURSOR>al # why\n    owner: bob\n'));
    assert.match(offered.accepted('goal'), /\n {4}goal: {2}# why\n {4}owner: bob\n$/);
  });

  it('that have their colon are replaced without another one', async () => {
    const offered = await offeredIn(inItem('    ti<CURSOR>tel: X\n'));
    assert.match(offered.accepted('title'), /\n {4}title: X\n$/);
    assert.equal(offered.item('title').command, undefined);
  });

  it('above lines that belong to them get their colon alone', async () => {
    const offered = await offeredIn(inItem('    title: X\n    it<CURSOR>\n      b: Y\n'));
    assert.match(offered.accepted('items'), /\n {4}items:\n {6}b: Y\n$/);
    assert.ok(!offered.labels.includes('owner'), 'whose value stands on one line');
  });

  it('of an entry of a list follow its dash', async () => {
    const offered = await offeredIn(inProject('project: A\nstatus_updates:\n  - <CURSOR>'));
    assert.match(offered.accepted('health'), /\n {2}- health: $/);
    const next = await offeredIn(inProject('project: A\nstatus_updates:\n  - date: 2026-05-01\n  <CURSOR>'));
    assert.match(next.accepted('- health'), /\n {2}- health: $/);
  });

  it('end their lines as the file does', async () => {
    const offered = await offeredIn(inProject('project: A\r\nitems:\r\n  a: X\r\n<CURSOR>'));
    assert.match(offered.accepted('charter'), /\r\ncharter:\r\n {2}$/);
    assert.doesNotMatch(offered.accepted('risks'), /[^\r]\n/);
  });

  it('that a merge brings in are there', async () => {
    const text = 'project: A\nitems:\n  a: &base\n    owner: bob\n  b:\n    <<: *base\n    title: X\n    <CURSOR>\n';
    const offered = await offeredIn(inProject(text));
    assert.ok(!offered.labels.includes('owner') && offered.labels.includes('goal'));
  });

  it('are names where names are the keys', async () => {
    const team = await offeredIn(inProject('project: A\nteam:\n  bob: { allocation: 50% }\n  <CURSOR>\n'));
    assert.deepEqual(team.labels, ['alice', 'dana']);
    assert.match(team.accepted('dana'), /\n {2}dana:\n {4}\n$/);
    const areas = await offeredIn(inProject('project: A\nresponsibilities:\n  <CURSOR>'));
    assert.match(areas.accepted('budget'), /\n {2}budget: $/);
    assert.match(areas.detail('budget'), /Project manager/);
    const shares = await offeredIn(inItem('    assignees: { dana: 50%, <CURSOR> }\n'));
    assert.match(shares.accepted('bob'), /\{ dana: 50%, bob: {2}\}/);
  });

  it('are periods and currencies where these are the keys', async () => {
    const periods = await offeredIn({ 'a.roadmap.yaml': 'product: A\nprofit_and_loss:\n  <CURSOR>' });
    assert.match(periods.accepted('2026-Q2'), /\n {2}2026-Q2:\n {4}$/);
    const rates = await offeredIn(inProject('project: A\nbudget:\n  total: 5 CHF\n  exchange_rates:\n    <CURSOR>'));
    assert.equal(rates.labels[0], 'CHF');
    assert.match(rates.accepted('USD'), /\n {4}USD: $/);
  });

  it('of sizes are the sizes', async () => {
    const offered = await offeredIn(inProject('project: A\nsizes:\n  S: 2d\n  <CURSOR>'));
    assert.deepEqual(offered.labels, ['XS', 'M', 'L', 'XL']);
    assert.match(offered.accepted('XL'), /\n {2}XL: $/);
  });

  it('of settings are rules, and the options that a rule has', async () => {
    const settings = (text: string) => offeredIn({ '.throughline.yaml': text });
    const rules = await settings('rules:\n  missing-goal: off\n  <CURSOR>');
    assert.ok(!rules.labels.includes('missing-goal') && rules.labels.includes('stale-status'));
    assert.match(rules.accepted('stale-status'), /\n {2}stale-status: $/);
    const withOptions = await settings('options:\n  <CURSOR>');
    assert.ok(withOptions.labels.includes('stale-status') && !withOptions.labels.includes('missing-goal'));
    const options = await settings('options:\n  stale-status:\n    <CURSOR>');
    assert.deepEqual(options.labels, ['days']);
    assert.match(options.accepted('days'), /\n {4}days: 14$/);
    assert.deepEqual((await settings('options:\n  no-such-rule:\n    <CURSOR>')).labels, []);
  });

  it('are plain text for a client that takes no snippets', async () => {
    const offered = await offeredIn(inItem('    title: X\n    <CURSOR>'), plainClient);
    assert.ok(
      offered.items.every(
        ({ insertTextFormat, labelDetails, command }) => insertTextFormat === 1 && !labelDetails && !command,
      ),
    );
    assert.match(offered.accepted('items'), /\n {4}items:\n {6}new-item:\n {8}title: What is to be done$/);
    const { documentation } = offered.item('owner');
    assert.ok(typeof documentation === 'object' && documentation.kind === 'plaintext');
  });

  it('leave the indentation to a client that adjusts it', async () => {
    const client = { snippets: true, keepsIndentation: false, labelDetails: true, markdown: true };
    const { textEdit, insertTextMode } = (await offeredIn(inItem('    title: X\n    <CURSOR>'), client)).item('items');
    assert.equal(textEdit?.newText, 'items:\n  ${1:new-item}:\n    title: ${2:What is to be done}');
    assert.equal(insertTextMode, undefined);
  });
});
