import assert from 'node:assert/strict';
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
