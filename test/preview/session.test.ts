import assert from 'node:assert/strict';
import type { ViewData } from '../../src/core/views/model';
import { type Session, type SessionMessage, afterMessage, emptySession } from '../../src/preview/session';
import { lanternBoard, lanternTimeline } from './harness/lantern';

const broken = { line: 3, message: 'a quote is not closed' };

function view(
  data: ViewData,
  result: Partial<Extract<SessionMessage, { type: 'view' }>['result']> = {},
): SessionMessage {
  return { type: 'view', uri: data.entry.uri, settings: {}, locked: false, result: { version: 1, data, ...result } };
}

function after(...messages: readonly SessionMessage[]): Session {
  return messages.reduce(
    (session, message, index) => afterMessage(session, message, `10:0${String(index)}`),
    emptySession,
  );
}

describe('session of the preview', () => {
  const changed = { ...lanternBoard, title: 'Lamp' };
  const partial = { ...lanternBoard, columns: [] };

  it('shows the newest view', () => {
    assert.equal(after(view(lanternBoard), view(changed)).data, changed);
  });

  it('keeps the last good view, with its time, while the source is broken', () => {
    const session = after(view(lanternBoard), view(changed), view(partial, { broken }), view(partial, { broken }));
    assert.equal(session.data, changed);
    assert.equal(session.goodSince, '10:01');
    assert.equal(session.broken, broken);
  });

  it('shows what can be read while there was no good view', () => {
    const session = after(view(partial, { broken }));
    assert.equal(session.data, partial);
    assert.equal(session.goodSince, undefined);
    const further = { ...partial, title: 'Lamp' };
    assert.equal(after(view(partial, { broken }), view(further, { broken })).data, further);
  });

  it('does not keep the view of another file', () => {
    const session = after(view(lanternBoard), view(lanternTimeline, { broken }));
    assert.equal(session.data, lanternTimeline);
    assert.equal(session.goodSince, undefined);
  });

  it('is whole again once the source is', () => {
    const session = after(view(lanternBoard), view(partial, { broken }), view(changed));
    assert.equal(session.data, changed);
    assert.equal(session.broken, undefined);
  });

  it('keeps the view of a file that is gone, until it is back', () => {
    const gone = { type: 'gone', uri: lanternBoard.entry.uri } as const;
    const session = after(view(lanternBoard), gone);
    assert.equal(session.data, lanternBoard);
    assert.equal(session.gone, true);
    assert.equal(after(view(lanternBoard), gone, view(changed)).gone, false);
    assert.equal(after(view(lanternBoard), { type: 'gone', uri: 'file:///other.roadmap.yaml' }).gone, false);
  });

  it('forgets the cursor of another file', () => {
    const cursor = { type: 'cursor', entry: { uri: lanternBoard.entry.uri, path: ['goals'] } } as const;
    assert.equal(after(view(lanternBoard), cursor, view(changed)).cursor, cursor.entry);
    assert.equal(after(view(lanternBoard), cursor, view(lanternTimeline)).cursor, undefined);
  });
});
