import assert from 'node:assert/strict';
import type { PlanSummary } from '../../../src/core/views/model';
import { planFrom } from '../planFrom';

const today = '2026-05-04';

async function summaryOf(files: Readonly<Record<string, string>>, name?: string): Promise<PlanSummary> {
  const plan = await planFrom(files, today);
  const summary = plan.service.planSummary(plan.uri(name ?? Object.keys(files)[0] ?? ''), () => true);
  assert.ok(summary);
  assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
  return summary;
}

const shop = `product: Shop
owner: ann
releases:
  summer: { title: Summer release, date: 2026-05-16 }
  spring: { title: Spring release, date: 2026-05-01 }
  autumn: { title: Autumn release, date: 2026-Q3 }
  out: { title: Out, date: 2026-05-10, status: released }
  off: { title: Off, date: 2026-05-10, status: cancelled }
  some: { title: Some day }
`;

describe('the summary of a plan', () => {
  it('tells the coming releases, what is overdue first, and how far away they are', async () => {
    const { releases } = await summaryOf({ 'shop.roadmap.yaml': shop });
    assert.deepEqual(
      releases.map(({ title, date, when, isOverdue }) => [title, date, when, isOverdue]),
      [
        ['Spring release', '1 May', '3 days overdue', true],
        ['Summer release', '16 May', 'in 12 days', false],
        ['Autumn release', '30 Sep', 'in 5 months', false],
      ],
    );
    assert.deepEqual(releases[0]?.entry.path, ['releases', 'spring']);
  });

  it('tells those of the file that is looked at first, and none of a product that is retired', async () => {
    const files = {
      'a.roadmap.yaml': 'product: A\nreleases: { a: { title: A1, date: 2026-12 } }\n',
      'b.roadmap.yaml': 'product: B\nreleases: { b: { title: B1, date: 2026-05-04 } }\n',
      'c.roadmap.yaml': 'product: C\nlifecycle: retired\nreleases: { c: { title: C1, date: 2026-05-04 } }\n',
      'p.project.yaml': 'project: P\n',
    };
    const titles = async (name: string): Promise<unknown> =>
      (await summaryOf(files, name)).releases.map(({ title, when }) => `${title} ${when}`);
    assert.deepEqual(await titles('a.roadmap.yaml'), ['A1 in 8 months', 'B1 today']);
    assert.deepEqual(await titles('p.project.yaml'), ['B1 today', 'A1 in 8 months']);
  });

  it('counts the findings of all files of the plan by severity, but for those that are not shown', async () => {
    const files = {
      'shop.roadmap.yaml': 'product: Shop\ngoals: { fast: Fast }\nfeatures: { page: Page }\n',
      'p.project.yaml': 'project: P\nmanager: bob\ngoal: fest\nphase: done\nitems: { a: { title: "A }\n',
      'other/.throughline.yaml': '',
      'other/x.project.yaml': 'project: X\n',
    };
    const plan = await planFrom(files, today);
    const uri = plan.uri('shop.roadmap.yaml');
    const all = plan.service.planSummary(uri, () => true)?.findings;
    const found = ['shop.roadmap.yaml', 'p.project.yaml'].flatMap((name) => plan.state().findings(plan.uri(name)));
    assert.ok(found.some(({ plainSyntax }) => plainSyntax));
    for (const severity of ['error', 'warning', 'info', 'hint'] as const)
      assert.equal(all?.[severity], found.filter((each) => each.severity === severity).length, severity);
    const shown = plan.service.planSummary(uri, ({ plainSyntax }) => !plainSyntax)?.findings;
    assert.equal(shown?.error, (all?.error ?? 0) - found.filter(({ plainSyntax }) => plainSyntax).length);
  });

  it('is empty for an empty plan, and none for a file of no plan', async () => {
    assert.deepEqual(await summaryOf({ 'shop.roadmap.yaml': '' }), {
      findings: { error: 1, warning: 0, info: 0, hint: 0 },
      releases: [],
    });
    const plan = await planFrom({});
    assert.equal(
      plan.service.planSummary(plan.uri('none.roadmap.yaml'), () => true),
      undefined,
    );
  });
});
