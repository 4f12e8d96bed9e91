import type { ActivityNetwork } from '../../../../src/core/analysis/network/activityNetwork';
import type {
  Forecast,
  ForecastOptions,
  ForecastProblem,
  UncertainLength,
} from '../../../../src/core/analysis/forecast/forecastProblem';
import { simulate } from '../../../../src/core/analysis/forecast/monteCarlo';
import { networkOf, type Table } from '../network/networkTable';

/** Lengths from nothing to a most, each as likely. */
export function uniform(most: number): UncertainLength {
  return { kind: 'observed', remaining: most, ratios: Float64Array.of(0, 1) };
}

export function threePoints(optimistic: number, likely: number, pessimistic: number, worked = 0): UncertainLength {
  return { kind: 'three-point', optimistic, likely, pessimistic, worked };
}

/** A problem with one target for each activity, after those that are given. */
export function problemOf(
  network: ActivityNetwork,
  lengths: readonly (UncertainLength | undefined)[],
  targets: ForecastProblem['targets'] = [],
  keys = Array.from({ length: network.count }, (_, activity) => `activity-${activity}`),
): ForecastProblem {
  const single = keys.map((_, activity) => ({ activities: [activity] }));
  return { network, lengths, keys, targets: [...targets, ...single] };
}

export const defaults: ForecastOptions = { runs: 10_000, seed: 1, distribution: 'pert-beta' };

/** The forecast of a textbook's table whose first target is all of it; the names of the activities are their keys. */
export function forecastOf(
  table: Table,
  lengths: Readonly<Record<string, UncertainLength>>,
  more: { readonly limit?: number; readonly options?: Partial<ForecastOptions>; readonly network?: object } = {},
): Forecast {
  const names = Object.keys(table);
  const limit = more.limit === undefined ? {} : { limit: more.limit };
  return simulate(
    problemOf(
      networkOf(table, more.network),
      names.map((name) => lengths[name]),
      [{ activities: [...names.keys()], ...limit }],
      names,
    ),
    { ...defaults, ...more.options },
  );
}
