import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { Finding } from '../../../src/core/rules/finding';
import { ruleById } from '../../../src/core/rules/registry';
import { nearestName, nearestProperty } from '../../../src/core/rules/structure/nearestProperty';
import { schemaMistakes } from '../../../src/core/rules/structure/schemaMistakes';
import { check, planOf, shown, type Checked } from './harness';
import { fixesOf } from './harnessFixes';

const folder = fileURLToPath(new URL('../../fixtures/format/', import.meta.url));
const samples = [
  ['bakery.roadmap.yaml', 'all-features.roadmap.yaml'],
  ['bakery.project.yaml', 'all-features.project.yaml'],
  ['.throughline.yaml', 'all-features.throughline.yaml'],
] as const;

function sample(name: string): string {
  return readFileSync(`${folder}${name}`, 'utf8');
}

function structureOf({ findings }: Checked): readonly Finding[] {
  return findings.filter(({ rule }) => ruleById(rule)?.group === 'structure');
}

function lines(checked: Checked, findings: readonly Finding[]): string {
  return findings.map((finding) => shown(checked.plan, finding)).join('\n');
}

describe('the structure rules', () => {
  for (const [name, source] of samples.slice(0, 2)) {
    it(`find nothing in ${source}, which uses every key of the format`, () => {
      const checked = check([{ name, text: sample(source) }]);
      assert.equal(lines(checked, structureOf(checked)), '');
    });
  }

  for (const [name, source] of samples) {
    it(`stand inside ${source} wherever it is cut off, and offer fixes that can be made`, () => {
      const text = sample(source);
      const step = Math.ceil(text.length / 60);
      for (let end = 0; end < text.length; end += step) {
        const checked = check([{ name, text: text.slice(0, end) }]);
        for (const finding of checked.findings) {
          const span = checked.plan.files.get(finding.uri)?.document.source.spanOf(finding.at);
          assert.ok(span && span.start >= 0 && span.end >= span.start && span.end <= end, finding.message);
          fixesOf(checked, finding);
        }
      }
    });
  }

  /** Paths to every value below a value, its own included. */
  function* pathsIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
    if (path.length > 0) yield path;
    if (Array.isArray(value)) for (const [index, entry] of value.entries()) yield* pathsIn(entry, [...path, index]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value))
        if (!key.startsWith('x-')) yield* pathsIn(entry, [...path, key]);
    }
  }

  function withValue(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
    const copy = structuredClone(root);
    let at = copy as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
    at[path.at(-1)!] = value;
    return copy;
  }

  for (const [form, what, wrong] of [
    [0, 'an empty map', {}],
    [1, 'a list of lists', [[1], [2]]],
    [2, 'nothing but blanks', ' '],
    [3, 'a date that there is not', '2026-02-30'],
  ] as const) {
    it(`say one thing where ${what} stands in the place of any value`, () => {
      for (const [name, source] of samples.slice(0, 2)) {
        const root = parse(sample(source)) as unknown;
        // Each form looks at another third of the places: together they have seen all.
        for (const path of [...pathsIn(root)].filter((_, index) => index % 3 === form % 3)) {
          const checked = check([
            { name, text: stringify(withValue(root, path, wrong), { aliasDuplicateObjects: false }) },
          ]);
          const found = structureOf(checked);
          // A list of two wrong entries, each wrong by itself, where a list belongs.
          const most = Array.isArray(wrong) ? 2 : 1;
          assert.ok(found.length <= most, `${path.join('/')}\n${lines(checked, found)}`);
        }
      }
    });
  }

  it('are worked out once for each version of a file', () => {
    const plan = planOf([{ name: 'a.project.yaml', text: 'project: A\nfrob: 1\n' }]);
    const [file] = [...plan.files.values()];
    assert.equal(schemaMistakes(file!), schemaMistakes(file!));
    assert.equal(schemaMistakes(file!).length, 1);
  });

  it('read a file of many entries in linear time', () => {
    const entries = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) => `  item-${String(at)}:\n    progress: 60\n    taget: 1\n    start: 2026-02-30\n`,
      ).join('');
    assertLinear((count) => {
      const { findings } = check([{ name: 'many.project.yaml', text: `project: Many\nitems:\n${entries(count)}` }]);
      assert.ok(findings.length >= count * 4);
    });
  });

  const times = (count: number, line: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => line(at)).join('');
  const shapes: Readonly<Record<string, (count: number) => string>> = {
    'unknown keys': (count) => times(count, (at) => `key${String(at)}: 1\n`),
    tabs: (count) => `items:\n${times(count, (at) => `\ta${String(at)}: x\n`)}`,
    directives: (count) =>
      `${'# throughline-disable wrong-type\n'.repeat(count)}items:\n${times(count, (at) => `  a${String(at)}: [x]\n`)}`,
    'empty entries': (count) => `items:\n${times(count, (at) => `  a${String(at)}:\n`)}`,
    'lines without colons': (count) => `items:\n${times(count, (at) => `  a${String(at)} x\n  b${String(at)}: x\n`)}`,
    'open brackets': (count) => `items:\n${times(count, (at) => `  a${String(at)}: [x\n`)}`,
  };
  for (const [name, text] of Object.entries(shapes)) {
    it(`take no more than twice the time for twice as many ${name}`, () => {
      assertLinear((count) => check([{ name: 'many.project.yaml', text: `project: Many\n${text(count)}` }]));
    });
  }
});

/**
 * That eight times as much takes no more than thirty times as long: half of what squares would. The best of three counts,
 * since whatever else the machine does only ever adds to it.
 */
function assertLinear(work: (count: number) => unknown): void {
  const time = (count: number): number => {
    const once = (): number => {
      const start = performance.now();
      work(count);
      return performance.now() - start;
    };
    return Math.min(once(), once(), once());
  };
  const [few, many] = [time(500), time(4000)];
  assert.ok(many < Math.max(few, 20) * 30, `${String(few)} ms for 500, ${String(many)} ms for 4000`);
}

describe('nearestProperty', () => {
  const item = ['title', 'goal', 'owner', 'estimate', 'depends_on', 'items', 'progress', 'links', 'labels', 'end'];

  for (const [written, meant] of [
    ['tilte', 'title'],
    ['Title', 'title'],
    ['dependsOn', 'depends_on'],
    ['depends-on', 'depends_on'],
    ['dependencies', 'depends_on'],
    ['goals', 'goal'],
    ['item', 'items'],
    ['effort', 'estimate'],
    ['name', 'title'],
    ['tags', 'labels'],
  ] as const) {
    it(`takes ${written} for ${meant}`, () => {
      assert.equal(nearestProperty(written, item), meant);
    });
  }

  for (const written of ['frobnicate', 'and', '', 'x'.repeat(1000), '__proto__', 'constructor', '目標']) {
    it(`takes ${written.slice(0, 12) || 'nothing'} for no property`, () => {
      assert.equal(nearestProperty(written, item), undefined);
    });
  }

  it('offers only what is there', () => {
    assert.equal(nearestProperty('effort', ['title']), undefined);
    assert.equal(nearestProperty('name', ['project']), 'project');
  });

  it('offers nothing where two are as near', () => {
    assert.equal(nearestName('item-3', ['item-1', 'item-2']), undefined);
    assert.equal(nearestName('itme-1', ['item-1', 'item-2']), 'item-1');
  });
});
