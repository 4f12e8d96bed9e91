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

/** On duty in spans given as `[from, to]`, the last of which may end at `Infinity`; off duty before and after. */
export function shiftOfSpans(...spans: readonly (readonly [number, number])[]): Shift {
  const containing = (instant: number): readonly [number, number] | undefined =>
    spans.find(([from, to]) => from <= instant && instant < to);
  return {
    nextOn: (instant) => (containing(instant) ? instant : (spans.find(([from]) => from >= instant)?.[0] ?? Infinity)),
    nextOff: (instant) => containing(instant)?.[1] ?? instant,
  };
}
