import type { Shift } from '../../../../src/core/analysis/placement/shift';
import type { Pattern } from '../network/randomNetworks';

/** The shift of a pattern, looked up period by period; on duty before and after it. */
export function shiftOfPattern(pattern: Pattern): Shift {
  return {
    nextOn: (instant) => {
      let at = instant;
      while (pattern[at] === false) at++;
      return at;
    },
    nextOff: (instant) => {
      const at = pattern.findIndex((isOn, period) => period >= instant && !isOn);
      return at < 0 ? Infinity : at;
    },
  };
}

/** Period 0 is a Monday: the first five of seven are on duty, but for some, up to an end. */
export function weekdays({ off = [], end = 100_000 }: { off?: readonly number[]; end?: number } = {}): Shift {
  const isOn = (period: number): boolean => period < end && ((period % 7) + 7) % 7 < 5 && !off.includes(period);
  return {
    nextOn: (instant) => {
      if (isOn(Math.floor(instant))) return instant;
      let at = Math.floor(instant) + 1;
      while (!isOn(at) && at < end) at++;
      return at < end ? at : Infinity;
    },
    nextOff: (instant) => {
      if (!isOn(Math.floor(instant))) return instant;
      let at = Math.floor(instant) + 1;
      while (isOn(at)) at++;
      return at;
    },
  };
}
