import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { drawsColour } from '../../src/cli/nodeIo';
import packageJson from '../../package.json';
import { TestFolder } from './commandLine';

describe('throughline', () => {
  let folder: TestFolder;
  before(async () => (folder = await TestFolder.with({})));
  after(() => folder.remove());

  it('tells its version', async () => {
    assert.deepEqual(await folder.run(['--version']), { code: 0, out: `${packageJson.version}\n`, err: '' });
  });

  it('helps, with examples', async () => {
    const { code, out, err } = await folder.run(['--help']);
    assert.equal(code, 0);
    assert.match(out, /throughline check/);
    assert.match(out, /throughline explain missing-goal/);
    assert.match(out, /throughline lsp --stdio/);
    assert.match(out, /throughline schedule/);
    assert.match(out, /throughline report/);
    assert.equal(err, '');
  });

  it('helps with a command, and tells its exit codes', async () => {
    const { code, out } = await folder.run(['check', '--help']);
    assert.equal(code, 0);
    for (const option of ['--format', '--max-warnings', '--rule', '--today']) assert.ok(out.includes(option), option);
    assert.match(out, /Exit codes:\n {2}0 .+\n {2}1 .+\n {2}2 /);
  });

  for (const [command, properties] of [
    [
      'schedule',
      'start finish earlyStart earlyFinish lateStart lateFinish totalFloat freeFloat critical driver unknown',
    ],
    ['report', 'earnedValue forecast keyResults meetsEnd meetsDate weeks demand capacity'],
  ] as const) {
    it(`helps with ${command}: what its JSON holds, examples and exit codes`, async () => {
      const { code, out } = await folder.run([command, '--help']);
      assert.equal(code, 0);
      for (const word of ['--format', '--today', ...properties.split(' ')]) assert.ok(out.includes(word), word);
      assert.match(out, new RegExp(`Examples:\\n {2}throughline ${command}\\n`));
      assert.match(out, /Exit codes:\n {2}0 .+\n {2}2 /);
      for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
    });
  }

  it('without a command shows the help, and fails', async () => {
    const { code, out, err } = await folder.run([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^Usage: throughline/);
  });

  it('knows no other command', async () => {
    const { code, err } = await folder.run(['chekc']);
    assert.equal(code, 2);
    assert.match(err, /Did you mean check\?/);
  });
});

describe('Colour', () => {
  const cases: readonly (readonly [env: NodeJS.ProcessEnv, isTerminal: boolean, expected: boolean])[] = [
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ];
  for (const [env, isTerminal, expected] of cases) {
    it(`is ${expected ? 'on' : 'off'} with ${JSON.stringify(env)} ${isTerminal ? 'in a terminal' : 'elsewhere'}`, () => {
      assert.equal(drawsColour(env, isTerminal), expected);
    });
  }
});

describe('The process of throughline', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));

  interface Ended {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  }

  /** @param readsAlong false: whoever reads the output goes away at once, as `head` does */
  function throughline(argv: readonly string[], readsAlong = true): Promise<Ended> {
    const args = ['--import', './test/typescript.mjs', 'src/cli/main.ts', ...argv];
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    if (!readsAlong) child.stdout.destroy();
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  }

  it('tells what is found in the examples, in both formats', async () => {
    const [pretty, json] = await Promise.all([
      throughline(['check', 'examples', '--today', '2026-09-30']),
      throughline(['check', 'examples', '--today', '2026-09-30', '--format', 'json']),
    ]);
    assert.equal(pretty.code, 0);
    assert.equal(json.code, 0);
    assert.equal(pretty.err + json.err, '');
    const findings = JSON.parse(json.out) as { file: string; line: number; column: number; rule: string }[];
    assert.ok(findings.length > 0);
    for (const { file, line, column, rule } of findings) {
      assert.match(file, /^examples\//);
      assert.ok(pretty.out.includes(file), file);
      assert.match(pretty.out, new RegExp(` ${line}:${column} .+ ${rule}\\n`));
    }
  });

  it('schedules the examples and reports on them', async () => {
    const asked = ['examples', '--today', '2026-11-22', '--format', 'json'];
    const [schedule, report] = await Promise.all([
      throughline(['schedule', ...asked]),
      throughline(['report', ...asked]),
    ]);
    assert.deepEqual([schedule.code, schedule.err, report.code, report.err], [0, '', 0, '']);
    const works = JSON.parse(schedule.out) as { project: string; start: string | null; unknown?: string }[];
    const { projects } = JSON.parse(report.out) as { projects: { id: string; finish: string | null }[] };
    assert.deepEqual(
      new Set(works.map(({ project }) => project)),
      new Set([...projects.map(({ id }) => id), 'spring-season']),
    );
    for (const { start, unknown } of works) assert.equal(start === null, unknown !== undefined);
    assert.ok(projects.some(({ finish }) => finish !== null));
  });

  it('ends with the code of what it was asked', async () => {
    const { code, out, err } = await throughline(['check', 'no-such-folder']);
    assert.deepEqual({ code, out, err }, { code: 2, out: '', err: 'no-such-folder does not exist.\n' });
  });

  it('ends quietly when nobody reads on', async () => {
    const { code, err } = await throughline(['explain', 'pm'], false);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });
});
