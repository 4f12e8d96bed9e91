import type { EarlierPlan, EarlierVersion } from '../analysis/changes/earlierPlan';
import type { FileChanges, PlanChange } from '../analysis/changes/planChange';
import { planChanges } from '../analysis/changes/planChanges';
import { isWorse } from '../analysis/changes/rank';
import { nameOf } from '../analysis/changes/trackedThings';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { changeText, shortened } from './changeTexts';
import type { ChangeGroup, ChangeRow, ChangesSection } from './changesModel';
import { known } from './known';
import type { Fact, State } from './model';
import { entryOf } from './naming';
import { countText, dayText, sentenceCase } from './texts';

/** More changes than this are not shown: a plan that was written anew is another plan. */
const mostRows = 400;

/** What has changed in a plan since an earlier version of it, or in a sentence why that cannot be told. */
export function changesSection(analysis: PlanAnalysis, earlier: EarlierPlan): ChangesSection {
  if (!earlier.found) return { title: 'What changed', note: noHistoryText(earlier), count: 0, groups: [] };
  const files = planChanges(earlier.analysis, analysis);
  const count = files.reduce((sum, { changes }) => sum + changes.length, 0);
  const notes = [beginningText(earlier), count === 0 ? 'Nothing that the plan says has changed.' : undefined];
  const groups = groupsOf(files, analysis);
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const since = sinceText(earlier, analysis);
  return known({
    title: `What changed since ${since}`,
    since,
    note: notes.filter((note) => note !== undefined).join(' ') || undefined,
    count,
    groups,
    leftOut: count > shown ? count - shown : undefined,
  });
}

/** The same as one figure; none where nothing is known. */
export function changesFacts(section: ChangesSection | undefined): readonly Fact[] {
  if (section?.since === undefined) return [];
  const { since, count, groups } = section;
  const bad = groups.flatMap(({ rows }) => rows).filter(({ state }) => state).length;
  const note = bad > 0 ? `${String(bad)} for the worse` : undefined;
  return [known({ label: `Changes since ${since}`, value: String(count), note })];
}

function groupsOf(files: readonly FileChanges[], analysis: PlanAnalysis): readonly ChangeGroup[] {
  let left = mostRows;
  return files.flatMap(({ file, isGone, changes }, place) => {
    const shown = changes.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return [];
    const id = `changes ${String(place)}`;
    return [
      known({
        id,
        entry: isGone ? undefined : { uri: file.uri, path: [] },
        title:
          file.kind === 'settings' ? 'Settings of the plan' : shortened(file.root ? nameOf(file.root, file) : file.id),
        summary: countText(changes.length, 'change'),
        rows: shown.map((change, index) => rowOf(change, `${id} ${String(index)}`, analysis)),
      }),
    ];
  });
}

const kindNames: Readonly<Record<string, string>> = { change: 'Change request' };
const worse: State = { kind: 'at-risk', text: 'For the worse' };

function rowOf({ entity, title, at, detail }: PlanChange, id: string, { today }: PlanAnalysis): ChangeRow {
  return known({
    id,
    entry: at && entryOf(at),
    kind: kindNames[entity.kind] ?? sentenceCase(entity.kind),
    title: shortened(title),
    text: changeText(detail, today),
    state: isWorse(detail) ? worse : undefined,
  });
}

function sinceText({ since, day }: EarlierVersion, { today }: PlanAnalysis): string {
  if (since.kind === 'day') return dayText(day, today);
  const name = since.name === 'HEAD' ? 'the last commit' : since.name;
  return `${name} (${dayText(day, today)})`;
}

function beginningText({ isFirst }: EarlierVersion): string | undefined {
  return isFirst ? 'The history that can be read begins on that day.' : undefined;
}

function noHistoryText({ why, asked }: Exclude<EarlierPlan, EarlierVersion>): string {
  switch (why) {
    case 'no-history':
      return 'There is no history to compare with: the plan is in no Git repository that can be read here.';
    case 'not-committed':
      return 'There is no history to compare with: the plan has not been committed yet.';
    case 'no-such-point':
      return `The history has no “${asked}” to compare with.`;
    case 'not-understood':
      return `“${asked}” is no point of the history: write a time such as 1w, a day such as 2026-11-22, or a commit.`;
  }
}
