import { derived, differenceOf, sumOf, unknownFigure, wholeAmount, type Figure, type UnknownFigure } from './figure';

/**
 * The figures of earned value management, by the definitions of PMI's Practice Standard for Earned Value Management (2nd
 * edition, 2011) and of the PMBOK Guide: amounts in minor units, indices as ratios.
 */
export type EarnedValueFigure =
  /** Budget at completion, planned value, earned value and actual cost. */
  | 'bac'
  | 'pv'
  | 'ev'
  | 'ac'
  /** Cost variance EV − AC and schedule variance EV − PV: below 0 is over budget, and behind schedule. */
  | 'cv'
  | 'sv'
  /** Cost performance index EV / AC and schedule performance index EV / PV: below 1 likewise. */
  | 'cpi'
  | 'spi'
  /** Estimate at completion, by {@link EacForm} `present-cpi`; estimate to complete EAC − AC; variance BAC − EAC. */
  | 'eac'
  | 'etc'
  | 'vac'
  /** To-complete performance index: the CPI that what is left must be done with to stay within {@link EarnedValue.tcpiTo}. */
  | 'tcpi';

/** The estimates at completion of the PMBOK Guide, by what they expect of the work that is left. */
export type EacForm =
  /** It goes on as it has gone: BAC / CPI. */
  | 'present-cpi'
  /** It goes as planned: AC + (BAC − EV). */
  | 'budgeted-rate'
  /** Being late costs as well: AC + (BAC − EV) / (CPI × SPI). */
  | 'cpi-and-spi'
  /** What is left is estimated anew: AC + bottom-up ETC. Too low where efforts have no price, see `ProjectCost.unpriced`. */
  | 'bottom-up';

/** What earned value follows from. */
export interface EarnedValueBasis {
  readonly bac: Figure;
  readonly pv: Figure;
  readonly ev: Figure;
  readonly ac: Figure;
  /** The planned cost of what is left to do. */
  readonly bottomUpEtc: Figure;
}

export interface EarnedValue extends Readonly<Record<EarnedValueFigure, number | undefined>> {
  /** The estimates at completion by all forms, for those who know better than the default what is to come. */
  readonly eacBy: Readonly<Record<EacForm, number | undefined>>;
  /** What `tcpi` leads to: the budget while some of it is left, else the estimate at completion. */
  readonly tcpiTo: 'bac' | 'eac' | undefined;
  /** Why each figure that is undefined is. */
  readonly unknown: Readonly<Partial<Record<EarnedValueFigure, UnknownFigure>>>;
}

/** Works out all figures that the four base figures allow. A quotient by nothing, or by less, is undefined. */
export function earnedValue(basis: EarnedValueBasis): EarnedValue {
  const { bac, pv, ev, ac } = basis;
  const cpi = quotient(ev, ac, 'has cost nothing so far');
  const spi = quotient(ev, pv, 'was to have done nothing so far');
  const estimates = estimatesAtCompletion(basis, cpi, spi);
  const eac = estimates['present-cpi'];
  const toComplete = toCompleteIndex(basis, eac);
  const figures: Readonly<Record<EarnedValueFigure, Figure>> = {
    bac,
    pv,
    ev,
    ac,
    cv: differenceOf(ev, ac),
    sv: differenceOf(ev, pv),
    cpi,
    spi,
    eac,
    etc: differenceOf(eac, ac),
    vac: differenceOf(bac, eac),
    tcpi: toComplete.tcpi,
  };
  return { ...values(figures), eacBy: values(estimates), tcpiTo: toComplete.tcpiTo, unknown: reasons(figures) };
}

function estimatesAtCompletion(
  { bac, ev, ac, bottomUpEtc }: EarnedValueBasis,
  cpi: Figure,
  spi: Figure,
): Readonly<Record<EacForm, Figure>> {
  const left = differenceOf(bac, ev);
  return {
    // BAC / CPI, written so that only whole amounts are multiplied and divided.
    'present-cpi': derived([cpi, bac, ev, ac], (_cpi, whole = 0, earned = 0, cost = 0) =>
      earned > 0 ? wholeAmount((whole * cost) / earned) : nothingEarned,
    ),
    'budgeted-rate': sumOf(ac, left),
    'cpi-and-spi': derived([cpi, spi, left, ac], (costIndex = 0, scheduleIndex = 0, rest = 0, cost = 0) => {
      const index = costIndex * scheduleIndex;
      return index > 0 ? wholeAmount(cost + rest / index) : nothingEarned;
    }),
    'bottom-up': sumOf(ac, bottomUpEtc),
  };
}

const nothingEarned = unknownFigure('no-divisor', 'has earned nothing so far');

function toCompleteIndex(
  { bac, ev, ac }: EarnedValueBasis,
  eac: Figure,
): { readonly tcpi: Figure; readonly tcpiTo: EarnedValue['tcpiTo'] } {
  const left = differenceOf(bac, ev);
  const funds = differenceOf(bac, ac);
  const isOutOfReach = funds.value !== undefined && funds.value <= 0;
  const tcpi = quotient(left, isOutOfReach ? differenceOf(eac, ac) : funds, 'has nothing left to spend');
  return { tcpi, tcpiTo: tcpi.unknown ? undefined : isOutOfReach ? 'eac' : 'bac' };
}

/** @param otherwise why there is none where the divisor is 0 */
function quotient(dividend: Figure, divisor: Figure, otherwise: string): Figure {
  return derived([dividend, divisor], (above = 0, below = 0) => {
    if (below > 0) return { value: above / below };
    return below === 0
      ? unknownFigure('no-divisor', otherwise)
      : unknownFigure('negative', 'has got back more than it has cost');
  });
}

function values<K extends string>(figures: Readonly<Record<K, Figure>>): Readonly<Record<K, number | undefined>> {
  const entries = Object.entries<Figure>(figures).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(entries) as Record<K, number | undefined>;
}

function reasons<K extends string>(figures: Readonly<Record<K, Figure>>): Readonly<Partial<Record<K, UnknownFigure>>> {
  const entries = Object.entries<Figure>(figures).flatMap(([name, { unknown }]) => (unknown ? [[name, unknown]] : []));
  return Object.fromEntries(entries) as Partial<Record<K, UnknownFigure>>;
}
