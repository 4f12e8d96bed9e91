import assert from 'node:assert/strict';
import { fullClient, inProject, offeredIn } from './completionIn';

async function assertNothing(text: string, name = 'rewrite.project.yaml'): Promise<void> {
  const files = name === 'rewrite.project.yaml' ? inProject(text) : { [name]: text };
  assert.deepEqual((await offeredIn(files)).labels, [], text);
}

const inItem = (lines: string): string => `project: A\nitems:\n  a:\n    title: X\n${lines}`;

describe('Nothing is offered', () => {
  it('in free text', async () => {
    for (const line of [
      'title: <CURSOR>',
      'title: Pay for <CURSOR>',
      'description: "<CURSOR>"',
      'notes: st<CURSOR>',
      'labels: [a, <CURSOR>]',
    ]) {
      await assertNothing(`project: A\nitems:\n  a:\n    ${line}\n`);
    }
    await assertNothing('project: A\nitems:\n  a: <CURSOR>\n');
    await assertNothing(inItem('    acceptance:\n      - <CURSOR>\n'));
    await assertNothing(inItem('    acceptance:\n      <CURSOR>\n'));
    await assertNothing('project: <CURSOR>');
  });

  it('in blocks of text and texts of several lines', async () => {
    await assertNothing(inItem('    description: |\n      goal: <CURSOR>\n'));
    await assertNothing(inItem('    description: |\n      <CURSOR>\n'));
    await assertNothing(inItem('    description: >-\n      One\n\n      <CURSOR>\n'));
    await assertNothing(inItem('    description: One\n      two\n      <CURSOR>\n'));
    await assertNothing(inItem('    description: |<CURSOR>\n      One\n'));
  });

  it('in a comment', async () => {
    await assertNothing(inItem('    # <CURSOR>\n'));
    await assertNothing(inItem('    status: done # <CURSOR>\n'));
    await assertNothing('# throughline <CURSOR>\nproject: A\n');
    await assertNothing('# throughline-disable<CURSOR>\nproject: A\n');
    await assertNothing('# throughline-disable missing-goal -- agreed with <CURSOR>\nproject: A\n');
  });

  it('below what the format does not have', async () => {
    await assertNothing(inItem('    frobnicate: <CURSOR>\n'));
    await assertNothing(inItem('    frobnicate:\n      <CURSOR>\n'));
    await assertNothing(inItem('    x-team:\n      <CURSOR>\n'));
    await assertNothing(inItem('    x-team: { <CURSOR> }\n'));
  });

  it('for numbers, links and ids', async () => {
    await assertNothing(inItem('    links: <CURSOR>\n'));
    await assertNothing('project: A\nid: <CURSOR>\n');
    await assertNothing('project: A\ncalendar:\n  hours_per_day: <CURSOR>\n');
  });

  it('behind a value that is whole', async () => {
    await assertNothing(inItem('    status: done <CURSOR>\n'));
    await assertNothing(inItem('    goal: growth <CURSOR>\n'));
  });

  it('at an id that is there, or an alias', async () => {
    await assertNothing('project: A\nitems:\n  a<CURSOR>: X\n');
    await assertNothing('project: A\nitems:\n  a: &x X\n  b: *<CURSOR>x\n');
  });

  it('where YAML takes nothing', async () => {
    await assertNothing('project: A\n---\n<CURSOR>');
    await assertNothing('project: A\n...\n<CURSOR>');
    await assertNothing('%YAML<CURSOR> 1.2\n---\nproject: A\n');
  });

  it('in a file that is no plan', async () => {
    await assertNothing('project: A\n<CURSOR>', 'service.yaml');
  });

  it('to a blank that indents or parts words', async () => {
    const typed = async (text: string): Promise<readonly string[]> =>
      (await offeredIn(inProject(text), { ...fullClient, trigger: ' ' })).labels;
    assert.deepEqual(await typed(inItem('    <CURSOR>')), []);
    assert.deepEqual(await typed(inItem('    description: One <CURSOR>')), []);
    assert.notDeepEqual(await typed(inItem('    status: <CURSOR>')), []);
    assert.notDeepEqual(await typed(inItem('    goal: [growth, <CURSOR>]')), []);
  });
});
