import assert from 'node:assert/strict';
import { setTimeout as later } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { batched } from '../../src/server/batch';
import { onNewDay } from '../../src/server/dayChanges';
import { Lull } from '../../src/server/lull';
import { afterMessages, pauses } from '../../src/server/pauses';
import { reloading } from '../../src/server/reloading';

describe('A lull', () => {
  it('is there at once where nothing changes', async () => {
    const start = performance.now();
    await new Lull().begins();
    assert.ok(performance.now() - start < 20);
  });

  it('is waited for while changes come, but not for ever', async () => {
    const lull = new Lull();
    const changing = setInterval(() => lull.changed(), 5);
    lull.changed();
    const start = performance.now();
    await lull.begins();
    clearInterval(changing);
    const waited = performance.now() - start;
    assert.ok(waited > 200 && waited < 2_000, `${waited} ms`);
  });

  it('is not waited for while the work takes no time', async () => {
    const lull = new Lull();
    const changing = setInterval(() => lull.changed(), 5);
    await lull.measured(Promise.resolve());
    lull.changed();
    const start = performance.now();
    await lull.begins();
    assert.ok(performance.now() - start < 20);
    await lull.measured(later(80));
    lull.changed();
    await lull.begins();
    clearInterval(changing);
    assert.ok(performance.now() - start > 200);
  });

  it('is waited for no longer by one who asks no more', async () => {
    const lull = new Lull();
    const changing = setInterval(() => lull.changed(), 5);
    lull.changed();
    const asking = new CancellationTokenSource();
    asking.cancel();
    const start = performance.now();
    await lull.begins(asking.token);
    clearInterval(changing);
    assert.ok(performance.now() - start < 20);
  });
});

describe('Batched calls', () => {
  it('become one, and later ones another', async () => {
    let runs = 0;
    const call = batched(() => {
      runs++;
    }, 10);
    for (let i = 0; i < 5; i++) call();
    assert.equal(runs, 0);
    await later(30);
    assert.equal(runs, 1);
    call();
    await later(30);
    assert.equal(runs, 2);
  });
});

describe('A batched task that fails', () => {
  it('tells so, and runs again when it is called again', async () => {
    const failures: unknown[] = [];
    const call = batched(
      () => Promise.reject(new Error('not today')),
      1,
      (error) => failures.push(error),
    );
    call();
    await later(20);
    call();
    await later(20);
    assert.deepEqual(failures.map(String), ['Error: not today', 'Error: not today']);
  });
});

describe('Reloading', () => {
  it('runs once more for all that is asked for meanwhile, and never twice at a time', async () => {
    let running = 0;
    let runs = 0;
    const reload = reloading(async () => {
      runs++;
      assert.equal(++running, 1);
      await later(10);
      running--;
    });
    await Promise.all([reload(), reload(), reload()]);
    assert.equal(runs, 2);
    await reload();
    assert.equal(runs, 3);
  });

  it('goes on after a run that failed', async () => {
    let runs = 0;
    const reload = reloading(() => (runs++ === 0 ? Promise.reject(new Error('not today')) : Promise.resolve()));
    const [first, second] = [reload(), reload()];
    await assert.rejects(first, /not today/);
    await second;
    assert.equal(runs, 2);
  });
});

describe('A new day', () => {
  it('is noticed once', async () => {
    let today = Temporal.PlainDate.from('2026-09-30');
    let days = 0;
    const end = onNewDay(
      () => days++,
      () => today,
      5,
    );
    await later(30);
    assert.equal(days, 0);
    today = today.add({ days: 1 });
    await later(40);
    assert.equal(days, 1);
    end();
    today = today.add({ days: 1 });
    await later(30);
    assert.equal(days, 1);
  });
});

describe('A pause', () => {
  const byImmediates = (resume: () => void): void => void setImmediate(resume);
  for (const [name, afterOthers] of [
    ['by messages', undefined],
    ['by turns of the event loop', byImmediates],
  ] as const)
    it(`${name} lets what waits have its turn, however much work is under way`, async () => {
      const pause = pauses(afterOthers ?? afterMessages);
      let steps = 0;
      const work = async (): Promise<void> => {
        for (let step = 0; step < 60; step++, steps++) {
          const end = performance.now() + 2;
          while (performance.now() < end);
          await pause();
        }
      };
      const done = Promise.all([work(), work(), work()]);
      await new Promise((resolve) => setTimeout(resolve, 0));
      // What comes over a wire is taken up where this is.
      await new Promise((resolve) => setImmediate(resolve));
      assert.ok(steps < 100, `${steps} of 180 steps were made before it`);
      await done;
      assert.equal(steps, 180);
    });
});
