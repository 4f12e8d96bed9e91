import assert from 'node:assert/strict';
import { readMessage } from '../../src/preview/messages';
import { lanternBoard, lanternTimeline, roadmapUri } from './harness/lantern';

describe('messages to the preview', () => {
  const result = { version: 1, data: lanternBoard };
  const view = { type: 'view', uri: roadmapUri, result, settings: { zoom: 'month' }, locked: false };

  it('are read as the protocol has them', () => {
    const broken = { line: 0, message: 'm' };
    for (const message of [
      view,
      { ...view, result: { version: 2, data: lanternTimeline } },
      { ...view, result: { ...result, broken } },
      { type: 'cursor', entry: null },
      { type: 'cursor', entry: { uri: roadmapUri, path: ['goals', 'a'] } },
      { type: 'refused', text: 'It waits.' },
      { type: 'gone', uri: roadmapUri },
      { type: 'card', entry: { uri: roadmapUri, path: [] }, text: '**Lantern**' },
      { type: 'card', entry: { uri: roadmapUri, path: [] }, text: null },
    ]) {
      assert.deepEqual(readMessage(message), message);
    }
  });

  it('are ignored where they are anything else', () => {
    const data: object = lanternBoard;
    const others: readonly unknown[] = [
      undefined,
      null,
      'view',
      42,
      [],
      {},
      { type: 'constructor' },
      { type: 'view' },
      { ...view, uri: 1 },
      { ...view, locked: 'yes' },
      { ...view, result: null },
      { ...view, result: { version: 1 } },
      { ...view, result: { ...result, data: { ...data, view: 'goals' } } },
      { ...view, result: { ...result, data: { ...data, columns: undefined } } },
      { ...view, result: { ...result, data: { ...data, columns: [null] } } },
      { ...view, result: { ...result, data: { ...data, entry: 'here' } } },
      { ...view, result: { ...result, data: { ...lanternTimeline, rows: {} } } },
      { ...view, result: { ...result, broken: { line: '1', message: 'm' } } },
      { type: 'cursor' },
      { type: 'cursor', entry: { uri: roadmapUri, path: [1] } },
      { type: 'gone' },
      { type: 'refused' },
      { type: 'card', entry: { uri: roadmapUri, path: [] } },
      { type: 'card', entry: 'here', text: '' },
    ];
    for (const [index, message] of others.entries()) {
      assert.equal(readMessage(message), undefined, `message ${String(index)}`);
    }
  });
});
