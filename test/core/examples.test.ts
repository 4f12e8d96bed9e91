import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../src/core/rules/finding';
import { type AnnouncedFinding, announcedFindings } from './announcedFindings';
import { check, nameOf, shown, type TestFile } from './rules/harness';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The day on which the examples were written; their dates lie around it. */
const today = '2026-11-22';

function filesIn(path: string): readonly TestFile[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(`${path}${name}`, 'utf8') }));
}

interface Announced extends AnnouncedFinding {
  readonly file: string;
}

const announced = ({ name, text }: TestFile): readonly Announced[] =>
  announcedFindings(text).map((finding) => ({ file: name, ...finding }));

describe('the examples', () => {
  it('have the findings that their comments announce, and no other', () => {
    const files = filesIn(folder);
    const { plan, findings } = check(files, { today });
    const expected = files.flatMap(announced);
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

  it('have a minimal plan that is clean', () => {
    const { plan, findings } = check(filesIn(`${folder}minimal/`), { today });
    assert.deepEqual(
      findings.map((finding) => shown(plan, finding)),
      [],
    );
  });
});
