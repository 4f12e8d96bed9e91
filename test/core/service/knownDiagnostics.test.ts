import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService, type PlanService } from '../../../src/core/service';

const one = 'file:///plan/one.project.yaml';
const two = 'file:///plan/two.project.yaml';
const other = 'file:///plan/other.project.yaml';
const roadmap = 'file:///plan/shop.roadmap.yaml';

const texts: Readonly<Record<string, string>> = {
  [roadmap]:
    'product: Shop\nowner: alice\npeople: { alice: { name: Alice }, bob: { name: Bob } }\ngoals: { more: More }\n',
  [one]: 'project: One\nmanager: bob\ngoal: more\nitems: { first: { title: First, depends_on: two/second } }\n',
  [two]: 'project: Two\nmanager: bob\ngoal: more\nitems: { second: { title: Second, depends_on: one/first } }\n',
  [other]: 'project: Other\nmanager: bob\ngoal: more\nbudgte: 1\n',
};

async function opened(): Promise<PlanService> {
  const service = createPlanService({
    folders: () => ['file:///plan'],
    list: () => Promise.resolve(Object.keys(texts)),
    read: (uris) => Promise.resolve(uris.map((uri) => texts[uri])),
    today: () => Temporal.PlainDate.from('2026-05-04'),
    holidays: () => Promise.resolve(noPublicHolidays),
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  await service.load();
  return service;
}

function found(service: PlanService, uri: string): readonly unknown[] {
  return service.diagnostics(uri, {});
}

describe('the diagnostics of a file', () => {
  it('are the same for as long as nothing about them is other', async () => {
    const service = await opened();
    const before = found(service, other);
    assert.equal(before.length, 1);
    assert.equal(found(service, other), before);
    service.didOpen(one, 1, `# First of all\n${texts[one]!}`);
    assert.equal(found(service, other), before);
  });

  it('are others where what they are about stands elsewhere in another file', async () => {
    const service = await opened();
    const lines = (): readonly number[] =>
      service
        .diagnostics(one, {})
        .flatMap(({ relatedInformation = [] }) => relatedInformation)
        .flatMap(({ location }) => (location.uri === two ? [location.range.start.line] : []));
    const before = lines();
    assert.ok(before.length > 0);
    service.didOpen(two, 1, `# A line more\n${texts[two]!}`);
    assert.deepEqual(
      lines(),
      before.map((line) => line + 1),
    );
  });

  it('are others under other options', async () => {
    const service = await opened();
    assert.equal(service.diagnostics(other, {})[0]?.codeDescription, undefined);
    const [diagnostic] = service.diagnostics(other, { rulePages: 'https://rules.test' });
    assert.deepEqual(diagnostic?.codeDescription, { href: 'https://rules.test/unknown-property.md' });
  });

  it('are the same objects where they say the same of the same place', async () => {
    const service = await opened();
    const entry = (id: string): string => `  ${id}:\n    title: Title\n    estimte: 1d\n`;
    const text = `project: Other\nmanager: bob\ngoal: more\nitems:\n${['a', 'b', 'c'].map(entry).join('')}`;
    service.didOpen(other, 1, text);
    const before = found(service, other);
    const ofKeys = (all: readonly unknown[]): number => all.filter((one) => before.includes(one)).length;
    assert.ok(before.length >= 3);
    const line = text.split('\n').indexOf('  b:') + 2;
    const range = { start: { line, character: 4 }, end: { line, character: 11 } };
    service.didChange(other, 2, [{ range, text: 'estimat' }]);
    const reworded = found(service, other);
    assert.equal(reworded.length, before.length);
    assert.equal(ofKeys(reworded), before.length - 1);
    service.didChange(other, 3, [{ range, text: 'estimte' }]);
    assert.deepEqual(found(service, other), before);
    service.didChange(other, 4, [{ range: { start: range.start, end: range.start }, text: 'x-' }]);
    const fewer = found(service, other);
    assert.ok(fewer.length < before.length);
    assert.ok(ofKeys(fewer) > 0);
    service.didChange(other, 5, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' },
    ]);
    assert.equal(ofKeys(found(service, other)), 0);
    const title = { line, character: 11 };
    const known = found(service, other);
    service.didChange(other, 6, [{ range: { start: title, end: title }, text: 'A longer ' }]);
    assert.equal(found(service, other), known);
  });

  it('are none once it is gone', async () => {
    const service = await opened();
    await service.didChangeFiles([{ uri: other, type: 'deleted' }]);
    assert.deepEqual(found(service, other), []);
  });
});
