import assert from 'node:assert/strict';
import type { OverviewView } from '../../../src/core/views/overviewModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { viewOf } from './viewOf';

const files = {
  'p.roadmap.yaml': `product: Lantern
owner: alice
goals:
  fix: { title: Fix it, target: 2026-Q4, owner: alice }
  later: { title: Later }
  old: { title: Old, status: achieved }
`,
  'b.roadmap.yaml': 'product: Beacon\ngoals: { shine: Shine }\n',
  'van.project.yaml': `project: Parts on the van
manager: alice
goal: [fix, shine]
health: at-risk
items:
  stock: { title: Stock list, start: 2026-12-07, end: 2026-12-18, assignees: { alice: 80% } }
`,
  'app.project.yaml': `project: App
goal: fix
items:
  scan: { title: Scan parts, start: 2026-12-14, end: 2026-12-16, depends_on: van/stock, assignees: { alice: 60% } }
  tune: { title: Tune, start: 2027-02-01, end: 2027-02-05, depends_on: van/stock }
  own: { title: Own, depends_on: tune }
`,
  'side.project.yaml': 'project: Upkeep\nitems: { a: A }\n',
  '.throughline.yaml': 'people: { alice: { name: Alice Ng } }\n',
};

async function overview(settings?: ViewSettings): Promise<OverviewView> {
  const data = await viewOf(files, 'overview', settings);
  assert.ok(data.view === 'overview');
  return data;
}

const outline = ({ rows }: OverviewView): readonly string[] =>
  rows.map(({ title, depth, detail = '' }) => `${' '.repeat(depth - 1)}${title} | ${detail}`);

describe('overview of a plan', () => {
  it('has each product with its open goals and their projects, its own first, and what has no goal last', async () => {
    assert.deepEqual(outline(await overview()), [
      'Lantern | ',
      ' Fix it | 2026-Q4',
      '  App | 5 Feb',
      '  Parts on the van | 18 Dec',
      ' Later | No project yet',
      'Beacon | ',
      ' Shine | ',
      '  Parts on the van | 18 Dec',
      'Projects without a goal | ',
      ' Upkeep | ',
    ]);
    const { rows } = await overview();
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.deepEqual(rows.find(({ title }) => title === 'Parts on the van')?.state, {
      kind: 'at-risk',
      text: 'At risk',
    });
  });

  it('has what waits for another project, what is too late first', async () => {
    const { dependencies, facts } = await overview();
    assert.deepEqual(
      dependencies.map(({ title, project, forTitle, forProject, state, detail }) =>
        [title, project, forTitle, forProject, state.kind, detail].join(' | '),
      ),
      [
        'Scan parts | App | Stock list | Parts on the van | off-track | ends 18 Dec, 5 d too late',
        'Tune | App | Stock list | Parts on the van | on-track | ends 18 Dec',
      ],
    );
    assert.equal(facts.find(({ label }) => label === 'Dependencies between projects')?.note, '1 too late');
  });

  it('has who is stated to do more than they can, when, and with what', async () => {
    const { people } = await overview();
    assert.deepEqual(
      people.map(({ name, text, items, entry }) => [name, text, items.length, entry?.path.join('/')]),
      [['Alice Ng', people[0]?.text, 2, 'people/alice']],
    );
    assert.match(people[0]?.text ?? '', /^1\d\d % for 1 week from 14 Dec$/);
  });

  it('is the same from a project, under its own name', async () => {
    const { 'van.project.yaml': van, ...others } = files;
    const data = await viewOf({ 'van.project.yaml': van, ...others }, 'overview');
    assert.ok(data.view === 'overview' && data.file === 'project');
    const { rows, dependencies, people } = await overview();
    assert.equal(data.title, 'Parts on the van');
    assert.match(data.entry.uri, /van\.project\.yaml$/);
    assert.deepEqual(data.rows.map(({ title }) => title).sort(), rows.map(({ title }) => title).sort());
    assert.deepEqual([data.dependencies, data.people], [dependencies, people]);
  });

  it('is filtered to goals and projects, below what holds them', async () => {
    const view = await overview({ filter: { text: 'app' } });
    assert.deepEqual(
      view.rows.map(({ title }) => title),
      ['Lantern', 'Fix it', 'App'],
    );
    assert.deepEqual(view.shown, { count: 1, total: 7 });
  });

  it('is almost empty for a plan that says nothing', async () => {
    const data = await viewOf({ 'p.roadmap.yaml': 'product: P\n' }, 'overview');
    assert.ok(data.view === 'overview');
    assert.deepEqual([data.rows.length, data.dependencies, data.people], [1, [], []]);
  });
});
