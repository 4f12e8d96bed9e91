import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Throttled } from '../../src/client/throttled';

const interval = 60;

describe('A throttled task', () => {
  it('runs at once when it rested', () => {
    let runs = 0;
    const task = new Throttled(() => Promise.resolve(runs++).then(() => undefined), interval);
    task.ask();
    assert.equal(runs, 1);
    task.dispose();
  });

  it('runs once more for all that was asked meanwhile, and not before the interval is over', async () => {
    const starts: number[] = [];
    const task = new Throttled(() => Promise.resolve(starts.push(performance.now())).then(() => undefined), interval);
    for (let i = 0; i < 10; i++) task.ask();
    await wait(interval * 4);
    assert.equal(starts.length, 2);
    // Timers count in whole milliseconds.
    assert.ok(starts[1]! - starts[0]! >= interval - 1.5, `only ${String(starts[1]! - starts[0]!)} ms apart`);
    task.dispose();
  });

  it('never runs twice at a time, however long it takes', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const task = new Throttled(async () => {
      runs++;
      most = Math.max(most, ++running);
      await wait(interval * 2);
      running--;
    }, interval);
    task.ask();
    await wait(interval * 1.5);
    task.ask();
    await wait(interval * 5);
    assert.deepEqual({ runs, most }, { runs: 2, most: 1 });
    task.dispose();
  });

  it('does nothing more once it is disposed of', async () => {
    let runs = 0;
    const task = new Throttled(() => Promise.resolve(runs++).then(() => undefined), interval);
    task.ask();
    task.ask();
    task.dispose();
    await wait(interval * 2);
    assert.equal(runs, 1);
  });
});
