import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { linkChoices } from '../../../src/core/features/linkChoices';
import { planFrom } from '../planFrom';

const plan = {
  'a.roadmap.yaml':
    'product: Shop\ngoals:\n  fast: { title: Pay fast, horizon: now }\n  loyal: { title: Come back, horizon: now }\nfeatures:\n  dark: Dark screen\n  click: { title: Pay in a click, goal: fast }\n',
  'p.project.yaml': 'project: Pay fast\nitems:\n  icons: New icons\n  api: { title: API, goal: fast }\n',
  'q.project.yaml': '# throughline-disable missing-goal\nproject: Alone\nitems: { one: One }\n',
};

async function choices(name: string, ...path: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const made = await planFrom(plan, '2026-05-04');
  const found = linkChoices(made.state(), { uri: made.uri(name), path });
  return Object.fromEntries(
    found.map(({ title, edit }) => [
      title,
      edit.creates?.[0]?.text ?? applyEdits(made.texts.get(made.uri(name)) ?? '', edit.edits) ?? '',
    ]),
  );
}

describe('what links work to a goal', () => {
  it('is what the quick fix of the place offers: the goals, for the item or its project', async () => {
    const found = await choices('p.project.yaml', 'items', 'icons');
    assert.equal(
      found['Set `goal: loyal` (“Come back”) here'],
      'project: Pay fast\nitems:\n  icons:\n    title: New icons\n    goal: loyal\n  api: { title: API, goal: fast }\n',
    );
    assert.match(found['Set `goal: fast` (“Pay fast”) on the project'] ?? '', /^project: Pay fast\ngoal: fast\n/);
  });

  it('is there for a feature, and for a whole project, also where the finding is silenced', async () => {
    assert.match(
      (await choices('a.roadmap.yaml', 'features', 'dark'))['Set `goal: fast` (“Pay fast”) here'] ?? '',
      /dark:\n {4}title: Dark screen\n {4}goal: fast\n/,
    );
    assert.match(
      (await choices('q.project.yaml'))['Set `goal: loyal` (“Come back”) on the project'] ?? '',
      /goal: loyal/,
    );
  });

  it('gives a goal that nothing serves a project, or a later horizon', async () => {
    const found = await choices('a.roadmap.yaml', 'goals', 'loyal');
    assert.match(found['Create the project loyal.project.yaml for it'] ?? '', /goal: loyal/);
    assert.match(found['Move “Come back” to `next`'] ?? '', /title: Come back, horizon: next/);
  });

  it('is nothing for what is gone or needs no goal', async () => {
    assert.deepEqual(await choices('p.project.yaml', 'items', 'gone'), {});
    assert.deepEqual(await choices('none.project.yaml'), {});
    assert.deepEqual(await choices('a.roadmap.yaml'), {});
  });
});
