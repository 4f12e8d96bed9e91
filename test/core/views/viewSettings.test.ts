import assert from 'node:assert/strict';
import { readViewSettings } from '../../../src/core/views/viewSettings';

describe('readViewSettings', () => {
  it('takes what a view can be asked for', () => {
    const settings = {
      filter: {
        text: 'api',
        owner: 'alice',
        status: 'blocked',
        goal: 'g',
        critical: true,
        unlinked: true,
        atRisk: true,
      },
      hidesDone: true,
      groupBy: 'theme',
      zoom: 'quarter',
    };
    assert.deepEqual(readViewSettings(settings), settings);
  });

  it('leaves out what is not one of ours, and settings that ask for nothing', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { filter: null }, { filter: { text: ' ', owner: 3 } }]) {
      assert.deepEqual(readViewSettings(value), {}, JSON.stringify(value));
    }
    const odd = { zoom: 'decade', hidesDone: 'yes', groupBy: {}, filter: { status: 'toString', critical: 1 }, more: 1 };
    assert.deepEqual(readViewSettings(odd), {});
  });

  it('cuts a text that nobody typed', () => {
    assert.equal(readViewSettings({ filter: { text: 'x'.repeat(10_000) } }).filter?.text?.length, 200);
  });
});
