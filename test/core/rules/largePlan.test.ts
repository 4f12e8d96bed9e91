import assert from 'node:assert/strict';
import { rules } from '../../../src/core/rules/registry';
import type { RuleSettings } from '../../../src/core/rules/ruleSettings';
import { check, nameOf, shown, type TestFile } from './harness';
import { largePlan, largePlanDay, projectName } from './largePlan';
import { plantedMistakes, type PlantedMistake } from './plantedMistakes';

/** `LARGE_PLAN=1000x100` takes the full size: a thousand projects with a hundred items each. */
const [projects = 0, items = 0] = (process.env['LARGE_PLAN'] ?? '100x20').split('x').map(Number);

/** Rules that are off by default have to be silent too. */
const settings: RuleSettings = {
  rules: Object.fromEntries(rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'hint'])),
};

/** The findings of each project, told from those of others by the name of their files. */
function findingsByProject(files: readonly TestFile[]): ReadonlyMap<string, readonly { rule: string; line: string }[]> {
  const { plan, findings } = check(files, { today: largePlanDay, settings });
  const found = new Map<string, { rule: string; line: string }[]>();
  for (const finding of findings) {
    const name = nameOf(finding.uri).split('.')[0] ?? '';
    found.set(name, [...(found.get(name) ?? []), { rule: finding.rule, line: shown(plan, finding) }]);
  }
  return found;
}

function planted(file: TestFile, mistake: PlantedMistake, name: string): TestFile {
  const written = (text: string): string => text.replaceAll('@', name);
  if (file.name !== `${name}.${mistake.file}.yaml`) return file;
  assert.ok(file.text.includes(written(mistake.replace)), `${mistake.rule}: nothing says ${mistake.replace}`);
  return { ...file, text: file.text.replace(written(mistake.replace), () => written(mistake.by)) };
}

describe(`a plan of ${String(projects)} projects with ${String(items)} items each`, function () {
  this.timeout(600_000);
  const clean = largePlan({ projects, items });

  it('is as large as that', () => {
    const projectFiles = clean.filter(({ name }) => name.endsWith('.project.yaml'));
    assert.equal(projectFiles.length, projects);
    const { plan } = check(projectFiles.slice(0, 1), { today: largePlanDay });
    const [file] = plan.projects;
    assert.equal(file?.definitions.filter(({ kind }) => kind === 'item').length, items);
  });

  it('gives no finding where it is clean', () => {
    assert.deepEqual(
      [...findingsByProject(clean).values()].flat().map(({ line }) => line),
      [],
    );
  });

  it('gives those of the mistakes that are in it, and no other', () => {
    const seeded = plantedMistakes.reduce<readonly TestFile[]>(
      (files, mistake, index) => files.map((file) => planted(file, mistake, projectName(index))),
      clean,
    );
    const found = findingsByProject(seeded);
    const expected = new Map<string, readonly string[]>();
    plantedMistakes.forEach(({ rule, gives = [rule], at }, index) => {
      const name = projectName(at === 'next' ? index + 1 : index);
      expected.set(name, [...(expected.get(name) ?? []), ...gives].sort());
    });
    const names = new Set([...found.keys(), ...expected.keys()]);
    const wrong = [...names].flatMap((name) => {
      const own = found.get(name) ?? [];
      const ids = own.map(({ rule }) => rule).sort();
      const wanted = expected.get(name) ?? [];
      return ids.join() === wanted.join()
        ? []
        : [`${name}: expected ${wanted.join(', ')}`, ...own.map(({ line }) => `  ${line}`)];
    });
    assert.deepEqual(wrong, [], wrong.join('\n'));
  });

  it('has a mistake for every rule', () => {
    const known = new Set(plantedMistakes.map(({ rule }) => rule));
    assert.deepEqual(
      rules.filter(({ id }) => !known.has(id)).map(({ id }) => id),
      [],
    );
    assert.ok(plantedMistakes.length < projects);
  });
});
