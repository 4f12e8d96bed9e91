import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { assertHints, labelOf, noHints, wholeOf } from './hintsIn';

const titles = { ...noHints, titles: true };

const roadmap = `product: Shop
people: { ann: Ann Lee, bob: Bob }
goals: { faster: { title: Checkout in a minute }, one-more: One more }
features: { page: { title: Everything on one page, goal: faster } }
releases: { may: { title: The spring release } }
`;

describe('inlay hints with titles', () => {
  it('stand behind the ids of goals, features, releases, people, items and milestones', async () => {
    await assertHints(
      `project: A
goal: faster⟦Checkout in a minute⟧
manager: ann⟦Ann Lee⟧
team: { ann⟦Ann Lee⟧: 50% }
milestones: { live: Live for everybody }
items:
  spike: Try it out
  api:
    title: The API
    feature: page⟦Everything on one page⟧
    release: may⟦The spring release⟧
    milestone: live⟦Live for everybody⟧
    assignees: [ann⟦Ann Lee⟧]
    depends_on:
      - spike⟦Try it out⟧
`,
      titles,
      { 'shop.roadmap.yaml': roadmap },
    );
  });

  it('stand behind the id of a dependency, before its type and lag, and follow qualified ones', async () => {
    await assertHints(
      `project: A
goal: shop/faster⟦Checkout in a minute⟧
items:
  spike: Try it out
  api: { title: The API, depends_on: [spike⟦Try it out⟧ SS+2d, b/x⟦Over there⟧] }
`,
      titles,
      { 'shop.roadmap.yaml': roadmap, 'b.project.yaml': 'project: B\nitems: { x: Over there }\n' },
    );
  });

  it('say nothing that the id does not say, nor of what is unknown, ambiguous, a role or an area', async () => {
    await assertHints(
      `project: A
goal: [one-more, nope, twice]
manager: bob
responsibilities: { budget: bob }
people: { bob: { name: Bob, role: product-manager } }
`,
      titles,
      {
        'shop.roadmap.yaml': roadmap.replace('goals: {', 'goals: { twice: The first,'),
        'c.roadmap.yaml': 'product: C\ngoals: { twice: The second }\n',
      },
    );
  });

  it('cut a long title, and put it on one line', async () => {
    await assertHints(
      'project: A\nitems:\n  a: { title: "A title that is\\ttoo long to stand beside an id of a few letters" }\n  b: { title: B, depends_on: a⟦A title that is too long to stand beside…⟧ }\n',
      titles,
    );
  });

  it('keep to quotes, CRLF, emoji, anchors and broken neighbours', async () => {
    await assertHints(
      'project: "🚀"\r\nowner: "🎉"\r\nitems:\r\n  a1: Some 🦊 work\r\n  b: { title: "🎉 B", depends_on: &d "a1"⟦Some 🦊 work⟧ }\r\n  c: { title: C, depends_on: *d }\r\n  bad: { title: "never closed\r\n',
      titles,
    );
  });

  it('lead to the definition', async () => {
    const plan = await planFrom({ 'shop.roadmap.yaml': roadmap, 'a.project.yaml': 'project: A\ngoal: faster\n' });
    const [hint, ...others] = plan.service.inlayHints(
      plan.uri('a.project.yaml'),
      wholeOf(plan, 'a.project.yaml'),
      titles,
    );
    assert.ok(hint && others.length === 0);
    assert.equal(labelOf(hint), 'Checkout in a minute');
    assert.deepEqual(typeof hint.label === 'string' ? undefined : hint.label[0]?.location, {
      uri: plan.uri('shop.roadmap.yaml'),
      range: { start: { line: 2, character: 9 }, end: { line: 2, character: 15 } },
    });
  });
});
