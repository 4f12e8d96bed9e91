import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../src/core/rules/finding';
import { type AnnouncedFinding, announcedFindings } from './announcedFindings';
import { planFrom, type TestPlan } from './planFrom';
import { nameOf, shown } from './rules/harness';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Long after the plans were written: they say themselves as of which day they are looked at. */
const today = '2040-01-02';

function filesIn(path: string): Readonly<Record<string, string>> {
  const names = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${path}${name}`, 'utf8')]));
}

interface Announced extends AnnouncedFinding {
  readonly file: string;
}

const announced = ([name, text]: [string, string]): readonly Announced[] =>
  announcedFindings(text).map((finding) => ({ file: name, ...finding }));

function findingsIn(plan: TestPlan): readonly Finding[] {
  return [...plan.texts.keys()].flatMap((uri) => plan.state().findings(uri));
}

describe('the examples', () => {
  it('have the findings that their comments announce, and no other, whatever the day', async () => {
    const files = filesIn(folder);
    const larder = await planFrom(files, today);
    const { plan } = larder.state();
    const findings = findingsIn(larder);
    const expected = Object.entries(files).flatMap(announced);
    const meets = (finding: Finding, { file, rule, first, end }: Announced): boolean => {
      const line = plan.files.get(finding.uri)?.document.source.rangeOf(finding.at)?.start.line ?? -1;
      return nameOf(finding.uri) === file && finding.rule === rule && line >= first && line < end;
    };
    const unexpected = findings.filter((finding) => !expected.some((each) => meets(finding, each)));
    const missing = expected.filter((each) => findings.filter((finding) => meets(finding, each)).length !== 1);
    assert.deepEqual(
      { unexpected: unexpected.map((finding) => shown(plan, finding)), missing },
      { unexpected: [], missing: [] },
    );
    // As many as the README lists, so that a comment that is no longer read does not go unnoticed.
    const listed = readFileSync(`${folder}README.md`, 'utf8').match(/^\| `[\w-]+` +\|/gm) ?? [];
    assert.equal(expected.length, listed.length);
  });

  it('have a minimal plan that is clean, whatever the day', async () => {
    const minimal = await planFrom(filesIn(`${folder}minimal/`), today);
    const { plan } = minimal.state();
    assert.deepEqual(
      findingsIn(minimal).map((finding) => shown(plan, finding)),
      [],
    );
  });
});
