import type { ReferenceSite } from '../../plan/binding';
import type { PlanFile } from '../../plan/planFile';

/** What finds a reference again: who refers, by which property, and with which text. */
export interface SiteData {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly property: string;
  readonly text: string;
}

export function siteData({ by, property, reference }: ReferenceSite): SiteData {
  return { path: by.path, property, text: reference.text };
}

/** The reference that was meant, in the file as it is now; undefined where it is gone. */
export function siteOf(file: PlanFile, { path, property, text }: SiteData): ReferenceSite | undefined {
  const key = path.join('\0');
  return file.references.find(
    ({ by, property: name, reference }) => reference.text === text && name === property && by.path.join('\0') === key,
  );
}
