import assert from 'node:assert/strict';
import { areas, roleAliases, roles } from '../../src/core/plan/roles/index';
import { rules } from '../../src/core/rules/registry';
import { TestFolder, type Outcome } from './commandLine';

describe('throughline explain', () => {
  let folder: TestFolder;
  before(async () => (folder = await TestFolder.with({})));
  after(() => folder.remove());
  const explain = (...names: string[]): Promise<Outcome> => folder.run(['explain', ...names]);

  it('tells what a rule reports, why, how serious it is, and an example of it right and wrong', async () => {
    const { code, out } = await explain('syntax');
    assert.equal(code, 0);
    assert.match(out, /^syntax\n/);
    assert.match(out, /\nSeverity: error\n/);
    assert.match(out, /\nReported:\n\n {4}#/);
    assert.match(out, /\nPut right:\n\n {4}#/);
  });

  it('tells what a role holds, by its id, its title and its alias', async () => {
    const byId = await explain('product-marketing-manager');
    assert.equal(byId.code, 0);
    assert.match(byId.out, /^Product marketing manager\n/);
    assert.match(byId.out, /\nHolds by default: /);
    assert.deepEqual(await explain('pmm'), byId);
    assert.deepEqual(await explain('Product Marketing Manager'), byId);
  });

  it('gives both readings of pm', async () => {
    const { code, out } = await explain('pm');
    assert.equal(code, 0);
    assert.match(out, /“pm” may mean Product manager or Project manager\./);
    assert.match(out, /\nProduct manager\n/);
    assert.match(out, /\nProject manager\n/);
  });

  it('tells whose an area usually is, by its id or by the key that stands for it', async () => {
    const { code, out } = await explain('problem-resolution');
    assert.equal(code, 0);
    assert.match(out, /\nUsually held by: Project manager/);
    assert.equal((await explain('issues')).out, out);
    assert.equal((await explain('status_updates')).out, (await explain('status-updates')).out);
  });

  it('has something to say of everything that has a name', async () => {
    for (const name of [...[...rules, ...roles, ...areas].map(({ id }) => id), ...Object.keys(roleAliases)]) {
      const { code, out } = await explain(name);
      assert.equal(code, 0, name);
      assert.ok(out.length > 100, name);
    }
  });

  it('names what is spelled alike where nothing has the name', async () => {
    const { code, out, err } = await explain('prodct-manager');
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(
      err,
      /^No rule, role or responsibility area is called “prodct-manager”\. Did you mean product-manager/,
    );
    assert.match((await explain('sponsr')).err, /Did you mean .*sponsor/);
    assert.equal((await explain('q')).err, 'No rule, role or responsibility area is called “q”.\n');
  });

  it('takes exactly one name', async () => {
    assert.equal((await explain()).code, 2);
    assert.equal((await explain('budget', 'scope')).code, 2);
  });
});
