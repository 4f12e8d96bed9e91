import assert from 'node:assert/strict';
import { check, textAt } from './harness';

/** Each item waits for the one before; the first and the last miss their deadlines. */
function chainOf(length: number): string {
  const items = Array.from({ length }, (_, index) => {
    const waits = index > 0 ? `, depends_on: i${String(index - 1)}` : '';
    const deadline = index === 0 ? ', deadline: 2026-09-16' : index === length - 1 ? ', deadline: 2026-10-06' : '';
    return `  i${String(index)}: { title: Item ${String(index)}, estimate: 5d${waits}${deadline} }\n`;
  });
  return `project: Rewrite\nmanager: bob\nitems:\n${items.join('')}`;
}

describe('A finding with a long chain', () => {
  const relatedTo = (length: number): readonly string[] => {
    const { plan, findings } = check([{ name: 'a.project.yaml', text: chainOf(length) }]);
    const [missed, ...others] = findings.filter(({ rule }) => rule === 'missed-deadline');
    assert.ok(missed && others.length === 0);
    return missed.related.map(({ at }) => textAt(plan, at));
  };

  it('leads to every link that can be looked at one by one', () => {
    assert.deepEqual(
      relatedTo(12),
      Array.from({ length: 12 }, (_, index) => `i${String(index)}`),
    );
  });

  it('leads to the last links of one that is longer, and to what else is missed on the way', () => {
    const last = Array.from({ length: 20 }, (_, index) => `i${String(index + 20)}`);
    assert.deepEqual(relatedTo(40), ['i0', ...last]);
  });
});
