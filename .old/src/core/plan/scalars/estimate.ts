import { readDuration, refusedDuration, type Duration } from './duration';
import { parsed, quoted, refused, type Parsed } from './parsed';
import { readSize } from './size';

const naming = {
  what: 'an estimate',
  form: 'Write effort in person-time, a number and a unit: 6h, 5d, 2w; or three points: { optimistic: 3d, likely: 5d, pessimistic: 12d }.',
};

/** An estimate in one number: effort in person-time, written as a duration. The three points of PERT are three of these. */
export function parseEstimate(text: string): Parsed<Duration> {
  const duration = readDuration(text);
  if (duration) return parsed(duration);
  const size = readSize(text.trim().toUpperCase());
  if (size)
    return refused(
      `${quoted(text)} is a size. Write it under the key \`size\` (size: ${size}), or an estimate in time, such as 5d.`,
    );
  if (/^\d+(?:[.,]\d+)?\s*(?:sp|pt|pts|points?|story[\s-]*points?)$/i.test(text.trim())) {
    return refused(
      `${quoted(text)} counts points, which say nothing about time. Write effort in person-time, such as 5d, or a \`size\`.`,
    );
  }
  if (/^\d+(?:\.\d+)?\s*\p{L}*\s*(?:-|–|\.\.|to)\s*\d+(?:\.\d+)?\s*\p{L}*$/u.test(text.trim())) {
    return refused(`${quoted(text)} is a range. Write its points: { optimistic: 3d, likely: 5d, pessimistic: 12d }.`);
  }
  return refusedDuration(text, naming);
}
