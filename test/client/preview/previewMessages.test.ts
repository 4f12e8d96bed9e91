import assert from 'node:assert/strict';
import { previewMessage, previewState } from '../../../src/client/preview/previewMessages';

const entry = { uri: 'file:///a.roadmap.yaml', path: ['goals', 'fast'] };

describe('Messages of the webview', () => {
  const valid = [
    { type: 'ready' },
    { type: 'select', entry },
    { type: 'open', entry: { ...entry, path: [] } },
    { type: 'card-wanted', entry },
    { type: 'move', entry, move: { kind: 'days', days: 3 } },
    { type: 'link', entry },
    { type: 'insert', kind: 'goal' },
    { type: 'show-source' },
    { type: 'show-line', line: 0 },
    { type: 'refresh' },
    { type: 'lock', locked: true },
    { type: 'view', view: 'timeline' },
    { type: 'settings', settings: { filter: { text: 'api' }, zoom: 'month' } },
  ];
  for (const message of valid) {
    it(`are taken: ${JSON.stringify(message)}`, () => assert.deepEqual(previewMessage(message), message));
  }

  const invalid = [
    undefined,
    null,
    'ready',
    {},
    { type: 'run', command: 'workbench.action.quit' },
    { type: 'select' },
    { type: 'open', entry: { uri: 1, path: [] } },
    { type: 'open', entry: { uri: 'file:///a', path: [1] } },
    { type: 'card-wanted' },
    { type: 'link' },
    { type: 'insert', kind: 'toString' },
    { type: 'move', entry },
    { type: 'move', entry, move: { kind: 'status', status: 'gone' } },
    { type: 'show-line', line: -1 },
    { type: 'show-line', line: 1.5 },
    { type: 'show-line', line: '3' },
    { type: 'lock', locked: 'yes' },
    { type: 'view', view: 'toString' },
    { type: 'settings', settings: 'all' },
  ];
  for (const message of invalid) {
    it(`are dropped: ${JSON.stringify(message)}`, () => assert.equal(previewMessage(message), undefined));
  }

  it('lose what the protocol does not have', () => {
    assert.deepEqual(previewMessage({ type: 'refresh', command: 'x' }), { type: 'refresh' });
  });
});

describe('The state that a webview kept', () => {
  it('gives the panel its file, view and lock back', () => {
    const state = { uri: entry.uri, view: 'board', locked: true };
    assert.deepEqual(previewState(state), state);
  });

  it('falls back to the default view and to following where it says nothing usable', () => {
    assert.deepEqual(previewState({ uri: entry.uri, view: 'gone', locked: 1 }), { uri: entry.uri, locked: false });
  });

  it('cannot be used without a file', () => {
    for (const state of [undefined, null, 1, {}, { uri: 3 }]) assert.equal(previewState(state), undefined);
  });
});
