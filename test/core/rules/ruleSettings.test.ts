import assert from 'node:assert/strict';
import { ruleById } from '../../../src/core/rules/registry';
import type { RuleOption } from '../../../src/core/rules/rule';
import { optionsOf } from '../../../src/core/rules/ruleSettings';
import { planOf } from './harness';

describe('the options of a rule', () => {
  const rule = ruleById('stale-status') ?? assert.fail('there is no such rule');
  const options: Readonly<Record<string, RuleOption>> = rule.options ?? {};
  const defaultDays = options['days']?.default;
  const days = (inEditor: unknown, inFile?: string): unknown => {
    const settings = inFile === undefined ? '' : `options: { stale-status: { days: ${inFile} } }\n`;
    const plan = planOf([{ name: '.throughline.yaml', text: settings }]);
    return optionsOf(rule, plan, { options: { 'stale-status': inEditor } })['days'];
  };

  it('are those of the file, else those of the editor, else their defaults', () => {
    assert.equal(days({ days: 21 }, '7'), 7);
    assert.equal(days({ days: 21 }), 21);
    assert.ok(defaultDays !== undefined);
    assert.equal(days(undefined), defaultDays);
  });

  it('are not what they cannot be', () => {
    for (const wrong of ['-1', '2.5', 'a week', '.nan', '[7]']) assert.equal(days({ days: 21 }, wrong), 21, wrong);
    for (const wrong of [{ days: -1 }, { days: '7' }, { days: 2.5 }, { days: NaN }, [], 'days', null]) {
      assert.equal(days(wrong), days(undefined), JSON.stringify(wrong));
    }
  });
});
