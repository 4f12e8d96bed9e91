import { Temporal } from 'temporal-polyfill';

/** A point of a plan's history to compare it with. */
export type Since =
  /** As the plan was at the end of that day. */
  | { readonly kind: 'day'; readonly day: Temporal.PlainDate }
  /** As it was in a commit, by any name that Git has for it. */
  | { readonly kind: 'commit'; readonly name: string };

/** What is compared with where nobody asks for anything else: the meeting of last week. */
export const defaultSince = '1w';

/** What the last commit is called in a setting. */
export const lastCommit = 'last-commit';

const length = /^(\d{1,3})([dwmy])$/;
const units = { d: 'days', w: 'weeks', m: 'months', y: 'years' } as const;

/**
 * Reads a point of history: a length of time before today in calendar days, weeks, months or years (`10d`, `2w`, `1m`,
 * `1y`), a day (`2026-11-22`), `last-commit`, or what Git calls a commit (`v1.2`, `main~3`, `1a2b3c4`).
 *
 * @returns undefined for what is none of them
 */
export function parseSince(text: string, today: Temporal.PlainDate): Since | undefined {
  const written = text.trim();
  const [, amount, unit] = length.exec(written) ?? [];
  if (amount !== undefined && unit !== undefined) {
    return { kind: 'day', day: today.subtract({ [units[unit as keyof typeof units]]: Number(amount) }) };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) {
    const day = dayFrom(written);
    return day && { kind: 'day', day };
  }
  if (written === lastCommit) return { kind: 'commit', name: 'HEAD' };
  return isCommitName(written) ? { kind: 'commit', name: written } : undefined;
}

/**
 * Whether a text can be the name of a commit and nothing else: it goes to Git as one argument, so it is no option, no
 * range, no path in a commit (`HEAD:secret`), and none of the forms that search (`:/text`, `@{...}`).
 */
export function isCommitName(text: string): boolean {
  return text.length <= 200 && /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_./#+@~^-]*$/u.test(text) && !text.includes('..');
}

function dayFrom(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
