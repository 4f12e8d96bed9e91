import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleGroups } from '../../../src/core/rules/rule';
import { ruleById, rules } from '../../../src/core/rules/registry';
import { fixtures, parseFixture, runFixture } from './fixture';
import { check, examplesOf, shown } from './harness';

describe('the examples of the rules', () => {
  for (const { id, docs, severity } of rules) {
    // A rule that is off by default is switched on to show what it reports.
    const settings = severity === 'off' ? { rules: { [id]: 'warning' } } : {};

    it(`${id}: the bad one is reported by this rule alone`, () => {
      const { plan, findings } = check(examplesOf(docs.bad), { settings });
      const lines = findings.map((finding) => shown(plan, finding)).join('\n');
      assert.ok(findings.length > 0, 'nothing is reported');
      assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], [id], lines);
    });

    it(`${id}: the good one is clean`, () => {
      const { plan, findings } = check(examplesOf(docs.good), { settings });
      assert.deepEqual(
        findings.map((finding) => shown(plan, finding)),
        [],
      );
    });
  }
});

describe('the fixtures of the rules', () => {
  const all = fixtures();
  for (const fixture of all) {
    it(fixture.name, () => {
      runFixture(fixture);
    });
  }

  it('stand in folders that are named for rules', () => {
    const unknown = all.filter(({ name }) => !ruleById(name.split('/')[0] ?? ''));
    assert.deepEqual(
      unknown.map(({ name }) => name),
      [],
    );
  });

  it('are there for every rule', () => {
    const covered = new Set(all.map(({ name }) => name.split('/')[0]));
    assert.deepEqual(
      rules.filter(({ id }) => !covered.has(id)).map(({ id }) => id),
      [],
    );
  });
});

describe('the registry', () => {
  it('has every rule once, in the order of the groups', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    const places = rules.map(({ group }) => ruleGroups.indexOf(group));
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
  });

  it('has every rule that has a file', () => {
    const folder = fileURLToPath(new URL('../../../src/core/rules/', import.meta.url));
    const machinery = ['rule', 'finding', 'directives', 'checkPlan', 'ruleSettings', 'registry', 'fixes'];
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name.replace(/\.ts$/, ''))
      .filter((name) => !machinery.includes(name));
    assert.deepEqual(files.sort(), rules.map(({ id }) => id).sort());
  });
});

describe('a fixture', () => {
  const fixture = (lines: readonly string[]): (() => void) => {
    const parsed = parseFixture('syntax/inline', lines.join('\n'));
    return () => {
      runFixture(parsed);
    };
  };
  const broken = ['# --- file: a.project.yaml', 'project: Move', 'summary: Boxes: many'];

  it('passes where every finding is expected', () => {
    fixture([...broken, '#! error: [syntax] "Boxes: many" quotes'])();
  });

  it('fails where a finding is not expected', () => {
    assert.throws(fixture(broken), /unexpected: a\.project\.yaml:2 error \[syntax\] "Boxes: many"/);
  });

  it('fails where an expected finding does not come', () => {
    assert.throws(fixture([...broken.slice(0, 2), '#! error: [syntax] "Move"']), /missing: +a\.project\.yaml:1/);
  });

  for (const [what, line] of [
    ['severity', '#! warning: [syntax] "Boxes: many" quotes'],
    ['rule', '#! error: [wrong-type] "Boxes: many" quotes'],
    ['text', '#! error: [syntax] "Boxes" quotes'],
    ['message', '#! error: [syntax] "Boxes: many" brackets'],
  ] as const) {
    it(`fails where the ${what} is another one`, () => {
      assert.throws(fixture([...broken, line]), /missing/);
    });
  }

  it('fails where the finding stands on another line', () => {
    assert.throws(fixture([...broken, '# more', '#! error: [syntax] "Boxes: many" quotes']), /missing/);
  });

  it('fails where a fix gives another text', () => {
    const expected = [...broken, '#! error: [syntax] "Boxes: many" quotes', '# --- fix: Put the text in quotes'];
    assert.throws(fixture([...expected, 'project: Move', 'summary: Boxes']), /Put the text in quotes/);
  });

  it('cannot be read where a line is no expectation', () => {
    assert.throws(
      () => parseFixture('syntax/inline', '# --- file: a.project.yaml\n#! error: syntax'),
      /no expectation/,
    );
    assert.throws(() => parseFixture('syntax/inline', 'project: Move'), /no file has begun/);
  });
});
