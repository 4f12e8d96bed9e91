import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Waits } from '../../../src/core/analysis/waits';
import { RenamedPlan } from '../plan/renamedPlans';

/** The rings of a plan, in words. */
function ringsIn({ rings }: Waits): unknown {
  return rings.map((ring) => [...ring].map(({ work: { uri, path }, end }) => `${uri}#${path.join('/')} ${end}`));
}

describe('the rings of a plan', () => {
  it('are, after whatever edits, what they are when the plan is read afresh', function () {
    this.timeout(0);
    const seen = { ringless: 0, come: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        const renamed = new RenamedPlan(seed);
        let before: Waits | undefined;
        for (let count = 0; count < 12; count++) {
          renamed.edit();
          const waits = new Waits(renamed.plan, before?.known);
          // Of some versions nothing is ever asked.
          if (count % 3 !== 2) {
            const wasRingless = before?.known?.isRingless === true;
            assert.deepEqual(ringsIn(waits), ringsIn(new Waits(renamed.fresh)));
            if (wasRingless) seen[waits.rings.length > 0 ? 'come' : 'ringless']++;
          }
          before = waits;
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(seen.ringless > 100 && seen.come > 10, 'hardly any edit brought or avoided a ring');
  });
});
