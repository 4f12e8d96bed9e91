import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { check, shown, type Checked, type TestFile } from './rules/harness';

const folder = fileURLToPath(new URL('../fixtures/healthy/', import.meta.url));

/** What stands in the `slip.yaml` of a plan: one small mistake, and what has to be said of it. */
interface Slip {
  /** The day on which the plan is healthy. */
  readonly today: string;
  /** What has happened, in a sentence. */
  readonly slip: string;
  readonly file: string;
  /** A text that stands in the file, and what is put in its first place. */
  readonly replace: string;
  readonly by: string;
  /** The rule of each finding above hint, in any order. */
  readonly findings: readonly string[];
}

interface HealthyPlan {
  readonly name: string;
  readonly files: readonly TestFile[];
  readonly slip: Slip;
}

const slipFile = 'slip.yaml';

function healthyPlan(name: string): HealthyPlan {
  const read = (file: string): string => readFileSync(`${folder}${name}/${file}`, 'utf8');
  const names = readdirSync(`${folder}${name}`).filter((file) => file.endsWith('.yaml') && file !== slipFile);
  // A date is text here, as in a plan.
  const slip = parse(read(slipFile), { schema: 'failsafe' }) as Slip;
  return { name, files: names.map((file) => ({ name: file, text: read(file) })), slip };
}

function withSlip({ files, slip: { file, replace, by } }: HealthyPlan): readonly TestFile[] {
  return files.map(({ name, text }) => {
    if (name !== file) return { name, text };
    assert.ok(text.includes(replace), `${file} does not say: ${replace}`);
    return { name, text: text.replace(replace, () => by) };
  });
}

function aboveHint({ plan, findings }: Checked): readonly { readonly rule: string; readonly line: string }[] {
  return findings
    .filter(({ severity }) => severity !== 'hint')
    .map((finding) => ({ rule: finding.rule, line: shown(plan, finding) }));
}

describe('a healthy plan', () => {
  const plans = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => healthyPlan(name));

  it('is there of many kinds', () => {
    assert.ok(plans.length >= 12);
  });

  for (const plan of plans) {
    const { name, files, slip } = plan;
    describe(name, () => {
      it('has nothing to be said of it', () => {
        assert.deepEqual(
          aboveHint(check(files, { today: slip.today })).map(({ line }) => line),
          [],
        );
      });

      it(`is told each promise that a slip breaks. ${slip.slip}`, () => {
        const found = aboveHint(check(withSlip(plan), { today: slip.today }));
        const lines = found.map(({ line }) => line).join('\n');
        assert.deepEqual(found.map(({ rule }) => rule).sort(), [...slip.findings].sort(), lines);
      });
    });
  }
});
