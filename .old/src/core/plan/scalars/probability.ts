import { parsed, quoted, refused, type Parsed } from './parsed';
import { parsePercent, readPercent } from './percent';

/** How likely a risk is. */
export interface Probability {
  /** From 0 to 100. */
  readonly percent: number;
  /** The word, where it is written as one. */
  readonly level?: 'low' | 'medium' | 'high';
}

/** What the words count as, in percent. */
export const probabilityLevels = { low: 10, medium: 40, high: 70 } as const;

const words: Readonly<Record<string, keyof typeof probabilityLevels>> = {
  unlikely: 'low',
  rare: 'low',
  remote: 'low',
  'very low': 'low',
  possible: 'medium',
  moderate: 'medium',
  med: 'medium',
  likely: 'high',
  probable: 'high',
  'very high': 'high',
};

function levelNamed(text: string): Probability['level'] {
  return text === 'low' || text === 'medium' || text === 'high' ? text : undefined;
}

function isProbability(text: string): boolean {
  return levelNamed(text) !== undefined || readPercent(text) !== undefined;
}

/** A percentage, or `low`, `medium` or `high`. */
export function parseProbability(text: string): Parsed<Probability> {
  const level = levelNamed(text);
  if (level) return parsed({ percent: probabilityLevels[level], level });
  const percent = parsePercent(text);
  if (percent.ok) return parsed({ percent: percent.value });
  const word = text
    .slice(0, 20)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const meant = levelNamed(word) ?? (Object.hasOwn(words, word) ? words[word] : undefined);
  if (/\d/.test(text)) return percent;
  return refused(`${quoted(text)} is not a probability. Write a percentage, or low, medium or high: 30%, medium.`, {
    candidates: meant === undefined ? [] : [meant],
    accepts: isProbability,
  });
}
