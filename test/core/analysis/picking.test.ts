import assert from 'node:assert/strict';
import fc from 'fast-check';
import { picking, pickingReferences } from '../../../src/core/analysis/picking';
import type { ReferenceSite } from '../../../src/core/plan/binding';
import type { PlanFile } from '../../../src/core/plan/planFile';
import { projectOf } from './schedule/scheduleFrom';

interface Listed {
  readonly isPicked: boolean;
}

/** What is taken out of a list at a place, and what is put there. */
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 12 }),
    removed: fc.nat({ max: 4 }),
    added: fc.array(fc.record({ isPicked: fc.boolean() }), { maxLength: 4 }),
  }),
  { maxLength: 12 },
);

const start = fc.array(fc.record({ isPicked: fc.boolean() }), { maxLength: 12 });

describe('what is picked from the lists of a file', () => {
  it('is, after whatever edits, what is picked from all of them', () => {
    fc.assert(
      fc.property(start, edits, (first, all) => {
        let list: readonly Listed[] = first;
        const pick = picking<Listed>(
          () => list,
          ({ isPicked }) => isPicked,
        );
        const check = (): void => {
          const expected = list.filter(({ isPicked }) => isPicked);
          const found = pick({} as PlanFile);
          assert.equal(found.length, expected.length);
          assert.ok(found.every((one, index) => one === expected[index]));
        };
        check();
        for (const { at, removed, added } of all) {
          list = list.toSpliced(at, removed, ...added);
          check();
        }
      }),
    );
  });

  it('is not looked at again in the next version of the file where that has the same', () => {
    const file = (): PlanFile => ({ references: [] }) as unknown as PlanFile;
    const same = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }];
    const seen: number[] = [];
    let list = same;
    const pick = picking<{ id: number }>(
      () => list,
      ({ id }) => seen.push(id) > 0,
    );
    pick(file());
    list = [...same.slice(0, 2), { id: 5 }, ...same.slice(2)];
    pick(file());
    list = [{ id: 6 }, ...list.slice(1)];
    pick(file());
    assert.deepEqual(seen, [1, 2, 3, 4, 5, 6]);
  });
});

describe('what is picked from the references of a file', () => {
  it('is what is picked from all of them, in their order', () => {
    const { plan } = projectOf(`
goal: faster
items:
  a: { title: A, goal: slower, assignees: Ana }
  b: { title: B, depends_on: a, items: { c: { title: C, depends_on: a } } }
milestones:
  m: { title: M, depends_on: [a, b] }`);
    const [file] = plan.projects;
    assert.ok(file);
    for (const property of ['depends_on', 'goal', 'assignees', 'owner']) {
      const isPicked = (site: ReferenceSite): boolean => site.property === property;
      assert.deepEqual(pickingReferences(isPicked)(file), file.references.filter(isPicked));
    }
  });
});
