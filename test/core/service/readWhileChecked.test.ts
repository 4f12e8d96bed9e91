import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService, type PlanService } from '../../../src/core/service';

const folder = 'file:///plan';
const uriOf = (index: number): string => `${folder}/part-${String(index)}.project.yaml`;
const textOf = (index: number, days: number): string =>
  `project: Part ${String(index)}\nmanager: bob\nitems:\n  build: { title: Build, estimate: ${String(days)}d${index > 0 ? `, depends_on: part-${String(index - 1)}/build` : ''} }\n`;

/** More files than are read at once. */
const count = 60;

describe('Files that come in while a plan is checked', () => {
  const disk = new Map<string, string>();
  let service: PlanService;
  let onPause: (() => void) | undefined;
  let reads = 0;
  let letRead: (() => void) | undefined;

  const serviceOf = (): PlanService =>
    createPlanService({
      folders: () => [folder],
      list: () => Promise.resolve([...disk.keys()]),
      read: async (uris) => {
        // The second lot of the second reading is a slow one.
        if (++reads === 4) await new Promise<void>((resolve) => (letRead = resolve));
        return uris.map((uri) => disk.get(uri));
      },
      today: () => Temporal.PlainDate.from('2026-11-30'),
      holidays: () => Promise.resolve(noPublicHolidays),
      pause: async () => {
        onPause?.();
        await new Promise<void>((resolve) => void setImmediate(resolve));
      },
    });

  beforeEach(async () => {
    [reads, letRead, onPause] = [0, undefined, undefined];
    for (let index = 0; index < count; index++) disk.set(uriOf(index), textOf(index, 2));
    service = serviceOf();
    service.setFolders();
    await service.load();
  });

  for (const what of ['prepareDiagnostics', 'prepareSchedule'] as const)
    it(`end ${what}, of which nothing is kept`, async () => {
      const changes = [...disk.keys()].map((uri) => ({ uri, type: 'changed' as const }));
      let update: Promise<void> | undefined;
      onPause = () => {
        if (update) return;
        for (let index = 0; index < count; index++) disk.set(uriOf(index), textOf(index, 5));
        update = service.didChangeFiles(changes);
      };
      assert.equal(await service[what](() => true), false);
      while (!letRead) await new Promise<void>((resolve) => void setImmediate(resolve));
      letRead();
      await update;
      assert.ok(await service.prepareDiagnostics(() => true));
      const fresh = serviceOf();
      fresh.setFolders();
      await fresh.load();
      const last = uriOf(count - 1);
      assert.deepEqual(service.diagnostics(last, {}), fresh.diagnostics(last, {}));
      assert.deepEqual(service.view(last, 'timeline')?.data, fresh.view(last, 'timeline')?.data);
    });
});
