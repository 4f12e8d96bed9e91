import assert from 'node:assert/strict';
import type { LensTarget } from '../../../../src/core/features/codeLens/codeLenses';
import type { ResolvedLens } from '../../../../src/core/features/codeLens/resolvedLens';
import { planFrom, type TestPlan } from '../../planFrom';

export const allLenses = { goals: true, releases: true, projects: true, people: true };

/** A lens as it is shown, and the text that it is above. */
export interface ShownLens {
  readonly on: string;
  readonly line: number;
  readonly resolved: ResolvedLens;
}

/** The lenses of a file, each with its text. */
export async function lensesIn(plan: TestPlan, name: string, settings = allLenses): Promise<readonly ShownLens[]> {
  const uri = plan.uri(name);
  const source = plan.service.file(uri)?.document.source;
  assert.ok(source);
  const lenses = plan.service.codeLenses(uri, settings);
  return Promise.all(
    lenses.map(async ({ range, data }) => {
      await plan.service.prepareCodeLens(data as LensTarget, () => true);
      const resolved = plan.service.resolveCodeLens(data as LensTarget);
      assert.ok(resolved);
      const on = source.slice(source.offsetAt(range.start), source.offsetAt(range.end));
      return { on, line: range.start.line, resolved };
    }),
  );
}

/** The texts of the lenses of the first of some files, by what they are above. */
export async function lensTexts(
  files: Readonly<Record<string, string>>,
  today?: string,
): Promise<Readonly<Record<string, string>>> {
  const [name = ''] = Object.keys(files);
  const lenses = await lensesIn(await planFrom(files, today), name);
  return Object.fromEntries(lenses.map(({ on, resolved }) => [on, resolved.title]));
}
