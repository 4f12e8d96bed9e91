import assert from 'node:assert/strict';
import { diskWithout, TestFolder } from './commandLine';

const roadmap = 'product: Bakery\nowner: alice\ngoals:\n  more-bookings: More orders through the website\n';
const project = 'project: Website\nmanager: bob\ngoal: more-bookings\n';
/** Its one mistake is the open bracket. */
const broken = 'project: Website\nmanager: bob\ngoal: more-bookings\nx-note: [open\n';

/** What is said once where files cannot be read. */
const partly = 'Rules that need all files of a plan were not run.\n';

interface JsonFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
}

describe('throughline check', () => {
  let folder: TestFolder;
  const clean = { 'plans/bakery.roadmap.yaml': roadmap, 'plans/website.project.yaml': project };
  const faulty = { ...clean, 'plans/website.project.yaml': broken };

  async function findings(...argv: string[]): Promise<readonly JsonFinding[]> {
    const { out } = await folder.run(['check', '--format', 'json', ...argv]);
    return JSON.parse(out) as readonly JsonFinding[];
  }
  const filesOf = (found: readonly JsonFinding[]): readonly string[] => [...new Set(found.map(({ file }) => file))];

  afterEach(() => folder.remove());

  describe('ends with', () => {
    it('0 where nothing is found, and says how many files were checked', async () => {
      folder = await TestFolder.with(clean);
      assert.deepEqual(await folder.run(['check']), { code: 0, out: 'No findings in 2 files.\n', err: '' });
    });

    it('1 where there is an error', async () => {
      folder = await TestFolder.with(faulty);
      const { code, out, err } = await folder.run(['check', 'plans']);
      assert.equal(code, 1);
      assert.match(out, /^plans\/website\.project\.yaml\n +\d+:\d+ {2}error {2}.+ {2}syntax\n/);
      assert.match(out, /\n\n1 error in 2 files\.\n$/);
      assert.equal(err, '');
    });

    it('0 where there are only warnings, 1 where there are more than allowed', async () => {
      folder = await TestFolder.with(faulty);
      const check = ['check', '--rule', 'syntax=warning'];
      assert.equal((await folder.run(check)).code, 0);
      assert.equal((await folder.run([...check, '--max-warnings', '1'])).code, 0);
      const { code, err } = await folder.run([...check, '--max-warnings', '0']);
      assert.equal(code, 1);
      assert.equal(err, '1 warning, and --max-warnings allows 0.\n');
    });

    it('2 and a sentence where a path is missing, and checks nothing', async () => {
      folder = await TestFolder.with(faulty);
      assert.deepEqual(await folder.run(['check', 'plans', 'palns']), {
        code: 2,
        out: '',
        err: 'palns does not exist.\n',
      });
    });

    it('2 and a sentence where there is no plan file', async () => {
      folder = await TestFolder.with({ 'src/index.ts': '', '.throughline.yaml': '' });
      const { code, err, out } = await folder.run(['check', 'src']);
      assert.equal(code, 2);
      assert.equal(err, 'No plan files in src. Plan files are named *.roadmap.yaml or *.project.yaml.\n');
      assert.equal(out, '');
    });

    it('2 and a sentence where a file is none of a plan', async () => {
      folder = await TestFolder.with({ ...clean, 'README.md': '' });
      const { code, err } = await folder.run(['check', 'README.md']);
      assert.equal(code, 2);
      assert.match(err, /^README\.md is not a plan file: /);
    });

    it('2 where the only file that is asked for cannot be read, and says nothing else', async () => {
      folder = await TestFolder.with(faulty);
      const files = diskWithout((path) => path.endsWith('bakery.roadmap.yaml'));
      const { code, err, out } = await folder.run(['check', 'plans/bakery.roadmap.yaml'], { files });
      assert.equal(code, 2);
      assert.equal(err, 'plans/bakery.roadmap.yaml cannot be read: permission denied.\n');
      assert.equal(out, '');
    });
  });

  describe('where a part of the plan cannot be read, ends with 2 and', () => {
    it('prints what is found in the other files', async () => {
      folder = await TestFolder.with({ ...faulty, 'plans/locked.project.yaml': project });
      const files = diskWithout((path) => path.endsWith('locked.project.yaml'));
      const { code, err, out } = await folder.run(['check'], { files });
      assert.equal(code, 2);
      assert.equal(err, `plans/locked.project.yaml cannot be read: permission denied.\n${partly}`);
      assert.match(out, /^plans\/website\.project\.yaml\n.* syntax\n/);
      assert.match(out, /\n1 error in 2 files\.\n$/);
    });

    it('prints the same as JSON', async () => {
      folder = await TestFolder.with({ ...faulty, 'plans/locked.project.yaml': project });
      const files = diskWithout((path) => path.endsWith('locked.project.yaml'));
      const { code, err, out } = await folder.run(['check', '--format', 'json'], { files });
      assert.equal(code, 2);
      assert.notEqual(err, '');
      assert.deepEqual(filesOf(JSON.parse(out) as JsonFinding[]), ['plans/website.project.yaml']);
    });

    it('blames no file for what may stand in the one that is missing', async () => {
      folder = await TestFolder.with(clean);
      const files = diskWithout((path) => path.endsWith('bakery.roadmap.yaml'));
      const { code, err, out } = await folder.run(['check'], { files });
      assert.equal(code, 2);
      assert.equal(err, `plans/bakery.roadmap.yaml cannot be read: permission denied.\n${partly}`);
      assert.equal(out, 'No findings in 1 file.\n');
    });

    it('names a folder that cannot be looked into', async () => {
      folder = await TestFolder.with({ ...clean, 'other/shop.project.yaml': broken });
      const { code, err, out } = await folder.run(['check'], { files: diskWithout((path) => path.endsWith('plans')) });
      assert.equal(code, 2);
      assert.equal(err, `plans cannot be read: permission denied.\n${partly}`);
      assert.match(out, /\n1 error in 1 file\.\n$/);
    });

    it('says nothing else where nothing can be read', async () => {
      folder = await TestFolder.with(clean);
      const { code, err, out } = await folder.run(['check'], { files: diskWithout((path) => path.endsWith('plans')) });
      assert.deepEqual({ code, err, out }, { code: 2, err: 'plans cannot be read: permission denied.\n', out: '' });
    });

    it('names a link with the name of a plan file that leads to nothing', async () => {
      folder = await TestFolder.with(faulty);
      await folder.link('old.project.yaml', 'gone.project.yaml');
      const { code, err, out } = await folder.run(['check']);
      assert.equal(code, 2);
      assert.equal(err, `old.project.yaml cannot be read: it leads to nothing.\n${partly}`);
      assert.match(out, /\n1 error in 2 files\.\n$/);
    });

    it('says also that there are too many warnings', async () => {
      folder = await TestFolder.with(faulty);
      await folder.link('old.project.yaml', 'gone.project.yaml');
      const { code, err } = await folder.run(['check', '--rule', 'syntax=warning', '--max-warnings', '0']);
      assert.equal(code, 2);
      assert.match(err, /\n1 warning, and --max-warnings allows 0\.\n$/);
    });
  });

  describe('has unusable arguments', () => {
    const cases: readonly (readonly [argv: readonly string[], message: RegExp])[] = [
      [['--format', 'xml'], /Formats are pretty and json\./],
      [['--max-warnings', '-1'], /It takes a whole number/],
      [['--max-warnings', '1.5'], /It takes a whole number/],
      [['--rule', 'sintax=off'], /There is no rule “sintax”\. Did you mean syntax\?/],
      [['--rule', 'syntax'], /Write it as syntax=SEVERITY, with one of error, warning, info, hint, off\./],
      [['--rule', 'syntax=fatal'], /Write it as syntax=SEVERITY/],
      [['--today', '2026-02-30'], /February 2026 has 28 days/],
      [['--today', 'tomorrow'], /is not a date/],
      [['--fromat', 'json'], /Did you mean --format\?/],
    ];
    beforeEach(async () => (folder = await TestFolder.with(clean)));
    for (const [argv, message] of cases) {
      it(argv.join(' '), async () => {
        const { code, out, err } = await folder.run(['check', ...argv]);
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, message);
      });
    }
  });

  describe('as JSON', () => {
    it('names the other places that explain a finding, and says whether it can be fixed', async () => {
      folder = await TestFolder.with({
        'plans/bakery.roadmap.yaml':
          'product: Bakery\nowner: alice\ngoals:\n  more-bookings: { title: More orders, status: achieved }\n  fresh: Fresher bread\n',
        'plans/website.project.yaml': `${project}items:\n  menu: Menu\n`,
      });
      const { code, out } = await folder.run(['check', 'plans/website.project.yaml', '--format', 'json']);
      assert.equal(code, 0);
      const [finding] = JSON.parse(out) as { rule: string; related: unknown; fixable: boolean }[];
      assert.equal(finding?.rule, 'inactive-goal');
      assert.equal(finding.fixable, true);
      assert.deepEqual(finding.related, [
        { file: 'plans/bakery.roadmap.yaml', line: 4, message: '“More orders” is achieved.' },
      ]);
    });

    it('gives every field, with lines and columns from 1 in UTF-16 units', async () => {
      folder = await TestFolder.with({ 'a.project.yaml': 'project: A\nmanager: bob\nx-🎂: "open\n' });
      const { out } = await folder.run(['check', '--format', 'json']);
      const [finding, ...more] = JSON.parse(out) as Record<string, unknown>[];
      assert.deepEqual(more, []);
      const { message, ...rest } = finding ?? {};
      assert.equal(typeof message, 'string');
      assert.deepEqual(Object.keys(finding ?? {}), [
        'file',
        'rule',
        'severity',
        'message',
        'line',
        'column',
        'endLine',
        'endColumn',
        'related',
        'fixable',
      ]);
      assert.deepEqual(rest, {
        file: 'a.project.yaml',
        rule: 'syntax',
        severity: 'error',
        line: 3,
        column: 7,
        endLine: 3,
        endColumn: 12,
        related: [],
        fixable: false,
      });
    });

    it('is an empty array where nothing is found', async () => {
      folder = await TestFolder.with(clean);
      assert.equal((await folder.run(['check', '--format', 'json'])).out, '[]\n');
    });

    it('is an empty array, with a sentence beside it, whatever is wrong with the call', async () => {
      folder = await TestFolder.with({ ...faulty, 'empty/readme.txt': '' });
      const unreadable = diskWithout((path) => path.endsWith('.yaml'));
      const outcomes = [
        await folder.run(['check', 'gone', '--format', 'json']),
        await folder.run(['check', 'empty', '--format', 'json']),
        await folder.run(['check', '--format', 'json'], { files: unreadable }),
        await folder.run(['check', '--format=json', '--rule', 'nonsense=off']),
      ];
      for (const { code, out, err } of outcomes) {
        assert.equal(code, 2);
        assert.equal(out, '[]\n');
        assert.notEqual(err, '');
      }
    });
  });

  describe('reads', () => {
    it('the whole plan, and tells of the files that were asked for', async () => {
      folder = await TestFolder.with({
        '.throughline.yaml': 'rules: { syntax: warning }\n',
        'one/one.project.yaml': broken,
        'two/two.project.yaml': broken,
      });
      assert.deepEqual(filesOf(await findings('one')), ['one/one.project.yaml']);
      assert.deepEqual(filesOf(await findings('two/two.project.yaml')), ['two/two.project.yaml']);
      assert.deepEqual(filesOf(await findings()), ['one/one.project.yaml', 'two/two.project.yaml']);
    });

    it('the settings of the nearest folder above, also above the working folder', async () => {
      folder = await TestFolder.with({
        '.throughline.yaml': 'rules: { syntax: warning }\n',
        'bakery.roadmap.yaml': roadmap,
        'teams/web/web.project.yaml': broken,
      });
      for (const below of ['', 'teams', 'teams/web']) {
        const { code, out } = await folder.run(['check'], { below });
        assert.equal(code, 0, below);
        assert.match(out, /\n1 warning in [1-3] files?\.\n$/);
      }
    });

    it('severities from the command line above those of the plan', async () => {
      folder = await TestFolder.with({
        '.throughline.yaml': 'rules: { syntax: warning }\n',
        'a.roadmap.yaml': roadmap,
        'b.project.yaml': broken,
      });
      assert.deepEqual(
        (await findings('--rule', 'syntax=info')).map(({ severity }) => severity),
        ['info'],
      );
      assert.deepEqual(await findings('--rule', 'syntax=info', '--rule', 'syntax=off'), []);
    });

    it('no file twice, however often and by whatever name it is given', async () => {
      folder = await TestFolder.with(faulty);
      await folder.link('again', 'plans');
      const paths = ['plans', 'plans/', './plans/website.project.yaml', 'plans/website.project.yaml', 'again'];
      const { out } = await folder.run(['check', ...paths]);
      assert.match(out, /\n1 error in 2 files\.\n$/);
    });

    it('links in a ring but once', async () => {
      folder = await TestFolder.with(faulty);
      await folder.link('plans/loop', '..');
      await folder.link('plans/self', 'self');
      assert.deepEqual(filesOf(await findings()), ['plans/website.project.yaml']);
    });

    it('what a link leads to', async () => {
      folder = await TestFolder.with({ 'repo/a.roadmap.yaml': roadmap, 'shared/b.project.yaml': broken });
      await folder.link('repo/shared', '../shared');
      const { out } = await folder.run(['check', '--format', 'json'], { below: 'repo' });
      assert.deepEqual(filesOf(JSON.parse(out) as JsonFinding[]), ['shared/b.project.yaml']);
    });

    it('neither .git nor node_modules, unless it is asked to', async () => {
      folder = await TestFolder.with({
        ...clean,
        '.git/a.project.yaml': broken,
        'node_modules/x/b.project.yaml': broken,
        'sub/node_modules/c.project.yaml': broken,
      });
      assert.deepEqual(await findings(), []);
      assert.deepEqual(filesOf(await findings('node_modules/x')), ['node_modules/x/b.project.yaml']);
    });

    it('nothing that the plan excludes, and says so where nothing else is asked for', async () => {
      folder = await TestFolder.with({
        ...clean,
        '.throughline.yaml': 'exclude: drafts\n',
        'drafts/new.project.yaml': broken,
      });
      assert.equal((await folder.run(['check'])).code, 0);
      const { code, err } = await folder.run(['check', 'drafts/new.project.yaml']);
      assert.equal(code, 2);
      assert.match(err, /^drafts\/new\.project\.yaml: left out by `exclude` in \.throughline\.yaml/);
    });

    it('files with a byte order mark, in UTF-8 and in UTF-16', async () => {
      folder = await TestFolder.with({
        'a.roadmap.yaml': roadmap,
        'a.project.yaml': `\ufeff${broken}`,
        'b.project.yaml': Buffer.from(`\ufeff${broken}`, 'utf16le'),
      });
      const [one, other] = await findings();
      assert.deepEqual({ ...other, file: 'a.project.yaml' }, one);
      assert.match(JSON.stringify(one), /"line":4,"column":9,/);
    });

    it('its settings file alone where it is asked for', async () => {
      folder = await TestFolder.with({ '.throughline.yaml': 'exclude: [drafts\n' });
      assert.deepEqual(filesOf(await findings('.throughline.yaml')), ['.throughline.yaml']);
    });
  });

  it('names files above the working folder by their way there', async () => {
    folder = await TestFolder.with({ 'a/b/x.txt': '', 'plans/x.project.yaml': broken });
    const { out } = await folder.run(['check', '../../plans', '--format', 'json'], { below: 'a/b' });
    assert.deepEqual(filesOf(JSON.parse(out) as JsonFinding[]), ['../../plans/x.project.yaml']);
  });

  it('draws in colour only where it is told to', async () => {
    folder = await TestFolder.with(faulty);
    // eslint-disable-next-line no-control-regex -- an escape sequence is what is looked for
    const escape = /\u001b\[/;
    assert.doesNotMatch((await folder.run(['check'])).out, escape);
    assert.match((await folder.run(['check'], { colour: true })).out, escape);
  });

  it('lets no text of a plan steer the terminal', async () => {
    folder = await TestFolder.with({ 'evil\u001b[2J.project.yaml': 'project: A\nmanager: bob\n\u001b]0;x\u0007: [\n' });
    for (const format of ['pretty', 'json']) {
      const { out } = await folder.run(['check', '--format', format]);
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      assert.match(out, /evil/);
    }
  });
});
