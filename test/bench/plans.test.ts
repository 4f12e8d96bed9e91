import assert from 'node:assert/strict';
import { planTexts, type PlanSize } from '../../bench/plans';
import type { RuleGroup } from '../../src/core/rules/rule';
import { ruleById } from '../../src/core/rules/registry';
import { planFrom } from '../core/planFrom';

/** Whether everybody has the time for it all is no matter of its form. */
const groups = new Set<RuleGroup | undefined>(['structure', 'lineage', 'references', 'ownership']);

function counted(texts: ReadonlyMap<string, string>, pattern: RegExp): number {
  return [...texts.values()].reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
}

describe('the plans of the benchmarks', () => {
  const sizes: readonly PlanSize[] = [
    { projects: 1, items: 300, dependencies: 600, people: 5 },
    { projects: 7, items: 400, dependencies: 700, people: 40, seed: 7 },
  ];
  for (const size of sizes) {
    it(`have ${size.items} items in ${size.projects} projects, and no mistake in them`, async () => {
      const texts = planTexts(size);
      assert.equal(counted(texts, /^project: /gm), size.projects);
      assert.equal(counted(texts, /^ +item-\d+:$/gm), size.items);
      const lists = [...texts.values()].flatMap((text) => text.match(/(?<=depends_on: ).*/g) ?? []);
      assert.equal(lists.flatMap((list) => list.split(',')).length, size.dependencies);
      assert.equal(counted(texts, /^ {2}person-\d+: \{ name/gm), size.people);
      const plan = await planFrom(Object.fromEntries(texts), '2026-01-01');
      for (const name of texts.keys()) {
        const findings = plan.state(name).findings(plan.uri(name));
        const mistakes = findings.filter(({ rule }) => groups.has(ruleById(rule)?.group));
        assert.deepEqual(
          mistakes.map(({ rule, message }) => `${name}: ${rule}: ${message}`),
          [],
        );
      }
    });
  }

  it('are the same for the same seed', () => {
    const [size] = sizes;
    assert.ok(size);
    assert.deepEqual(planTexts(size), planTexts(size));
    assert.notDeepEqual(planTexts({ ...size, seed: 2 }), planTexts(size));
  });
});
