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
    assert.equal(err, '');
  });

  it('helps with a command, and tells its exit codes', async () => {
    const { code, out } = await folder.run(['check', '--help']);
    assert.equal(code, 0);
    for (const option of ['--format', '--max-warnings', '--rule', '--today']) assert.ok(out.includes(option), option);
    assert.match(out, /Exit codes:\n {2}0 .+\n {2}1 .+\n {2}2 /);
  });

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

  it('ends with the code of what it was asked', async () => {
    const { code, out, err } = await throughline(['check', 'no-such-folder']);
    assert.deepEqual({ code, out, err }, { code: 2, out: '', err: 'no-such-folder does not exist.\n' });
  });

  it('ends quietly when nobody reads on', async () => {
    const { code, err } = await throughline(['explain', 'pm'], false);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });
});
