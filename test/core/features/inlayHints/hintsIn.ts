import assert from 'node:assert/strict';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { InlayHintSettings } from '../../../../src/core/features/inlayHints/inlayHints';
import { planFrom, type TestPlan } from '../../planFrom';

export const allHints: InlayHintSettings = { dates: true, titles: true, forecast: true };
export const noHints: InlayHintSettings = { dates: false, titles: false, forecast: false };

/** The whole of a file. */
export function wholeOf(plan: TestPlan, name: string): Range {
  const source = plan.service.file(plan.uri(name))?.document.source;
  assert.ok(source, name);
  return source.rangeAt({ start: 0, end: source.length });
}

export function labelOf({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

/** The text of a file with its hints where they are shown: `depends_on: spike⟦Try it⟧`. */
export function withHints(
  plan: TestPlan,
  name: string,
  settings = allHints,
  range: Range = wholeOf(plan, name),
): string {
  const source = plan.service.file(plan.uri(name))?.document.source;
  assert.ok(source, name);
  const hints = plan.service.inlayHints(plan.uri(name), range, settings);
  let text = '';
  let at = 0;
  for (const hint of hints) {
    const offset = source.offsetAt(hint.position);
    assert.deepEqual(source.positionAt(offset), hint.position, 'a position of the text');
    text += `${source.slice(at, offset)}⟦${labelOf(hint)}⟧`;
    at = offset;
  }
  return text + source.slice(at, source.length);
}

/** Checks that a file, written with its hints, has exactly these of some kinds. */
export async function assertHints(
  marked: string,
  settings: InlayHintSettings,
  others: Readonly<Record<string, string>> = {},
  name = 'a.project.yaml',
): Promise<void> {
  const plan = await planFrom({ [name]: marked.replace(/⟦[^⟧]*⟧/g, ''), ...others });
  if (settings.forecast) await plan.service.prepareInlayHints(plan.uri(name), wholeOf(plan, name), () => true);
  assert.equal(withHints(plan, name, settings), marked);
}
