import { Temporal } from 'temporal-polyfill';
import { planChanges } from '../../../../src/core/analysis/changes/planChanges';
import type { FileChanges } from '../../../../src/core/analysis/changes/planChange';
import { changeText } from '../../../../src/core/views/changeTexts';
import { planFrom } from '../../planFrom';

type Files = Readonly<Record<string, string>>;

/** Friday. */
const today = '2026-11-20';
const day = Temporal.PlainDate.from(today);

/** What has changed between two plans, each given by the texts of its files. */
export async function changedFiles(earlier: Files, present: Files, then = today): Promise<readonly FileChanges[]> {
  const before = (await planFrom(earlier, then)).state().analysis;
  const after = (await planFrom(present, today)).state().analysis;
  return planChanges(before, after);
}

/** The same as lines: `goal Fix it: Owner changed from Ana to Ben`, file by file, the most important first. */
export async function changesBetween(earlier: Files, present: Files, then = today): Promise<readonly string[]> {
  const files = await changedFiles(earlier, present, then);
  return files.flatMap(({ changes }) =>
    changes.map(({ entity, title, detail }) => `${entity.kind} ${title}: ${changeText(detail, day)}`),
  );
}
