import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService, type PlanService } from '../../../src/core/service';
import type { EarlierFiles, EarlierFilesRequest } from '../../../src/core/service/planHost';
import type { OverviewView } from '../../../src/core/views/overviewModel';

const root = 'file:///plan';
const uri = `${root}/p.roadmap.yaml`;
const roadmap = 'product: P\ngoals: { fix: { title: Fix it, horizon: next } }\n';
const day = Temporal.PlainDate.from('2026-11-13');

class Past {
  readonly asked: EarlierFilesRequest[] = [];
  answer: EarlierFiles = { found: true, files: [{ uri, text: roadmap }], day, isFirst: false };

  async service(text: string, today = '2026-11-20'): Promise<PlanService> {
    const service = createPlanService({
      folders: () => [root],
      list: () => Promise.resolve([uri]),
      read: () => Promise.resolve([text]),
      today: () => Temporal.PlainDate.from(today),
      earlier: (request) => {
        this.asked.push(request);
        return Promise.resolve(this.answer);
      },
      holidays: () => Promise.resolve(noPublicHolidays),
      pause: () => Promise.resolve(),
    });
    service.setFolders();
    await service.load();
    return service;
  }
}

function overviewOf(service: PlanService, since?: string): OverviewView {
  const data = service.view(uri, 'overview', since === undefined ? {} : { since })?.data;
  assert.ok(data?.view === 'overview');
  return data;
}

const linesOf = ({ changes }: OverviewView): readonly string[] =>
  (changes?.groups ?? []).flatMap(({ title, rows }) => rows.map((row) => `${title} > ${row.title}: ${row.text}`));

describe('the earlier version of a plan', () => {
  let past: Past;
  beforeEach(() => (past = new Past()));
  const now = roadmap.replace('next', 'now');

  it('is asked for once the overview is wanted, and compared with since last week', async () => {
    const service = await past.service(now);
    assert.equal(overviewOf(service).changes, undefined);
    assert.equal(past.asked.length, 0);
    assert.equal(await service.prepareChanges(uri, 'overview'), true);
    assert.deepEqual(past.asked, [{ root, uris: [uri], since: { kind: 'day', day } }]);
    const { changes, facts } = overviewOf(service);
    assert.equal(changes?.title, 'What changed since 13 Nov');
    assert.deepEqual(linesOf(overviewOf(service)), ['P > Fix it: Horizon changed from next to now']);
    assert.deepEqual(facts.at(-1), { label: 'Changes since 13 Nov', value: '1' });
    assert.match(service.exportText(uri, 'md', 'overview') ?? '', /Horizon changed from next to now/);
  });

  it('is not asked for again while one types, nor for another view', async () => {
    const service = await past.service(roadmap);
    await service.prepareChanges(uri, 'overview');
    service.didOpen(uri, 1, now);
    assert.equal(await service.prepareChanges(uri, 'overview'), false);
    assert.equal(await service.prepareChanges(uri, 'board'), false);
    assert.equal(past.asked.length, 1);
    assert.deepEqual(linesOf(overviewOf(service)), ['P > Fix it: Horizon changed from next to now']);
  });

  it('is asked for once by two who want it at the same time', async () => {
    const service = await past.service(now);
    const prepared = [service.prepareChanges(uri, 'overview'), service.prepareChanges(uri, 'overview')];
    assert.deepEqual(await Promise.all(prepared), [true, false]);
    assert.equal(past.asked.length, 1);
  });

  it('is asked for anew after another commit, while what was known is shown', async () => {
    const service = await past.service(now);
    await service.prepareChanges(uri, 'overview');
    past.answer = { found: true, files: [{ uri, text: now }], day, isFirst: true };
    service.didChangeHistory();
    assert.equal(linesOf(overviewOf(service)).length, 1);
    assert.equal(await service.prepareChanges(uri, 'overview'), true);
    const { changes } = overviewOf(service);
    assert.equal(changes?.count, 0);
    assert.match(changes.note ?? '', /history that can be read begins on that day\. Nothing .* has changed\./);
  });

  it('may be one of a commit, which is named', async () => {
    const service = await past.service(now);
    await service.prepareChanges(uri, 'overview', { since: 'v1.2' });
    assert.deepEqual(past.asked[0]?.since, { kind: 'commit', name: 'v1.2' });
    assert.equal(overviewOf(service, 'v1.2').changes?.title, 'What changed since v1.2 (13 Nov)');
    assert.equal(overviewOf(service).changes, undefined);
  });

  it('that there is not is told in a sentence', async () => {
    const service = await past.service(now);
    past.answer = { found: false, why: 'no-history' };
    await service.prepareChanges(uri, 'overview');
    const { changes, facts } = overviewOf(service);
    assert.deepEqual([changes?.title, changes?.count], ['What changed', 0]);
    assert.match(changes?.note ?? '', /no history to compare with/);
    assert.ok(facts.every(({ label }) => !label.startsWith('Changes')));
    assert.equal(await service.prepareChanges(uri, 'overview', { since: '--upload-pack=harm' }), false);
    assert.match(overviewOf(service, '--upload-pack=harm').changes?.note ?? '', /is no point of the history/);
    assert.equal(past.asked.length, 1);
  });

  it('is looked at as of its own day, and of its own status date', async () => {
    const service = await past.service(now);
    await service.prepareChanges(uri, 'overview');
    const earlier = service.earlierPlan(uri, '1w');
    assert.ok(earlier?.found);
    assert.equal(earlier.analysis.today.toString(), '2026-11-13');
    past.answer = {
      found: true,
      files: [
        { uri, text: roadmap },
        { uri: `${root}/.throughline.yaml`, text: 'status_date: 2026-11-06\nexclude: [old]\n' },
        { uri: `${root}/old/x.roadmap.yaml`, text: 'product: Old\n' },
        { uri: `${root}/sub/.throughline.yaml`, text: '' },
        { uri: `${root}/sub/y.roadmap.yaml`, text: 'product: Of another plan\n' },
      ],
      day,
      isFirst: false,
    };
    await service.prepareChanges(uri, 'overview', { since: '2w' });
    const other = service.earlierPlan(uri, '2w');
    assert.ok(other?.found);
    assert.equal(other.analysis.today.toString(), '2026-11-06');
    assert.equal(other.analysis.plan.roadmaps.length, 1);
  });
});
