import { idFrom, isId } from './id';
import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed, type TextSpan } from './parsed';

/** An entry of the `responsibilities` of a role: an area, or a change of what the role inherits. */
export interface AreaChange {
  readonly area: string;
  readonly areaSpan: TextSpan;
  /** `add` for `+area`, `remove` for `-area`; absent where the area is plainly named. */
  readonly change?: 'add' | 'remove';
}

const form =
  'Write the id of an area, with + to add it or - to remove it from what is inherited: budget, +pricing, -risks.';

/** An area of responsibility, with an optional sign: `budget`, `+pricing`, `-risks`. */
export function parseAreaChange(text: string): Parsed<AreaChange> {
  const sign = /^[+-]/.exec(text)?.[0];
  const area = sign === undefined ? text : text.slice(1);
  if (isId(area)) {
    const areaSpan = { start: text.length - area.length, end: text.length };
    if (sign === undefined) return parsed({ area, areaSpan });
    return parsed({ area, areaSpan, change: sign === '+' ? 'add' : 'remove' });
  }
  const absent = text.trim() === '' ? refusedOutright('', 'an area', 'budget', isId) : undefined;
  if (absent) return absent;
  const meant = text.length > longestRewritable ? undefined : idFrom(area.trim());
  return refused(`${quoted(text)} is not an area. ${form}`, {
    candidates: meant === undefined ? [] : [`${sign ?? ''}${meant.toLowerCase()}`],
  });
}
