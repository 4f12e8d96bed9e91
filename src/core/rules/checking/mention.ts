import type { Rewording } from '../../plan/rewording';
import { legible } from '../../plan/scalars/parsed';
import type { Place } from '../../text/sourceText';
import type { Finding } from '../finding';

/** Of a text that a message names, it has at least the first letters. */
const shortest = 20;

/**
 * Whether a finding may say something else now: it stands in an entry that has been reworded, or leads there, or names
 * it by words that it had.
 */
export function mentionOf(rewordings: readonly Rewording[]): (finding: Finding) => boolean {
  const pieces = new Set(rewordings.flatMap((rewording) => rewording.pieces));
  const words = [...new Set(rewordings.flatMap((rewording) => rewording.words.map(beginning)))];
  const isIn = ({ piece, last }: Place): boolean => pieces.has(piece) || (last !== undefined && pieces.has(last));
  const names = (message: string): boolean => {
    if (words.length === 0) return false;
    const text = message.toLowerCase();
    return words.some((word) => text.includes(word));
  };
  return ({ at, message, related }) =>
    isIn(at) || names(message) || related.some((one) => isIn(one.at) || names(one.message));
}

/** How a message begins to name a text, in lower case: it may be in the middle of a sentence. */
function beginning(text: string): string {
  const line = legible(text.slice(0, shortest * 8)).trim();
  return Array.from(line).slice(0, shortest).join('').trim().toLowerCase();
}
