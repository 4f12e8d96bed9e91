import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simulate } from '../../../../src/core/analysis/forecast/monteCarlo';
import { withoutPoints } from '../../../../src/core/analysis/forecast/withoutPoints';
import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import { noInstant } from '../../../../src/core/analysis/network/links';
import { networks, networksInWorkingTime } from '../network/randomNetworks';
import { problemOf, threePoints } from './forecastProblems';
import { networkOf, type Table } from '../network/networkTable';

const largest = 8;
const options = { runs: 30, seed: 2, distribution: 'pert-beta' } as const;

/** Which of the activities are points. */
const choices = fc.array(fc.boolean(), { minLength: largest, maxLength: largest });

function withPoints(network: ActivityNetwork, isPoint: readonly boolean[], earliest: boolean): ActivityNetwork {
  const { duration, earliestStart = new Float64Array(network.count).fill(noInstant) } = network;
  return {
    ...network,
    duration: duration.map((length, at) => (isPoint[at] === true ? 0 : length)),
    earliestStart: earliestStart.map((start, at) => (isPoint[at] === true && !earliest ? noInstant : start)),
  };
}

/** What a forecast says of all activities that are no points. */
function said(network: ActivityNetwork, isPoint: readonly boolean[]): { dates: unknown; criticality: unknown } {
  const lengths = Array.from(network.duration, (length, at) =>
    isPoint[at] === true ? undefined : threePoints(length / 2, length, length * 3),
  );
  const { targets, criticality } = simulate(problemOf(network, lengths), options);
  const isAsked = (_: unknown, at: number): boolean => isPoint[at] !== true;
  return { dates: targets.filter(isAsked), criticality: [...criticality].filter(isAsked) };
}

describe('a network without points', () => {
  const anyNetwork = fc.oneof(networks, networksInWorkingTime);

  it('has the dates of everything else', () => {
    fc.assert(
      fc.property(anyNetwork, choices, (network, isPoint) => {
        const whole = withPoints(network, isPoint, true);
        const pruned = withoutPoints(whole, (at) => isPoint[at] === true);
        assert.deepEqual(said(pruned, isPoint).dates, said(whole, isPoint).dates);
      }),
      { numRuns: 200 },
    );
  });

  it('is critical where it was, if no point comes later by itself', () => {
    fc.assert(
      fc.property(anyNetwork, choices, (network, isPoint) => {
        fc.pre(isPoint.slice(0, network.count).includes(false));
        const whole = withPoints(network, isPoint, false);
        const pruned = withoutPoints(whole, (at) => isPoint[at] === true);
        assert.deepEqual(said(pruned, isPoint).criticality, said(whole, isPoint).criticality);
      }),
      { numRuns: 200 },
    );
  });

  it('has neither the beginning nor the end of a parent any more, but the middle that holds others', () => {
    const table: Table = {
      gate: { takes: 0 },
      a: { takes: 3, after: ['gate'] },
      end: { takes: 0, after: ['a', 'gate'] },
      b: { takes: 2, after: ['end'] },
      last: { takes: 0, after: ['b'] },
    };
    const isPoint = (at: number): boolean => ['gate', 'end', 'last'].includes(Object.keys(table)[at] ?? '');
    const { links, duration } = withoutPoints(networkOf(table), isPoint);
    assert.deepEqual(
      [...links.from].map((from, link) => [from, links.to[link]]),
      [
        [1, 2],
        [2, 3],
      ],
    );
    assert.deepEqual([...duration], [NaN, 3, 0, 2, NaN]);
  });
});
