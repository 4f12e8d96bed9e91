import { parseDuration, readDuration, writeAmount, writeDuration, type Duration } from './duration';
import { idSource, isId } from './id';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed, type TextSpan } from './parsed';

/** Finish to start, start to start, finish to finish, start to finish: what of the predecessor holds what of the successor. */
export const dependencyTypes = ['FS', 'SS', 'FF', 'SF'] as const;
export type DependencyType = (typeof dependencyTypes)[number];

/** Time between the two ends that a dependency joins. Its amount has the sign: negative is a lead, an overlap. */
export interface Lag extends Duration {
  readonly negative: boolean;
}

export interface Dependency {
  /** An id, or a project's id, a slash and an id. */
  readonly reference: string;
  readonly referenceSpan: TextSpan;
  /** `FS` where none is written. */
  readonly type: DependencyType;
  /** Absent where no type is written. */
  readonly typeSpan?: TextSpan;
  readonly lag?: Lag;
  /** From the sign to the unit. */
  readonly lagSpan?: TextSpan;
}

const reference = `${idSource}(?:/${idSource})?`;
/**
 * Blanks around the sign are free after a type or a blank: `api SS + 2d`. A lag right after the reference (`api+2d`)
 * is not read, because with a minus it would be part of an id (`api-2d`), and one sign must not work where the other
 * quietly names something else.
 */
const shape = new RegExp(
  `^(${reference})(?:([ \\t]+)(FS|SS|FF|SF))?(?:([ \\t]*)([+-])[ \\t]*([0-9.]+e?(?:h|d|w|mo)))?$`,
);

/** The dependency, or undefined where the text is not one as the format writes it. */
function readDependency(text: string): Dependency | undefined {
  // Most are a reference and nothing else.
  if (isId(text)) return { reference: text, referenceSpan: { start: 0, end: text.length }, type: 'FS' };
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, target = '', gap = '', type, space = '', sign, length] = match;
  const plain = {
    reference: target,
    referenceSpan: { start: 0, end: target.length },
    type: (type ?? 'FS') as DependencyType,
  };
  const typeStart = target.length + gap.length;
  const typed = type === undefined ? plain : { ...plain, typeSpan: { start: typeStart, end: typeStart + type.length } };
  if (sign === undefined || length === undefined) return typed;
  if (type === undefined && space === '') return undefined;
  const duration = readDuration(length);
  if (!duration) return undefined;
  const negative = sign === '-' && duration.amount > 0;
  const lagStart = typeStart + (type?.length ?? 0) + space.length;
  return {
    ...typed,
    lag: { ...duration, amount: negative ? -duration.amount : duration.amount, negative },
    lagSpan: { start: lagStart, end: text.length },
  };
}

function isDependency(text: string): boolean {
  return readDependency(text) !== undefined;
}

const typeWords: readonly (readonly [RegExp, DependencyType])[] = [
  [/^(?:fs|finish(?:es)?[\s-]*(?:to[\s-]*)?start)$/i, 'FS'],
  [/^(?:ss|start[\s-]*(?:to[\s-]*)?start)$/i, 'SS'],
  [/^(?:ff|finish(?:es)?[\s-]*(?:to[\s-]*)?finish)$/i, 'FF'],
  [/^(?:sf|start[\s-]*(?:to[\s-]*)?finish)$/i, 'SF'],
];

function typeMeant(words: string): DependencyType | undefined {
  return typeWords.find(([pattern]) => pattern.test(words))?.[1];
}

function lagReadings(text: string): string[] {
  const match = /^([+\-−–]?)\s*(\d.*)$/s.exec(text);
  if (!match) return [];
  const sign = match[1] === '' || match[1] === '+' ? '+' : '-';
  const length = parseDuration((match[2] ?? '').trim());
  const lengths = length.ok ? [(match[2] ?? '').trim()] : (length.problem.suggestions ?? []);
  return lengths.map((each) => `${sign}${each}`);
}

/** Dependencies that a text may stand for: `api ss`, `api finish-to-start`, `api+2d`, `api SS 2 days`, `apiSS+2d`. */
function dependencyReadings(text: string): string[] {
  const line = text.normalize('NFKC').trim();
  const reversed = /^(FS|SS|FF|SF)[ \t]+(\S+)$/i.exec(line);
  if (reversed) return [`${reversed[2] ?? ''} ${(reversed[1] ?? '').toUpperCase()}`];
  const glued =
    new RegExp(`^(${reference})(FS|SS|FF|SF)[ \\t]*([+\\-−–].*)$`, 's').exec(line) ??
    new RegExp(`^(${reference})()[ \\t]*(\\+.*)$`, 's').exec(line);
  const spaced = new RegExp(
    `^(${reference})[\\s,:(\\[]+([A-Za-z][A-Za-z\\s-]*?)?[\\s)\\],:]*([+\\-−–]?\\s*\\d[^)\\]]*)?[)\\]]*$`,
  ).exec(line);
  const match = glued ?? spaced;
  if (!match) return [];
  const [, target = '', words, lag] = match;
  const type = !words ? undefined : typeMeant(words.trim());
  if (words && type === undefined) return [];
  const head = type === undefined ? target : `${target} ${type}`;
  if (lag === undefined) return [head];
  return lagReadings(lag.trim()).map((each) => (type === undefined ? `${head} ${each}` : `${head}${each}`));
}

const form =
  'Write the id of an item or milestone, with its project where that is another, then a type and a lag if they are needed: spike, launch-site/cutover FF, api SS+2d.';

/** What is wrong with a text that begins with a reference and goes on with something else. */
function faultAfterReference(text: string): { readonly message: string; readonly span: TextSpan } | undefined {
  const match = new RegExp(`^(${reference})([ \\t]+)(.*)$`, 's').exec(text);
  if (!match) return undefined;
  const start = (match[1] ?? '').length + (match[2] ?? '').length;
  const rest = match[3] ?? '';
  const word = /^[\p{L}-]*\p{L}/u.exec(rest)?.[0];
  // Two letters are a try at a type; a longer word that names none is more likely the rest of a title.
  const isTry =
    word !== undefined && (word.length === 2 || typeMeant(word) !== undefined || /^(?:start|finish)/i.test(word));
  if (isTry && !dependencyTypes.some((type) => type === word)) {
    return {
      message: `${quoted(word)} is not a type of dependency. The types are FS (finish to start), SS, FF and SF, as in \`api SS+2d\`.`,
      span: { start, end: start + word.length },
    };
  }
  const lagAt = start + (word?.length ?? 0) + (/^\s*/.exec(rest.slice(word?.length ?? 0))?.[0].length ?? 0);
  const lag = text.slice(lagAt);
  if (!/^[+\-−–\d]/.test(lag)) return undefined;
  const span = { start: lagAt, end: text.length };
  if (lag.includes('%'))
    return { message: `${quoted(lag)} is not a lag. A lag is a duration and not a share: +2d, -1w.`, span };
  return {
    message: `${quoted(lag)} is not a lag. Write a sign and a duration: +2d for a wait, -1d for an overlap.`,
    span,
  };
}

/**
 * What a piece of work waits for: a reference, then a type and a lag where they are not finish-to-start and none:
 * `spike`, `api SS+2d`, `launch-site/cutover FF`, `review +1w`, `build FS-1d`.
 */
export function parseDependency(text: string): Parsed<Dependency> {
  const dependency = text.length > longestRewritable * 4 ? undefined : readDependency(text);
  if (dependency) return parsed(dependency);
  const absent = refusedOutright(text, 'a dependency', 'spike', isDependency);
  if (absent) return absent;
  if (text.length > longestRewritable) return refused(`${quoted(text)} is not a dependency. ${form}`);
  const refusal = {
    candidates: [text.trim(), ...dependencyReadings(text)],
    accepts: isDependency,
  };
  const several = text.split(/\s*[,;]\s*|\s+and\s+/).filter((part) => part !== '');
  if (several.length > 1 && several.every((part) => readDependency(part) !== undefined)) {
    return refused(`${quoted(text)} is several dependencies in one text. Write a list: [${several.join(', ')}].`);
  }
  const fault = faultAfterReference(text);
  return refused(fault?.message ?? `${quoted(text)} is not a dependency. ${form}`, { ...refusal, span: fault?.span });
}

/** The dependency as a plan writes it, with a type and a lag only where they are needed: `api SS+2d`, `review +1w`. */
export function writeDependency({
  reference: target,
  type,
  lag,
}: Pick<Dependency, 'reference' | 'type' | 'lag'>): string {
  const length =
    lag && lag.amount !== 0
      ? `${lag.negative ? '-' : '+'}${writeDuration({ ...lag, amount: Math.abs(lag.amount) })}`
      : '';
  if (type === 'FS') return length === '' ? target : `${target} ${length}`;
  return `${target} ${type}${length}`;
}

/** The lag as a message writes it: `2 days after`, `1 week before`. */
export function formatLag({ amount, unit, elapsed, negative }: Lag): string {
  const names = { h: 'hour', d: 'day', w: 'week', mo: 'month' } as const;
  const size = Math.abs(amount);
  return `${writeAmount(size)} ${elapsed ? 'elapsed ' : ''}${names[unit]}${size === 1 ? '' : 's'} ${negative ? 'before' : 'after'}`;
}
