import assert from 'node:assert/strict';
import { diskWithout, TestFolder } from './commandLine';

/**
 * Worked by hand, from Monday 4 May 2026: Design Monday and Tuesday, Build Wednesday to Friday, which is the end. Words
 * take Monday and may slip to Friday. Nobody is named, so nobody is short of time.
 */
const shop = `project: Shop
start: 2026-05-04
end: 2026-05-11
items:
  design: { title: Design, estimate: 2d }
  site:
    title: Site
    items:
      build: { title: Build, estimate: 3d, depends_on: design, milestone: live }
      words: { title: Words, estimate: 1d, milestone: live }
  idea: Idea
  old: { title: Old, estimate: 1d, status: dropped }
milestones:
  live: Live
`;

/** Alice does one item in each of two projects. */
const shared = {
  '.throughline.yaml':
    'people: { alice: Alice Ng }\nprograms: { season: { title: Season, milestones: { fair: { title: Fair, date: 2026-06-01 } } } }\n',
  'one/one.project.yaml':
    'project: One\nstart: 2026-05-04\nitems: { first: { title: First, estimate: 3d, assignees: alice, deadline: 2026-05-06 } }\n',
  'two/two.project.yaml':
    'project: Two\nstart: 2026-05-04\nitems: { second: { title: Second, estimate: 1d, assignees: alice }, third: { estimate: 20d } }\n',
};

interface Row {
  readonly project: string;
  readonly id: string;
  readonly start: string | null;
  readonly driver: { readonly kind: string; readonly ref?: string; readonly why: string } | null;
}

describe('throughline schedule', () => {
  let folder: TestFolder;
  const today = ['--today', '2026-05-04'];

  async function rows(...argv: string[]): Promise<readonly Row[]> {
    const { out } = await folder.run(['schedule', '--format', 'json', ...today, ...argv]);
    return JSON.parse(out) as readonly Row[];
  }
  const idsOf = (found: readonly Row[]): readonly string[] => found.map(({ project, id }) => `${project}/${id}`);

  afterEach(() => folder.remove());

  describe('as JSON', () => {
    it('gives every date, float and driver of a plan worked by hand', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      const early = { earlyStart: '2026-05-04', earlyFinish: '2026-05-05' };
      const critical = { totalFloat: 0, freeFloat: 0, critical: true };
      const begins = 'starts with its project on 4 May 2026';
      assert.deepEqual(await rows(), [
        {
          project: 'shop',
          id: 'design',
          title: 'Design',
          kind: 'item',
          start: '2026-05-04',
          finish: '2026-05-05',
          ...early,
          lateStart: '2026-05-04',
          lateFinish: '2026-05-05',
          ...critical,
          driver: { kind: 'project-start', why: begins },
        },
        {
          project: 'shop',
          id: 'site',
          title: 'Site',
          kind: 'item',
          start: '2026-05-04',
          finish: '2026-05-08',
          earlyStart: '2026-05-04',
          earlyFinish: '2026-05-08',
          lateStart: '2026-05-06',
          lateFinish: '2026-05-08',
          ...critical,
          driver: { kind: 'child', ref: 'shop/words', why: 'starts with Words' },
        },
        {
          project: 'shop',
          id: 'build',
          title: 'Build',
          kind: 'item',
          start: '2026-05-06',
          finish: '2026-05-08',
          earlyStart: '2026-05-06',
          earlyFinish: '2026-05-08',
          lateStart: '2026-05-06',
          lateFinish: '2026-05-08',
          ...critical,
          driver: { kind: 'dependency', ref: 'shop/design', why: 'waits for Design until 5 May 2026' },
        },
        {
          project: 'shop',
          id: 'words',
          title: 'Words',
          kind: 'item',
          start: '2026-05-04',
          finish: '2026-05-04',
          earlyStart: '2026-05-04',
          earlyFinish: '2026-05-04',
          lateStart: '2026-05-08',
          lateFinish: '2026-05-08',
          totalFloat: 4,
          freeFloat: 4,
          critical: false,
          driver: { kind: 'project-start', why: begins },
        },
        {
          project: 'shop',
          id: 'idea',
          title: 'Idea',
          kind: 'item',
          start: null,
          finish: null,
          earlyStart: null,
          earlyFinish: null,
          lateStart: null,
          lateFinish: null,
          totalFloat: null,
          freeFloat: null,
          critical: false,
          driver: null,
          unknown: 'has neither an estimate, a duration nor dates',
        },
        {
          project: 'shop',
          id: 'live',
          title: 'Live',
          kind: 'milestone',
          start: '2026-05-08',
          finish: '2026-05-08',
          earlyStart: '2026-05-08',
          earlyFinish: '2026-05-08',
          lateStart: '2026-05-08',
          lateFinish: '2026-05-08',
          ...critical,
          driver: { kind: 'dependency', ref: 'shop/build', why: 'waits for Build until 8 May 2026' },
        },
      ]);
    });

    it('has its properties in the same order for all work', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      const keys =
        'project id title kind start finish earlyStart earlyFinish lateStart lateFinish totalFloat freeFloat critical driver';
      for (const row of await rows())
        assert.equal(
          Object.keys(row)
            .join(' ')
            .replace(/ unknown$/, ''),
          keys,
        );
    });

    it('counts floats in working days of the project, with two decimals', async () => {
      const calendar = 'calendar: { hours_per_day: 6 }\n';
      folder = await TestFolder.with({
        'p.project.yaml': `project: P\nstart: 2026-05-04\n${calendar}items: { long: { estimate: 3d }, short: { estimate: 2h } }\n`,
      });
      const [, short] = (await rows()) as unknown as { totalFloat: number }[];
      assert.equal(short?.totalFloat, 2.67);
    });

    it('is an empty array where there is no work', async () => {
      folder = await TestFolder.with({ 'a.roadmap.yaml': 'product: A\n' });
      assert.deepEqual(await folder.run(['schedule', '--format', 'json']), { code: 0, out: '[]\n', err: '' });
    });

    it('is an empty array, with a sentence beside it, whatever is wrong with the call', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop, 'empty/readme.txt': '' });
      const outcomes = [
        await folder.run(['schedule', 'gone', '--format', 'json']),
        await folder.run(['schedule', 'empty', '--format', 'json']),
        await folder.run(['schedule', '--format', 'json'], { files: diskWithout((path) => path.endsWith('.yaml')) }),
        await folder.run(['schedule', '--format=json', '--today', 'tomorrow']),
        await folder.run(['schedule', '--format=json', '--rule', 'syntax=off']),
      ];
      for (const { code, out, err } of outcomes) {
        assert.equal(code, 2);
        assert.equal(out, '[]\n');
        assert.notEqual(err, '');
      }
    });
  });

  describe('schedules', () => {
    it('the whole plan, and tells of the files that were asked for', async () => {
      folder = await TestFolder.with(shared);
      assert.deepEqual(idsOf(await rows()), ['season/fair', 'one/first', 'two/second', 'two/third']);
      const [second] = await rows('two');
      assert.equal(second?.id, 'second');
      assert.equal(second.start, '2026-05-07');
      assert.deepEqual(second.driver, {
        kind: 'person',
        ref: 'one/first',
        why: 'waits for Alice Ng, who is on First until 6 May 2026',
      });
      assert.deepEqual(idsOf(await rows('one/one.project.yaml')), ['one/first']);
      assert.deepEqual(idsOf(await rows('.throughline.yaml')), ['season/fair']);
    });

    it('around the public holidays of the country that a project names', async () => {
      const item = 'start: 2026-04-30\nitems: { a: { estimate: 2d } }\n';
      folder = await TestFolder.with({
        'here.project.yaml': `project: Here\ncalendar: { country: DE }\n${item}`,
        'there.project.yaml': `project: There\n${item}`,
      });
      const { out } = await folder.run(['schedule', '--format', 'json', '--today', '2026-04-30']);
      const finishes = (JSON.parse(out) as { finish: string }[]).map(({ finish }) => finish);
      // 30 April is a Thursday, and 1 May a holiday in Germany.
      assert.deepEqual(finishes, ['2026-05-04', '2026-05-01']);
    });

    it('from the date of today where no other is given', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      const { out } = await folder.run(['schedule', '--format', 'json']);
      const [design] = JSON.parse(out) as Row[];
      assert.equal(design?.start, '2026-09-30');
    });
  });

  describe('as CSV', () => {
    it('is a header and a record for each piece of work, with CR LF', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      const { code, out } = await folder.run(['schedule', '--format', 'csv', ...today]);
      assert.equal(code, 0);
      assert.deepEqual(out.split('\r\n'), [
        'project,id,title,kind,start,finish,earlyStart,earlyFinish,lateStart,lateFinish,totalFloat,freeFloat,critical,driver.kind,driver.ref,driver.why,unknown',
        'shop,design,Design,item,2026-05-04,2026-05-05,2026-05-04,2026-05-05,2026-05-04,2026-05-05,0,0,true,project-start,,starts with its project on 4 May 2026,',
        'shop,site,Site,item,2026-05-04,2026-05-08,2026-05-04,2026-05-08,2026-05-06,2026-05-08,0,0,true,child,shop/words,starts with Words,',
        'shop,build,Build,item,2026-05-06,2026-05-08,2026-05-06,2026-05-08,2026-05-06,2026-05-08,0,0,true,dependency,shop/design,waits for Design until 5 May 2026,',
        'shop,words,Words,item,2026-05-04,2026-05-04,2026-05-04,2026-05-04,2026-05-08,2026-05-08,4,4,false,project-start,,starts with its project on 4 May 2026,',
        'shop,idea,Idea,item,,,,,,,,,false,,,,"has neither an estimate, a duration nor dates"',
        'shop,live,Live,milestone,2026-05-08,2026-05-08,2026-05-08,2026-05-08,2026-05-08,2026-05-08,0,0,true,dependency,shop/build,waits for Build until 8 May 2026,',
        '',
      ]);
    });

    it('keeps what a plan says from being run as a formula', async () => {
      folder = await TestFolder.with({
        'p.project.yaml': `project: P\nitems:\n  a: { title: '=HYPERLINK("http://x","y")', estimate: 1d }\n`,
      });
      const { out } = await folder.run(['schedule', '--format', 'csv']);
      assert.match(out, /\r\np,a,"'=HYPERLINK\(""http:\/\/x"",""y""\)",item,/);
    });

    it('writes nothing where the call cannot be answered', async () => {
      folder = await TestFolder.with({});
      const { code, out } = await folder.run(['schedule', '--format', 'csv']);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
    });
  });

  describe('for people', () => {
    it('is a table for each project, its tree moved to the right', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      const { code, out } = await folder.run(['schedule', ...today]);
      assert.equal(code, 0);
      assert.deepEqual(out.split('\n'), [
        'Shop (shop)',
        '4 May 2026 to 8 May 2026, as far as known: 1 working day before its committed end, 11 May 2026',
        '',
        '   Work     Start       Finish      Float  Why it starts then',
        '●  Design   2026-05-04  2026-05-05      0  starts with its project on 4 May 2026',
        '●  Site     2026-05-04  2026-05-08      0  starts with Words',
        '●    Build  2026-05-06  2026-05-08      0  waits for Design until 5 May 2026',
        '     Words  2026-05-04  2026-05-04      4  starts with its project on 4 May 2026',
        '   Idea     ?           ?               ?  unknown: has neither an estimate, a duration nor dates',
        '●  ◆ Live   2026-05-08                  0  waits for Build until 8 May 2026',
        '',
        'As of 4 May 2026: 5 items, 1 milestone, 4 critical, 1 with unknown dates.',
        '● critical: a delay of it delays the end of its project   ✓ done   ◆ milestone',
        'Float: the working days that its finish may slip before that happens; without the limits of people.',
        '',
      ]);
    });

    it('stays within 100 columns with long titles, and marks what is done', async () => {
      const long = 'A title that goes on and on, '.repeat(5);
      folder = await TestFolder.with({
        'p.project.yaml': `project: P\nstart: 2026-05-04\nitems:\n  a: { title: "${long}", estimate: 1d, status: done, finished: 2026-05-04 }\n  b: { title: "${long}", estimate: 1d, depends_on: a }\n`,
      });
      const { out } = await folder.run(['schedule', ...today]);
      for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
      assert.match(out, /\n✓ {2}A title that goes .* done {2}/);
    });

    it('has no colours unless it is asked for them, and shows characters that would steer a terminal', async () => {
      folder = await TestFolder.with({
        'p.project.yaml': 'project: "P\\e[31m"\nitems: { a: { title: "A\\e[2J", estimate: 1d } }\n',
      });
      const plain = await folder.run(['schedule', ...today]);
      assert.ok(!plain.out.includes('\u001b'));
      assert.ok(plain.out.includes(String.raw`A\u{1b}[2J`), plain.out);
      const coloured = await folder.run(['schedule', ...today], { colour: true });
      assert.ok(coloured.out.includes('\u001b['));
    });

    it('says so where a project has no work', async () => {
      folder = await TestFolder.with({ 'p.project.yaml': 'project: P\n' });
      const { out } = await folder.run(['schedule']);
      assert.match(out, /^P \(p\)\nNo items and no milestones\.\n/);
    });
  });

  describe('ends with', () => {
    it('0 where there are findings, and tells what cannot be read as YAML', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop, 'b.project.yaml': 'project: B\nx-note: [open\n' });
      const { code, out, err } = await folder.run(['schedule', 'shop.project.yaml', ...today]);
      assert.equal(code, 0);
      assert.match(out, /^Shop/);
      assert.match(err, /^b\.project\.yaml:2 cannot be read, and what stands there is left out: .+\n$/);
    });

    it('2 where a file of the plan cannot be read, and schedules the rest', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop, 'b.project.yaml': 'project: B\n' });
      const files = diskWithout((path) => path.endsWith('b.project.yaml'));
      const { code, out, err } = await folder.run(['schedule', ...today], { files });
      assert.equal(code, 2);
      assert.match(out, /^Shop/);
      assert.equal(err, 'b.project.yaml cannot be read: permission denied. What stands there is left out.\n');
    });

    it('2 and a sentence where a path is missing', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      const { code, out, err } = await folder.run(['schedule', 'shpo']);
      assert.deepEqual({ code, out, err }, { code: 2, out: '', err: 'shpo does not exist.\n' });
    });

    it('2 where the arguments cannot be used', async () => {
      folder = await TestFolder.with({ 'shop.project.yaml': shop });
      assert.match((await folder.run(['schedule', '--format', 'xml'])).err, /Formats are pretty, json and csv\./);
      assert.match((await folder.run(['schedule', '--today', '2026-02-30'])).err, /February 2026 has 28 days/);
      assert.match((await folder.run(['schedule', '--fromat', 'json'])).err, /Did you mean --format\?/);
    });
  });
});
