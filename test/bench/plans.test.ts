import assert from 'node:assert/strict';
import { planTexts, type PlanSize } from '../../bench/plans';
import { roadmapTexts } from '../../bench/roadmaps';
import type { RuleGroup } from '../../src/core/rules/rule';
import { ruleById } from '../../src/core/rules/registry';
import { planFrom } from '../core/planFrom';

/** Whether everybody has the time for it all is no matter of its form. */
const groups = new Set<RuleGroup | undefined>(['structure', 'lineage', 'references', 'ownership']);

function counted(texts: ReadonlyMap<string, string>, pattern: RegExp): number {
  return [...texts.values()].reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
}

async function mistakesIn(texts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const plan = await planFrom(Object.fromEntries(texts), '2026-01-01');
  return [...texts.keys()].flatMap((name) => {
    const findings = plan.state(name).findings(plan.uri(name));
    const mistakes = findings.filter(({ rule }) => groups.has(ruleById(rule)?.group));
    return mistakes.map(({ rule, message }) => `${name}: ${rule}: ${message}`);
  });
}

describe('the plans of the benchmarks', () => {
  const sizes: readonly PlanSize[] = [
    { projects: 1, items: 300, dependencies: 600, people: 5 },
    { projects: 7, items: 400, dependencies: 700, people: 40, seed: 7 },
    { projects: 1, items: 500, dependencies: 500, people: 12, teamSize: 12, isDetailed: true },
    { projects: 5, items: 500, dependencies: 500, people: 30, isDetailed: true },
  ];
  for (const size of sizes) {
    const said = size.isDetailed === true ? ' with all that people write' : '';
    it(`have ${size.items} items${said} in ${size.projects} projects, and no mistake in them`, async () => {
      const texts = planTexts(size);
      assert.equal(counted(texts, /^project: /gm), size.projects);
      assert.equal(counted(texts, /^ +item-\d+:$/gm), size.items);
      const lists = [...texts.values()].flatMap((text) => text.match(/(?<=depends_on: ).*/g) ?? []);
      assert.equal(lists.flatMap((list) => list.split(',')).length, size.dependencies);
      assert.equal(counted(texts, /^ {2}person-\d+: \{ name/gm), size.people);
      assert.deepEqual(await mistakesIn(texts), []);
    });
  }

  it('take some 270 bytes for each item with all that people write', () => {
    const texts = planTexts({ projects: 10, items: 1000, dependencies: 1000, people: 80, isDetailed: true });
    const bytes = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
    assert.ok(bytes > 260_000 && bytes < 300_000, `${bytes} bytes`);
  });

  it('have as many roadmaps as are wanted, and no mistake in them', async () => {
    const texts = roadmapTexts(3);
    assert.equal(counted(texts, /^product: /gm), 3);
    assert.deepEqual(await mistakesIn(texts), []);
  });

  it('are the same for the same seed', () => {
    const [size] = sizes;
    assert.ok(size);
    assert.deepEqual(planTexts(size), planTexts(size));
    assert.notDeepEqual(planTexts({ ...size, seed: 2 }), planTexts(size));
  });
});
