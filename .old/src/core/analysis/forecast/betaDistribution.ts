/** The beta distribution over 0 to 1, for shapes from 1 up: its density is finite everywhere. */
export class BetaDistribution {
  readonly #logScale: number;

  constructor(
    readonly alpha: number,
    readonly beta: number,
  ) {
    this.#logScale = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  }

  density(x: number): number {
    return Math.exp(this.#logScale) * x ** (this.alpha - 1) * (1 - x) ** (this.beta - 1);
  }

  /**
   * The share below x: the regularised incomplete beta function, by its continued fraction (NIST Digital Library of
   * Mathematical Functions, 8.17.22) on the side of the mean where that converges fast.
   */
  share(x: number): number {
    if (!(x > 0)) return 0;
    if (x >= 1) return 1;
    const { alpha, beta } = this;
    const power = Math.exp(this.#logScale + alpha * Math.log(x) + beta * Math.log1p(-x));
    if (x < (alpha + 1) / (alpha + beta + 2)) return (power * continuedFraction(alpha, beta, x)) / alpha;
    return 1 - (power * continuedFraction(beta, alpha, 1 - x)) / beta;
  }

  /** The quantiles of the probabilities 0, 1 / cells … 1. */
  quantiles(cells: number): Float64Array {
    const quantiles = new Float64Array(cells + 1);
    for (let at = 1; at < cells; at++) quantiles[at] = this.#quantile(at / cells, quantiles[at - 1] ?? 0);
    quantiles[cells] = 1;
    return quantiles;
  }

  /** Newton's method, and bisection for the steps of it that lead out of what is left. */
  #quantile(probability: number, above: number): number {
    let low = above;
    let high = 1;
    let x = above > 0 ? above : this.alpha / (this.alpha + this.beta);
    for (let step = 0; step < mostSteps; step++) {
      const excess = this.share(x) - probability;
      if (excess > 0) high = x;
      else low = x;
      let next = x - excess / this.density(x);
      if (!(next > low && next < high)) next = (low + high) / 2;
      if (Math.abs(next - x) <= precision) return next;
      x = next;
    }
    return x;
  }
}

const mostSteps = 100;
const precision = 1e-13;
/** Stands for a zero that would be divided by. */
const tiny = 1e-300;

/** By the method of Lentz ("Generating Bessel functions in Mie scattering calculations using continued fractions", 1976). */
function continuedFraction(a: number, b: number, x: number): number {
  let numerator = 1;
  let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = denominator;
  for (let m = 1; m <= mostSteps; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / awayFromZero(1 + even * denominator);
    numerator = awayFromZero(1 + even / numerator);
    value *= numerator * denominator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / awayFromZero(1 + odd * denominator);
    numerator = awayFromZero(1 + odd / numerator);
    const change = numerator * denominator;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** The logarithm of the gamma function of a number over 0, by Stirling's series (the same library, 5.11.1). */
function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  // The series is good to all digits from 10 up; what is smaller gets there by Γ(x + 1) = x Γ(x).
  for (; shifted < 10; shifted++) product *= shifted;
  const squared = shifted * shifted;
  const series =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * squared)) / squared) / squared) / squared) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
