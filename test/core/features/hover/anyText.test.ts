import assert from 'node:assert/strict';
import { marked } from 'marked';
import { hoverIn } from './hoverIn';

describe('hover', () => {
  describe('whatever the text', () => {
    it('finds its place after emoji and with CRLF', async () => {
      const { on, text } = await hoverIn({
        'a.roadmap.yaml':
          'product: "🚀🚀"\r\ngoals:\r\n  a: { title: "🎯 Win", owner: "Zoë 🦊" }\r\nfeatures: { f: { title: F 🎉, goal: <CURSOR>a } }\r\n',
      });
      assert.equal(on, 'a');
      assert.match(text, /^\*\*🎯 Win\*\*/);
    });

    it('keeps working in a file of which another entry is broken', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals:\n  bad: { title: "never closed\n  win:\n    title: Win\nfeatures:\n  f:\n    title: F\n    goal: <CURSOR>win\n',
      });
      assert.match(text, /^\*\*Win\*\*/);
    });

    it('shows what an alias stands for, on the alias', async () => {
      const { text, on } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals: { win: Win }\nfeatures:\n  f: { title: F, goal: &g win }\n  h: { title: H, goal: *<CURSOR>g }\n',
      });
      assert.equal(on, '*g');
      assert.match(text, /^\*\*Win\*\*/);
    });

    it('finds what a merge key brings in where it is written', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals: { win: Win }\nx-base: &base { release: r, goal: win }\nfeatures:\n  f:\n    title: F\n    <<: { go<CURSOR>al: win }\n',
      });
      assert.match(text, /^\*\*Goal/);
    });

    it('shows texts of the plan as they are, never as Markdown or HTML', async () => {
      const naughty =
        '[x](command:evil) <img src=x onerror=y> **b** `c` ![i](https://evil.example) $m$ | https://evil.example';
      const { text } = await hoverIn({
        'a.roadmap.yaml': `product: ${JSON.stringify(naughty)}
goals:
  <CURSOR>win:
    title: ${JSON.stringify(naughty)}
    why: ${JSON.stringify(`# ${naughty}\n- list`)}
    owner: ${JSON.stringify(naughty)}
    key_results: { k: { title: ${JSON.stringify(naughty)}, target: 3 } }
`,
      });
      const html = await marked.parse(text);
      assert.doesNotMatch(html, /<(?:a|img|code|h1)\b/);
      const words = html.replace(/<[^>]*>/g, '');
      assert.match(words, /\[x\]\(command:evil\)/);
      assert.match(words, /# \[x\]/);
    });

    it('is never long, however much there is', async () => {
      const many = (count: number, entry: (index: number) => string): string =>
        Array.from({ length: count }, (_, index) => entry(index)).join('');
      const { text } = await hoverIn({
        'a.roadmap.yaml': `product: A
goals:
  <CURSOR>win:
    title: Win
    why: ${'word '.repeat(500)}
    key_results:
${many(40, (index) => `      k${String(index)}: { title: Result ${String(index)}, target: 5 }\n`)}
features:
${many(60, (index) => `  f${String(index)}: { title: Feature ${String(index)}, goal: win }\n`)}`,
        'b.project.yaml': `project: B\nitems:\n${many(90, (index) => `  i${String(index)}: { title: Item, goal: win }\n`)}`,
      });
      assert.ok(text.split('\n').length <= 25, String(text.split('\n').length));
      assert.ok(text.length < 2500, String(text.length));
      assert.match(text, /Features \(60\):.*and 55 more/);
    });
  });
});
