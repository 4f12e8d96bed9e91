import assert from 'node:assert/strict';
import { diskWithout, TestFolder } from './commandLine';

/**
 * Worked by hand, on Wednesday 6 May 2026: 2 of 5 days are done. By the end of today 3 of them were planned, which is
 * 600 of 1000 EUR. What is left has no spread, so that every run of the forecast ends alike.
 */
const shop = `project: Shop
goal: faster
start: 2026-05-04
end: 2026-05-15
health: at-risk
budget:
  total: 1000 EUR
  lines: { work: { title: Work, planned: 1000 EUR, spent: 360.50 EUR } }
items:
  design:
    { title: Design, estimate: 2d, assignees: alice, status: done, started: 2026-05-04, finished: 2026-05-05 }
  build:
    title: Build
    estimate: { optimistic: 3d, likely: 3d, pessimistic: 3d }
    assignees: alice
    depends_on: design
    release: spring
`;
const roadmap = `product: Bakery
people: { alice: Alice Ng }
goals:
  faster:
    title: Faster orders
    target: 2026-Q2
    key_results: { minutes: { title: Minutes, baseline: 10 min, target: 0 min, current: 5 min } }
releases: { spring: { title: Spring release, date: 2026-05 } }
`;
const plan = { 'bakery.roadmap.yaml': roadmap, 'shop.project.yaml': shop };

type Json = Record<string, unknown>;
interface Report {
  readonly projects: readonly (Json & { readonly earnedValue: Json; readonly forecast: Json })[];
  readonly goals: readonly Json[];
  readonly releases: readonly (Json & { readonly forecast: Json })[];
  readonly people: readonly { readonly id: string; readonly weeks: readonly Json[] }[];
}

describe('throughline report', () => {
  let folder: TestFolder;
  const today = ['--today', '2026-05-06'];

  async function report(...argv: string[]): Promise<Report> {
    const { out } = await folder.run(['report', '--format', 'json', ...today, ...argv]);
    return JSON.parse(out) as Report;
  }
  const idsOf = (all: readonly { readonly id?: unknown }[]): readonly unknown[] => all.map(({ id }) => id);

  afterEach(() => folder.remove());

  it('looks at a plan as of its status date, or as of the day that is asked for', async () => {
    folder = await TestFolder.with({
      'a/.throughline.yaml': 'status_date: 2026-05-06\n',
      'a/shop.project.yaml': shop,
      'b/.throughline.yaml': '',
      'b/other.project.yaml': shop,
    });
    const firstLine = async (...argv: string[]): Promise<string | undefined> =>
      (await folder.run(['report', ...argv])).out.split('\n')[0];
    assert.equal(await firstLine('a'), 'As of 6 May 2026');
    assert.equal(await firstLine('a', '--today', '2026-06-01'), 'As of 1 June 2026');
    assert.equal(await firstLine('a', 'b'), 'As of 6 May 2026 and 30 September 2026');
  });

  describe('as JSON', () => {
    it('gives all figures of a plan worked by hand', async () => {
      folder = await TestFolder.with(plan);
      const forecast = { p50: '2026-05-08', p80: '2026-05-08', p95: '2026-05-08' };
      assert.deepEqual(await report(), {
        projects: [
          {
            id: 'shop',
            progress: 0.4,
            open: 1,
            done: 1,
            finish: '2026-05-08',
            earnedValue: {
              currency: 'EUR',
              bac: 1000,
              pv: 600,
              ev: 400,
              ac: 360.5,
              cv: 39.5,
              sv: -200,
              cpi: 400 / 360.5,
              spi: 400 / 600,
              eac: 901.25,
              etc: 540.75,
              vac: 98.75,
              tcpi: 600 / 639.5,
            },
            forecast: { ...forecast, meetsEnd: 1 },
          },
        ],
        goals: [
          { id: 'faster', product: 'bakery', progress: 0.4, keyResults: 0.5, projects: ['shop'], finish: '2026-05-08' },
        ],
        releases: [
          {
            id: 'spring',
            product: 'bakery',
            date: '2026-05-31',
            progress: 0,
            open: 1,
            done: 0,
            finish: '2026-05-08',
            forecast: { ...forecast, meetsDate: 1 },
          },
        ],
        people: [
          {
            id: 'alice',
            weeks: [{ week: '2026-W19', demand: 5, capacity: 5, items: ['shop/design', 'shop/build'] }],
          },
        ],
      });
    });

    it('has all properties also where nothing is known', async () => {
      folder = await TestFolder.with({
        'a.roadmap.yaml': 'product: A\ngoals: { g: G }\nreleases: { r: R }\n',
        'b.project.yaml': 'project: B\n',
      });
      const [goal, release] = [
        { id: 'g', product: 'a', progress: null, keyResults: null, projects: [], finish: null },
        { id: 'r', product: 'a', date: null, progress: null, open: 0, done: 0, finish: null },
      ];
      const figures = ['currency', 'bac', 'pv', 'ev', 'ac', 'cv', 'sv', 'cpi', 'spi', 'eac', 'etc', 'vac', 'tcpi'];
      const unknown = { p50: null, p80: null, p95: null };
      assert.deepEqual(await report(), {
        projects: [
          {
            id: 'b',
            progress: null,
            open: 0,
            done: 0,
            finish: null,
            earnedValue: Object.fromEntries(figures.map((name) => [name, null])),
            forecast: { ...unknown, meetsEnd: null },
          },
        ],
        goals: [goal],
        releases: [{ ...release, forecast: { ...unknown, meetsDate: null } }],
        people: [],
      });
    });

    it('knows no finish and no forecast of a project with open work that has no dates', async () => {
      folder = await TestFolder.with({
        'p.project.yaml': 'project: P\nend: 2026-06-01\nitems: { a: { estimate: 1d }, idea: Idea }\n',
      });
      const [project] = (await report()).projects;
      assert.equal(project?.['finish'], null);
      assert.deepEqual(project.forecast, { p50: null, p80: null, p95: null, meetsEnd: null });
    });

    it('gives money in major units, whatever decimals a currency has', async () => {
      const budget = (total: string): string =>
        `project: P\nbudget: { total: ${total} }\nitems: { a: { estimate: 1d } }\n`;
      folder = await TestFolder.with({
        'bhd.project.yaml': budget('1.125 BHD'),
        'eur.project.yaml': budget('10.05 EUR'),
        'jpy.project.yaml': budget('1200 JPY'),
      });
      const { projects } = await report();
      assert.deepEqual(
        projects.map(({ earnedValue: { currency, bac } }) => [currency, bac]),
        [
          ['BHD', 1.125],
          ['EUR', 10.05],
          ['JPY', 1200],
        ],
      );
    });

    it('adds no amounts of different currencies', async () => {
      folder = await TestFolder.with({
        'p.project.yaml':
          'project: P\nbudget: { total: 10 EUR, lines: { a: { spent: 1 EUR }, b: { spent: 1 USD } } }\nitems: { a: { estimate: 1d } }\n',
      });
      const [project] = (await report()).projects;
      assert.equal(project?.earnedValue['bac'], 10);
      assert.equal(project.earnedValue['ac'], null);
      assert.equal(project.earnedValue['cpi'], null);
      const { out } = await folder.run(['report', ...today]);
      assert.match(out, /\n {2}P has amounts that cannot be added: 1 USD and 10 EUR\.\n/);
    });

    it('counts demand and capacity in days of the person over all projects, with no capacity of suppliers', async () => {
      folder = await TestFolder.with({
        '.throughline.yaml': 'people: { alice: { capacity: 50% }, mill: { kind: supplier } }\n',
        'one.project.yaml':
          'project: One\nstart: 2026-05-11\nitems:\n  a: { estimate: 2d, assignees: alice, start: 2026-05-11, end: 2026-05-15 }\n',
        'two.project.yaml':
          'project: Two\nstart: 2026-05-11\nitems:\n  b: { estimate: 2d, assignees: alice, start: 2026-05-11, end: 2026-05-15 }\n  c: { duration: 1d, assignees: mill, start: 2026-05-11 }\n',
      });
      const { people } = await report();
      assert.deepEqual(people, [
        {
          id: 'alice',
          weeks: [{ week: '2026-W20', demand: 4, capacity: 2.5, items: ['one/a', 'two/b'] }],
        },
        { id: 'mill', weeks: [{ week: '2026-W20', demand: 1, capacity: null, items: ['two/c'] }] },
      ]);
      assert.deepEqual(idsOf((await report('one.project.yaml')).people), ['alice']);
    });

    it('is an empty object, with a sentence beside it, whatever is wrong with the call', async () => {
      folder = await TestFolder.with({ ...plan, 'empty/readme.txt': '' });
      const outcomes = [
        await folder.run(['report', 'gone', '--format', 'json']),
        await folder.run(['report', 'empty', '--format', 'json']),
        await folder.run(['report', '--format', 'json'], { files: diskWithout((path) => path.endsWith('.yaml')) }),
        await folder.run(['report', '--format=json', '--today', 'tomorrow']),
      ];
      for (const { code, out, err } of outcomes) {
        assert.equal(code, 2);
        assert.equal(out, '{}\n');
        assert.notEqual(err, '');
      }
    });
  });

  it('tells of the files that are asked for, and counts all of the plan', async () => {
    folder = await TestFolder.with({ ...plan, 'other.project.yaml': 'project: Other\ngoal: faster\n' });
    const own = await report('shop.project.yaml');
    assert.deepEqual([own.projects, own.goals, own.releases, own.people].map(idsOf), [['shop'], [], [], ['alice']]);
    const product = await report('bakery.roadmap.yaml');
    assert.deepEqual([product.projects, product.goals, product.releases, product.people].map(idsOf), [
      [],
      ['faster'],
      ['spring'],
      ['alice'],
    ]);
    assert.deepEqual(product.goals[0]?.['projects'], ['other', 'shop']);
  });

  describe('for people', () => {
    it('is a page with projects, money, goals, releases and people', async () => {
      folder = await TestFolder.with(plan);
      const { code, out, err } = await folder.run(['report', ...today]);
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.deepEqual(out.split('\n'), [
        'As of 6 May 2026',
        '',
        'Projects',
        'Project  Health                    Done  Open      Finish         End         P80  Meets',
        'Shop     on track (said: at risk)   40%     1  2026-05-08  2026-05-15  2026-05-08   100%',
        '',
        'Money',
        'Project       Budget   PV   EV   AC   CPI   SPI  EAC  VAC',
        'Shop     EUR   1,000  600  400  361  1.11  0.67  901   99',
        '',
        'PV, EV: what was to be done by today is worth, and what is done. AC: what it has cost. CPI: EV / AC.',
        'SPI: EV / PV. EAC: what all will cost if it goes on like this. VAC: what of the budget is left then.',
        '',
        'Goals',
        'Goal           Health    Key results  Work      Finish   Target  Projects',
        'Faster orders  on track          50%   40%  2026-05-08  2026-Q2  shop',
        '',
        'Releases',
        'Release         Health    Done  Open      Finish     Date         P80  Meets',
        'Spring release  on track    0%     1  2026-05-08  2026-05  2026-05-08   100%',
        '',
        'People',
        'Person     W19  W20  W21  W22  W23  W24',
        'Alice Ng  100%',
        '',
        'Done, Work: the share of the work that is done. ≥ a date: work without dates may end later.',
        'P80: by then 80 of 100 simulated runs are finished. Meets: how many of them keep the end or date.',
        '',
      ]);
    });

    it('says what is late, what has no dates, and who has too much to do', async () => {
      folder = await TestFolder.with({
        'p.project.yaml': `project: P
start: 2026-05-06
end: 2026-05-07
people: { alice: Alice Ng }
items:
  a: { title: Dough, duration: 3d, assignees: alice, start: 2026-05-11, end: 2026-05-15 }
  b: { title: Oven, duration: 3d, assignees: alice, start: 2026-05-11, end: 2026-05-15 }
  idea: Idea
`,
      });
      const { out } = await folder.run(['report', ...today]);
      assert.match(out, /\nP {8}off track .* ≥2026-05-15 {2}2026-05-07 {2}≥2026-05-\d\d {6}–\n/);
      assert.match(out, /\n {2}P finishes 6 working days after its end\.\n/);
      assert.match(out, /\n {2}P has 1 open item or milestone without dates, and may end later\.\n/);
      assert.match(out, /\n {2}Alice Ng is to work 10 days of 5 in 2026-W20: Dough, Oven\.\n/);
      assert.doesNotMatch(out, /Money/);
    });

    it('stays within 100 columns with long titles, and shows characters that would steer a terminal', async () => {
      const long = 'A title that goes on and on, '.repeat(5);
      folder = await TestFolder.with({
        'a.roadmap.yaml': `product: A\ngoals: { g: { title: "${long}" } }\nreleases: { r: { title: "${long}" } }\n`,
        'p.project.yaml': `project: "P\\e[31m ${long}"\ngoal: g\nitems: { i: "Item\\e[2J" }\n`,
      });
      const { out } = await folder.run(['report', ...today]);
      for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
      assert.ok(!out.includes('\u001b'));
      assert.ok(out.includes(String.raw`P\u{1b}[31m`), out);
    });

    it('says so where there is nothing to tell of', async () => {
      folder = await TestFolder.with({ 'a.roadmap.yaml': 'product: A\n' });
      const { out } = await folder.run(['report', ...today]);
      assert.equal(out, 'As of 6 May 2026\n\nNo projects, goals, releases or people.\n');
    });
  });

  describe('ends with', () => {
    it('0 where there are findings, and tells what cannot be read as YAML', async () => {
      folder = await TestFolder.with({ ...plan, 'b.project.yaml': 'project: B\nx-note: [open\n' });
      const { code, err } = await folder.run(['report', ...today]);
      assert.equal(code, 0);
      assert.match(err, /^b\.project\.yaml:2 cannot be read, and what stands there is left out: .+\n$/);
    });

    it('2 where a file of the plan cannot be read, and reports on the rest', async () => {
      folder = await TestFolder.with(plan);
      const files = diskWithout((path) => path.endsWith('bakery.roadmap.yaml'));
      const { code, out, err } = await folder.run(['report', ...today], { files });
      assert.equal(code, 2);
      assert.match(out, /\nShop /);
      assert.equal(err, 'bakery.roadmap.yaml cannot be read: permission denied. What stands there is left out.\n');
    });

    it('2 where the arguments cannot be used', async () => {
      folder = await TestFolder.with(plan);
      assert.match((await folder.run(['report', '--format', 'csv'])).err, /Formats are pretty and json\./);
      assert.match((await folder.run(['report', 'nowhere'])).err, /^nowhere does not exist\./);
    });
  });
});
