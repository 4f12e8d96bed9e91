import type { Located } from '../../plan/entity';
import type { Calendar, Person } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import type { DateRange } from '../../plan/scalars';
import type { Place, SourceText } from '../../text/sourceText';
import { named } from './naming';

/** Days off or holidays as they stand in a file. */
export interface WrittenRange {
  readonly range: DateRange;
  readonly whole: Place;
  /** Where its last day is written. */
  readonly end: Place;
  /** Whose it is, at the beginning of a sentence. */
  readonly what: string;
}

/** The days off of people and the holidays of the calendar that a file holds, in source order of either. */
export function daysOff({ root, definitions, document: { source } }: PlanFile): readonly WrittenRange[] {
  const calendar: Calendar | undefined = root && root.kind !== 'product' ? root.fields.calendar?.value : undefined;
  const holidays = written(source, calendar?.fields.holidays?.value, 'A holiday');
  const away = definitions
    .filter((entity): entity is Person => entity.kind === 'person')
    .flatMap((person) => written(source, person.fields.away?.value, `The absence of ${named(person)}`));
  return [...holidays, ...away];
}

function written(
  source: SourceText,
  ranges: readonly Located<DateRange>[] = [],
  what: string,
): readonly WrittenRange[] {
  return ranges.map(({ value, at }) => ({ range: value, whole: at, end: endOf(source, value, at), what }));
}

/** The last day of a range; all of it where quotes or escapes part the text from its source. */
function endOf(source: SourceText, { text, lastSpan }: DateRange, at: Place): Place {
  const raw = source.textOf(at);
  const start = raw === text ? at.start : raw.slice(1, -1) === text ? at.start + 1 : undefined;
  return start === undefined ? at : { piece: at.piece, start: start + lastSpan.start, end: start + lastSpan.end };
}
