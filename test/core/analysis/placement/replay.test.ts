import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Demands, PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';
import type { EarlierSchedule } from '../../../../src/core/analysis/placement/replay';
import { serialSchedule } from '../../../../src/core/analysis/placement/serialSchedule';
import type { Steps } from '../../../../src/core/analysis/placement/timeline';
import { problems, problemsInShifts } from './randomProblems';

const properties = ['duration', 'priority', 'release', 'amount', 'shift', 'start', 'finish'] as const;
const kinds = [...properties, 'duration', 'priority', 'lag', 'unlink', 'link', 'limit'] as const;

/** What is changed in a problem; the numbers stand for an activity, link or resource and a value, whatever there is. */
interface Change {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly value: number;
}

const changes = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(100),
    value: fc.nat(8),
  }),
  { maxLength: 3 },
);

/** A problem after changes: its activities are the same, but for what has been changed in them. */
function changed(problem: PlacementProblem, all: readonly Change[]): PlacementProblem {
  const { count, links, demands } = problem;
  const none = new Float64Array(count).fill(-Infinity);
  const next = {
    ...problem,
    duration: problem.duration.slice(),
    priority: problem.priority.slice(),
    release: (problem.release ?? none).slice(),
    fixedStart: (problem.fixedStart ?? none).slice(),
    fixedFinish: (problem.fixedFinish ?? none).slice(),
    demands: { ...demands, amount: demands.amount.slice(), ...(demands.shift && { shift: demands.shift.slice() }) },
    resources: [...problem.resources],
    links: { from: links.from.slice(), to: links.to.slice(), type: links.type.slice(), lag: links.lag.slice() },
  };
  for (const { kind, at, value } of all) {
    const activity = at % count;
    const link = at % Math.max(1, links.from.length);
    if (kind === 'duration') next.duration[activity] = value;
    if (kind === 'priority') next.priority[activity] = value;
    if (kind === 'release') next.release[activity] = value;
    if (kind === 'amount') next.demands.amount[at % demands.amount.length] = value % 4;
    if (kind === 'shift' && next.demands.shift) next.demands.shift[at % demands.amount.length] = (value % 4) - 1;
    if (kind === 'start') next.fixedStart[activity] = value % 2 === 0 ? -Infinity : value;
    if (kind === 'finish') next.fixedFinish[activity] = value % 2 === 0 ? -Infinity : value + 4;
    if (kind === 'lag') next.links.lag[link] = value - 3;
    if (kind === 'limit') next.resources[at % next.resources.length] = constant(value % 2 === 0 ? Infinity : 3);
    if (kind === 'unlink') next.links.from[link] = -1;
    if (kind === 'link' && activity + 1 < count) [next.links.from[link], next.links.to[link]] = [activity, count - 1];
  }
  return next;
}

function constant(amount: number): Steps {
  return { from: Float64Array.of(0), amount: Float64Array.of(amount) };
}

/** The same problem without one of its activities. */
function without(problem: PlacementProblem, left: number): PlacementProblem {
  const { count, links, demands } = problem;
  const kept = Array.from({ length: count }, (_, activity) => activity).filter((activity) => activity !== left);
  const floats = (values: Float64Array | undefined) => values && Float64Array.from(kept, (at) => values[at]!);
  const place = (values: Int32Array): Int32Array =>
    values.map((activity) => (activity === left ? -1 : activity > left ? activity - 1 : activity));
  const perActivity = demands.resource.length / count;
  const ofKept = kept.flatMap((activity) =>
    Array.from({ length: perActivity }, (_, at) => activity * perActivity + at),
  );
  return {
    ...problem,
    count: kept.length,
    duration: floats(problem.duration)!,
    priority: floats(problem.priority)!,
    ...(problem.effort && { effort: floats(problem.effort)! }),
    ...(problem.release && { release: floats(problem.release)! }),
    ...(problem.fixedStart && { fixedStart: floats(problem.fixedStart)! }),
    ...(problem.fixedFinish && { fixedFinish: floats(problem.fixedFinish)! }),
    ...(problem.firstOf && { firstOf: Uint8Array.from(kept, (at) => problem.firstOf![at]!) }),
    ...(problem.shift && { shift: Int32Array.from(kept, (at) => problem.shift![at]!) }),
    links: { ...links, from: place(links.from), to: place(links.to) },
    demands: {
      first: Int32Array.from({ length: kept.length + 1 }, (_, activity) => activity * perActivity),
      resource: Int32Array.from(ofKept, (at) => demands.resource[at]!),
      amount: Float64Array.from(ofKept, (at) => demands.amount[at]!),
      ...(demands.shift && { shift: Int32Array.from(ofKept, (at) => demands.shift![at]!) }),
    } satisfies Demands,
  };
}

/** The schedule of a problem, for one that has other activities. */
function earlier(problem: PlacementProblem, activity: readonly number[]): EarlierSchedule {
  const numbers = (count: number): Int32Array => Int32Array.from({ length: count }, (_, at) => at);
  return {
    problem,
    placement: serialSchedule(problem),
    activity: Int32Array.from(activity),
    resource: numbers(problem.resources.length),
    calendar: numbers(10),
  };
}

const all = ({ count }: PlacementProblem): readonly number[] => Array.from({ length: count }, (_, at) => at);
const anyProblems = fc.oneof(problems, problemsInShifts);

describe('serialSchedule, given an earlier schedule', () => {
  it('gives what it gives without, whatever has changed in the activities, their links and the resources', () => {
    fc.assert(
      fc.property(anyProblems, changes, (problem, made) => {
        const after = changed(problem, made);
        assert.deepEqual(serialSchedule(after, earlier(problem, all(problem))), serialSchedule(after));
        assert.deepEqual(serialSchedule(problem, earlier(after, all(problem))), serialSchedule(problem));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives what it gives without, also where an activity has gone or come', () => {
    fc.assert(
      fc.property(anyProblems, fc.nat(7), changes, (problem, at, made) => {
        const left = at % problem.count;
        if (problem.count < 2) return;
        const rest = changed(without(problem, left), made);
        const stayed = all(problem).filter((activity) => activity !== left);
        assert.deepEqual(serialSchedule(rest, earlier(problem, stayed)), serialSchedule(rest));
        const grown = all(problem).map((activity) => (activity === left ? -1 : activity - (activity > left ? 1 : 0)));
        assert.deepEqual(serialSchedule(problem, earlier(rest, grown)), serialSchedule(problem));
      }),
      { numRuns: 2000 },
    );
  });

  it('looks for a place again where as many have taken of a resource as before, but not the same', () => {
    const problem = (priority: readonly number[]): PlacementProblem => ({
      count: 3,
      duration: Float64Array.of(2, 2, 2),
      links: { from: new Int32Array(), to: new Int32Array(), type: new Uint8Array(), lag: new Int32Array() },
      origin: 0,
      release: Float64Array.of(0, 0, 10),
      priority: Float64Array.from(priority),
      demands: { first: Int32Array.of(0, 1, 2, 3), resource: Int32Array.of(0, 0, 0), amount: Float64Array.of(1, 1, 1) },
      resources: [{ from: Float64Array.of(0), amount: Float64Array.of(1) }],
    });
    const [before, after] = [problem([0, 1, 2]), problem([2, 1, 0])];
    assert.deepEqual(serialSchedule(before).start, Float64Array.of(0, 2, 10));
    assert.deepEqual(serialSchedule(after, earlier(before, all(before))).start, Float64Array.of(2, 0, 10));
  });
});
