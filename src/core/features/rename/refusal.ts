import { fileNameOf } from '../../plan/fileKind';
import type { PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';

/** Why something is not done, in a sentence for whoever has asked for it. */
export class Refusal {
  constructor(readonly reason: string) {}
}

/** Where something stands, for people: `line 7 of launch.project.yaml`. */
export function placeName({ uri, document }: PlanFile, at: Place): string {
  const line = document.source.rangeOf(at)?.start.line;
  return line === undefined ? fileNameOf(uri) : `line ${String(line + 1)} of ${fileNameOf(uri)}`;
}
