import assert from 'node:assert/strict';
import { formatsOf, type TextFormat } from '../../../src/core/exports/formats';
import { viewsOf, type ViewName } from '../../../src/core/views/viewNames';
import type { TestPlan } from '../planFrom';

/** Every text export of every view of every file of a plan. */
export function allExports(
  plan: TestPlan,
): readonly { format: TextFormat; view: ViewName; name: string; text: string }[] {
  return [...plan.texts.keys()].flatMap((uri) => {
    const kind = uri.endsWith('.roadmap.yaml') ? 'roadmap' : uri.endsWith('.project.yaml') ? 'project' : undefined;
    if (!kind) return [];
    return viewsOf(kind).flatMap(({ name: view }) =>
      formatsOf(kind, view).flatMap((format) => {
        if (format === 'html' || format === 'png') return [];
        const text = plan.service.exportText(uri, format, view);
        assert.ok(text !== undefined, `${view} as ${format}`);
        return [{ format, view, name: uri, text }];
      }),
    );
  });
}
