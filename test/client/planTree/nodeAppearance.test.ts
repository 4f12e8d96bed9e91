import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessibleLabel, contextValue, nodeIcon } from '../../../src/client/planTree/nodeAppearance';
import type { PlanNode, PlanNodeKind, StateKind } from '../../../src/protocol';

const kinds: readonly PlanNodeKind[] = ['plan', 'unlinked', 'product', 'goal', 'feature', 'project', 'item', 'unread'];
const states: readonly (StateKind | undefined)[] = [
  undefined,
  'on-track',
  'at-risk',
  'off-track',
  'paused',
  'todo',
  'in-progress',
  'blocked',
  'done',
  'dropped',
];

const node = (fields: Partial<PlanNode>): PlanNode => ({
  id: 'x',
  kind: 'goal',
  title: 'Fast',
  children: 'none',
  adds: [],
  ...fields,
});

describe('What a node looks like', () => {
  it('is an icon that the editor has, for every kind and state', () => {
    const mapping = readFileSync(
      new URL('../../../node_modules/@vscode/codicons/src/template/mapping.json', import.meta.url),
      'utf8',
    );
    const names = new Set(Object.values(JSON.parse(mapping) as Record<string, string[]>).flat());
    for (const kind of kinds)
      for (const state of states) {
        const { icon } = nodeIcon(node({ kind, state }));
        assert.ok(names.has(icon), `${kind} ${String(state)}: ${icon}`);
      }
  });

  it('tells the kinds apart by their shapes, and the states of items too', () => {
    const shapes = kinds.map((kind) => nodeIcon(node({ kind })).icon);
    assert.equal(new Set(shapes).size, kinds.length);
    const ofItems = (['todo', 'in-progress', 'blocked', 'done'] as const).map(
      (state) => nodeIcon(node({ kind: 'item', state })).icon,
    );
    assert.equal(new Set(ofItems).size, ofItems.length);
  });

  it('has no hue where nothing is to be said of a state', () => {
    assert.deepEqual(nodeIcon(node({ kind: 'goal' })), { icon: 'target' });
    assert.deepEqual(nodeIcon(node({ kind: 'item', state: 'todo' })), { icon: 'circle-large' });
    assert.deepEqual(nodeIcon(node({ kind: 'goal', state: 'off-track' })), { icon: 'target', color: 'charts.red' });
  });

  it('is said with its kind and its state by a screen reader', () => {
    assert.equal(accessibleLabel(node({ detail: 'On track · 62 %' })), 'Goal Fast, On track, 62 %');
    assert.equal(accessibleLabel(node({ kind: 'unlinked', title: 'Without a goal' })), 'Without a goal');
  });

  it('has the menus of what can be done with it', () => {
    const entry = { uri: 'file:///a.roadmap.yaml', path: ['goals', 'fast'] };
    assert.equal(
      contextValue(node({ entry, reference: 'fast', adds: ['goal', 'feature'] })),
      'goal has-source has-id adds-goal adds-feature',
    );
    assert.equal(contextValue(node({ kind: 'unlinked' })), 'unlinked');
    assert.equal(contextValue(node({ kind: 'plan', entry: { uri: 'file:///plan', path: [] } })), 'plan');
  });
});
