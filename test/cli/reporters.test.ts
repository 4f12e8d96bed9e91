import assert from 'node:assert/strict';
import { json } from '../../src/cli/reporters/json';
import { pretty } from '../../src/cli/reporters/pretty';
import type { Report, ReportedFinding } from '../../src/cli/reporters/report';

const finding: ReportedFinding = {
  file: 'plans/website.project.yaml',
  rule: 'unknown-reference',
  severity: 'error',
  message: 'No goal is called `more-orders`.',
  line: 3,
  column: 7,
  endLine: 3,
  endColumn: 18,
  related: [],
  fixable: true,
};

const report: Report = {
  fileCount: 4,
  findings: [
    finding,
    {
      ...finding,
      rule: 'dependency-cycle',
      severity: 'warning',
      message: 'Ovens and Menu wait for each other.',
      line: 12,
      column: 17,
      related: [{ file: 'plans/menu.project.yaml', line: 8, message: 'Menu waits for Ovens here.' }],
    },
    { ...finding, file: 'plans/menu.project.yaml', severity: 'hint', rule: 'unused-suppression', message: 'Unused.' },
  ],
};

describe('The pretty report', () => {
  it('has a line for each finding by file, in columns, what explains it below, and a summary', () => {
    assert.equal(
      pretty(report, { colour: false }),
      [
        'plans/website.project.yaml',
        '    3:7  error    No goal is called `more-orders`.     unknown-reference',
        '  12:17  warning  Ovens and Menu wait for each other.  dependency-cycle',
        '                  plans/menu.project.yaml:8  Menu waits for Ovens here.',
        '',
        'plans/menu.project.yaml',
        '  3:7  hint  Unused.  unused-suppression',
        '',
        '1 error, 1 warning, 1 hint in 4 files.',
        '',
      ].join('\n'),
    );
  });

  it('keeps a long message from pushing the names of rules aside', () => {
    const long = { ...finding, message: 'x'.repeat(150) };
    const [, first, second] = pretty({ fileCount: 1, findings: [finding, long] }, { colour: false }).split('\n');
    assert.equal(first, '  3:7  error  No goal is called `more-orders`.  unknown-reference');
    assert.equal(second, `  3:7  error  ${long.message}  unknown-reference`);
  });

  it('is one line where there is nothing to tell', () => {
    assert.equal(pretty({ fileCount: 1, findings: [] }, { colour: false }), 'No findings in 1 file.\n');
  });

  it('shows characters that would steer a terminal instead of obeying them', () => {
    const evil = { ...finding, message: 'a\u001b[31m\u009b2J\u202eb\r\nc' };
    const text = pretty({ fileCount: 1, findings: [evil] }, { colour: false });
    assert.ok(text.includes(String.raw`a\u{1b}[31m\u{9b}2J\u{202e}b c`), text);
  });
});

describe('The JSON report', () => {
  it('holds the findings as they are', () => {
    assert.deepEqual(JSON.parse(json(report, { colour: true })), report.findings);
  });

  it('escapes control characters, and reads the same', () => {
    const evil = { ...finding, message: 'a\u001b[31m\u009b2J\u007f' };
    const text = json({ fileCount: 1, findings: [evil] }, { colour: false });
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    assert.deepEqual(JSON.parse(text), [evil]);
  });
});
