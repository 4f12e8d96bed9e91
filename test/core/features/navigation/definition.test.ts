import assert from 'node:assert/strict';
import { definition } from '../../../../src/core/features/definition';
import { planFrom, type TestPlan } from '../../planFrom';
import { shownLinks, textIn } from './shownPlaces';

const checkout = `product: Checkout
people:
  alice: { name: Alice Ng, role: growth-lead }
roles:
  growth-lead: { title: Growth lead, responsibilities: [+pricing, growth-loops] }
goals:
  faster: Checkout in under a minute
features:
  one-page: { title: One page, goal: faster }
programs:
  season: { title: Season, goal: faster, milestones: { ready: Ready for the season } }
`;
const search = `product: Search
id: finder
people:
  alice: { email: alice@example.org }
goals:
  faster: Results in half a second
`;
const rewrite = `project: Rewrite
program: season
items:
  api: Payment API
milestones:
  cutover: { title: Cutover }
`;

/** The plan with one more project that holds the mark. */
async function asked(text: string, more: Readonly<Record<string, string>> = {}): Promise<TestPlan> {
  return planFrom({
    'checkout.roadmap.yaml': checkout,
    'search.roadmap.yaml': search,
    'rewrite.project.yaml': rewrite,
    'launch.project.yaml': text,
    ...more,
  });
}

function found(plan: TestPlan): readonly string[] | undefined {
  const { uri, offset } = plan.cursor;
  return shownLinks(plan, definition(plan.state(), uri, offset));
}

async function definitionIn(
  text: string,
  more?: Readonly<Record<string, string>>,
): Promise<readonly string[] | undefined> {
  return found(await asked(text, more));
}

describe('definition', () => {
  it('goes from a reference to the entry in another file', async () => {
    const project = 'project: Launch\nitems:\n  a: { title: A, feature: one-<CURSOR>page }\n';
    assert.deepEqual(await definitionIn(project), [
      'checkout.roadmap.yaml: «one-page»: { title: One page, goal: faster }',
    ]);
  });

  it('tells which part of the text it is about, and all of the entry that it leads to', async () => {
    const plan = await asked('project: Launch\nitems:\n  a: { title: A, depends_on: "rewrite/<CURSOR>api SS+2d" }\n');
    const { uri, offset } = plan.cursor;
    const [link] = definition(plan.state(), uri, offset) ?? [];
    assert.ok(link);
    assert.equal(textIn(plan, uri, link.originSelectionRange), 'api');
    assert.equal(textIn(plan, link.targetUri, link.targetRange), 'api: Payment API');
    assert.equal(textIn(plan, link.targetUri, link.targetSelectionRange), 'api');
  });

  it('gives every candidate of an ambiguous name, and the one of a qualified', async () => {
    assert.deepEqual(await definitionIn('project: Launch\ngoal: fas<CURSOR>ter\n'), [
      'checkout.roadmap.yaml: «faster»: Checkout in under a minute',
      'search.roadmap.yaml: «faster»: Results in half a second',
    ]);
    assert.deepEqual(await definitionIn('project: Launch\ngoal: finder/<CURSOR>faster\n'), [
      'search.roadmap.yaml: «faster»: Results in half a second',
    ]);
  });

  it('goes from a qualifier to the file: to its id, else to what it is about', async () => {
    assert.deepEqual(await definitionIn('project: Launch\ngoal: fin<CURSOR>der/faster\n'), [
      'search.roadmap.yaml: id: «finder»',
    ]);
    assert.deepEqual(await definitionIn('project: Launch\ngoal: checkout<CURSOR>/faster\n'), [
      'checkout.roadmap.yaml: «product»: Checkout',
    ]);
    assert.deepEqual(
      await definitionIn('project: Launch\nitems:\n  a: { title: A, depends_on: [<CURSOR>rewrite/none] }\n'),
      ['rewrite.project.yaml: «project»: Rewrite'],
      'also where the id is not there',
    );
    assert.deepEqual(
      await definitionIn('project: Launch\nitems:\n  a: { title: A, depends_on: [<CURSOR>season/ready] }\n'),
      ['checkout.roadmap.yaml: «season»: { title: Season, goal: faster, milestones: { ready: Ready for the season } }'],
      'a program',
    );
  });

  it('gives every definition of a person', async () => {
    const both = [
      'checkout.roadmap.yaml: «alice»: { name: Alice Ng, role: growth-lead }',
      'search.roadmap.yaml: «alice»: { email: alice@example.org }',
    ];
    assert.deepEqual(await definitionIn('project: Launch\nmanager: ali<CURSOR>ce\n'), both);
    assert.deepEqual(await definitionIn('project: Launch\nteam:\n  <CURSOR>alice: { allocation: 50% }\n'), both);
    assert.deepEqual(
      await definitionIn('project: Launch\nitems:\n  a: { title: A, assignees: { alice<CURSOR>: 50% } }\n'),
      both,
    );
  });

  it('knows roles by every spelling, and areas that a role of the plan brings along', async () => {
    const role = 'project: Launch\npeople: { bob: { name: Bob, role: Growth <CURSOR>lead } }\n';
    assert.deepEqual(await definitionIn(role), [
      'checkout.roadmap.yaml: «growth-lead»: { title: Growth lead, responsibilities: [+pricing, growth-loops] }',
    ]);
    assert.deepEqual(await definitionIn('project: Launch\nresponsibilities: { growth-<CURSOR>loops: alice }\n'), [
      'checkout.roadmap.yaml: growth-lead: { title: Growth lead, responsibilities: [+pricing, «growth-loops»] }',
    ]);
    assert.equal(await definitionIn('project: Launch\nresponsibilities: { pric<CURSOR>ing: alice }\n'), undefined);
    assert.equal(
      await definitionIn('project: Launch\npeople: { bob: { name: Bob, role: product-<CURSOR>owner } }\n'),
      undefined,
    );
  });

  it('gives the definition itself on its own key', async () => {
    const plan = await planFrom({
      'a.project.yaml':
        'project: A\nid: shop\nitems:\n  "<CURSOR>api": { title: API }\n  ui: { title: UI, depends_on: api }\n',
    });
    assert.deepEqual(found(plan), ['a.project.yaml: "«api»": { title: API }']);
    const id = await planFrom({ 'a.project.yaml': 'project: A\nid: <CURSOR>shop\n' });
    assert.deepEqual(found(id), ['a.project.yaml: id: «shop»']);
  });

  it('goes from an alias to its anchor', async () => {
    assert.deepEqual(await definitionIn('project: Launch\nx-lead: &lead alice\nmanager: *<CURSOR>lead\n'), [
      'launch.project.yaml: x-lead: «&lead» alice',
    ]);
    assert.deepEqual(
      await definitionIn(
        'project: Launch\nx-base: &base # & no &base\n  !!map\n  owner: alice\nitems:\n  a:\n    <<: *ba<CURSOR>se\n    title: A\n',
      ),
      ['launch.project.yaml: x-base: «&base» # & no &base'],
    );
    assert.equal(await definitionIn('project: Launch\nmanager: *<CURSOR>nobody\n'), undefined);
  });

  it('works with CRLF, emoji, flow style and comments', async () => {
    const text = '# 🚀🚀\r\nproject: "🎯"\r\nitems: { a: { title: "👩‍💻 A", feature: [ "one-<CURSOR>page" ] } } # 🎉\r\n';
    assert.deepEqual(await definitionIn(text), [
      'checkout.roadmap.yaml: «one-page»: { title: One page, goal: faster }',
    ]);
  });

  it('says nothing where nothing is named, or what is named is nowhere', async () => {
    for (const text of [
      'project: Lau<CURSOR>nch\n',
      'project: Launch\ngo<CURSOR>al: faster\n',
      'project: Launch\ngoal: no<CURSOR>ne\n',
      'project: Launch\ngoal: none/fas<CURSOR>ter\n',
      'project: Launch\n# fas<CURSOR>ter\n',
      'project: Launch\nitems:\n  a: { title: A, depends_on: api S<CURSOR>S+2d }\n',
      '<CURSOR>',
    ])
      assert.equal(await definitionIn(text), undefined, text);
    const plan = await asked('project: Launch\n');
    assert.equal(definition(plan.state(), plan.uri('gone.project.yaml'), 0), undefined);
  });

  it('makes nothing up for a file that is gone or of another kind', async () => {
    const text = 'project: Launch\ngoal: <CURSOR>only-here\n';
    const more = { 'other.roadmap.yaml': 'product: Other\ngoals: { only-here: Only here }\n' };
    const plan = await asked(text, more);
    assert.equal(found(plan)?.length, 1);
    await plan.service.didChangeFiles([{ uri: plan.uri('other.roadmap.yaml'), type: 'deleted' }]);
    assert.equal(found(plan), undefined);
    assert.equal(
      await definitionIn(text, { 'other.roadmap.yaml': more['other.roadmap.yaml'].replace('product', 'project') }),
      undefined,
    );
  });

  it('works while another entry of the file is broken', async () => {
    const text =
      'project: Launch\nitems:\n  bad: { title: "never closed\n  a:\n    title: A\n    feature: <CURSOR>one-page\n  half\n';
    assert.equal((await definitionIn(text))?.length, 1);
  });
});
