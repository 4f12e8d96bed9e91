import assert from 'node:assert/strict';
import { escapeIcons } from '../../src/client/escapeIcons';
import { statusText } from '../../src/client/statusText';
import type { ComingRelease, PlanSummary } from '../../src/protocol';

const none = { error: 0, warning: 0, info: 0, hint: 0 };
const release = (title: string, when = 'in 12 days'): ComingRelease => ({
  entry: { uri: 'file:///a.roadmap.yaml', path: ['releases', 'x'] },
  title,
  date: '16 May',
  when,
  isOverdue: false,
});
const textOf = (findings: Partial<PlanSummary['findings']>, ...releases: ComingRelease[]): string =>
  statusText({ findings: { ...none, ...findings }, releases }).text;

describe('The plan in the status bar', () => {
  it('says what is wrong in it, and which release comes next', () => {
    assert.equal(
      textOf({ warning: 2, hint: 3 }, release('Summer release')),
      '$(target) $(warning) 2 · Summer release in 12 days',
    );
    assert.equal(textOf({ error: 1, warning: 2 }), '$(target) $(error) 1 $(warning) 2');
    assert.equal(textOf({ info: 4 }, release('Summer release', 'today')), '$(target) Summer release today');
    assert.equal(textOf({}), '$(target) Plan');
  });

  it('keeps to a length, between whole characters, and draws no icon for a title', () => {
    assert.equal(textOf({}, release('🚀'.repeat(40))), `$(target) ${'🚀'.repeat(28)}… in 12 days`);
    assert.equal(textOf({}, release('A $(bug) hunt')), '$(target) A \\$(bug) hunt in 12 days');
    assert.equal(escapeIcons('$(a) $( b) $(c~spin) $5'), '\\$(a) $( b) \\$(c~spin) $5');
  });

  it('says it in words, and tells more in the tooltip', () => {
    const { label, tooltip } = statusText({
      findings: { error: 1, warning: 2, info: 1, hint: 1 },
      releases: [release('Summer'), release('Autumn', 'in 3 months')],
    });
    assert.equal(label, 'Plan: 1 error, 2 warnings, 1 info, 1 hint, Summer in 12 days');
    assert.deepEqual(tooltip, [
      '1 error, 2 warnings, 1 info, 1 hint',
      'Summer: 16 May, in 12 days',
      'Autumn: 16 May, in 3 months',
    ]);
    assert.equal(statusText({ findings: none, releases: [] }).label, 'Plan: no findings');
    assert.deepEqual(statusText({ findings: none, releases: [] }).tooltip, ['No findings']);
  });
});
