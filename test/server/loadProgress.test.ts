import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientCapabilities, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { createPlanService, type LoadWatch } from '../../src/core/service';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../src/core/analysis/calendar';
import { withLoadProgress } from '../../src/server/loadProgress';

const capable: ClientCapabilities = { window: { workDoneProgress: true } };

/** A window that writes down what it is to show. */
function fakeWindow(): { window: Connection['window']; shown: string[]; cancel: () => void } {
  const shown: string[] = [];
  const token = { isCancellationRequested: false };
  const reporter: Partial<WorkDoneProgressServerReporter> = {
    begin: (title: string, percentage?: number, message?: string, cancellable?: boolean) =>
      void shown.push(`begin ${title} ${String(percentage)} % ${String(message)} ${String(cancellable)}`),
    report: (percentage: number | string, message?: string) =>
      void shown.push(`${String(percentage)} % ${String(message)}`),
    done: () => void shown.push('done'),
    token: token as WorkDoneProgressServerReporter['token'],
  };
  const window = { createWorkDoneProgress: () => Promise.resolve(reporter) } as unknown as Connection['window'];
  return { window, shown, cancel: () => (token.isCancellationRequested = true) };
}

describe('The progress of reading all files', () => {
  it('is not shown where it is soon over', async () => {
    const { window, shown } = fakeWindow();
    await withLoadProgress({ window }, capable, () => Promise.resolve());
    assert.deepEqual(shown, []);
  });

  it('is not shown to a client that cannot show it', async () => {
    const { window, shown } = fakeWindow();
    await withLoadProgress({ window }, {}, () => sleep(1100));
    assert.deepEqual(shown, []);
  });

  it('says after a while how many files have been read, and when it is over', async () => {
    const { window, shown } = fakeWindow();
    await withLoadProgress({ window }, capable, async (watch) => {
      watch.read?.(300, 1200);
      await sleep(1250);
      watch.read?.(600, 1200);
    });
    assert.deepEqual(shown, ['begin Reading plans 25 % 300 of 1,200 files true', '50 % 600 of 1,200 files', 'done']);
  });

  it('is over too where the reading fails', async () => {
    const { window, shown } = fakeWindow();
    const failed = withLoadProgress({ window }, capable, async () => {
      await sleep(1100);
      throw new Error('no disk');
    });
    await assert.rejects(failed, /no disk/);
    assert.equal(shown.at(-1), 'done');
  });

  it('ends the reading when it is cancelled', async () => {
    const { window, cancel } = fakeWindow();
    let wanted: readonly (boolean | undefined)[] = [];
    await withLoadProgress({ window }, capable, async (watch) => {
      const before = watch.isWanted?.();
      await sleep(1100);
      cancel();
      wanted = [before, watch.isWanted?.()];
    });
    assert.deepEqual(wanted, [true, false]);
  });
});

describe('A reading of files that is not wanted to the end', () => {
  it('leaves plans of which nothing is said that needs all files', async () => {
    const texts = new Map([
      [
        'file:///p/a.project.yaml',
        'project: A\nmanager: bob\nbudgte: 1\nitems: { one: { title: One, depends_on: b/two } }\n',
      ],
      ['file:///p/b.project.yaml', 'project: B\nmanager: bob\nitems: { two: Two }\n'],
    ]);
    const service = createPlanService({
      folders: () => ['file:///p'],
      list: () => Promise.resolve([...texts.keys()]),
      read: (uris) => Promise.resolve(uris.map((uri) => texts.get(uri))),
      today: () => Temporal.PlainDate.from('2026-09-16'),
      holidays: () => Promise.resolve(noPublicHolidays),
      pause: () => Promise.resolve(),
    });
    const read: number[] = [];
    const watch: LoadWatch = { read: (done) => void read.push(done), isWanted: () => read.length < 2 };
    service.setFolders();
    await service.load(watch);
    assert.deepEqual(service.uris(), ['file:///p/a.project.yaml']);
    assert.equal(service.complete, false);
    assert.deepEqual(
      service.diagnostics('file:///p/a.project.yaml', {}).map(({ code }) => code),
      ['unknown-property'],
    );
    await service.load();
    assert.equal(service.complete, true);
    assert.equal(service.uris().length, 2);
  });
});
