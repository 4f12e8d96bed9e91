import assert from 'node:assert/strict';
import { AfterPause } from '../../src/client/afterPause';

const time = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('A task after a pause', () => {
  it('runs once for all that asked, when nobody has asked for a while', async () => {
    let runs = 0;
    const after = new AfterPause(() => runs++, 60);
    for (let asked = 0; asked < 5; asked++) {
      after.ask();
      await time(10);
      assert.equal(runs, 0);
    }
    await time(120);
    assert.equal(runs, 1);
    after.ask();
    await time(120);
    assert.equal(runs, 2);
  });

  it('runs no more once it is disposed of', async () => {
    let runs = 0;
    const after = new AfterPause(() => runs++, 20);
    after.ask();
    after.dispose();
    await time(60);
    assert.equal(runs, 0);
  });
});
