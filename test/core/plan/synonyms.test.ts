import assert from 'node:assert/strict';
import fc from 'fast-check';
import { meantValue, synonyms } from '../../../src/core/plan/synonyms';

const health = ['on-track', 'at-risk', 'off-track', 'paused'];
const itemStatus = ['todo', 'in-progress', 'blocked', 'done', 'dropped'];
const goalStatus = ['proposed', 'active', 'achieved', 'dropped'];
const horizon = ['now', 'next', 'later'];
const priority = ['must', 'should', 'could', 'wont'];
const level = ['low', 'medium', 'high'];
const phase = ['initiation', 'planning', 'execution', 'closure', 'closed'];

describe('the value that somebody means', () => {
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['green', health, 'on-track'],
    ['Amber', health, 'at-risk'],
    ['yellow', health, 'at-risk'],
    ['RED', health, 'off-track'],
    ['on hold', health, 'paused'],
    ['On Track', health, 'on-track'],
    ['on_track', health, 'on-track'],
    ['ontrack', health, 'on-track'],
    ['onTrack', health, 'on-track'],
    ['off-trck', health, 'off-track'],
    // As near to on-track as to off-track.
    ['of-track', health, undefined],
    ['wip', itemStatus, 'in-progress'],
    ['In Progress', itemStatus, 'in-progress'],
    ['in_progess', itemStatus, 'in-progress'],
    ['inprogress', itemStatus, 'in-progress'],
    ['Doing', itemStatus, 'in-progress'],
    ['complete', itemStatus, 'done'],
    ['closed', itemStatus, 'done'],
    ['To do', itemStatus, 'todo'],
    ['on hold', itemStatus, 'blocked'],
    ['cancelled', itemStatus, 'dropped'],
    ["won't do", itemStatus, 'dropped'],
    ['doen', itemStatus, 'done'],
    ['complete', goalStatus, 'achieved'],
    ['acheived', goalStatus, 'achieved'],
    ['wip', goalStatus, 'active'],
    ['must-have', priority, 'must'],
    ['Must have', priority, 'must'],
    ['critical', priority, 'must'],
    ["won't", priority, 'wont'],
    ["Won't have", priority, 'wont'],
    ['nice to have', priority, 'could'],
    ['P2', priority, 'should'],
    ['critical', level, 'high'],
    ['med', level, 'medium'],
    ['mediun', level, 'medium'],
    ['short-term', horizon, 'now'],
    ['Someday', horizon, 'later'],
    ['closing', phase, 'closure'],
    ['done', phase, 'closed'],
    ['executing', phase, 'execution'],
    ['fortnightly', ['daily', 'weekly', 'every-two-weeks', 'monthly', 'at-milestones'], 'every-two-weeks'],
    ['Monday', ['mon', 'tue'], 'mon'],
    ['warn', ['error', 'warning', 'info', 'hint', 'off'], 'warning'],
    ['xl', ['XS', 'S', 'M', 'L', 'XL'], 'XL'],
    ['medium', ['XS', 'S', 'M', 'L', 'XL'], 'M'],
    // Neither near-certain nor near.
    ['no', horizon, undefined],
    ['banana', health, undefined],
    ['', health, undefined],
    ['---', health, undefined],
    ['constructor', health, undefined],
    ['bat', ['cat', 'hat'], undefined],
    ['on-track'.repeat(20), health, undefined],
    ['done', [], undefined],
  ];
  for (const [written, allowed, meant] of cases) {
    it(`of ${allowed.join(', ') || 'nothing'}: ${JSON.stringify(written)} means ${meant ?? 'none'}`, () => {
      assert.equal(meantValue(written, allowed), meant);
    });
  }

  it('is the value itself for each value that is allowed', () => {
    for (const allowed of [health, itemStatus, goalStatus, horizon, priority, level, phase]) {
      for (const value of allowed) assert.equal(meantValue(value.toUpperCase(), allowed), value);
    }
  });

  it('is one of the allowed values or none, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.subarray(itemStatus), (written, allowed) => {
        const meant = meantValue(written, allowed);
        assert.ok(meant === undefined || allowed.includes(meant));
      }),
    );
  });
});

describe('the synonyms', () => {
  it('are lower case with hyphens, not repeated, and never the value itself', () => {
    for (const [value, words] of Object.entries(synonyms)) {
      assert.equal(new Set(words).size, words.length, value);
      for (const word of words) {
        assert.match(word, /^[a-z0-9]+(-[a-z0-9]+)*$/);
        assert.notEqual(word, value);
      }
    }
  });
});
