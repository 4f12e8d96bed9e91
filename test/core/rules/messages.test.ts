import assert from 'node:assert/strict';
import { check, examplesOf } from './harness';
import { rules } from '../../../src/core/rules/registry';

const hostile = [
  '\u0000',
  '\u001b[31mred\u001b[0m',
  '\u202etxt.exe',
  '\u2066a\u2069',
  '\ufeffb',
  '\ud800',
  '\u2028',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'x'.repeat(5000),
];

function planWith(text: string): readonly { readonly name: string; readonly text: string }[] {
  const plain = `product: ${text}\nowner: ${text}\npeople:\n  al: { name: Al, role: ${text}, rate: ${text} }\ngoals:\n  ${text}: { parent: ${text}, horizon: ${text} }\n`;
  const quoted = JSON.stringify(text);
  const items = `project: ${quoted}\nmanager: ${quoted}\ngoal: ${quoted}\nitems:\n  ${quoted}: { title: ${quoted}, ${quoted}: 1, depends_on: [${quoted}], status: ${quoted} }\n`;
  const settings = `rules: { ${quoted}: ${quoted} }\noptions: { missing-goal: { ${quoted}: ${quoted} } }\n# throughline-disable-next-line ${text}\nroles: {}\n`;
  return [
    { name: 'a.roadmap.yaml', text: plain },
    { name: 'b.project.yaml', text: items },
    { name: '.throughline.yaml', text: settings },
  ];
}

describe('the messages of the rules', () => {
  it('are one readable line, whatever a plan holds', () => {
    for (const text of hostile) {
      const { findings } = check(planWith(text));
      assert.ok(findings.length > 0, JSON.stringify(text));
      for (const { rule, message, related } of findings) {
        for (const shown of [message, ...related.map((one) => one.message)]) {
          // eslint-disable-next-line no-control-regex -- these are what must not come through
          assert.doesNotMatch(shown, /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]|undefined/, rule);
          assert.doesNotMatch(shown, /\p{Cs}/u, rule);
          assert.ok(shown.length < 800, `${rule} takes ${String(shown.length)} characters for ${text.slice(0, 20)}`);
        }
      }
    }
  });

  it('of the examples are short enough to be read at a glance', () => {
    for (const { id, docs } of rules) {
      for (const { message } of check(examplesOf(docs.bad)).findings) {
        assert.ok(message.length <= 210, `${id} takes ${String(message.length)} characters: ${message}`);
      }
    }
  });
});
