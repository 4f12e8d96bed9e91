import assert from 'node:assert/strict';
import { planFrom } from '../planFrom';

/** The links of a file: `text → target`, in the order in which they stand. */
async function linksIn(text: string, name = 'a.project.yaml', rulePages?: string): Promise<string[]> {
  const plan = await planFrom({ [name]: text });
  const found = plan.service.documentLinks(plan.uri(name), { rulePages });
  const { source } = plan.service.file(plan.uri(name))!.document;
  assert.ok(found);
  return found
    .map(({ range, target, tooltip }) => {
      assert.ok(target !== undefined && tooltip !== undefined && !/[<[(*`]/.test(tooltip));
      const start = source.offsetAt(range.start);
      return { start, shown: `${source.slice(start, source.offsetAt(range.end))} → ${target}` };
    })
    .sort((one, other) => one.start - other.start)
    .map(({ shown }) => shown);
}

describe('document links', () => {
  it('are what fields for links hold, without their quotes', async () => {
    const text = `project: A
links: [docs/brief.md, 'https://example.com/board']
items:
  a:
    title: A
    links: "docs/a b.md"
closure:
  archive: https://example.com/archive
`;
    assert.deepEqual(await linksIn(text), [
      'docs/brief.md → file:///plan/docs/brief.md',
      'https://example.com/board → https://example.com/board',
      'docs/a b.md → file:///plan/docs/a%20b.md',
      'https://example.com/archive → https://example.com/archive',
    ]);
  });

  it('are web and mail addresses in free text, wherever it stands', async () => {
    const text = `project: A
summary: |
  See https://example.com/one.
  Or write to <mailto:alice@example.com>.
items:
  a: Read https://example.com/two first
  b: { title: B, notes: "as in https://example.com/three", owner: https://example.com/four }
scope:
  in:
    - 'it''s https://example.com/five'
    - docs/brief.md
`;
    assert.deepEqual(await linksIn(text), [
      'https://example.com/one → https://example.com/one',
      'mailto:alice@example.com → mailto:alice@example.com',
      'https://example.com/two → https://example.com/two',
      'https://example.com/three → https://example.com/three',
      'https://example.com/five → https://example.com/five',
    ]);
  });

  it('are nothing that is unsafe to follow', async () => {
    const text = `project: A
notes: javascript:alert(1) command:workbench.action.quit file:///etc/passwd
links:
  - javascript:alert(1)
  - command:workbench.action.quit
  - file:///etc/passwd
  - ../../../etc/passwd
  - //server/share
`;
    assert.deepEqual(await linksIn(text, 'a.project.yaml', 'pages:/rules'), []);
  });

  it('are the pages of the rules that comments and settings name', async () => {
    const text = '# throughline-disable missing-goal, no-rule -- agreed\nproject: A # missing-owner\n';
    assert.deepEqual(await linksIn(text, 'a.project.yaml', 'pages:/rules'), [
      'missing-goal → pages:/rules/missing-goal.md',
    ]);
    assert.deepEqual(await linksIn(text), []);
    const settings = 'rules: { overdue: off, no-rule: off }\noptions:\n  not-started: { days: 3 }\n';
    assert.deepEqual(await linksIn(settings, '.throughline.yaml', 'pages:/rules'), [
      'overdue → pages:/rules/overdue.md',
      'not-started → pages:/rules/not-started.md',
    ]);
  });

  it('are there once for what several aliases lead to', async () => {
    const text =
      'project: A\nlinks: &l [docs/a.md]\nitems:\n  a: { title: A, links: *l }\n  b: { title: B, links: *l }\n';
    assert.deepEqual(await linksIn(text), ['docs/a.md → file:///plan/docs/a.md']);
  });

  it('are at their place with CRLF, emoji and escapes', async () => {
    const text = '\ufeffproject: A\r\nnotes: 🚀 https://example.com/🎉 x\r\nlinks: "docs/\\u00e4.md"\r\n';
    assert.deepEqual(await linksIn(text), [
      'https://example.com/🎉 → https://example.com/%F0%9F%8E%89',
      'docs/\\u00e4.md → file:///plan/docs/%C3%A4.md',
    ]);
  });

  it('are what can be read of a broken file', async () => {
    const text = 'project: "A\nlinks: [docs/a.md, "b\nitems:\n  a: { title: A, links: c.md\n  b:\n    links: d.md\n';
    const found = await linksIn(text);
    assert.ok(found.includes('d.md → file:///plan/d.md'), found.join('\n'));
    assert.deepEqual(await linksIn('links:\n'), []);
    assert.deepEqual(await linksIn(''), []);
  });

  it('are no texts of several lines, and nothing of the user’s own keys', async () => {
    const text =
      'project: A\nlinks:\n  - |\n    docs/a.md\n    docs/b.md\n  - docs/\n    c.md\nx-links: https://example.com\n';
    assert.deepEqual(await linksIn(text), []);
  });

  it('lead from a plan in a folder of its own to the rest of the workspace', async () => {
    const plan = await planFrom({
      'shop/.throughline.yaml': 'rules: {}\n',
      'shop/plans/a.project.yaml': 'project: A\nlinks: [../../docs/a.md, /docs/b.md, ../../../c.md]\n',
    });
    const found = plan.service.documentLinks(plan.uri('shop/plans/a.project.yaml'));
    assert.deepEqual(
      found?.map(({ target }) => target),
      ['file:///plan/docs/a.md', 'file:///plan/docs/b.md'],
    );
    assert.equal(plan.service.documentLinks(plan.uri('none.yaml')), undefined);
  });
});
