import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';
import { SearchedTimes } from '../../../../src/core/analysis/placement/searchedTimes';
import { serialSchedule } from '../../../../src/core/analysis/placement/serialSchedule';
import { allTime } from '../../../../src/core/analysis/placement/shift';
import { crowdedProblems, problemsInShifts } from './randomProblems';

/** The same problem with shifts that no two activities share, so that nothing of one is known for another one. */
function withOwnShifts(problem: PlacementProblem): PlacementProblem {
  const shifts = [allTime, ...(problem.shifts ?? [])];
  const { first } = problem.demands;
  const own = (activity: number, shift = -1): number => activity * shifts.length + shift + 1;
  const demandShift = Int32Array.from(problem.demands.resource, () => -1);
  const activities = Array.from({ length: problem.count }, (_, activity) => activity);
  for (const activity of activities) {
    for (let at = first[activity]!; at < first[activity + 1]!; at++) {
      demandShift[at] = own(activity, problem.demands.shift?.[at]);
    }
  }
  return {
    ...problem,
    shifts: activities.flatMap(() => shifts.map((shift) => ({ ...shift }))),
    shift: Int32Array.from(activities, (activity) => own(activity, problem.shift?.[activity])),
    demands: { ...problem.demands, shift: demandShift },
  };
}

describe('a search for places that knows where it has been', () => {
  it('finds what one finds that knows nothing, and waits for the same', () => {
    fc.assert(
      fc.property(fc.oneof(problemsInShifts, crowdedProblems), (problem) => {
        assert.deepEqual(serialSchedule(problem), serialSchedule(withOwnShifts(problem)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('SearchedTimes', () => {
  it('knows for a length what has been searched for it and for shorter ones', () => {
    const searches = fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 5 }), from: fc.nat(40), lasts: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(searches, (all) => {
        const searched = new SearchedTimes();
        const known = new Map<number, Set<number>>();
        for (const { length, from, lasts } of all) {
          searched.add('any', length, from, from + lasts);
          const instants = known.get(length) ?? new Set();
          for (let at = from; at < from + lasts; at++) instants.add(at);
          known.set(length, instants);
        }
        for (let length = 0; length <= 6; length++) {
          for (let instant = 0; instant < 60; instant++) {
            const ends = [...known].map(([searchedLength, instants]) => {
              let end = instant;
              while (searchedLength <= length && instants.has(end)) end++;
              return end;
            });
            assert.equal(searched.until('any', length, instant), Math.max(instant, ...ends));
          }
        }
      }),
    );
  });

  it('says nothing of another kind', () => {
    const searched = new SearchedTimes();
    searched.add('one', 2, 0, 10);
    assert.equal(searched.until('other', 2, 5), 5);
  });

  it('keeps no more lengths than it can look through', () => {
    const searched = new SearchedTimes();
    for (let length = 1; length <= 1000; length++) searched.add('any', length, 0, 10 + length);
    const known = Array.from({ length: 1000 }, (_, index) => searched.until('any', index + 1, 5));
    assert.equal(known.at(-1), 1010);
    assert.ok(known.filter((until, index) => until === 11 + index).length <= 64);
  });
});
