import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { escapeMarkdown } from '../../../src/core/plan/markdown';

/** The text that a reader sees of a piece of HTML, which must hold nothing but one paragraph. */
function visibleText(html: string): string {
  const paragraph = /^<p>([^<>]*)<\/p>\n?$/.exec(html);
  assert.ok(paragraph, `expected one paragraph of plain text, got ${JSON.stringify(html)}`);
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return (paragraph[1] ?? '').replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => named[name] ?? '');
}

// The renderer that VS Code draws hovers with, in the same dialect.
const shown = (text: string): string => visibleText(marked.parse(escapeMarkdown(text), { gfm: true, async: false }));

describe('escapeMarkdown', () => {
  const naughty = [
    '*bold* _em_ **strong** ~~gone~~ `code`',
    '[link](https://example.com)',
    '![image](https://example.com/x.png)',
    '[ref][1] [^1] [x]: y',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<!-- a comment -->',
    '<https://example.com>',
    'https://example.com and http://example.com',
    'www.example.com',
    'somebody@example.com, mailto:somebody@example.com',
    '&lt;b&gt; &amp; &#60; &copy',
    '# heading',
    '#12 is a ticket',
    '- item',
    '+ item',
    '1. item',
    '12) item',
    '> quote',
    '---',
    '===',
    '***',
    '| a | b |',
    '```js',
    '~~~',
    'C:\\temp\\*',
    'a\\',
    '$(gear) $x^2$',
    '[command](command:workbench.action.quit)',
    'snake_case_name',
    '½ price: 100 % of 3 < 4 > 2',
    '日本語 🚆 émigré',
  ];
  for (const text of naughty) {
    it(`shows ${text} as it is written`, () => {
      assert.equal(shown(text), text);
    });
  }

  it('folds newlines, tabs and control characters, so that a text stays in its line', () => {
    assert.equal(escapeMarkdown('  one\r\n\r\n# two\t\u0000three\u001b[31m '), 'one # two three \\[31m');
    assert.equal(escapeMarkdown('one\u2028two'), 'one two');
  });

  it('leaves ordinary prose alone', () => {
    const prose = 'Product-market fit, 3.5 % (at most): “yes”; isn’t it? #1!';
    assert.equal(escapeMarkdown(prose), prose);
  });

  it('shows nothing for a text of white space', () => {
    assert.equal(escapeMarkdown(' \n\t '), '');
  });

  it('shows any text as it is, also as an item of a list and between the marks of emphasis', () => {
    const characters = fc.constantFrom(
      ...'ab1 .:/@w*_`~[]()<>!#+-=|&;\\$^"\'\n\t{}'.split(''),
      'www.',
      'http://',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const folded = text.replace(/\s+/g, ' ').trim();
        fc.pre(folded !== '');
        assert.equal(shown(text), folded);
        const item = marked.parse(`- ${escapeMarkdown(text)}`, { gfm: true, async: false });
        assert.match(item, /^<ul>\n<li>[^<>]*<\/li>\n<\/ul>\n$/);
        const strong = marked.parse(`**${escapeMarkdown(`x${text}x`)}**`, { gfm: true, async: false });
        assert.match(strong, /^<p><strong>[^<>]*<\/strong><\/p>\n$/);
      }),
      { numRuns: 2000 },
    );
  });
});
