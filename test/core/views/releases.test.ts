import assert from 'node:assert/strict';
import type { ReleaseCard, ReleasesView } from '../../../src/core/views/releasesModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { planFrom } from '../planFrom';
import { today, viewOf } from './viewOf';

type Files = Readonly<Record<string, string>>;

async function releasesOf(files: Files, settings?: ViewSettings): Promise<ReleasesView> {
  const data = await viewOf(files, 'releases', settings);
  assert.ok(data.view === 'releases');
  return data;
}

function titled(view: ReleasesView, title: string): ReleaseCard {
  const card = view.releases.find((each) => each.title === title);
  assert.ok(card, `no release ${title}`);
  return card;
}

const lantern: Files = {
  'lantern.roadmap.yaml': `product: Lantern
people: { alice: Alice Ng, grace: Grace Hill }
goals: { fix: Fix it at once }
features:
  sheet: { title: Job sheet, goal: fix, release: next, owner: alice }
  parts: { title: Right part, goal: fix, release: next }
  maps: { title: Maps, goal: fix, release: next, status: dropped }
  photo: { title: Photos, goal: fix, release: out, status: released }
  dark: { title: Dark mode, goal: fix }
  voice: { title: By voice, goal: fix, status: idea }
releases:
  gone: { title: Gone, date: 2026-12-01, status: cancelled }
  older: { title: Older, date: 2026-03-02, status: released }
  out: { title: Out, date: 2026-10-15, status: released }
  undated: Some day
  after: { title: After, date: 2027-03 }
  next:
    title: Next
    date: 2026-12-11
    goal: fix
    owner: alice
    readiness:
      films: { title: Films, due: 2026-12-08 }
      help: { title: Help pages, area: documentation, owner: grace, due: 2026-11-13 }
      terms: { title: Terms, done: true, due: 2026-11-02 }
      nothing: No day for this
`,
  'van.project.yaml': `project: Parts on the van
items:
  a: { title: Stock list, feature: parts, estimate: { optimistic: 5d, likely: 14d, pessimistic: 30d }, progress: 50% }
  b: { title: Queue, feature: sheet, status: done, finished: 2026-11-06, estimate: 4d }
`,
};

describe('releases of a roadmap', () => {
  it('come by date, then without one, then what is out, the last first, and what was cancelled', async () => {
    const { releases } = await releasesOf(lantern);
    assert.deepEqual(
      releases.map(({ title }) => title),
      ['Next', 'After', 'Some day', 'Out', 'Older', 'Gone'],
    );
  });

  it('say when they come, how many days are left, and how they stand', async () => {
    const view = await releasesOf(lantern);
    const { date, left, owner, goals } = titled(view, 'Next');
    assert.deepEqual([date, left, owner], ['11 Dec', '21 days left', 'Alice Ng']);
    assert.deepEqual(
      goals.map(({ title }) => title),
      ['Fix it at once'],
    );
    assert.equal(titled(view, 'After').date, '31 Mar');
    assert.deepEqual([titled(view, 'Out').left, titled(view, 'Out').state.text], [undefined, 'Released']);
    assert.equal(titled(view, 'Gone').state.text, 'Cancelled');
    const past = lantern['lantern.roadmap.yaml']?.replace('2026-12-11', '2026-11-17') ?? '';
    assert.equal(titled(await releasesOf({ ...lantern, 'lantern.roadmap.yaml': past }), 'Next').left, '3 days overdue');
  });

  it('have their features with status and progress, what is out last and without dropped ones', async () => {
    const { features, featureText } = titled(await releasesOf(lantern), 'Next');
    assert.equal(featureText, '1 of 2 released');
    assert.deepEqual(
      features.map(({ title, progress, owner }) => [title, progress, owner]),
      [
        ['Right part', 0.5, undefined],
        ['Job sheet', undefined, 'Alice Ng'],
      ],
    );
    assert.deepEqual(features[1]?.state, { kind: 'done', text: 'Released' });
  });

  it('have what must be ready: what is due first, what is done last', async () => {
    const { checks, checkText, state } = titled(await releasesOf(lantern), 'Next');
    assert.equal(checkText, '1 of 4 done');
    assert.deepEqual(
      checks.map(({ title, state: { text }, due = '' }) => `${title}: ${text} ${due}`.trim()),
      ['Help pages: Overdue 13 Nov, overdue', 'Films: Open 8 Dec', 'No day for this: Open', 'Terms: Done 2 Nov'],
    );
    assert.deepEqual([checks[0]?.area, checks[0]?.owner], ['Documentation', 'Grace Hill']);
    assert.equal(state.kind, 'at-risk');
  });

  it('have a forecast where one is known, and say what comes after the date', async () => {
    const text = lantern['lantern.roadmap.yaml']?.replace('2026-12-11', '2026-12-02') ?? '';
    const plan = await planFrom({ ...lantern, 'lantern.roadmap.yaml': text }, today);
    const uri = plan.uri('lantern.roadmap.yaml');
    const runway = (): ReleaseCard['runway'] => {
      const data = plan.service.view(uri, 'releases')?.data;
      assert.ok(data?.view === 'releases');
      return titled(data, 'Next').runway;
    };
    assert.deepEqual(
      runway()?.marks.map(({ kind }) => kind),
      ['date', 'plan'],
    );
    assert.ok(await plan.service.prepareView(uri, () => true));
    const { marks = [], meets = '' } = runway() ?? {};
    assert.deepEqual(marks.map(({ kind, late = false }) => `${kind} ${late ? 'late' : 'in time'}`).slice(0, 2), [
      'date in time',
      'plan in time',
    ]);
    const [date, , p50, p80] = marks;
    assert.ok(date && p50 && p80 && p50.at <= p80.at && p80.late && marks.some(({ at }) => at === 1));
    assert.match(meets, /^\d+ %$/);
  });

  it('have no forecast once they are out, and none without work', async () => {
    const view = await releasesOf(lantern);
    assert.equal(titled(view, 'Out').runway, undefined);
    assert.equal(titled(view, 'After').runway, undefined);
  });

  it('tell of the next one, of open checks, and of features in no release', async () => {
    const { facts } = await releasesOf(lantern);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      ['Releases to come: 3 2 out', 'Next: Next 21 days left', 'Open checks: 3 1 overdue', 'In no release: 1 feature'],
    );
  });

  it('are filtered by what is in them, and by who owns some of it', async () => {
    const found = async (settings: ViewSettings): Promise<readonly string[]> =>
      (await releasesOf(lantern, settings)).releases.map(({ title }) => title);
    assert.deepEqual(await found({ filter: { text: 'help pages' } }), ['Next']);
    assert.deepEqual(await found({ filter: { owner: 'grace' } }), ['Next']);
    assert.deepEqual(await found({ filter: { atRisk: true } }), ['Next']);
    assert.deepEqual(await found({ hidesDone: true }), ['Next', 'After', 'Some day']);
  });

  it('are empty for a roadmap without releases', async () => {
    const view = await releasesOf({ 'p.roadmap.yaml': 'product: P\n' });
    assert.deepEqual([view.releases, view.facts], [[], []]);
  });
});
