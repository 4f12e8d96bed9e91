import assert from 'node:assert/strict';
import type { TimelineRow } from '../../../src/core/views/model';
import { oneChange } from '../plan/oneChange';
import { planFrom } from '../planFrom';

const project = `project: A
manager: ana
start: 2026-05-04
milestones:
  launch: { title: Launch, date: 2026-06-30 }
items:
  design:
    title: Design
    estimate: 5d
    assignees: ana
    deadline: 2026-05-20
  build:
    title: Build
    estimate: { optimistic: 5d, likely: 10d, pessimistic: 30d }
    deadline: 2026-05-29
    depends_on: design
    milestone: launch
`;
const people = 'people:\n  ana:\n    name: Ana Lopez\n';

/** A plan whose timeline is asked for before and after each edit. */
async function typing() {
  const { service } = await planFrom({ 'a.project.yaml': project, '.throughline.yaml': people });
  const uri = (name: string): string => `file:///plan/${name}`;
  const texts = new Map([
    [uri('a.project.yaml'), project],
    [uri('.throughline.yaml'), people],
  ]);
  let version = 1;
  for (const [name, text] of texts) service.didOpen(name, version, text);
  return {
    service,
    uri: uri('a.project.yaml'),
    edit(name: string, from: string, to: string): void {
      const before = texts.get(uri(name)) ?? '';
      const after = before.replace(from, to);
      assert.notEqual(after, before);
      texts.set(uri(name), after);
      service.didChange(uri(name), ++version, [oneChange(before, after)]);
    },
    rows(): readonly TimelineRow[] {
      const data = service.view(uri('a.project.yaml'), 'timeline')?.data;
      assert.ok(data?.view === 'timeline' && data.file === 'project');
      return data.rows;
    },
    async fresh(): Promise<readonly TimelineRow[]> {
      const now = await planFrom({
        'a.project.yaml': texts.get(uri('a.project.yaml')) ?? '',
        '.throughline.yaml': texts.get(uri('.throughline.yaml')) ?? '',
      });
      const data = now.service.view(uri('a.project.yaml'), 'timeline')?.data;
      assert.ok(data?.view === 'timeline' && data.file === 'project');
      return data.rows;
    },
  };
}

describe('the timeline of a project in which words change', () => {
  it('has a new row for what is called something else, and the same ones for all other items', async () => {
    const plan = await typing();
    const before = plan.rows();
    plan.edit('a.project.yaml', 'title: Build', 'title: Build all of it');
    const after = plan.rows();
    assert.deepEqual(after, await plan.fresh());
    assert.deepEqual(
      after.filter((row) => row.kind === 'item' && !before.includes(row)).map(({ title }) => title),
      ['Build all of it'],
    );
  });

  it('names people as they are called now', async () => {
    const plan = await typing();
    plan.rows();
    plan.edit('.throughline.yaml', 'Ana Lopez', 'Anna Lopez');
    assert.deepEqual(plan.rows(), await plan.fresh());
    assert.ok(plan.rows().some(({ owner }) => owner === 'Anna Lopez'));
  });

  it('is made anew where a fact changes with them', async () => {
    const plan = await typing();
    plan.rows();
    plan.edit('a.project.yaml', 'title: Design\n    estimate: 5d', 'title: Drawing\n    estimate: 9d');
    assert.deepEqual(plan.rows(), await plan.fresh());
  });

  it('says what is forecast once that is known, and still does when words change then', async () => {
    const plan = await typing();
    const late = (): readonly (string | undefined)[] => plan.rows().map(({ p80 }) => p80);
    assert.ok(late().every((p80) => p80 === undefined));
    assert.ok(await plan.service.prepareView(plan.uri, () => true));
    const known = late();
    assert.ok(plan.rows().some(({ kind, p80 }) => kind === 'item' && p80 !== undefined));
    plan.edit('a.project.yaml', 'title: Build', 'title: Building');
    assert.deepEqual(late(), known);
    assert.ok(plan.rows().some(({ title }) => title === 'Building'));
  });
});
