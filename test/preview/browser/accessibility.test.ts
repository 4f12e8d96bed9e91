import assert from 'node:assert/strict';
import type { AxeResults } from 'axe-core';
import type { TimelineRow, ViewData } from '../../../src/core/views/model';
import { lanternBoard, lanternTimeline } from '../harness/lantern';
import { lanternGoals } from '../harness/lanternGoals';
import { lanternMoney } from '../harness/lanternMoney';
import { lanternOnePager } from '../harness/lanternOnePager';
import { lanternOverview } from '../harness/lanternOverview';
import { lanternPriorities } from '../harness/lanternPriorities';
import { lanternReleases } from '../harness/lanternReleases';
import { lanternRoadmap } from '../harness/lanternRoadmap';
import { lanternBudget } from '../harness/lanternBudget';
import { lanternCapacity } from '../harness/lanternCapacity';
import { lanternNetwork } from '../harness/lanternNetwork';
import { lanternProjectBoard } from '../harness/lanternProjectBoard';
import { lanternRisks } from '../harness/lanternRisks';
import { lanternStatus } from '../harness/lanternStatus';
import { lanternRoles } from '../harness/lanternRoles';
import { type PreviewPage, axeSource, themeIds } from '../harness/page';
import { previewPages } from './previewPages';

const undated: ViewData = {
  ...lanternTimeline,
  goals: [],
  window: undefined,
  links: [],
  rows: lanternTimeline.rows.map(({ start: _start, end: _end, ...row }) => row),
};

const states: Readonly<Record<string, (preview: PreviewPage) => Promise<void>>> = {
  'a board with the cursor in a goal': async (preview) => {
    await preview.show({ ...lanternBoard, owner: 'Alice Ng', lifecycle: 'Growth' });
    await preview.cursor(lanternBoard.columns[0]?.goals[0]?.entry ?? null);
  },
  'an empty board under a notice': (preview) =>
    preview.show({ ...lanternBoard, columns: [] }, { broken: { line: 1, message: 'a quote is not closed' } }),
  'a timeline with the cursor in a row': async (preview) => {
    await preview.show(lanternTimeline);
    await preview.cursor(lanternTimeline.rows[5]?.entry ?? null);
  },
  'a zoomed and filtered timeline': async (preview) => {
    const context = (row: TimelineRow): TimelineRow => (row.kind === 'group' ? { ...row, context: true } : row);
    const options = { filters: true, zooms: true, critical: true, groupLabel: 'Rows' };
    const data = {
      ...lanternTimeline,
      rows: lanternTimeline.rows.map(context),
      options,
      shown: { count: 4, total: 15 },
    };
    await preview.send({
      type: 'view',
      uri: lanternTimeline.entry.uri,
      result: { version: 1, data },
      settings: { filter: { critical: true }, zoom: 'week' },
      locked: false,
    });
  },
  'a timeline without dates': (preview) => preview.show(undated),
  'a filtered board, with the list of keys': async (preview) => {
    const options = { filters: true, zooms: true, unlinked: true, groups: [{ value: 'theme', title: 'Theme' }] };
    await preview.send({
      type: 'view',
      uri: lanternBoard.entry.uri,
      result: { version: 1, data: { ...lanternBoard, options, shown: { count: 4, total: 23 } } },
      settings: { filter: { unlinked: true, text: 'van' } },
      locked: false,
    });
    await preview.page.getByRole('button', { name: 'Show only' }).click();
    await preview.page.keyboard.press('Escape');
    await preview.page.keyboard.press('?');
  },
  'priorities with the cursor in a row': async (preview) => {
    await preview.page.keyboard.press('Escape');
    await preview.show(lanternPriorities);
    await preview.cursor(lanternPriorities.rows[1]?.entry ?? null);
  },
  'the timeline of a roadmap with the cursor in a row': async (preview) => {
    await preview.page.keyboard.press('Escape');
    await preview.show(lanternRoadmap);
    await preview.cursor(lanternRoadmap.rows[5]?.entry ?? null);
  },
  'releases with the cursor in a check': async (preview) => {
    await preview.show(lanternReleases);
    await preview.cursor(lanternReleases.releases[0]?.checks[0]?.entry ?? null);
  },
  'a product on one page with the cursor in a goal': async (preview) => {
    await preview.show(lanternOnePager);
    await preview.cursor(lanternOnePager.goals[0]?.goals[0]?.entry ?? null);
  },
  'money with the cursor in a period': async (preview) => {
    await preview.show(lanternMoney);
    await preview.cursor(lanternMoney.periods[0]?.entry ?? null);
  },
  'goals with the cursor in a row': async (preview) => {
    await preview.page.keyboard.press('Escape');
    await preview.show(lanternGoals);
    await preview.cursor(lanternGoals.rows[8]?.entry ?? null);
  },
  'a board of a project with the cursor in an item': async (preview) => {
    await preview.show(lanternProjectBoard);
    await preview.cursor(lanternProjectBoard.columns[0]?.items[0]?.entry ?? null);
  },
  'capacity with the cursor in an item': async (preview) => {
    await preview.show(lanternCapacity);
    await preview.cursor(lanternCapacity.people[0]?.work[0]?.entry ?? null);
  },
  'risks with the cursor in one': async (preview) => {
    await preview.show(lanternRisks);
    await preview.cursor(lanternRisks.risks[0]?.entry ?? null);
  },
  'a budget with the cursor in a line': async (preview) => {
    await preview.show(lanternBudget);
    await preview.cursor(lanternBudget.lines[0]?.entry ?? null);
  },
  'a status with the cursor in an update': async (preview) => {
    await preview.show(lanternStatus);
    await preview.cursor(lanternStatus.updates[0]?.entry ?? null);
  },
  'roles with the cursor in an area': async (preview) => {
    await preview.page.keyboard.press('Escape');
    await preview.show(lanternRoles);
    await preview.cursor({ uri: lanternRoles.entry.uri, path: ['responsibilities', 'features'] });
  },
  'a network with the cursor in a node': async (preview) => {
    await preview.show(lanternNetwork);
    await preview.cursor(lanternNetwork.nodes[0]?.entry ?? null);
  },
  'an overview with the cursor in a goal': async (preview) => {
    await preview.page.keyboard.press('Escape');
    await preview.show(lanternOverview);
    await preview.cursor(lanternOverview.rows[1]?.entry ?? null);
  },
  'an open menu': async (preview) => {
    await preview.page.keyboard.press('Escape');
    await preview.show(lanternBoard);
    await preview.page.getByRole('button', { name: 'More' }).click();
  },
};

describe('accessibility of the preview', () => {
  const open = previewPages();

  for (const theme of themeIds) {
    it(`is clean in the theme ${theme}`, async () => {
      const preview = await open({ theme });
      await preview.page.evaluate(await axeSource());
      for (const [name, reach] of Object.entries(states)) {
        await reach(preview);
        const { violations } = await preview.page.evaluate(() =>
          (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
        );
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`,
        );
        assert.deepEqual(found, [], name);
      }
    }).timeout(60_000);
  }

  it('has targets of at least 22 px for the pointer', async () => {
    const preview = await open();
    for (const view of [
      lanternBoard,
      lanternTimeline,
      lanternPriorities,
      lanternGoals,
      lanternRoadmap,
      lanternReleases,
      lanternProjectBoard,
      lanternCapacity,
      lanternRisks,
      lanternBudget,
      lanternStatus,
      lanternRoles,
      lanternOnePager,
      lanternMoney,
      lanternNetwork,
      lanternOverview,
    ]) {
      await preview.show(view);
      const heights = await preview.page
        .locator('[data-stop], .tool')
        .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height));
      assert.ok(heights.every((height) => height >= 22));
    }
  });

  it('has no motion where less of it is wished for', async () => {
    const preview = await open();
    await preview.page.emulateMedia({ reducedMotion: 'reduce' });
    await preview.show(lanternBoard);
    const durations = await preview.page
      .locator('main *')
      .evaluateAll((all) => new Set(all.map((element) => getComputedStyle(element).transitionDuration)).size);
    assert.equal(durations, 1);
  });
});
