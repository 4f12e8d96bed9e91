import assert from 'node:assert/strict';
import { semanticTokens } from '../../../src/core/features/semanticTokens';
import { semanticTokensLegend } from '../../../src/core/features/semanticTokensLegend';
import type { Span } from '../../../src/core/text/span';
import { planFrom } from '../planFrom';

/** Tokens as people read them: `text type`, with `!` where it is declared. Reads the numbers as a client does. */
async function tokensOf(name: string, text: string, span?: Span): Promise<readonly string[]> {
  const plan = await planFrom({ [name]: text });
  const found = semanticTokens(plan.state(), plan.uri(name), span);
  assert.ok(found);
  const lines = text.split(/\r\n|\n|\r/);
  const tokens: string[] = [];
  let line = 0;
  let column = 0;
  for (let at = 0; at < found.data.length; at += 5) {
    const [lineStep = 0, columnStep = 0, length = 0, type = 0, modifiers = 0] = found.data.slice(at, at + 5);
    column = lineStep > 0 ? columnStep : column + columnStep;
    line += lineStep;
    assert.ok(length > 0 && column + length <= (lines[line]?.length ?? 0), 'a token stays on its line');
    const word = lines[line]?.slice(column, column + length) ?? '';
    tokens.push(`${word} ${semanticTokensLegend.tokenTypes[type] ?? '?'}${modifiers === 1 ? '!' : ''}`);
  }
  return tokens;
}

describe('semantic tokens', () => {
  it('tell ids where they are defined from references, and name the values of the format', async () => {
    const text = `product: Checkout
lifecycle: growth
owner: alice
people:
  alice: { name: Alice, role: [product-manager, developer] }
goals:
  faster: { title: Faster, horizon: now, parent: growth, status: nonsense }
features:
  one-page: { title: One page, goal: [faster, growth], priority: must }
responsibilities:
  pricing: { accountable: alice }
`;
    assert.deepEqual(await tokensOf('a.roadmap.yaml', text), [
      'growth enumMember',
      'alice variable',
      'alice variable!',
      'product-manager type',
      'developer type',
      'faster class!',
      'now enumMember',
      'growth class',
      'one-page class!',
      'faster class',
      'growth class',
      'must enumMember',
      'pricing namespace',
      'alice variable',
    ]);
  });

  it('cover nested items, dependencies, assignees, sizes and words for a probability', async () => {
    const text = `project: Rewrite
sizes: { S: 2d }
team:
  dana: { allocation: 50%, role: developer }
milestones: { cutover: Cutover }
items:
  api:
    title: API
    size: S
    items:
      draft: { title: Draft, assignees: { dana: 50% }, depends_on: [ spike SS+2d, other/build ], milestone: cutover }
risks:
  late: { title: Late, probability: high, response: mitigate }
`;
    assert.deepEqual(await tokensOf('a.project.yaml', text), [
      'S enumMember',
      'dana variable',
      'developer type',
      'cutover function!',
      'api function!',
      'S enumMember',
      'draft function!',
      'dana variable',
      'spike function',
      'other/build function',
      'cutover function',
      'late property!',
      'high enumMember',
      'mitigate enumMember',
    ]);
  });

  it('are right with CRLF, emoji, comments, quotes and texts of several lines', async () => {
    const text =
      '# 🚀 plan\r\nproject: "🚀 Rewrite"\r\nitems:\r\n  a: { title: 🎉, status: "done", goal: win } # 🎯\r\n  b:\r\n    title: >-\r\n      many\r\n      lines\r\n    owner: Ann\r\n      Marie\r\n';
    assert.deepEqual(await tokensOf('a.project.yaml', text), [
      'a function!',
      '"done" enumMember',
      'win class',
      'b function!',
      'Ann variable',
      'Marie variable',
    ]);
  });

  it('are there once for what several aliases lead to', async () => {
    const text = `product: A
goals: { win: Win }
x-base: &base { horizon: now }
features:
  f: &f { title: F, goal: &g win, status: planned }
  h: { title: H, goal: *g }
  k: { <<: *f, title: K, horizon: later }
`;
    assert.deepEqual(await tokensOf('a.roadmap.yaml', text), [
      'win class!',
      'f class!',
      'win class',
      'planned enumMember',
      'h class!',
      'k class!',
      'later enumMember',
    ]);
  });

  it('keep what can be read of a broken file', async () => {
    const text = 'product: A\ngoals:\n  bad: { title: "x\n  win: { title: Win, horizon: now }\n';
    const tokens = await tokensOf('a.roadmap.yaml', text);
    assert.ok(tokens.includes('win class!'), tokens.join());
    assert.ok(tokens.includes('now enumMember'), tokens.join());
  });

  it('can be had for a part of the file', async () => {
    const text = 'product: A\ngoals:\n  one: One\n  two: { title: Two, horizon: next }\n  three: Three\n';
    const start = text.indexOf('two');
    const span = { start, end: text.indexOf('\n', start) };
    assert.deepEqual(await tokensOf('a.roadmap.yaml', text, span), ['two class!', 'next enumMember']);
  });

  it('are none in an empty file, and undefined for a file of no plan', async () => {
    assert.deepEqual(await tokensOf('a.roadmap.yaml', ''), []);
    const plan = await planFrom({ 'a.roadmap.yaml': '' });
    assert.equal(semanticTokens(plan.state(), 'file:///plan/none.yaml'), undefined);
  });
});
