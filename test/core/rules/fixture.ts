/**
 * Fixtures of rules, with the expected findings inside. They stand in `test/fixtures/rules/<rule id>/<case>.yaml`, and
 * `harness.test.ts` runs them all. A fixture is one plan:
 *
 *     # --- settings: {"rules": {"redundant-dependency": "warning"}, "options": {}}
 *     # --- today: 2026-09-16
 *     # --- file: checkout.roadmap.yaml
 *     product: Checkout
 *     goals:
 *       faster: { title: Faster, taget: 2026 }
 *     #! error: [unknown-property] "taget" is not a property of a goal
 *     #? Rename `taget` to `target`
 *     #? Remove `taget`
 *     # --- file: rewrite.project.yaml
 *     project: Rewrite
 *     #! related: "faster" in checkout.roadmap.yaml: part of its message
 *     # --- fix: Rename `taget` to `target`
 *     product: Checkout
 *     goals:
 *       faster: { title: Faster, target: 2026 }
 *
 * Lines that begin with `#!` and `#?` in column 0 are taken out before the text is read, so they disturb nothing.
 *
 * - `#! severity: [rule] "text" part of the message` expects a finding that STARTS ON THE LINE ABOVE it and covers exactly
 *   this text (a JSON string; `"…"` at its end for a long one whose start is enough, `""` for no extent). The part of
 *   the message may be empty. Several may follow one line. At the top of a file, it speaks of its first line.
 * - `#! related: "text" in file: part of the message` after it lists the related places, all of them, in order. Without
 *   such a line they are not looked at.
 * - `#? title` after it lists the fixes that the finding offers, all of them, in order; `#? -` says that it has none.
 *   Without such a line they are not looked at.
 *
 * A finding that no line expects fails the fixture as surely as a line that no finding matches. Counted are the
 * findings of the rule that the folder is named for, of the rules of the group `structure`, and of every rule that is
 * expected; a line `# --- rules: all` counts those of all rules, `# --- rules: a, b` of these as well.
 *
 * Sections, each begun by a line in column 0:
 *
 * - `# --- file: name`: the text up to the next section is a file of the plan.
 * - `# --- fix: title`: the whole text of the finding's file after the fix of this title. Exactly one finding may offer
 *   it; `# --- fix 2: title` takes that of the second that does. `# --- in: name` after it begins the text of another
 *   file that the fix changes or creates; all that it changes must be there. Every fix has to settle its finding, and
 *   must break nothing that could be read before.
 * - `# --- settings: {json}`, `# --- today: date`, `# --- incomplete` (files are still being read).
 * - `# --- lines: crlf`: all texts of the fixture, those after fixes included, have CRLF line ends. `# --- bom`: the
 *   files begin with a byte order mark.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleSettings } from '../../../src/core/rules/ruleSettings';
import { check, nameOf, shown, textAt, type Checked, type TestFile } from './harness';
import { fixesOf, filesAfter, type OfferedFix } from './harnessFixes';
import { ruleById, rules } from '../../../src/core/rules/registry';
import type { Finding } from '../../../src/core/rules/finding';

export interface Fixture {
  /** `unknown-property/nearest` */
  readonly name: string;
  readonly files: readonly TestFile[];
  readonly expected: readonly ExpectedFinding[];
  readonly fixes: readonly ExpectedFix[];
  readonly settings: RuleSettings;
  readonly today?: string;
  readonly complete: boolean;
  /** The rules whose findings count besides those of the structure; undefined: all. */
  readonly counted: readonly string[] | undefined;
}

export interface ExpectedFinding {
  readonly file: string;
  /** From 0, in the text without the expectations. */
  readonly line: number;
  readonly severity: string;
  readonly rule: string;
  readonly text: string;
  readonly message: string;
  readonly related: readonly { readonly text: string; readonly file: string; readonly message: string }[];
  readonly titles: readonly string[] | undefined;
}

interface ExpectedFix {
  readonly title: string;
  /** Which of the findings that offer it, from 1; undefined: the only one. */
  readonly nth: number | undefined;
  /** The texts after it; the name is undefined for the file of the finding. */
  readonly files: readonly { readonly name: string | undefined; readonly text: string }[];
}

const folder = fileURLToPath(new URL('../../fixtures/rules/', import.meta.url));

/** All fixtures of the project. */
export function fixtures(): readonly Fixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => parseFixture(path.replace(/\.yaml$/, ''), readFileSync(join(folder, path), 'utf8')));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class FixtureParser {
  readonly files: Mutable<TestFile>[] = [];
  readonly expected: (Mutable<ExpectedFinding> & {
    related: { text: string; file: string; message: string }[];
    titles: string[] | undefined;
  })[] = [];
  readonly fixes: (ExpectedFix & { files: { name: string | undefined; text: string }[] })[] = [];
  settings: RuleSettings = {};
  today: string | undefined;
  complete = true;
  counted: string[] | undefined = [];
  #crlf = false;
  #bom = false;
  #target: { text: string } | undefined;

  constructor(readonly name: string) {}

  line(line: string): void {
    const section = /^# --- ([\w ]+?)(?:: (.*))?$/.exec(line);
    if (section) this.#section(section[1] ?? '', section[2] ?? '');
    else if (/^#[!?]/.test(line)) this.#expectation(line);
    else if (this.#target) this.#target.text += `${line}\n`;
    else if (line.trim() !== '' && !line.startsWith('#')) this.#fail(`no file has begun at: ${line}`);
  }

  finish(): Fixture {
    const { name, files, expected, fixes, settings, today, complete, counted } = this;
    if (files.length === 0) this.#fail('it has no `# --- file: name` line');
    const text = (written: string): string =>
      `${this.#bom ? '\uFEFF' : ''}${this.#crlf ? written.replaceAll('\n', '\r\n') : written}`;
    return {
      ...{ name, settings, complete, expected },
      files: files.map((file) => ({ ...file, text: text(file.text) })),
      fixes: fixes.map((fix) => ({ ...fix, files: fix.files.map((file) => ({ ...file, text: text(file.text) })) })),
      ...(today === undefined ? {} : { today }),
      counted: counted && [name.split('/')[0] ?? '', ...counted, ...expected.map(({ rule }) => rule)],
    };
  }

  #section(keyword: string, rest: string): void {
    const fix = /^fix(?: (\d+))?$/.exec(keyword);
    if (fix) {
      const file = { name: undefined, text: '' };
      this.fixes.push({ title: rest, nth: fix[1] === undefined ? undefined : Number(fix[1]), files: [file] });
      this.#target = file;
    } else if (keyword === 'in') {
      const file = { name: rest, text: '' };
      const files = this.fixes.at(-1)?.files ?? this.#fail('`in` stands before any `fix`');
      // A fix that changes another file alone leaves the text before `in` empty.
      if (files.length === 1 && files[0]?.name === undefined && files[0]?.text === '') files.pop();
      files.push(file);
      this.#target = file;
    } else if (keyword === 'file') {
      this.#target = { name: rest, text: '' } as Mutable<TestFile>;
      this.files.push(this.#target as Mutable<TestFile>);
    } else if (keyword === 'rules') {
      this.counted = rest === 'all' ? undefined : [...(this.counted ?? []), ...rest.split(/,\s*/)];
    } else if (keyword === 'settings') this.settings = JSON.parse(rest) as RuleSettings;
    else if (keyword === 'today') this.today = rest;
    else if (keyword === 'incomplete') this.complete = false;
    else if (keyword === 'lines' && rest === 'crlf') this.#crlf = true;
    else if (keyword === 'bom') this.#bom = true;
    else this.#fail(`unknown section \`${keyword}: ${rest}\``);
  }

  #expectation(line: string): void {
    const last = this.expected.at(-1);
    const title = /^#\? (.+)$/.exec(line)?.[1];
    if (title !== undefined) {
      if (!last) return this.#fail(`no finding stands above: ${line}`);
      last.titles ??= [];
      if (title !== '-') last.titles.push(title);
      return;
    }
    const related = /^#! related: ("(?:[^"\\]|\\.)*") in ([^:]+):\s*(.*)$/.exec(line);
    if (related) {
      if (!last) return this.#fail(`no finding stands above: ${line}`);
      const [, text = '""', file = '', message = ''] = related;
      last.related.push({ text: JSON.parse(text) as string, file, message });
      return;
    }
    const match = /^#! (error|warning|info|hint): \[([\w-]+)\] ("(?:[^"\\]|\\.)*")\s*(.*)$/.exec(line);
    const file = this.files.at(-1);
    if (!match || !file || this.fixes.length > 0) return this.#fail(`this is no expectation: ${line}`);
    const [, severity = '', rule = '', text = '""', message = ''] = match;
    const at = Math.max(0, file.text.split('\n').length - 2);
    const found = { file: file.name, line: at, severity, rule, text: JSON.parse(text) as string, message };
    this.expected.push({ ...found, related: [], titles: undefined });
  }

  #fail(what: string): never {
    throw new Error(`The fixture ${this.name} cannot be read: ${what}`);
  }
}

/** Reads a fixture. @throws where it is none, naming what is wrong */
export function parseFixture(name: string, text: string): Fixture {
  const parser = new FixtureParser(name);
  for (const line of text.replace(/\n$/, '').split('\n')) parser.line(line);
  return parser.finish();
}

/** Checks a fixture. @throws an assertion error that lists what was not expected and what did not come */
export function runFixture(fixture: Fixture): void {
  const checked = check(fixture.files, fixture);
  const findings = checked.findings.filter(({ rule }) => isCounted(fixture, rule));
  const pairs = matched(fixture, checked, findings);
  for (const [expected, finding] of pairs) {
    checkRelated(checked, expected, finding);
    if (expected.titles) {
      const titles = fixesOf(checked, finding).map(({ fix }) => fix.title);
      assert.deepEqual(titles, expected.titles, `The fixes of ${shown(checked.plan, finding)}`);
    }
  }
  const offered = findings.flatMap((finding) => fixesOf(checked, finding));
  for (const fix of fixture.fixes) checkFix(fixture, checked, offered, fix);
}

function isCounted({ counted }: Fixture, rule: string): boolean {
  return counted === undefined || counted.includes(rule) || ruleById(rule)?.group === 'structure';
}

function matched(
  fixture: Fixture,
  { plan }: Checked,
  findings: readonly Finding[],
): readonly (readonly [ExpectedFinding, Finding])[] {
  const left = new Set(findings);
  const pairs: [ExpectedFinding, Finding][] = [];
  const missing: ExpectedFinding[] = [];
  for (const expected of fixture.expected) {
    const found = [...left].find((finding) => isExpected({ plan }, expected, finding));
    if (found) {
      left.delete(found);
      pairs.push([expected, found]);
    } else missing.push(expected);
  }
  const lines = [
    ...missing.map(
      ({ file, line, severity, rule, text, message }) =>
        `missing:    ${file}:${String(line + 1)} ${severity} [${rule}] ${JSON.stringify(text)} ${message}`,
    ),
    ...[...left].map((finding) => `unexpected: ${shown(plan, finding)}`),
  ];
  assert.equal(lines.length, 0, `${fixture.name}\n${lines.join('\n')}`);
  return pairs;
}

function isExpected({ plan }: Pick<Checked, 'plan'>, expected: ExpectedFinding, finding: Finding): boolean {
  const line = plan.files.get(finding.uri)?.document.source.rangeOf(finding.at)?.start.line;
  return (
    nameOf(finding.uri) === expected.file &&
    line === expected.line &&
    finding.severity === expected.severity &&
    finding.rule === expected.rule &&
    isText(expected.text, textAt(plan, finding.at)) &&
    finding.message.includes(expected.message)
  );
}

function isText(expected: string, actual: string): boolean {
  return expected.endsWith('…') ? actual.startsWith(expected.slice(0, -1)) : actual === expected;
}

function checkRelated({ plan }: Checked, { related }: ExpectedFinding, finding: Finding): void {
  if (related.length === 0) return;
  const actual = finding.related.map(({ at, message }, index) => ({
    text: textAt(plan, at),
    file: nameOf(at.piece.uri),
    // The part of the message that is expected counts.
    message: message.includes(related[index]?.message ?? '') ? related[index]?.message : message,
  }));
  assert.deepEqual(actual, related, `The related places of ${shown(plan, finding)}`);
}

function checkFix(fixture: Fixture, checked: Checked, offered: readonly OfferedFix[], expected: ExpectedFix): void {
  const same = offered.filter(({ fix }) => fix.title === expected.title);
  const chosen = expected.nth === undefined ? same[0] : same[expected.nth - 1];
  const titles = offered.map(({ fix }) => fix.title).join('\n  ');
  assert.ok(chosen, `${fixture.name}: no such fix: ${expected.title}. There are:\n  ${titles}`);
  assert.ok(
    expected.nth !== undefined || same.length === 1,
    `${fixture.name}: ${String(same.length)} findings offer: ${expected.title}`,
  );
  const { finding, fix } = chosen;
  const after = filesAfter(fixture.files, fix.edit);
  const wanted = new Map(fixture.files.map(({ name, text }) => [name, text]));
  for (const { name, text } of expected.files) wanted.set(name ?? nameOf(finding.uri), text);
  assert.deepEqual(
    Object.fromEntries(after.map(({ name, text }) => [name, text])),
    Object.fromEntries(wanted),
    `${fixture.name}: ${fix.title}`,
  );
  assertSettled(fixture, checked, finding, after);
}

/** A fix leaves one finding of its rule less, and no more mistakes of the structure than there were. */
function assertSettled(fixture: Fixture, { findings }: Checked, fixed: Finding, after: readonly TestFile[]): void {
  const rest = check(after, fixture);
  const ofRule = (all: readonly Finding[]): number => all.filter(({ rule }) => rule === fixed.rule).length;
  assert.ok(ofRule(rest.findings) < ofRule(findings), `${fixture.name}: the fix does not settle: ${fixed.message}`);
  const structure = rules.filter(({ group, id }) => group === 'structure' && id !== fixed.rule).map(({ id }) => id);
  const broken = (all: readonly Finding[]): number =>
    all.filter(({ rule, severity }) => structure.includes(rule) && severity === 'error').length;
  assert.ok(broken(rest.findings) <= broken(findings), `${fixture.name}: the fix breaks the structure of the plan`);
}
