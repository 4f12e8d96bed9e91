import assert from 'node:assert/strict';
import { SymbolKind, SymbolTag, type DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols, flatSymbols } from '../../../../src/core/features/documentSymbols';
import { planFrom } from '../../planFrom';
import { assertWithin, textIn } from '../navigation/shownPlaces';

const kindNames = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind as unknown, name]));

/** The outline as people see it: a line each, indented, with the kind, the detail and what is selected. */
async function outlineOf(
  text: string,
  name = 'a.project.yaml',
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const plan = await planFrom({ [name]: text, ...more }, '2026-05-04');
  const uri = plan.uri(name);
  const lines = (symbols: readonly DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name: title, kind, detail, range, selectionRange, children = [], tags }) => {
      assertWithin(selectionRange, range);
      for (const child of children) assertWithin(child.range, range);
      const struck = tags?.includes(SymbolTag.Deprecated) ? ' (struck out)' : '';
      const about = detail === undefined ? '' : ` [${detail}]`;
      const selected = textIn(plan, uri, selectionRange);
      return [
        `${indent}${kindNames.get(kind) ?? ''} ${title}${about}${struck} on ${selected}`,
        ...lines(children, `${indent}  `),
      ];
    });
  return lines(documentSymbols(plan.state(name), uri) ?? [], '').join('\n');
}

describe('document symbols', () => {
  it('of a roadmap are nested as it is written, with how things stand', async () => {
    const roadmap = `format: 1
product: Checkout
lifecycle: growth
vision: Fast
people: { alice: { name: Alice Ng, role: product-manager } }
goals:
  faster:
    title: Faster
    key_results:
      seconds: { title: Seconds to pay, baseline: 80 s, target: 30 s, current: 55 s }
  old: { title: Old, status: dropped }
features:
  one-page: { title: One page, goal: faster }
  plain: Only a title
releases:
  summer:
    date: 2026-08
    readiness: { trained: { title: Trained, done: true }, docs: Docs }
decisions:
  - { date: 2026-01-02, title: One provider }
links: [https://example.org]
`;
    const project = 'project: P\nitems: { x: { title: X, feature: one-page, status: in-progress } }\n';
    assert.equal(
      await outlineOf(roadmap, 'checkout.roadmap.yaml', { 'p.project.yaml': project }),
      `Package Checkout [growth] on product
Namespace people on people
  Variable Alice Ng [Product manager] on alice
Namespace goals on goals
  Interface Faster [active] on faster
    Number Seconds to pay [50%] on seconds
  Interface Old [dropped] (struck out) on old
Namespace features on features
  Class One page [in-progress] on one-page
  Class Only a title [planned] on plain
Namespace releases on releases
  Event summer [planned] on summer
    Boolean Trained [done] on trained
    Boolean Docs [open] on docs
Namespace decisions on decisions
  Property One provider on date`,
    );
  });

  it('of a project have the work with its status and progress, rolled up', async () => {
    const project = `project: Rewrite
phase: execution
health: at-risk
manager: bob
goal: [a, b]
charter: { problem: Slow }
team: { bob: { allocation: 50% } }
items:
  api:
    title: API
    items:
      draft: { title: Draft, status: done, estimate: 1d }
      build: { title: Build, progress: 20%, estimate: 1d }
  "gone": { title: Gone, status: dropped }
milestones: { live: { title: Live, date: 2026-06-01 }, beta: { title: Beta, reached: 2026-05-01 } }
risks: { late: { title: Late } }
budget: { lines: { licences: { title: Licences, planned: 10 EUR } } }
status_updates:
  - { date: 2026-05-01, health: on-track, summary: All is well }
  - { date: 2026-04-24 }
responsibilities: { budget: bob }
`;
    assert.equal(
      await outlineOf(project),
      `Package Rewrite [execution, at-risk] on project
Namespace charter on charter
Namespace team on team
Namespace items on items
  Function API [in-progress, 60%] on api
    Function Draft [done] on draft
    Function Build [todo, 20%] on build
  Function Gone [dropped] (struck out) on gone
Namespace milestones on milestones
  Event Live [1 June 2026] on live
  Event Beta [reached] on beta
Namespace risks on risks
  Operator Late [open] on late
Namespace budget on budget
  Field Licences on licences
Namespace status_updates on status_updates
  Property 1 May 2026: All is well [on-track] on date
  Property 24 April 2026 on date
Namespace responsibilities on responsibilities
  Constant Budget [bob] on budget`,
    );
  });

  it('of settings are what the plan shares', async () => {
    assert.equal(
      await outlineOf(
        'rules: { missing-goal: off }\nprograms: { p: { title: P, milestones: { m: M } } }\n',
        '.throughline.yaml',
      ),
      'Namespace rules on rules\nNamespace programs on programs\n  Module P on p\n    Event M on m',
    );
  });

  it('stand where they are written: what an alias or a merge key brings is left out', async () => {
    const project = `project: A
items:
  a: &a
    title: A
    items: { x: { title: X } }
  b: *a
  c:
    <<: *a
    title: C
  d: { title: D, <<: { items: { y: Y } } }
<<: { risks: { r: R } }
`;
    assert.equal(
      await outlineOf(project),
      `Package A on project
Namespace items on items
  Function A [todo] on a
    Function X [todo] on x
  Function A [todo] on b
  Function C [todo] on c
  Function D [todo] on d
    Function Y [todo] on y
Namespace risks on risks
  Operator R [open] on r`,
    );
  });

  it('of a broken file are what can be read, with CRLF and emoji', async () => {
    assert.equal(
      await outlineOf('project: "🚀 Go"\r\nitems:\r\n  bad: { title: "never closed\r\n  a: { title: 👩‍💻 }\r\n  b:\r\n'),
      'Package 🚀 Go on project\nNamespace items on items\n  Function never closed [todo] on bad\n  Function 👩‍💻 [todo] on a\n  Function b [todo] on b',
    );
    assert.equal(await outlineOf(''), '');
    assert.equal(await outlineOf('- a list\n'), '');
    assert.equal(await outlineOf('product: Wrong kind\ngoals: { a: A }\n'), '');
  });

  it('have names, whatever the titles', async () => {
    assert.equal(
      await outlineOf('project: ""\nitems: { a: { title: "  " }, "": { type: task }, "b\\nc": "two\\n lines" }\n'),
      'Package Project on project\nNamespace items on items\n  Function a [todo] on a\n  Function Item [todo] on \n  Function two lines [todo] on "b\\nc"',
    );
  });

  it('have names where there is neither title nor id', async () => {
    assert.equal(
      await outlineOf('product: A\nreleases: { "": { date: 2026-08 } }\n', 'a.roadmap.yaml'),
      'Package A on product\nNamespace releases on releases\n  Event Release [planned] on ',
    );
    assert.equal(
      await outlineOf('project: A\nstatus_updates: [{ health: paused }]\n'),
      'Package A on project\nNamespace status_updates on status_updates\n  Property Status update [paused] on health',
    );
  });

  it('are one list for clients that know no nesting', async () => {
    const plan = await planFrom({ 'a.project.yaml': 'project: A\nitems: { a: { title: One, items: { b: Two } } }\n' });
    const uri = plan.uri('a.project.yaml');
    const flat = flatSymbols(documentSymbols(plan.state(), uri) ?? [], uri);
    assert.deepEqual(
      flat.map(({ name, containerName, location }) => [
        name,
        containerName,
        textIn(plan, location.uri, location.range),
      ]),
      [
        ['A', undefined, 'project: A'],
        ['items', undefined, 'items: { a: { title: One, items: { b: Two } } }'],
        ['One', 'items', 'a: { title: One, items: { b: Two } }'],
        ['Two', 'One', 'b: Two'],
      ],
    );
    assert.equal(documentSymbols(plan.state(), plan.uri('gone.project.yaml')), undefined);
  });
});
