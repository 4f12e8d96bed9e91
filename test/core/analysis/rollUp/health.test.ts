import assert from 'node:assert/strict';
import { healthThresholds, type Health } from '../../../../src/core/analysis/rollUp/health';
import { RollUps } from '../../../../src/core/analysis/rollUp/rollUps';
import type { CostFigures } from '../../../../src/core/analysis/rollUp/projectHealth';
import { rolledUp } from './rolledUp';

/** `stated / computed: reasons`. */
function textOf({ stated, computed, reasons }: Health): string {
  const why = reasons.map((reason) => `${reason.state}: ${reason.why}`).join('; ');
  return `${stated ?? '–'} / ${computed ?? '–'}${why === '' ? '' : ` (${why})`}`;
}

/** The health of a project on Monday, 4 May 2026. */
async function project(text: string): Promise<string> {
  const { project } = await rolledUp({ 'a.project.yaml': `project: A\n${text}` });
  return textOf(project('a').health);
}

async function roadmap(
  of: 'goal' | 'release' | 'feature' | 'program',
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const read = await rolledUp({ 'p.roadmap.yaml': `product: P\n${text}`, ...more });
  return textOf(read[of]('x').health);
}

const work = (days: number): string => `items: { i: { title: I, estimate: ${String(days)}d } }\n`;

describe('the health of a project', () => {
  it('is on track where all comes when it was promised, and unknown where nothing was', async () => {
    assert.equal(await project(`health: at-risk\nend: 2026-05-08\n${work(5)}`), 'at-risk / on-track');
    assert.equal(await project(work(5)), '– / –');
    assert.equal(await project('end: 2026-05-08\n'), '– / –');
  });

  it('is at risk where the last work finishes after the end, and off track from a tenth of its length on', async () => {
    // 100 working days from 15 December to 1 May; work from 4 May takes 5 to 8 May, or 10 to 15 May, or 11.
    const late = (days: number): Promise<string> => project(`start: 2025-12-15\nend: 2026-05-01\n${work(days)}`);
    assert.equal(await late(1), '– / at-risk (at-risk: finishes 1 working day after its end)');
    assert.equal(await late(10), '– / at-risk (at-risk: finishes 10 working days after its end)');
    assert.equal(await late(11), '– / off-track (off-track: finishes 11 working days after its end)');
    // Two of ten days.
    assert.equal(
      await project(`start: 2026-04-20\nend: 2026-05-01\n${work(2)}`),
      '– / off-track (off-track: finishes 2 working days after its end)',
    );
  });

  it('does not count free days', async () => {
    assert.equal(await project(`end: 2026-05-08\nmilestones: { m: { title: M, date: 2026-05-10 } }\n`), '– / on-track');
  });

  it('counts a milestone that waits for a start on the day of that start', async () => {
    // From Friday 8 May to Monday the 11th; the instant between them is the end of the one and the start of the other.
    const item = 'items: { i: { title: I, estimate: 5d, not_before: 2026-05-11 } }\n';
    const milestone = 'milestones: { m: { title: M, date: 2026-05-08, depends_on: i SS } }\n';
    assert.equal(await project(item + milestone), '– / at-risk (at-risk: misses the milestone “M” by 1 working day)');
    assert.equal(
      await project(`end: 2026-05-08\n${milestone}items: { i: { title: I, duration: 0d, not_before: 2026-05-11 } }\n`),
      '– / at-risk (at-risk: finishes 1 working day after its end; at-risk: misses the milestone “M” by 1 working day)',
    );
  });

  it('is late by today at least while anything is open', async () => {
    assert.equal(
      await project('start: 2026-01-01\nend: 2026-04-29\n'),
      '– / at-risk (at-risk: is still open 3 working days after its end)',
    );
    assert.equal(
      await project(
        'start: 2026-01-01\nend: 2026-04-29\nitems: { i: { title: I, start: 2026-04-27, end: 2026-04-28 } }\n',
      ),
      '– / at-risk (at-risk: is still open 3 working days after its end)',
    );
  });

  it('names the milestone and the deadline that come latest after their dates', async () => {
    const text = `milestones:
  early: { title: Early, date: 2026-06-30 }
  demo: { title: Demo, date: 2026-05-05, depends_on: i }
  beta: { title: Beta, date: 2026-05-01, depends_on: i }
  past: { title: Past, date: 2026-04-01, reached: 2026-04-20 }
items:
  i: { title: I, estimate: 3d, deadline: 2026-05-05 }
  gone: { title: G, estimate: 3d, deadline: 2026-05-05, status: dropped }
`;
    // i finishes on Wednesday 6 May: three working days after 1 May, one after 5 May.
    assert.equal(
      await project(text),
      '– / at-risk (at-risk: misses 2 milestones, “Beta” by 3 working days; at-risk: misses the deadline of “I” by 1 working day)',
    );
  });

  it('is off track where a milestone comes more than ten working days late, and that comes first', async () => {
    assert.equal(
      await project(
        'end: 2026-05-15\nstart: 2025-01-01\nmilestones: { m: { title: M, date: 2026-05-04, depends_on: i } }\nitems: { i: { title: I, estimate: 12d } }\n',
      ),
      '– / off-track (off-track: misses the milestone “M” by 11 working days; at-risk: finishes 2 working days after its end)',
    );
  });

  it('is done where it is closed or all is done, and paused where its manager says so', async () => {
    const late = 'end: 2026-04-01\n';
    assert.equal(await project(`health: on-track\nphase: closed\n${late}${work(5)}`), 'on-track / done');
    assert.equal(await project(`${late}items: { i: { title: I, status: done } }\n`), '– / done');
    assert.equal(await project(`health: paused\n${late}${work(5)}`), 'paused / paused');
  });

  it('follows from its money where that is known', async () => {
    const cost = async (figures: CostFigures, done = 50): Promise<string> => {
      const { analysis } = await rolledUp({
        'a.project.yaml': `project: A\nitems: { i: { title: I, progress: ${String(done)}% } }\n`,
      });
      const { plan, today, publicHolidays, lineageTree, schedule } = analysis;
      const [file] = plan.projects;
      assert.ok(file);
      const rollUps = new RollUps({
        ...{ plan, today, publicHolidays, lineageTree, schedule },
        progress: (one) => analysis.progress(one),
        costFigures: () => figures,
      });
      return textOf(rollUps.project(file).health);
    };
    assert.equal(await cost({ bac: 100, eac: 110, cpi: 0.91 }), '– / on-track');
    assert.equal(
      await cost({ bac: 100, eac: 118, cpi: 0.85 }),
      '– / at-risk (at-risk: is going to cost 118 % of its budget (CPI 0.85))',
    );
    // 1 / 0.75 of the budget.
    assert.equal(
      await cost({ cpi: 0.75 }),
      '– / off-track (off-track: is going to cost 133 % of its budget (CPI 0.75))',
    );
    assert.equal(await cost({ bac: 100, eac: 300, cpi: 0.33 }, 10), '– / –');
    assert.equal(await cost({ bac: 100, ac: 104 }, 10), '– / off-track (off-track: has spent 104 % of its budget)');
    assert.equal(await cost({ bac: 0, eac: 0, cpi: 0 }), '– / –');
  });

  it('is judged by other thresholds where they are given', async () => {
    const { analysis } = await rolledUp({
      'a.project.yaml': `project: A\nstart: 2025-01-01\nend: 2026-05-01\n${work(5)}`,
    });
    const [file] = analysis.plan.projects;
    assert.ok(file);
    assert.equal(analysis.rollUps.projectHealth(file, healthThresholds).computed, 'at-risk');
    assert.equal(analysis.rollUps.projectHealth(file, { ...healthThresholds, daysLate: 4 }).computed, 'off-track');
  });
});

describe('the health of a goal, a feature and a release', () => {
  const project = (days: number): Readonly<Record<string, string>> => ({
    'a.project.yaml': `project: A\ngoal: x\nitems: { i: { title: I, estimate: ${String(days)}d, feature: x } }\n`,
  });
  const all = `goals: { x: { title: X, target: 2026-W19 } }
features: { x: { title: X, goal: x, release: x } }
releases: { x: { title: X, date: 2026-W19 } }
`;

  it('holds the last work against the target, or the date of the release', async () => {
    // Week 19 ends on Sunday 10 May; eight days of work end on Wednesday 13 May.
    assert.equal(await roadmap('goal', all, project(5)), '– / on-track');
    assert.equal(
      await roadmap('goal', all, project(8)),
      '– / at-risk (at-risk: finishes 3 working days after its target)',
    );
    assert.equal(
      await roadmap('release', all, project(8)),
      '– / at-risk (at-risk: finishes 3 working days after its date)',
    );
    assert.equal(
      await roadmap('feature', all, project(20)),
      '– / off-track (off-track: finishes 15 working days after the date of its release)',
    );
  });

  it('is on track where all is done in time, and late where nobody has said that it is reached', async () => {
    const done = { 'a.project.yaml': 'project: A\ngoal: x\nitems: { i: { title: I, status: done } }\n' };
    assert.equal(await roadmap('goal', 'goals: { x: { title: X, target: 2026-W19 } }\n', done), '– / on-track');
    assert.equal(
      await roadmap('goal', 'goals: { x: { title: X, target: 2026-04-30 } }\n', done),
      '– / at-risk (at-risk: is still open 2 working days after its target)',
    );
  });

  it('is done or nothing where its status says so', async () => {
    const goal = (status: string): Promise<string> =>
      roadmap('goal', `goals: { x: { title: X, target: 2026-01, status: ${status} } }\n`);
    assert.equal(await goal('achieved'), '– / done');
    assert.equal(await goal('dropped'), '– / –');
    const release = (status: string): Promise<string> =>
      roadmap('release', `releases: { x: { title: X, date: 2026-01, status: ${status} } }\n`);
    assert.equal(await release('released'), '– / done');
    assert.equal(await release('cancelled'), '– / –');
    const feature = (status: string): Promise<string> =>
      roadmap(
        'feature',
        `releases: { r: { title: R, date: 2026-01 } }\nfeatures: { x: { title: X, release: r, status: ${status} } }\n`,
      );
    assert.equal(await feature('released'), '– / done');
    assert.equal(await feature('idea'), '– / –');
  });

  it('counts the readiness checks of a release that are past their due', async () => {
    const text = `releases:
  x:
    title: X
    date: 2026-12-31
    readiness: { help: { title: Help pages, due: 2026-04-30 }, legal: { title: Legal, due: 2026-05-04 } }
`;
    assert.equal(
      await roadmap('release', text),
      '– / at-risk (at-risk: waits for “Help pages”, 2 working days after its due)',
    );
  });
});

describe('the health of a program', () => {
  const program = (rest: string): string => `programs: { x: { title: X${rest} } }\n`;
  const projects = (...texts: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      texts.map((text, at) => [
        `${'abc'[at] ?? ''}.project.yaml`,
        `project: Project ${String(at + 1)}\nprogram: x\n${text}`,
      ]),
    );
  const late = `start: 2025-01-01\nend: 2026-05-01\n${work(2)}`;
  const kept = `end: 2026-05-29\n${work(2)}`;
  const done = 'phase: closed\n';

  it('is that of its worst project, beside what its manager has last said', async () => {
    const updates =
      ', status_updates: [{ date: 2026-04-20, health: on-track }, { date: 2026-03-20, health: at-risk }, { date: 2026-05-01 }]';
    assert.equal(
      await roadmap('program', program(updates), projects(kept, late, done)),
      'on-track / at-risk (at-risk: has “Project 2”, which finishes 2 working days after its end)',
    );
    assert.equal(await roadmap('program', program(''), projects(kept, done)), '– / on-track');
  });

  it('is done when all are, and paused when the rest is', async () => {
    assert.equal(await roadmap('program', program(''), projects(done, done)), '– / done');
    assert.equal(await roadmap('program', program(''), projects(done, `health: paused\n${late}`)), '– / paused');
    assert.equal(await roadmap('program', program('')), '– / –');
  });

  it('counts its own milestones', async () => {
    assert.equal(
      await roadmap('program', program(', milestones: { m: { title: M, date: 2026-04-30 } }')),
      '– / at-risk (at-risk: misses the milestone “M” by 2 working days)',
    );
  });
});
