import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { createEditor, type PlanEdit } from '../../../src/core/edit/editor';
import { fixesOf as fixesOfFinding } from '../../../src/core/rules/fixes';
import type { Finding } from '../../../src/core/rules/finding';
import { ruleById } from '../../../src/core/rules/registry';
import type { Fix, Json } from '../../../src/core/rules/rule';
import { nameOf, uriOf, type Checked, type TestFile } from './harness';

export interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The fixes that a finding offers, in their order. */
export function fixesOf({ plan, analysis }: Checked, finding: Finding): readonly OfferedFix[] {
  // What is kept for the fixes goes through the protocol.
  const data = finding.data === undefined ? {} : { data: JSON.parse(JSON.stringify(finding.data)) as Json };
  const edit = createEditor((uri) => plan.files.get(uri)?.document);
  const fixes = fixesOfFinding({ ...finding, ...data }, ruleById(finding.rule), analysis, edit);
  return fixes.map((fix) => ({ finding, fix }));
}

/** The files of a plan after an edit; those that it creates come last. */
export function filesAfter(files: readonly TestFile[], { edits, creates = [] }: PlanEdit): readonly TestFile[] {
  const known = new Set(files.map(({ name }) => uriOf(name)));
  for (const { uri } of edits) assert.ok(known.has(uri), `The fix edits ${uri}, which is no file of the plan`);
  const changed = files.map(({ name, text }) => {
    const own = edits.filter(({ uri }) => uri === uriOf(name));
    const after = applyEdits(text, own);
    assert.ok(after !== undefined, `The edits of ${name} overlap`);
    return { name, text: after };
  });
  const created = creates.map(({ uri, text }) => ({ name: nameOf(uri), text }));
  for (const { name } of created) assert.ok(!known.has(uriOf(name)), `The fix creates ${name}, which there is`);
  return [...changed, ...created];
}
