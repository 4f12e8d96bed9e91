import type { Span } from '../../text/span';

/** A range within the text that a scalar was parsed from. */
export type TextSpan = Span;

/** Why a text is not the scalar that is expected. */
export interface ScalarProblem {
  /** Plain sentences: what is wrong, and the form that is expected, with an example. */
  readonly message: string;
  /** The part of the text that is wrong; absent: all of it. */
  readonly span?: TextSpan;
  /** Texts to put in place of the whole, best first. Each of them parses. Absent where no reading is near-certain. */
  readonly suggestions?: readonly string[];
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ScalarProblem };

/** The parsed value, as a result. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** What `refused` may be told besides the message. */
export interface Refusal {
  readonly span?: TextSpan | undefined;
  /** Texts that might be meant, best first; those that `accepts` turns down are left out. */
  readonly candidates?: Iterable<string> | undefined;
  readonly accepts?: ((candidate: string) => boolean) | undefined;
}

/** A refusal: keeps of the candidates, without repetitions, those that would really be accepted. */
export function refused(
  message: string,
  { span, candidates = [], accepts = () => true }: Refusal = {},
): {
  readonly ok: false;
  readonly problem: ScalarProblem;
} {
  const suggestions = [...new Set(candidates)].filter(accepts);
  return {
    ok: false,
    problem: {
      message,
      ...(span ? { span } : {}),
      ...(suggestions.length > 0 ? { suggestions } : {}),
    },
  };
}

const longestQuote = 60;

/** Anything but characters that are seen and one blank between them; the halves of a character count as that, too. */
const mayBeIllegible =
  /[^ -~\u00a1-\u061b\u061d-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\uffff]| {2}/;

/**
 * A text of a plan on one line, as people are shown it: without control characters, characters that turn the direction
 * of reading or take no room, and halves of a character.
 */
export function legible(text: string): string {
  if (!mayBeIllegible.test(text)) return text;
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** The text as a message shows it: in backticks, on one line, cut where it is long. */
export function quoted(text: string): string {
  // Cut first: a value may be a megabyte of base64, and a message must not cost as much.
  const head = text.slice(0, longestQuote * 2);
  const line = legible(head).trim();
  const points = Array.from(line);
  if (points.length <= longestQuote && head.length === text.length) return `\`${line}\``;
  return `\`${points.slice(0, longestQuote).join('')}…\``;
}

/** No scalar with a form of its own is this long, so nobody looks for what a longer text might mean. */
export const longestRewritable = 120;

const placeholders = new Set(
  [
    'tbd',
    'tbc',
    'tba',
    'todo',
    'n/a',
    'na',
    'n.a.',
    'none',
    'unknown',
    'open',
    '?',
    '??',
    '???',
    '-',
    '--',
    'x',
    'xx',
  ].concat(['asap', 'soon', 'later', 'never', 'undefined', 'nil', 'null', '~', '...', '…']),
);

/**
 * The refusal that is the same for every scalar with a form of its own: nothing at all, a word that says that the
 * value is not known, or blanks around a good value. Undefined for any other text.
 * @param what the thing with its article: `a date`
 * @param example a text of the expected form
 * @param accepts whether a text is of that form
 */
export function refusedOutright(
  text: string,
  what: string,
  example: string,
  accepts: (candidate: string) => boolean,
): ReturnType<typeof refused> | undefined {
  if (text.length > longestRewritable) return undefined;
  const trimmed = text.trim();
  const advice = `Write one, such as ${example}, or leave the key without a value`;
  if (trimmed === '') return refused(`Empty text is not ${what}. ${advice}.`);
  if (trimmed !== text && accepts(trimmed)) {
    return refused(`${quoted(text)} has blanks around it. Leave them out.`, { candidates: [trimmed] });
  }
  if (!placeholders.has(trimmed.toLowerCase())) return undefined;
  return refused(`${quoted(text)} is not ${what}. ${advice} while it is not known.`);
}
