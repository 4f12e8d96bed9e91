import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays, type PublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService } from '../../../src/core/service';

const uri = 'file:///plan/a.project.yaml';
const project = 'project: A\nstart: 2026-05-04\nend: 2026-05-29\ncalendar: {}\nitems: { one: { title: One } }\n';
const inGermany = project.replace('{}', '{ country: DE }');

const ascension: PublicHolidays = (country, _region, year) =>
  country === 'DE' && year === 2026 ? [Temporal.PlainDate.from('2026-05-14')] : [];

/** A service over one project, whose host gives the holidays when the test says so. */
function serviceOver(text: string) {
  let asked = 0;
  let changes = 0;
  let give: (holidays: PublicHolidays) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const given = new Promise<PublicHolidays>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  const service = createPlanService({
    folders: () => ['file:///plan'],
    list: () => Promise.resolve([uri]),
    read: (uris) => Promise.resolve(uris.map(() => text)),
    today: () => Temporal.PlainDate.from('2026-05-04'),
    holidays: () => {
      asked++;
      return given;
    },
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  service.onDidChange(() => changes++);
  return {
    service,
    give,
    fail,
    asked: () => asked,
    changes: () => changes,
    holidays(): unknown {
      const data = service.view(uri)?.data;
      assert.ok(data?.view === 'timeline' && data.file === 'project');
      return data.holidays;
    },
  };
}

const thatDay = [{ start: '2026-05-14', end: '2026-05-14' }];

describe('the public holidays of a plan', () => {
  it('are not asked for where no country is named', async () => {
    const plan = serviceOver(project);
    await plan.service.load();
    assert.equal(plan.asked(), 0);
    assert.deepEqual(plan.holidays(), []);
  });

  it('are there once the plan is loaded', async () => {
    const plan = serviceOver(inGermany);
    const loaded = plan.service.load();
    plan.give(ascension);
    await loaded;
    assert.deepEqual(plan.holidays(), thatDay);
    await plan.service.load();
    assert.equal(plan.asked(), 1);
  });

  it('are asked for when somebody writes a country, and who listens is told when they are there', async () => {
    const plan = serviceOver(project);
    await plan.service.load();
    plan.service.didOpen(uri, 1, inGermany);
    assert.equal(plan.asked(), 1);
    assert.deepEqual(plan.holidays(), []);
    const before = plan.changes();
    plan.give(ascension);
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.equal(plan.changes(), before + 1);
    assert.deepEqual(plan.holidays(), thatDay);
  });

  it('reach what is found and what a hover says, anew when they come late', async () => {
    const items = `items:
  parent:
    title: Parent
    items:
      # With Ascension Day four days of work, without it five.
      past: { title: Past, status: done, start: 2026-05-11, end: 2026-05-15 }
      rest: { title: Rest, duration: 4d }
`;
    const text = inGermany.replace(/items:.*\n/, items);
    const plan = serviceOver(project);
    await plan.service.load();
    plan.service.didOpen(uri, 1, text);
    const line = text.split('\n').findIndex((each) => each.includes('parent:'));
    const status = (): string => {
      const contents = plan.service.hover(uri, { line, character: 3 })?.contents;
      assert.ok(contents !== undefined && typeof contents === 'object' && 'value' in contents);
      return /Status:\*\* (.*)$/m.exec(contents.value)?.[1] ?? '';
    };
    const before = plan.service.state(uri)!;
    assert.equal(status(), 'in-progress, 56 % done (1 of 2 items)');
    plan.give(ascension);
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.equal(status(), 'in-progress, 50 % done (1 of 2 items)');
    const after = plan.service.state(uri)!;
    assert.equal(after.analysis.publicHolidays, ascension);
    assert.notEqual(after.findings(uri), before.findings(uri), 'the findings are found anew');
  });

  it('are asked for by the country of a person too', async () => {
    const plan = serviceOver(`${project}people: { alice: { country: DE } }\n`);
    plan.give(noPublicHolidays);
    await plan.service.load();
    assert.equal(plan.asked(), 1);
  });

  it('are none where the host has none, and the plan is there all the same', async () => {
    const plan = serviceOver(inGermany);
    plan.fail(new Error('no such file'));
    await plan.service.load();
    assert.equal(plan.service.complete, true);
    assert.deepEqual(plan.holidays(), []);
  });
});
