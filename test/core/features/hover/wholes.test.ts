import assert from 'node:assert/strict';
import { hoverIn } from './hoverIn';

const text = async (files: Readonly<Record<string, string>>): Promise<string> => (await hoverIn(files)).text;

/** On Monday 4 May 2026. Of 20 days of work 8 are done, for which 5000 EUR of 10,000 EUR have been spent. */
const project = `project: Rewrite
manager: bob
goal: faster
phase: execution
start: 2026-04-01
end: 2026-05-12
budget: { total: 10000 EUR, lines: { work: { title: The work, planned: 10000 EUR, spent: 5000 EUR } } }
items:
  done: { title: Done, estimate: 8d, status: done, started: 2026-04-01, finished: 2026-04-10 }
  open: { title: Open, estimate: 12d, feature: one }
`;
const roadmap = `product: Checkout
owner: alice
lifecycle: growth
vision: Buying takes a minute.
people:
  alice: { name: Alice Ng, role: product-manager }
  bob: { name: Bob Lee, role: project-manager }
goals:
  faster: { title: Faster, horizon: now, target: 2026-05, key_results: { k: { title: Loss, baseline: -10, target: 30, current: 0 } } }
  later: { title: Later }
features:
  one: { title: One, goal: faster, release: summer }
  two: { title: Two, goal: faster, release: summer, status: released }
releases:
  summer: { title: Summer, date: 2026-05-29, readiness: { docs: { title: Docs, due: 2026-05-01 }, legal: { title: Legal, done: true } } }
  autumn: { title: Autumn, date: 2026-10 }
`;

function plan(name: 'roadmap' | 'project', after: string): Record<string, string> {
  const mark = (yaml: string): string => {
    assert.ok(yaml.includes(after), after);
    return yaml.replace(after, `${after}<CURSOR>`);
  };
  return {
    'checkout.roadmap.yaml': name === 'roadmap' ? mark(roadmap) : roadmap,
    'rewrite.project.yaml': name === 'project' ? mark(project) : project,
  };
}

describe('hover on a whole', () => {
  it('shows how a project is, when it ends, and what it costs', async () => {
    const card = await text(plan('project', 'project: '));
    assert.match(
      card,
      /^\*\*Rewrite\*\*\n\nProject · execution\n\n- \*\*Manager:\*\* Bob Lee\n- \*\*Goal:\*\* Faster \(Checkout\)\n/,
    );
    assert.match(card, /- \*\*Progress:\*\* 40 % done \(1 of 2 items\)/);
    // Twelve working days from Monday 4 May; 13 to 19 May are five after the end.
    assert.match(card, /- \*\*Finish:\*\* 19 May 2026, 5 working days late: committed to 12 May 2026/);
    assert.match(card, /- \*\*P80:\*\* \d+ May 2026; the end is kept in \d+ % of 10,000 simulated runs/);
    assert.match(card, /- \*\*Critical path:\*\* 12 working days to go/);
    assert.match(card, /- \*\*Cost:\*\* 10,000 EUR planned, 5,000 EUR spent, 4,000 EUR earned, /);
    assert.match(card, /- \*\*Earned value:\*\* CPI 0\.80, SPI [\d.]+, EAC 12,500 EUR/);
    assert.match(card, /- \*\*Health:\*\* off track, since it finishes 5 working days after its end and /);
  });

  it('leaves out of a project what is not known', async () => {
    assert.equal(await text({ 'a.project.yaml': 'project: <CURSOR>A\n' }), '**A**\n\nProject');
    assert.equal(
      await text({ 'a.project.yaml': 'project: <CURSOR>A\nphase: closed\nend: 2026-04-01\nhealth: on-track\n' }),
      '**A**\n\nProject · closed\n\n- **Progress:** 100 % done\n- **Finish:** committed to 1 April 2026',
    );
  });

  it('tells what the manager says beside what the figures say', async () => {
    const files = plan('project', 'project: ');
    const said = { ...files, 'rewrite.project.yaml': `${files['rewrite.project.yaml'] ?? ''}health: on-track\n` };
    assert.match(
      await text(said),
      /- \*\*Health:\*\* on track by its manager; by its figures off track, since it finishes/,
    );
  });

  it('shows a product with what is ahead of it', async () => {
    assert.equal(
      await text(plan('roadmap', 'product: ')),
      `**Checkout**

Product · growth

- **Product manager:** Alice Ng
- **Goals:** 2 open of 2
- **Features:** 1 open of 2
- **Next release:** Summer (29 May 2026)

Buying takes a minute\\.`.replace('\\.', '.'),
    );
  });

  it('shows the arithmetic of key results, how far the work for a goal is, and how it stands', async () => {
    const card = await text(plan('roadmap', '\n  faster'));
    assert.match(card, / {2}- Loss: 0, from -10 to 30: \(0 − \(−10\)\) \/ \(30 − \(−10\)\) = 25 %/);
    assert.match(card, /- \*\*Progress:\*\* \d+ % done \(1 of 2 items\)/);
    assert.match(card, /- \*\*Finish:\*\* 19 May 2026\n- \*\*Health:\*\* on track/);
    assert.match(card, /- \*\*P80:\*\* \d+ May 2026; the target is kept in \d+ %/);
    assert.doesNotMatch(await text(plan('roadmap', '\n  later')), /Finish|Progress|P80|Health|NaN|undefined/);
  });

  it('counts the days that a release has left, its open features, and its checks', async () => {
    const card = await text(plan('roadmap', '\n  summer'));
    assert.match(card, /- \*\*Date:\*\* 29 May 2026, 25 days left/);
    assert.match(card, /- \*\*Ready:\*\* 1 of 2, open: Docs \(overdue\)/);
    assert.match(card, /- \*\*Features \(2, 1 open\):\*\* One; Two/);
    assert.match(card, /- \*\*Health:\*\* at risk, since it waits for “Docs”, 1 working day after its due/);
    assert.match(
      await text(plan('roadmap', '\n  autumn')),
      /- \*\*Date:\*\* October 2026, until 31 October 2026, 180 days left$/m,
    );
  });

  it('shows what is asked of a person this month', async () => {
    // May 2026 has 21 working days, of which twelve are asked of Bob, who manages it.
    const files = {
      ...plan('roadmap', '\n  bob'),
      'rewrite.project.yaml': project.replace('feature: one', 'owner: bob'),
    };
    assert.match(await text(files), /- \*\*Load in May:\*\* 12 of 21 working days, 57 %/);
    assert.match(await text(plan('roadmap', '\n  alice')), /- \*\*Load in May:\*\* nothing planned/);
  });

  it('shows a line of a budget and a risk', async () => {
    assert.match(
      await text(plan('project', 'lines: { work')),
      /- \*\*Cost:\*\* 10,000 EUR planned, 5,000 EUR spent \(50 %\)/,
    );
    const risk = await text({
      'a.project.yaml':
        'project: A\nrisks: { <CURSOR>r: { title: R, probability: high, impact: [5000 EUR, 2w], response: mitigate } }\n',
    });
    assert.match(
      risk,
      /- \*\*Probability:\*\* 70 %\n- \*\*Impact:\*\* 5,000 EUR and 2 weeks\n- \*\*Response:\*\* mitigate/,
    );
  });

  it('shows what an item costs', async () => {
    const card = await text({
      'a.project.yaml':
        'project: A\npeople: { dana: { name: Dana, rate: 500 EUR/d } }\nitems: { <CURSOR>x: { title: X, estimate: 4d, assignees: dana, progress: 50%, spent: 3d, cost: 100 EUR } }\n',
    });
    assert.match(card, /- \*\*Cost:\*\* 2,100 EUR planned, 1,500 EUR spent, 1,000 EUR earned/);
  });
});
