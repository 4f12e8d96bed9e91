import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService, type PlanService } from '../../../src/core/service';

const one = 'file:///one/a.project.yaml';
const roadmap = 'file:///one/a.roadmap.yaml';
const other = 'file:///other/b.project.yaml';

const project = 'project: A\nmanager: bob\ngoal: more-orders\n';
const broken = 'project: A\nmanager: bob\ngoal: no-such-goal\nbudgte: 3\n';
const product = 'product: Bakery\nowner: alice\ngoals:\n  more-orders: More orders\n';
const emptied = 'product: Bakery\nowner: alice\n';

interface World {
  readonly service: PlanService;
  today: string;
}

/** A service over two plans, on a day that the test may change without telling it. */
async function worldOf(texts: Readonly<Record<string, string>>, asOf?: string): Promise<World> {
  const clock = { today: '2026-05-04' };
  const service = createPlanService({
    folders: () => ['file:///one', 'file:///other'],
    list: () => Promise.resolve(Object.keys(texts)),
    read: (uris) => Promise.resolve(uris.map((uri) => texts[uri])),
    today: () => Temporal.PlainDate.from(clock.today),
    asOf: () => (asOf === undefined ? undefined : Temporal.PlainDate.from(asOf)),
    holidays: () => Promise.resolve(noPublicHolidays),
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  await service.load();
  return Object.assign(clock, { service });
}

const texts = { [one]: broken, [roadmap]: product, [other]: project };

function rulesIn(service: PlanService, uri: string): readonly unknown[] {
  return service.diagnostics(uri, {}).map(({ code }) => code);
}

describe('the state of a plan', () => {
  it('is made once while nothing changes', async () => {
    const { service } = await worldOf(texts);
    const state = service.state(one)!;
    assert.equal(service.state(roadmap), state);
    assert.equal(service.state(one)?.analysis, state.analysis);
    assert.equal(service.state(one)?.findings(one), state.findings(one));
    assert.equal(state.findings(one).length, 2);
  });

  it('has no words that were others before, whatever else has changed at once', async () => {
    const late = `project: A
manager: bob
milestones:
  beta: { title: Beta, date: 2026-05-06 }
items:
  form: { title: Form, estimate: 5d, milestone: beta }
`;
    const { service } = await worldOf({ [one]: late, [roadmap]: product });
    const said = (): string => JSON.stringify(service.diagnostics(one, {}));
    service.didOpen(one, 1, late);
    service.didOpen(roadmap, 1, product);
    assert.match(said(), /waits for Form/);
    service.didChange(one, 2, [
      { range: { start: { line: 5, character: 17 }, end: { line: 5, character: 21 } }, text: 'Page' },
    ]);
    service.didChange(roadmap, 2, [
      { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' },
    ]);
    assert.match(said(), /waits for Page/);
    assert.doesNotMatch(said(), /Form/);
  });

  it('has what is found of form and references first, with nothing said of what may yet be silenced', async () => {
    const text = `# throughline-disable missing-goal -- the sponsor names one in May
project: A
manager: bob
budgte: 3
items:
  form: { title: Form, depends_on: nowhere }
  page: { title: Page, estimate: 3d, deadline: 2026-05-05 }
`;
    const { service } = await worldOf({ [one]: text });
    const state = service.state(one)!;
    assert.equal(state.findingsSoFar(), undefined);
    const first: unknown[] = [];
    for (const _ of state.checking()) {
      const found = state.findingsSoFar();
      if (found && first.length === 0) first.push(...found(one).map(({ rule }) => rule));
    }
    assert.deepEqual(first, ['unknown-property', 'unknown-reference']);
    assert.equal(state.findingsSoFar(), undefined);
    const all = state.findings(one).map(({ rule }) => rule);
    assert.ok(all.includes('missed-deadline'));
    assert.ok(first.every((rule) => all.includes(rule)));
    assert.equal(all.includes('unused-suppression'), false);
  });

  it('is another one after an edit, which leaves the other plans as they are', async () => {
    const { service } = await worldOf(texts);
    const [before, untouched] = [service.state(one)!, service.state(other)!];
    service.didOpen(one, 1, project);
    assert.notEqual(service.state(one)?.analysis, before.analysis);
    assert.deepEqual(rulesIn(service, one), []);
    assert.equal(service.state(other), untouched);
  });

  it('keeps of the schedule what an edit cannot reach', async () => {
    const first = (days: number): string =>
      `project: First\nitems:\n  build: { title: Build, estimate: ${String(days)}d }\n`;
    const uris = ['first', 'second', 'apart'].map((name) => `file:///one/${name}.project.yaml`);
    const [edited, linked, apart] = uris as [string, string, string];
    const { service } = await worldOf({
      [edited]: first(2),
      [linked]: 'project: Second\nitems:\n  sell: { title: Sell, estimate: 1d, depends_on: first/build }\n',
      [apart]: 'project: Apart\nitems:\n  rest: { title: Rest, estimate: 1d }\n',
    });
    const schedule = () => {
      const { plan, analysis } = service.state(edited)!;
      return uris.map((uri) => analysis.schedule.in(plan.files.get(uri)!));
    };
    const finishes = (): unknown => schedule().map(([work]) => work?.finish);
    const finishBefore = finishes();
    const [, linkedBefore, apartBefore] = schedule();
    service.didOpen(edited, 1, first(4));
    const [, linkedAfter, apartAfter] = schedule();
    assert.notDeepEqual(finishes(), finishBefore);
    assert.notEqual(linkedAfter, linkedBefore);
    assert.notEqual(linkedAfter?.[0]?.start, linkedBefore?.[0]?.start);
    assert.equal(apartAfter, apartBefore);
    assert.equal(apartAfter?.length, 1);
    service.didChange(edited, 2, [{ text: first(2) }]);
    assert.deepEqual(finishes(), finishBefore);
  });

  it('is another one when another file of the plan changes', async () => {
    const { service } = await worldOf({ ...texts, [one]: project });
    assert.deepEqual(rulesIn(service, one), []);
    service.didOpen(roadmap, 1, emptied);
    assert.deepEqual(rulesIn(service, one), ['unknown-reference']);
  });

  it('knows of definitions in text that has only just become unreadable', async () => {
    const { service } = await worldOf({ ...texts, [one]: project });
    assert.deepEqual(rulesIn(service, one), []);
    service.didOpen(roadmap, 1, 'product: Bakery\nowner: alice\ngoals: [\n');
    assert.deepEqual(rulesIn(service, one), [], 'the goal may be in what cannot be read');
  });

  it('is another one on the next day, also where nobody has told of it', async () => {
    const world = await worldOf(texts);
    const before = world.service.state(one)!;
    world.today = '2026-05-05';
    const after = world.service.state(one)!;
    assert.equal(after.today.toString(), '2026-05-05');
    assert.equal(after.analysis.today.toString(), '2026-05-05');
    assert.notEqual(after.findings(one), before.findings(one));
  });

  it('is looked at as of its status date where it has one, and as of what its host asks for before that', async () => {
    const settings = 'file:///one/.throughline.yaml';
    const dated = await worldOf({ ...texts, [settings]: 'status_date: 2026-03-31\n' });
    assert.equal(dated.service.state(one)?.today.toString(), '2026-03-31');
    assert.equal(dated.service.state(other)?.today.toString(), '2026-05-04', 'another plan');
    dated.service.didOpen(settings, 1, 'status_date: 2026-04-01\n');
    assert.equal(dated.service.state(one)?.today.toString(), '2026-04-01');
    dated.service.didOpen(settings, 2, 'status_date: soon\n');
    assert.equal(dated.service.state(one)?.today.toString(), '2026-05-04', 'no date at all');
    const asked = await worldOf({ ...texts, [settings]: 'status_date: 2026-03-31\n' }, '2026-02-02');
    assert.equal(asked.service.state(one)?.today.toString(), '2026-02-02');
  });

  it('has other findings and the same analysis under other settings', async () => {
    const { service } = await worldOf(texts);
    const before = service.state(one)!;
    service.setSettings({ rules: { 'unknown-reference': 'off' } });
    assert.equal(service.state(one)?.analysis, before.analysis);
    assert.deepEqual(rulesIn(service, one), ['unknown-property']);
  });

  it('is, after any changes, what it is when all is made anew', async () => {
    const change = fc.oneof(
      fc.record({
        uri: fc.constantFrom(one, roadmap, other),
        text: fc.constantFrom(project, broken, product, emptied, 'goals: [', ''),
      }),
      fc.record({ severity: fc.constantFrom('off', 'hint', 'error') }),
      fc.record({ day: fc.integer({ min: 1, max: 28 }) }),
      fc.record({ folder: fc.constantFrom('exclude: a.roadmap.yaml\n', 'rules: { syntax: hint }\n') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const world = await worldOf(texts);
        const now: Record<string, string> = { ...texts };
        let settings = {};
        const write = (uri: string, text: string): void => {
          now[uri] = text;
          world.service.didOpen(uri, 1, text);
        };
        for (const each of changes) {
          if ('uri' in each) write(each.uri, each.text);
          else if ('folder' in each) write('file:///one/.throughline.yaml', each.folder);
          else if ('day' in each) world.today = `2026-05-${String(each.day).padStart(2, '0')}`;
          else world.service.setSettings((settings = { rules: { 'unknown-reference': each.severity } }));
          // What is asked in between is what may be kept.
          for (const uri of world.service.uris()) world.service.diagnostics(uri, {});
        }
        const fresh = await worldOf(now);
        fresh.today = world.today;
        fresh.service.setSettings(settings);
        const all = ({ service }: World): unknown =>
          Object.keys(now).map((uri) => [
            uri,
            service.state(uri)?.analysis.today.toString(),
            service.diagnostics(uri, {}),
            service.view(uri)?.data,
          ]);
        assert.deepEqual(all(world), all(fresh));
      }),
      { numRuns: 60 },
    );
  });
});
