import { assert } from 'chai';
import { describe, it } from 'mocha';
import { partRuns } from '../../../../src/core/analysis/forecast/planSimulation';
import { assertClose, datesOf, daysFromMonday, forecastOfProject, forecasts } from './planForecastFrom';

const exactly = (days: number): string => `estimate: { optimistic: ${days}d, likely: ${days}d, pessimistic: ${days}d }`;
/** Triangular over 2, 4 and 8 days: P50, P80 and P95 are 4.536, 5.809 and 6.905 days; 5 days are enough with 0.625. */
const points = 'estimate: { optimistic: 2d, likely: 4d, pessimistic: 8d }';
const triangular = { distribution: 'triangular' } as const;

const roadmap = `product: Shop
goals:
  grow: { title: Grow, target: 2026-W19 }
  part: { title: Part, parent: grow, target: 2026-W19 }
  still: { title: Still }
features:
  cart: { title: Cart, goal: part, release: spring }
releases:
  spring: { title: Spring, date: 2026-W19 }
  autumn: { title: Autumn }
  empty: { title: Empty, date: 2026-Q4 }
`;

function inProjects(...items: readonly string[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'shop.roadmap.yaml': roadmap };
  items.forEach((yaml, at) => {
    files[`${'pqrs'[at] ?? ''}.project.yaml`] = `project: P${at}\nstart: 2026-05-04\n${yaml}\n`;
  });
  return files;
}

describe('the forecast of a deadline', () => {
  it('is the probability to meet it, of an item and of one with children', () => {
    const { item } = forecastOfProject(
      `
items:
  a: { title: A, deadline: 2026-05-08, ${points} }
  parent: { title: Parent, deadline: 2026-05-08, items: { b: { title: B, ${points} }, c: { title: C, ${points} } } }`,
      triangular,
    );
    assert.closeTo(item('a')?.meets ?? NaN, 0.625, 0.015);
    // Both in time: they are independent.
    assert.closeTo(item('parent')?.meets ?? NaN, 0.625 ** 2, 0.015);
    assert.isUndefined(item('b'));
  });

  it('counts what is unknown below it', () => {
    const { item } = forecastOfProject(
      `items: { parent: { title: Parent, deadline: 2026-05-08, items: { b: { title: B, ${exactly(2)} }, c: { title: C } } } }`,
    );
    assert.include(item('parent'), { leftOut: 1, meets: 1 });
  });

  it('is undefined for what is dropped', () => {
    const { item } = forecastOfProject(
      'items: { a: { title: A, estimate: 2d, deadline: 2026-05-08, status: dropped } }',
    );
    assert.isUndefined(item('a'));
  });
});

describe('the forecast of a milestone', () => {
  it('is when what it waits for is finished, and no earlier than its date', () => {
    const { milestone, project } = forecastOfProject(
      `
milestones:
  m: { title: M, date: 2026-05-08 }
  reached: { title: Reached, date: 2026-05-05, reached: 2026-05-06 }
  adrift: { title: Adrift }
items: { a: { title: A, milestone: m, ${points} } }`,
      triangular,
      '2026-05-04',
    );
    const [p50, p80] = daysFromMonday(milestone('m'));
    assertClose([p50 ?? NaN, p80 ?? NaN], [5, 5.809], 0.06);
    assert.closeTo(milestone('m')?.meets ?? NaN, 0.625, 0.015);
    assert.equal(milestone('reached')?.meets, 0);
    assert.equal(datesOf(milestone('reached'))[0], '2026-05-06');
    assert.isUndefined(milestone('adrift'));
    assert.equal(project?.leftOut, 1);
  });

  it('of a program waits for items of projects', () => {
    const { milestone } = forecasts({
      'p.project.yaml': `project: P\nstart: 2026-05-04\nitems: { a: { title: A, ${exactly(3)} } }`,
      'shop.roadmap.yaml':
        'product: Shop\nprograms: { big: { title: Big, milestones: { m: { title: M, depends_on: p/a } } } }',
    });
    assert.equal(datesOf(milestone('m'))[0], '2026-05-06');
  });
});

describe('the forecast of a release', () => {
  it('is of the items that name it, themselves, by a parent or by a feature, in all projects', () => {
    const { release } = forecasts(
      inProjects(
        `items: { a: { title: A, release: spring, ${points} }, other: { title: Other, ${exactly(30)} } }`,
        `items: { parent: { title: Parent, release: spring, items: { b: { title: B, ${points} } } } }`,
        `items: { c: { title: C, feature: cart, ${points} } }`,
      ),
      triangular,
    );
    // 2026-W19 ends on Sunday 10 May. All three in five days.
    assert.closeTo(release('spring')?.meets ?? NaN, 0.625 ** 3, 0.015);
    assert.include(release('spring'), { leftOut: 0, runs: 10_000 });
  });

  it('includes milestones, and says nothing of a date that is not stated', () => {
    const { release } = forecasts(inProjects('milestones: { m: { title: M, date: 2026-09-30, release: autumn } }'));
    assert.deepEqual(datesOf(release('autumn')), ['2026-09-30', '2026-09-30', '2026-09-30']);
    assert.notProperty(release('autumn'), 'meets');
    assert.isUndefined(release('empty'));
  });
});

describe('the forecast of a goal', () => {
  it('is of all work that serves it or a part of it', () => {
    const { goal } = forecasts(
      inProjects(
        `goal: grow\nitems: { a: { title: A, ${points} } }`,
        `items: { b: { title: B, feature: cart, ${points} }, other: { title: Other, ${exactly(30)} } }`,
      ),
      triangular,
    );
    assert.closeTo(goal('part')?.meets ?? NaN, 0.625, 0.015);
    assert.closeTo(goal('grow')?.meets ?? NaN, 0.625 ** 2, 0.015);
    assert.isUndefined(goal('still'));
  });

  it('comes to an item from its parent and its program', () => {
    const { goal } = forecasts({
      'p.project.yaml': `project: P\nstart: 2026-05-04\nprogram: big\nitems:
  a: { title: A, ${exactly(2)} }
  parent: { title: Parent, goal: still, items: { b: { title: B, ${exactly(9)} } } }`,
      'shop.roadmap.yaml': `${roadmap}programs: { big: { title: Big, goal: grow } }\n`,
    });
    assert.equal(datesOf(goal('grow'))[0], '2026-05-05');
    assert.equal(datesOf(goal('still'))[0], '2026-05-14');
  });
});

describe('a forecast in a plan of several projects', () => {
  const project = `items: { a: { title: A, assignees: ana, ${points} }, b: { title: B, depends_on: a, estimate: 3d } }`;

  it('is the same whatever else there is', () => {
    const alone = forecasts(inProjects(project));
    const more = forecasts(inProjects(project, `items: { z: { title: Z, assignees: ben, estimate: 60d } }`));
    assert.deepEqual(more.projectOf('p'), alone.projectOf('p'));
    assert.equal(more.criticality('a'), alone.criticality('a'));
  });

  it('does not depend on what was asked for before', () => {
    const files = inProjects(
      `items: { a: { title: A, release: spring, ${points} } }`,
      `items: { b: { title: B, release: spring, ${points} } }`,
    );
    const [one, other] = [forecasts(files), forecasts(files)];
    one.projectOf('q');
    other.projectOf('p');
    assert.deepEqual(one.release('spring'), other.release('spring'));
  });

  it('knows that one person works in two of them', () => {
    const first = `items: { a: { title: A, assignees: ana, ${exactly(5)} } }`;
    const second = (who: string): string => `items: { b: { title: B, assignees: ${who}, ${exactly(2)} } }`;
    const finish = (who: string): string | undefined => {
      const { projectOf } = forecasts(inProjects(first, second(who)));
      return [datesOf(projectOf('p'))[0], datesOf(projectOf('q'))[0]].join(' ');
    };
    assert.equal(finish('ben'), '2026-05-08 2026-05-05');
    assert.equal(finish('ana'), '2026-05-12 2026-05-05');
  });

  it('waits for what is promised by another project', () => {
    const { projectOf, criticality } = forecasts(
      inProjects(`items: { a: { title: A, ${points} } }`, `items: { b: { title: B, depends_on: p/a, ${exactly(1)} } }`),
      triangular,
    );
    assertClose(daysFromMonday(projectOf('q')), [5.536, 6.809, 7.905], 0.06);
    assert.equal(criticality('a'), 1);
  });
});

describe('the number of runs', () => {
  it('is smaller for a part of a plan with very many activities, but never small', () => {
    assert.equal(partRuns(10_000, 1000), 10_000);
    assert.equal(partRuns(10_000, 4000), 5000);
    assert.equal(partRuns(10_000, 1_000_000), 1000);
    assert.equal(partRuns(40, 1_000_000), 40);
  });
});
