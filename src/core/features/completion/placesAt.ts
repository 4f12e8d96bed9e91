import type { PlanFile } from '../../plan/planFile';
import { blankPlaces, type Indents } from './blankPlaces';
import type { CursorLine } from './cursorLine';
import type { CompletionPlace } from './place';
import { writtenPlaces } from './writtenPlaces';

/** The places of the format that the cursor may be meant for, the likeliest first; none in a comment is asked for. */
export function placesAt(file: PlanFile, line: CursorLine, indents: () => Indents): readonly CompletionPlace[] {
  const { document } = file;
  // What follows the end of the document is no part of the plan.
  if (document.pieces[line.piece]?.role === 'rest') return [];
  const places = line.text.trim() === '' ? blankPlaces(file, line, indents) : writtenPlaces(file, line);
  // Whole entries before the keys of one.
  return [...places.filter(({ kind }) => kind === 'value'), ...places.filter(({ kind }) => kind === 'key')];
}
