import assert from 'node:assert/strict';
import fc from 'fast-check';
import { itemTree, topItems } from '../../../../src/core/analysis/lineage';
import { isDropped } from '../../../../src/core/analysis/openWork';
import type { PlanFilter } from '../../../../src/core/views/planTree/model';
import { planFrom, type TestPlan } from '../../planFrom';
import { changedExamples, examples, viewed } from '../changedExamples';
import { grownTree, nodesOf } from './treeOf';

const today = '2026-11-23';

const filters: readonly PlanFilter[] = [
  {},
  { mine: 'priya' },
  { critical: true },
  { overdue: true },
  { unowned: true },
  { overdue: true, unowned: true },
];

/** What the tree holds to, whatever the plan says. */
function assertSound({ service }: TestPlan): void {
  const all = new Set(nodesOf(grownTree(service)).map(({ id }) => id));
  for (const filter of filters)
    for (const { id } of nodesOf(grownTree(service, filter))) assert.ok(all.has(id), 'a filter adds nothing');
  const shown = new Set(nodesOf(grownTree(service)).map(({ entry }) => JSON.stringify(entry)));
  for (const { plan } of service.states())
    for (const file of plan.projects)
      for (const item of itemTree(topItems(file))) {
        const isShown = shown.has(JSON.stringify({ uri: item.uri, path: item.path }));
        if (isDropped(item)) assert.ok(!isShown, `${item.id} was dropped`);
        // What holds linked work alone stands for nothing of its own.
        else if (!item.fields.items) assert.ok(isShown, `${item.id} is lost from sight`);
      }
}

describe('the tree of the examples', () => {
  it('holds everything that was not dropped, and the same each time', async () => {
    const [first, second] = [await planFrom(examples, today), await planFrom(examples, today)];
    assertSound(first);
    assert.deepEqual(grownTree(second.service), grownTree(first.service));
    assert.ok(nodesOf(grownTree(first.service)).length > 20);
  });

  it('stays sound whatever is cut out of their files, put in, or repeated', async () => {
    const plan = await planFrom(examples, today);
    for (const name of viewed) plan.service.didOpen(plan.uri(name), 1, examples[name] ?? '');
    fc.assert(
      fc.property(changedExamples, fc.nat(), (texts, at) => {
        for (const [name, text] of texts) plan.service.didChange(plan.uri(name), 2, [{ text }]);
        assertSound(plan);
        for (const name of viewed) {
          const source = plan.service.file(plan.uri(name))!.document.source;
          const position = source.positionAt(at % (source.length + 1));
          for (const filter of filters) plan.service.planTreeWay(filter, plan.uri(name), position);
        }
        for (const name of texts.keys()) plan.service.didChange(plan.uri(name), 1, [{ text: examples[name] ?? '' }]);
      }),
      { numRuns: 30 },
    );
  });
});
