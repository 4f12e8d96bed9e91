import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnyEntity } from '../../../src/core/plan/entity';
import type { NamedKind, Plan } from '../../../src/core/plan/plan';
import { PlanSet } from '../../../src/core/plan/planSet';
import { RenamedPlan } from './renamedPlans';

const kinds: readonly NamedKind[] = ['goal', 'feature', 'program', 'person'];
const some = new Set(['a', 'B', 'e']);

/** All that a plan says of names, in words. */
function namesIn(plan: Plan): unknown {
  const word = ({ uri, kind, path }: AnyEntity): string => `${uri}#${kind} ${path.join('/')}`;
  const files = [...plan.files.values()].map((file) => {
    const resolved = file.references.map(({ reference }) => {
      const resolution = plan.resolve(reference, file);
      const to = resolution.status === 'found' ? [resolution.entity] : [];
      return [
        reference.text,
        resolution.status,
        (resolution.status === 'ambiguous' ? resolution.candidates : to).map(word),
      ];
    });
    const work = plan.work(file);
    return {
      resolved,
      unresolved: plan.unresolved(file).map(({ reference, by, property }) => [reference.text, word(by), property]),
      referring: plan.referring(file, some).map(({ reference, by, property }) => [reference.text, word(by), property]),
      work: work.values().map(word),
      byId: work.keys().map((id) => [id, work.has(id), word(work.get(id) ?? assert.fail(id))]),
      areDistinct: work.areDistinct,
    };
  });
  const all = kinds.map((kind) => plan.all(kind).map((entity) => plan.named(kind, entity.id).map(word)));
  return { files, all };
}

/** What leads to nothing in a project, before an edit of the settings and after it. */
function lostAround(project: string, before: string, after: string): readonly (readonly string[])[] {
  const plans = new PlanSet();
  plans.setFolders(['file:///plan']);
  plans.setText('file:///plan/p.project.yaml', project);
  return [before, after].map((settings) => {
    plans.setText('file:///plan/.throughline.yaml', settings);
    const plan = plans.planOf('file:///plan/p.project.yaml');
    const file = plan?.files.get('file:///plan/p.project.yaml') ?? assert.fail();
    return plan?.unresolved(file).map(({ reference: { text } }) => text) ?? [];
  });
}

describe('the names of a plan', () => {
  it('are others where what they are named by is', () => {
    const project = 'project: P\nitems:\n  a: { title: A, depends_on: one/gate }\n';
    const programs = (id: string): string => `programs:\n  ${id}: { title: One, milestones: { gate: Gate } }\n`;
    assert.deepEqual(lostAround(project, programs('one'), programs('two')), [[], ['one/gate']]);
    assert.deepEqual(lostAround(project, programs('two'), programs('one')), [['one/gate'], []]);
  });

  it('are those of people once anybody is defined', () => {
    const project = 'project: P\nmanager: ana\n';
    const [none, one] = ['currency: EUR\n', 'currency: EUR\npeople:\n  ben: Ben\n'];
    assert.deepEqual(lostAround(project, none, one), [[], ['ana']]);
    assert.deepEqual(lostAround(project, one, none), [['ana'], []]);
  });

  it('are, after whatever edits, what they are when the plan is read afresh', function () {
    this.timeout(0);
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        const renamed = new RenamedPlan(seed);
        for (let count = 0; count < 12; count++) {
          renamed.edit();
          // Of some versions nothing is ever asked.
          if (count % 3 !== 2) assert.deepEqual(namesIn(renamed.plan), namesIn(renamed.fresh));
        }
      }),
      { numRuns: 150 },
    );
  });
});
