import { isScalar, parseDocument, visit } from 'yaml';
import { realPlans } from './features/realPlans';

/** Texts that do harm where they are taken for anything but text; each calls `harm` where it can. */
export const naughtyTexts: readonly string[] = [
  '<script>harm()</script>',
  '<img src=x onerror="harm()">',
  '"><svg onload=harm()>',
  "' onmouseover='harm()",
  '</script><script>harm()</script>',
  '</style><script>harm()</script>',
  '</title></text></svg><script>harm()</script>',
  ']]><script>harm()</script><![CDATA[',
  '<!--<script>harm()</script>-->',
  '[link](javascript:harm())',
  '![picture](https://harm.example/x.png)',
  'javascript:harm()',
  '<https://harm.example>',
  'https://harm.example/?a=1&b=2',
  '=HYPERLINK("https://harm.example","click")',
  '+harm()|x',
  "@SUM(1+1)*cmd|' /C harm'!A0",
  '-2+3+harm()',
  '\u202egnp.mrah\u202c and \u2066more\u2069',
  'zero\u200bwidth\u200d and \ufeff mark',
  'Z\u0300\u0301\u0302\u0303\u0304a\u0305\u0306lgo',
  '👩‍👩‍👧‍👦 family and 🇺🇳 flag',
  '"]; click n0 call harm()',
  '"] --> n9["x',
  '%%{init: {"securityLevel": "loose"}}%%',
  'end',
  'a :crit, b, 2026-01-01, 1d',
  '#quot;#35;;',
  'section harm',
  'BEGIN:VEVENT\r\nSUMMARY:harm\r\nEND:VEVENT',
  'a\\nb\\,c;d,e',
  '| a | b |\n| --- | --- |',
  '# Heading\n\n- item\n\n```\ncode',
  '&lt;b&gt; &amp; &#x41;',
  '${harm()} {{harm()}} <%= harm() %>',
  'x'.repeat(10_000),
  'long words '.repeat(900),
];

/**
 * The plan that uses all that the format has, with a naughty text in the place of each text that people write: names of
 * files with their texts.
 *
 * @param first which of the texts comes first
 */
export function naughtyPlan(first = 0): Readonly<Record<string, string>> {
  let next = first;
  const naughty = (): string => naughtyTexts[next++ % naughtyTexts.length] ?? '';
  return Object.fromEntries(
    Object.entries(realPlans['all'] ?? {}).map(([name, text]) => {
      const document = parseDocument(text);
      visit(document, {
        Scalar: (key, node) => {
          if (key === 'key' || !isScalar(node) || typeof node.value !== 'string') return;
          if (!isProse(node.value)) return;
          node.value = naughty();
          node.type = 'QUOTE_DOUBLE';
        },
      });
      return [name, document.toString({ lineWidth: 0 })];
    }),
  );
}

/** Whether a value is words of people, and not a name, date, amount or dependency of the format. */
function isProse(text: string): boolean {
  return /\p{L}{2,} \p{L}{2,}/u.test(text) && !/^\S+ (?:FS|SS|FF|SF)\b/.test(text) && !/ EUR\b| USD\b/.test(text);
}
