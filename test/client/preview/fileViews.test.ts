import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { FileViews, settingsOf, withSettings } from '../../../src/client/preview/fileViews';

/** A memento that forgets nothing and keeps only what survives JSON, as that of a workspace does. */
function memory(kept?: unknown): vscode.Memento {
  const values = new Map<string, string>();
  if (kept !== undefined) values.set('throughline.previewedFiles', JSON.stringify(kept));
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.has(key) ? (JSON.parse(values.get(key)!) as T) : otherwise),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, JSON.stringify(value))),
  };
}

const uri = (name: string): { toString(): string } => ({ toString: () => `file:///${name}` });

describe('FileViews', () => {
  it('gives each file the view and the settings that it had, after a reload too', async () => {
    const place = memory();
    const views = new FileViews(place);
    await views.keep(uri('a'), { view: 'timeline', settings: { zoom: 'year' } });
    await views.keep(uri('b'), { view: undefined, settings: { hidesDone: true } });
    for (const each of [views, new FileViews(place)]) {
      assert.deepEqual(each.of(uri('a')), { view: 'timeline', settings: { zoom: 'year' } });
      assert.deepEqual(each.of(uri('b')), { view: undefined, settings: { hidesDone: true } });
      assert.deepEqual(each.of(uri('c')), { view: undefined, settings: {} });
    }
  });

  it('keeps for each view what it is grouped by, and the rest for all of them', async () => {
    const place = memory();
    const board = withSettings(new FileViews(place).of(uri('a')), 'board', { groupBy: 'theme', hidesDone: true });
    await new FileViews(place).keep(
      uri('a'),
      withSettings(board, 'timeline', { ...settingsOf(board, 'timeline'), groupBy: 'owner' }),
    );
    const kept = new FileViews(place).of(uri('a'));
    assert.deepEqual(settingsOf(kept, 'board'), { groupBy: 'theme', hidesDone: true });
    assert.deepEqual(settingsOf(kept, 'timeline'), { groupBy: 'owner', hidesDone: true });
    assert.deepEqual(settingsOf(kept, 'goals'), { hidesDone: true });
    const other = withSettings(kept, 'goals', {});
    assert.deepEqual(settingsOf(other, 'board'), { groupBy: 'theme' });
  });

  it('takes no groups from what says nothing of views', () => {
    const kept = [
      [
        'file:///a',
        {
          view: 'board',
          settings: { groupBy: 'theme', zoom: 'year' },
          groups: { gone: 'x', board: 3, goals: 'owner' },
        },
      ],
    ];
    assert.deepEqual(new FileViews(memory(kept)).of(uri('a')), {
      view: 'board',
      settings: { zoom: 'year' },
      groups: { goals: 'owner' },
    });
  });

  it('forgets what was looked at longest ago, so that it does not grow for ever', async () => {
    const place = memory();
    const views = new FileViews(place);
    for (let file = 0; file <= 200; file++) await views.keep(uri(String(file)), { view: 'board', settings: {} });
    assert.equal(views.of(uri('0')).view, undefined);
    assert.equal(new FileViews(place).of(uri('1')).view, 'board');
  });

  it('takes what it cannot read for nothing', () => {
    for (const kept of [1, {}, [1], [['file:///a']], [['file:///a', { view: 'gone', settings: 3 }]], [[1, {}]]]) {
      assert.deepEqual(new FileViews(memory(kept)).of(uri('a')), { view: undefined, settings: {} });
    }
  });
});
