import assert from 'node:assert/strict';
import type { AxeResults } from 'axe-core';
import type { ViewData } from '../../../src/core/views/model';
import { lanternBoard, lanternTimeline } from '../harness/lantern';
import { lanternGoals } from '../harness/lanternGoals';
import { type PreviewPage, axeSource } from '../harness/page';
import { lanternRoadmap } from '../harness/lanternRoadmap';
import { previewPages, press } from './previewPages';

/** What was asked to be linked or selected since the last call. */
async function asked(preview: PreviewPage): Promise<readonly unknown[]> {
  return (await preview.posted()).filter(({ type }) => type === 'link' || type === 'select' || type === 'open');
}

const views: readonly ViewData[] = [lanternBoard, lanternGoals, lanternRoadmap, lanternTimeline];

describe('a broken line to a goal', () => {
  const open = previewPages();

  for (const view of views) {
    it(`is offered to be mended where it is drawn, in ${view.file} ${view.view}, by the mouse and by a key`, async () => {
      const preview = await open();
      await preview.show(view);
      await preview.posted();
      const row = preview.page.locator('[data-stop][aria-keyshortcuts=L]').first();
      const [uri, ...path] = JSON.parse((await row.getAttribute('data-entry')) ?? '[]') as string[];
      const wanted = [{ type: 'link', entry: { uri, path } }];
      await row.locator('.link-action').dblclick();
      assert.deepEqual(await asked(preview), [...wanted, ...wanted], 'a click on it goes nowhere else');
      await row.focus();
      await press(preview, 'l');
      assert.deepEqual(await asked(preview), wanted);
      await preview.page.evaluate(await axeSource());
      const { violations } = await preview.page.evaluate<AxeResults>('axe.run()');
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
        [],
      );
    });
  }

  it('is offered once for what is below it, and not for what is linked', async () => {
    const preview = await open();
    const entry = (id: string) => ({ uri: lanternTimeline.entry.uri, path: ['items', id] });
    const rows = [
      { id: 'a', entry: entry('a'), kind: 'group' as const, depth: 1, title: 'A', unlinked: true },
      { id: 'b', entry: entry('b'), kind: 'item' as const, depth: 2, title: 'B', unlinked: true },
      { id: 'c', entry: entry('c'), kind: 'item' as const, depth: 1, title: 'C' },
    ];
    await preview.show({ ...lanternTimeline, rows, links: [] });
    assert.deepEqual(
      await preview.page
        .locator('.row:has(.link-action)')
        .evaluateAll((all: HTMLElement[]) => all.map((row) => row.dataset['stop'])),
      ['a'],
    );
    await preview.page.locator('[data-stop=c]').focus();
    await preview.posted();
    await press(preview, 'l');
    assert.deepEqual(await asked(preview), []);
  });

  it('is offered for a project without any goal, below its name', async () => {
    const preview = await open();
    await preview.show({ ...lanternTimeline, goals: [] });
    await preview.posted();
    await preview.page.getByRole('button', { name: 'Link the project to a goal' }).click();
    assert.deepEqual(await asked(preview), [{ type: 'link', entry: lanternTimeline.entry }]);
  });
});
