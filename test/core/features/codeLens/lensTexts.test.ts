import assert from 'node:assert/strict';
import { lensTexts } from './lensesOf';

/** Today is Monday 4 May 2026. */
describe('a code lens', () => {
  describe('on a goal', () => {
    const goal = async (fields: string, rest = '', files: Readonly<Record<string, string>> = {}): Promise<unknown> =>
      (await lensTexts({ 'a.roadmap.yaml': `product: A\ngoals:\n  win: { title: Win${fields} }\n${rest}`, ...files }))[
        'win'
      ];
    const project = `project: P
goal: win
items:
  done: { title: Done, estimate: 5d, status: done }
  open: { title: Open, estimate: 3d }
`;

    it('says how many projects serve it, how far they are, and how it stands', async () => {
      const files = { 'p.project.yaml': project, 'q.project.yaml': 'project: Q\ngoal: win\nphase: closed\n' };
      assert.equal(await goal(', target: 2026-06', '', files), '2 projects · 63 % · on track');
      assert.equal(await goal(', target: 2026-05-05', '', { 'p.project.yaml': project }), '1 project · 63 % · at risk');
      assert.equal(await goal('', '', { 'p.project.yaml': project }), '1 project · 63 %');
    });

    it('says what there is where there is no project yet', async () => {
      assert.equal(await goal(''), 'nothing serves it yet');
      assert.equal(await goal('', 'features: { f: { title: F, goal: win } }\n'), '1 feature, no project yet');
    });

    it('says how it has ended, or that it is not yet agreed', async () => {
      assert.equal(await goal(', status: achieved', '', { 'p.project.yaml': project }), 'achieved · 1 project');
      assert.equal(await goal(', status: dropped'), 'dropped');
      assert.equal(await goal(', status: proposed'), 'proposed · nothing serves it yet');
    });
  });

  describe('on a release', () => {
    const release = async (fields: string, features = ''): Promise<unknown> =>
      (
        await lensTexts({
          'a.roadmap.yaml': `product: A\nreleases:\n  may: { title: May${fields} }\nfeatures: {${features}}\n`,
        })
      )['may'];
    const features = ' a: { title: A, release: may }, b: { title: B, release: may, status: released }';
    const checks = ', readiness: { one: { title: One, done: true }, two: { title: Two } }';

    it('counts its features, the open ones, and its checks', async () => {
      assert.equal(await release(checks, features), '2 features · 1 open · 1 of 2 checks');
      assert.equal(await release('', features), '2 features · 1 open');
      assert.equal(await release('', ' b: { title: B, release: may, status: released }'), '1 feature · none open');
      assert.equal(await release(checks), 'no features yet · 1 of 2 checks');
      assert.equal(await release(''), 'no features yet');
    });

    it('says how it has ended', async () => {
      assert.equal(await release(', status: released', features), 'released · 2 features');
      assert.equal(await release(', status: cancelled'), 'cancelled');
    });
  });

  describe('on a project', () => {
    const project = async (yaml: string): Promise<unknown> =>
      (await lensTexts({ 'a.project.yaml': `project: A\nstart: 2026-04-01\n${yaml}` }))['project'];
    const certain = (days: number): string =>
      `estimate: { optimistic: ${String(days)}d, likely: ${String(days)}d, pessimistic: ${String(days)}d }`;

    it('says how long its critical path is, its CPI, its finish and its P80', async () => {
      const items = `items:
  done: { title: Done, estimate: 8d, status: done, started: 2026-04-01, finished: 2026-04-10 }
  open: { title: Open, ${certain(12)} }
  more: { title: More, ${certain(2)}, depends_on: open }
`;
      const budget = 'budget: { total: 11000 EUR, lines: { l: { title: L, planned: 11000 EUR, spent: 5000 EUR } } }\n';
      // EV is 8 of 22 days of 11,000 EUR, 4000 EUR; 14 working days from Monday 4 May end on 21 May.
      assert.equal(await project(budget + items), 'critical path 14 d · CPI 0.80 · finish 21 May (P80 21 May)');
      assert.equal(await project(items), 'critical path 14 d · finish 21 May (P80 21 May)');
    });

    it('leaves out what is not known, and is never empty', async () => {
      assert.equal(await project('items: { a: A, b: B }\n'), '2 items · no dates yet');
      assert.equal(
        await project(`items: { a: { title: A, ${certain(2)} }, b: B }\n`),
        'critical path 2 d · finish 5 May or later (P80 5 May)',
      );
      assert.equal(await project('milestones: { m: M }\nitems: { x: X }\nphase: planning\n'), '1 item · no dates yet');
      assert.equal(await project(''), undefined);
      assert.equal(await project('items: {}\n'), undefined);
    });

    it('says that it is over, or paused', async () => {
      assert.equal(await project('items: { a: { title: A, status: done } }\n'), 'all done');
      assert.equal(await project('phase: closed\nitems: { a: { title: A } }\n'), 'closed');
      assert.match(
        String(await project(`health: paused\nitems: { a: { title: A, ${certain(2)} } }\n`)),
        /^paused · critical path 2 d/,
      );
    });

    it('does without the P80 of a large plan', async () => {
      const many = Array.from({ length: 600 }, (_, at) => `  i${String(at)}: { title: I, estimate: 1d }\n`).join('');
      assert.equal(await project(`items:\n${many}`), 'critical path 1 d · finish 4 May');
    });
  });

  describe('on a person', () => {
    const people = async (items: string): Promise<Readonly<Record<string, string>>> =>
      lensTexts({
        'a.project.yaml': `project: A
start: 2026-05-04
people:
  dana: { name: Dana Roy, capacity: 50% }
  crew: { name: Crew, kind: team }
items: {${items}}
`,
      });

    it('says what is asked of them this month', async () => {
      // Half of the 21 working days of May.
      const found = await people(
        ' x: { title: X, estimate: 4d, assignees: dana }, y: { title: Y, duration: 3d, assignees: crew }',
      );
      assert.equal(found['dana'], 'May: 4 of 10.5 d, 38 %');
      assert.equal(found['crew'], 'May: 3 d');
    });

    it('says that it is more than they can', async () => {
      const stated = ' x: { title: X, estimate: 20d, start: 2026-05-04, end: 2026-05-29, assignees: dana }';
      assert.match(String((await people(stated))['dana']), /^May: 20 of 10\.5 d, 190 %$/);
    });

    it('says that nothing is planned', async () => {
      assert.equal((await people(''))['dana'], 'May: nothing planned');
    });
  });
});
