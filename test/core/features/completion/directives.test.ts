import assert from 'node:assert/strict';
import { inProject, offeredIn, type Offered } from './completionIn';

const project = (text: string): Promise<Offered> => offeredIn(inProject(text));

describe('The rules of a directive', () => {
  it('are offered with what they report', async () => {
    const offered = await project('# throughline-disable <CURSOR>\nproject: A\n');
    assert.match(offered.detail('missing-goal'), /goal/);
    assert.equal(offered.accepted('missing-goal'), '# throughline-disable missing-goal\nproject: A\n');
    assert.ok(!offered.labels.includes('syntax') && !offered.labels.includes('unused-suppression'));
  });

  it('take the place of the word, whatever stands around it', async () => {
    const line =
      'project: A\nitems:\n  # throughline-disable-next-line over<CURSOR>d, stale-status -- agreed\n  a: X\n';
    const offered = await project(line);
    assert.match(offered.accepted('overdue'), /next-line overdue, stale-status -- agreed\n/);
    assert.ok(!offered.labels.includes('stale-status'));
  });

  it('are offered for every one of several', async () => {
    const offered = await project('project: A # throughline-disable-next-line overdue, <CURSOR>\nmanager: b\n');
    assert.ok(offered.labels.includes('missing-goal') && !offered.labels.includes('overdue'));
    const spaced = await project('# throughline-disable overdue <CURSOR>\nproject: A\n');
    assert.ok(spaced.labels.includes('missing-goal'));
  });

  it('are offered before there is anything else in the file', async () => {
    assert.ok((await project('# throughline-disable <CURSOR>')).labels.includes('missing-goal'));
  });
});
