import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { TestFolder } from './commandLine';

const roadmap = 'product: Shop\ngoals: { faster: { title: Pay in a minute, horizon: next } }\n';
const project =
  'project: Checkout\ngoal: faster\nend: 2026-12-18\nitems: { form: { title: The form, estimate: 2d } }\n';

/** Git as the test itself uses it, with no settings but those given here. */
function git(folder: TestFolder, args: readonly string[], date = '2026-09-01T12:00:00'): string {
  return execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  });
}

function commit(folder: TestFolder, message: string, date: string): void {
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-q', '-m', message], date);
}

/** A plan below the root of a repository: of the 1st and the 20th of September, and as it is now, the 30th. */
async function planWithHistory(): Promise<TestFolder> {
  const folder = await TestFolder.with({
    'plan/shop.roadmap.yaml': roadmap,
    'plan/checkout.project.yaml': project,
    'plan/old.project.yaml': 'project: Old shop\ngoal: faster\n',
    'readme.md': 'x',
  });
  git(folder, ['init', '-q', '-b', 'main']);
  commit(folder, 'First', '2026-09-01T12:00:00');
  git(folder, ['tag', '-a', 'v1', '-m', 'One'], '2026-09-01T12:00:00');
  await folder.write('plan/checkout.project.yaml', project.replace('2026-12-18', '2026-12-23'));
  commit(folder, 'Second', '2026-09-20T23:30:00');
  await folder.write('plan/shop.roadmap.yaml', `# As of now\n${roadmap.replace('next', 'now')}`);
  git(folder, ['rm', '-q', 'plan/old.project.yaml']);
  await folder.write('plan/new.project.yaml', 'project: New shop\ngoal: faster\n');
  return folder;
}

describe('throughline render --since', () => {
  let folder: TestFolder;

  afterEach(() => folder.remove());

  const render = async (since: string, ...more: readonly string[]) =>
    folder.run(['render', 'shop.roadmap.yaml', '--view', 'overview', '--format', 'md', '--since', since, ...more], {
      below: 'plan',
    });
  const changes = (text: string): readonly string[] =>
    (text.split('## What changed')[1] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2);
  const now = [
    '| Old shop | Project | Old shop | Removed |',
    '| New shop | Project | New shop | Added |',
    '| Shop | Goal | Pay in a minute | Horizon changed from next to now |',
  ];
  const moved =
    '| Checkout | Project | Checkout | Committed finish moved from 18 Dec to 23 Dec, 3 working days later |';

  it('tells what has changed since a time, a day, a commit, a tag and a branch', async () => {
    folder = await planWithHistory();
    for (const [since, title, expected] of [
      ['1w', ' since 23 Sep', now],
      ['2026-09-20', ' since 20 Sep', now],
      ['2026-09-19', ' since 19 Sep', [moved, ...now]],
      ['last-commit', ' since the last commit (20 Sep)', now],
      ['HEAD~1', ' since HEAD~1 (1 Sep)', [moved, ...now]],
      ['v1', ' since v1 (1 Sep)', [moved, ...now]],
      ['main', ' since main (20 Sep)', now],
      ['2020-01-01', ' since 1 Sep', [moved, ...now]],
    ] as const) {
      const { code, out, err } = await render(since);
      assert.deepEqual([code, err], [0, ''], since);
      assert.equal((out.split('## What changed')[1] ?? '').split('\n')[0]?.replace('\\~', '~'), title);
      assert.deepEqual([...changes(out)].sort(), [...expected].sort(), since);
    }
    assert.match((await render('2020-01-01')).out, /The history that can be read begins on that day\./);
  });

  it('is in a page and in the other formats', async () => {
    folder = await planWithHistory();
    await folder.run(['render', 'shop.roadmap.yaml', '--since', '1w', '--out', 'a.html'], { below: 'plan' });
    const page = await readFile(folder.at('plan/a.html'), 'utf8');
    assert.match(page, /Horizon changed from next to now/);
    assert.ok(!page.includes(folder.path), 'the path of the folder');
    for (const format of ['svg', 'md'])
      assert.match((await render('1w', '--format', format)).out, /Horizon changed from next to now/);
  });

  it('needs no history where nobody asks for it', async () => {
    folder = await TestFolder.with({ 'plan/shop.roadmap.yaml': roadmap });
    const { code, out } = await folder.run([
      'render',
      'plan/shop.roadmap.yaml',
      '--view',
      'overview',
      '--format',
      'md',
    ]);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /What changed/);
  });

  for (const [what, since, sentence] of [
    ['a commit that is not there', 'v9', /^The Git repository of the plan has no commit “v9”\.\n$/],
    ['an option', '--output=gone', /“--output=gone” is no point of history/],
    ['a path in a commit', 'HEAD:readme.md', /is no point of history/],
    ['a day that is not there', '2026-02-31', /is no point of history/],
  ] as const)
    it(`refuses ${what}`, async () => {
      folder = await planWithHistory();
      const { code, out, err } = await folder.run(
        ['render', 'shop.roadmap.yaml', '--view', 'overview', '--format', 'md', `--since=${since}`],
        { below: 'plan' },
      );
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, sentence);
    });

  it('refuses a view that shows no changes, and a plan without a history', async () => {
    folder = await TestFolder.with({ 'plan/shop.roadmap.yaml': roadmap });
    const board = await folder.run(['render', 'plan/shop.roadmap.yaml', '--format', 'md', '--since', '1w']);
    assert.deepEqual(
      [board.code, board.err],
      [2, 'Only an overview shows what changed: add --view overview to --since.\n'],
    );
    const { code, err } = await render('1w');
    assert.deepEqual([code, err], [2, 'There is no history to compare with: the plan is in no Git repository.\n']);
    git(folder, ['init', '-q']);
    assert.match((await render('1w')).err, /the plan has not been committed yet/);
    await folder.write('readme.md', 'x');
    git(folder, ['add', 'readme.md']);
    git(folder, ['commit', '-q', '-m', 'Without a plan']);
    assert.match((await render('1w')).err, /the plan has not been committed yet/);
  });

  it('tells a clone that lacks what was asked for', async () => {
    const whole = await planWithHistory();
    folder = await TestFolder.with({});
    git(folder, ['clone', '-q', '--depth', '1', `file://${whole.path}`, '.']);
    await whole.remove();
    assert.match((await render('2026-09-10')).err, /^This clone has no history before 2026-09-20: it is a shallow one/);
    assert.equal((await render('last-commit')).code, 0);
  });

  it('runs nothing that a repository asks for, and keeps away from the Git that started it', async () => {
    folder = await planWithHistory();
    const harm = folder.at('harm.sh');
    await writeFile(harm, `#!/bin/sh\ntouch '${folder.at('harmed')}'\ncat\n`);
    await chmod(harm, 0o755);
    await folder.write('.gitattributes', '* filter=harm diff=harm\n');
    for (const setting of [
      ...['core.fsmonitor', 'core.pager', 'core.sshCommand', 'diff.external', 'diff.harm.textconv'],
      ...['diff.harm.command', 'filter.harm.smudge', 'filter.harm.clean', 'gpg.program'],
    ])
      git(folder, ['config', setting, harm]);
    git(folder, ['config', 'log.showSignature', 'true']);
    git(folder, ['config', 'core.hooksPath', folder.path]);
    const before = { ...process.env };
    try {
      Object.assign(process.env, {
        GIT_DIR: folder.at('gone'),
        GIT_EXTERNAL_DIFF: harm,
        GIT_TRACE: folder.at('trace'),
      });
      const { code, out } = await render('1w');
      assert.equal(code, 0);
      assert.equal(changes(out).length, now.length);
    } finally {
      for (const name of ['GIT_DIR', 'GIT_EXTERNAL_DIFF', 'GIT_TRACE']) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
    for (const trace of ['harmed', 'trace']) await assert.rejects(readFile(folder.at(trace)), /ENOENT/);
  });

  it('reads names as they are, and no links', async () => {
    folder = await TestFolder.with({ 'plan/shop.roadmap.yaml': roadmap, 'secret.txt': 'project: Secret\n' });
    git(folder, ['init', '-q']);
    const odd = 'plan/ä "b"\n-c.project.yaml';
    await folder.write(odd, 'project: Odd\ngoal: faster\n');
    await folder.link('plan/link.project.yaml', '../secret.txt');
    commit(folder, 'First', '2026-09-01T12:00:00');
    await folder.write(odd, 'project: Odd\ngoal: faster\nmanager: bob\n');
    const { out } = await render('1w');
    assert.ok(changes(out).includes('| Odd | Project | Odd | Project manager set to bob |'));
    assert.doesNotMatch(out, /Secret \| Removed/);
  });

  it('says so where there is no Git', async () => {
    folder = await planWithHistory();
    const path = process.env['PATH'];
    try {
      process.env['PATH'] = folder.path;
      const { code, err } = await render('1w');
      assert.deepEqual([code, err.startsWith('Git is not installed')], [2, true], err);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
