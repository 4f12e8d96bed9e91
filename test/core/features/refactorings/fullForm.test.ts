import assert from 'node:assert/strict';
import { assertRefactored, deskOf } from './refactoringIn';

const kind = 'refactor.rewrite.throughline.fullForm';

describe('writing an entry in full', () => {
  it('gives its title a line of its own', async () => {
    await assertRefactored(
      'project: Shop\nitems:\n  spike: <CURSOR>Try it # soon\n  api:\n    title: API\n',
      kind,
      'Write “Try it” in full',
      'project: Shop\nitems:\n  spike:\n    title: Try it # soon\n  api:\n    title: API\n',
    );
  });

  it('looks like its neighbours', async () => {
    await assertRefactored(
      'project: Shop\nitems:\n  api: { title: API, owner: bob }\n  spike<CURSOR>: Try it, twice\n',
      kind,
      'Write “Try it, twice” in full',
      "project: Shop\nitems:\n  api: { title: API, owner: bob }\n  spike: { title: 'Try it, twice' }\n",
    );
  });

  it('is offered from the indentation and the comment of its line', async () => {
    for (const text of ['items:\n<CURSOR>  spike: Try it # soon\n', 'items:\n  spike: Try it # so<CURSOR>on\n'])
      assert.deepEqual((await deskOf({ 'a.project.yaml': text }, kind)).titles, ['Write “Try it” in full'], text);
  });

  it('is offered on whatever has a short form, by its name', async () => {
    const places = {
      'people:\n  erin: <CURSOR>Erin Ward\n': 'Write “Erin Ward” in full',
      'responsibilities:\n  status-updates: <CURSOR>bob\n': 'Write “Status updates” in full',
      'milestones: { live: <CURSOR>Live }\n': 'Write “Live” in full',
      'risks:\n  late: <CURSOR>Too late\n': 'Write “Too late” in full',
      'decisions: [<CURSOR>Ship it]\n': 'Write “Ship it” in full',
      'decisions: <CURSOR>Ship it\n': 'Write “Ship it” in full',
      'items:\n  a:\n    title: A\n    items:\n      b: <CURSOR>Below\n': 'Write “Below” in full',
    };
    for (const [text, title] of Object.entries(places))
      assert.deepEqual((await deskOf({ 'a.project.yaml': text }, kind)).titles, [title], text);
  });

  it('is not offered elsewhere', async () => {
    const places = [
      'project: <CURSOR>Shop\n',
      'items:\n  a:\n    title: <CURSOR>A\n',
      'items:\n  a: <CURSOR>\n',
      'items:\n  a: <CURSOR>[A]\n',
      'items:\n  a: A\n  b: B\n# the <CURSOR>end\n',
      'items: <CURSOR>text\n',
      '<CURSOR>',
    ];
    for (const text of places) assert.deepEqual((await deskOf({ 'a.project.yaml': text }, kind)).titles, [], text);
  });

  it('is not offered for what is written elsewhere too', async () => {
    for (const text of ['items:\n  a: &t A\n  b: <CURSOR>*t\n', 'items:\n  a: <CURSOR>&t A\n  b: *t\n'])
      assert.deepEqual((await deskOf({ 'a.project.yaml': text }, kind)).titles, [], text);
  });

  it('is not offered for a selection of several entries', async () => {
    const { titles } = await deskOf({ 'a.project.yaml': 'items:\n  a: <CURSOR>A\n  b: B<END>\n' }, kind);
    assert.deepEqual(titles, []);
  });
});
