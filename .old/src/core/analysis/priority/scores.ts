import type { Feature, Idea } from '../../plan/generated/entities';

/** What competes for the same people, and so is put in an order. */
export type Candidate = Feature | Idea;

export type ScoringMethod = 'rice' | 'wsjf';

/** The score of one candidate by one method. */
export interface Score {
  readonly candidate: Candidate;
  readonly method: ScoringMethod;
  /** The higher, the sooner it is worth doing. Undefined while it cannot be told; `why` says the reason. */
  readonly value: number | undefined;
  /** How the value comes about: `8000 × 2 × 80 % / 4 = 3200`. Undefined without a value. */
  readonly arithmetic: string | undefined;
  /** The inputs that are not written down, by their keys, in the order of the formula. */
  readonly missing: readonly string[];
  /** Why there is no value, as a phrase that goes on after the title: `lacks reach and effort`. */
  readonly why: string | undefined;
}

/** The steps of the impact scale, from minimal to massive. */
const impacts: readonly number[] = [0.25, 0.5, 1, 2, 3];

/**
 * RICE: reach × impact × confidence / effort (Sean McBride, "RICE: Simple prioritization for product managers",
 * Intercom). Reach is in people for one stretch of time, effort in person-months, confidence a percentage.
 *
 * @returns undefined for a candidate that has no `rice` at all
 */
export function riceScore(candidate: Candidate): Score | undefined {
  const fields = candidate.fields.rice?.value.fields;
  if (!fields) return undefined;
  const [reach, impact] = [fields.reach?.value, fields.impact?.value];
  const [confidence, effort] = [fields.confidence?.value, fields.effort?.value];
  const missing = absent({ reach, impact, confidence, effort });
  const unscored = { candidate, method: 'rice', value: undefined, arithmetic: undefined, missing } as const;
  if (reach === undefined || impact === undefined || confidence === undefined || effort === undefined)
    return { ...unscored, why: lacking(missing) };
  if (!impacts.includes(impact)) return { ...unscored, why: 'has an impact that is not on the scale of 0.25 to 3' };
  const why = wrongInput({ reach }, { effort });
  if (why !== undefined) return { ...unscored, why };
  const text = `${figure(reach)} × ${figure(impact)} × ${figure(confidence)} % / ${figure(effort)}`;
  return scored(unscored, (reach * impact * confidence) / 100 / effort, text);
}

/**
 * WSJF: cost of delay / job size, where the cost of delay is value + time criticality + risk reduction, each in points
 * relative to the other candidates (Scaled Agile Framework, "WSJF", after Don Reinertsen, "The Principles of Product
 * Development Flow", 2009).
 *
 * @returns undefined for a candidate that has no `wsjf` at all
 */
export function wsjfScore(candidate: Candidate): Score | undefined {
  const fields = candidate.fields.wsjf?.value.fields;
  if (!fields) return undefined;
  const [value, time_criticality] = [fields.value?.value, fields.time_criticality?.value];
  const [risk_reduction, job_size] = [fields.risk_reduction?.value, fields.job_size?.value];
  const missing = absent({ value, time_criticality, risk_reduction, job_size });
  const unscored = { candidate, method: 'wsjf', value: undefined, arithmetic: undefined, missing } as const;
  if (value === undefined || time_criticality === undefined || risk_reduction === undefined || job_size === undefined)
    return { ...unscored, why: lacking(missing) };
  const why = wrongInput({ value, time_criticality, risk_reduction }, { job_size });
  if (why !== undefined) return { ...unscored, why };
  const text = `(${figure(value)} + ${figure(time_criticality)} + ${figure(risk_reduction)}) / ${figure(job_size)}`;
  return scored(unscored, (value + time_criticality + risk_reduction) / job_size, text);
}

function absent(inputs: Readonly<Record<string, number | undefined>>): readonly string[] {
  return Object.keys(inputs).filter((key) => inputs[key] === undefined);
}

/** What is wrong with the inputs that may not be negative, and with the divisor; undefined where nothing is. */
function wrongInput(
  amounts: Readonly<Record<string, number>>,
  divisor: Readonly<Record<string, number>>,
): string | undefined {
  const [name = '', value = 0] = Object.entries(divisor)[0] ?? [];
  if (value === 0) return `has ${withArticle(name)} of 0, and nothing can be divided by it`;
  const negative = [...Object.entries(amounts), [name, value] as const].find(([, amount]) => amount < 0);
  return negative && `has a negative ${inWords(negative[0])}`;
}

type Unscored = Pick<Score, 'candidate' | 'method' | 'missing'>;

function scored(unscored: Unscored, value: number, formula: string): Score {
  if (!Number.isFinite(value))
    return {
      ...unscored,
      value: undefined,
      arithmetic: undefined,
      why: 'has figures that are too large to count with',
    };
  const text = figure(value);
  return { ...unscored, value, arithmetic: `${formula} ${Number(text) === value ? '=' : '≈'} ${text}`, why: undefined };
}

/** Up to two decimals, and three significant digits of what is smaller than that. Never with an exponent. */
function figure(value: number): string {
  const decimals =
    value === 0 || Math.abs(value) >= 0.1 ? 2 : Math.min(20, 2 - Math.floor(Math.log10(Math.abs(value))));
  const text = Math.abs(value) < 1e21 ? value.toFixed(decimals) : BigInt(value).toString();
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function lacking(names: readonly string[]): string {
  const words = names.map(inWords);
  const last = words.at(-1) ?? '';
  return `lacks ${words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last}`;
}

function inWords(key: string): string {
  return key.replaceAll('_', ' ');
}

function withArticle(key: string): string {
  return `${/^[aeiou]/.test(key) ? 'an' : 'a'} ${inWords(key)}`;
}
