import assert from 'node:assert/strict';
import { fullClient, inProject, offeredIn, type Offered } from './completionIn';

const item = (line: string, more = ''): Promise<Offered> =>
  offeredIn(inProject(`project: A\n${more}items:\n  a:\n    title: X\n    ${line}\n`));
const inFile = (line: string): Promise<Offered> => offeredIn(inProject(`project: A\n${line}\n`));

describe('Values', () => {
  it('of an enumeration come with their meaning', async () => {
    const offered = await item('status: <CURSOR>');
    assert.deepEqual(offered.labels, ['todo', 'in-progress', 'blocked', 'done', 'dropped']);
    assert.match(offered.detail('blocked'), /something is in the way/);
    assert.match(offered.detail('todo'), /The default/);
    assert.match(offered.accepted('in-progress'), /\n {4}status: in-progress\n$/);
  });

  it('take the place of all of the value', async () => {
    const offered = await item('status: do<CURSOR>ne');
    assert.match(offered.accepted('todo'), /\n {4}status: todo\n$/);
  });

  it('follow a colon that lacks its blank', async () => {
    assert.match((await item('status:<CURSOR>')).accepted('done'), /\n {4}status: done\n$/);
  });

  it('stay in the quotes that are there', async () => {
    assert.match((await item('status: "<CURSOR>"')).accepted('done'), /\n {4}status: "done"\n$/);
    assert.match((await item("status: 'do<CURSOR>")).accepted('done'), /\n {4}status: 'done\n$/);
  });

  it('that are true or false say so', async () => {
    const offered = await item('sequential: <CURSOR>');
    assert.deepEqual(offered.labels, ['true', 'false']);
    assert.equal(offered.item('false').labelDetails?.description, 'the default');
  });

  it('of a list leave out what is in it', async () => {
    const offered = await inFile('calendar:\n  workdays: [mon, <CURSOR>]');
    assert.deepEqual(offered.labels, ['tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
    assert.equal(offered.detail('tue'), 'Tuesday');
    const whole = await inFile('calendar:\n  workdays: <CURSOR>');
    assert.equal(whole.labels[0], '[mon, tue, wed, thu, fri]');
  });

  it('of a list of lines each have their dash', async () => {
    const offered = await inFile('calendar:\n  workdays:\n    - mon\n    <CURSOR>');
    assert.match(offered.accepted('- tue'), /\n {4}- mon\n {4}- tue\n$/);
  });

  describe('that are dates', () => {
    it('say what they are', async () => {
      const offered = await inFile('end: <CURSOR>');
      assert.deepEqual(offered.labels, ['2026-05-04', '2026-05-05', '2026-06-30', '2026-09-30', '2026-08-14']);
      assert.equal(offered.detail('2026-05-04'), 'Today · Monday, 4 May 2026');
      assert.match(offered.detail('2026-05-05'), /^Next working day/);
      assert.match(offered.detail('2026-06-30'), /^End of this quarter/);
      assert.match(offered.detail('2026-09-30'), /^End of the next quarter/);
      assert.match(offered.detail('2026-08-14'), /^Release: Summer release/);
      assert.match(offered.item('2026-08-14').filterText ?? '', /Summer/);
    });

    it('count in the calendar of the file', async () => {
      const offered = await inFile('calendar: { workdays: [thu], holidays: 2026-05-07 }\nend: <CURSOR>');
      assert.match(offered.detail('2026-05-14'), /^Next working day/);
    });

    it('look back where something has happened', async () => {
      const offered = await item('finished: <CURSOR>');
      assert.deepEqual(offered.labels.slice(0, 2), ['2026-05-04', '2026-05-01']);
      assert.match(offered.detail('2026-05-01'), /^Last working day/);
    });

    it('name the project’s own days in what is below it', async () => {
      const offered = await item('deadline: <CURSOR>', 'start: 2026-05-04\nend: 2026-09-30\n');
      assert.match(offered.detail('2026-09-30'), /^End of the next quarter · End of the project/);
      assert.match(offered.detail('2026-05-04'), /^Today · Start of the project/);
    });

    it('are ranges where days off are meant', async () => {
      const offered = await offeredIn({ 'a.roadmap.yaml': 'product: A\npeople:\n  a: { name: A, away: <CURSOR> }\n' });
      assert.match(offered.detail('2026-05-11..2026-05-15'), /^Next week/);
      const typed = await offeredIn({ 'a.roadmap.yaml': 'product: A\npeople:\n  a: { away: 2026-05-11..<CURSOR> }\n' });
      assert.ok(typed.labels.includes('2026-05-11..2026-06-30'));
    });

    it('are periods where a period is meant', async () => {
      const offered = await offeredIn({
        'a.roadmap.yaml':
          'product: A\nreleases:\n  r: { title: Two, date: 2027-H1 }\ngoals:\n  g:\n    title: G\n    target: <CURSOR>\n',
      });
      assert.match(offered.detail('2026-Q2'), /^This quarter · 1 April 2026 to 30 June 2026$/);
      assert.match(offered.detail('2026-W19'), /^This week/);
      assert.match(offered.detail('2026-H2'), /^Next half year/);
      assert.match(offered.detail('2027'), /^Next year/);
      assert.match(offered.detail('2027-H1'), /^Release: Two/);
    });

    it('turn the year as the calendar does', async () => {
      const files = { 'a.roadmap.yaml': 'product: A\ngoals:\n  g: { title: G, target: <CURSOR> }\n' };
      const { labels } = await offeredIn(files, fullClient, '2026-12-30');
      for (const period of ['2026-Q4', '2027-Q1', '2026-12', '2027-01', '2026-W53', '2027-W01', '2027-H1']) {
        assert.ok(labels.includes(period), `${period} in ${labels.join()}`);
      }
    });
  });

  describe('that are lengths', () => {
    it('say how many hours they are in the calendar of the file', async () => {
      const offered = await item('duration: <CURSOR>', 'calendar: { hours_per_day: 6, workdays: [mon, tue, wed] }\n');
      assert.equal(offered.detail('1w'), '1 week · 18 h of work');
    });

    it('take the number that is typed', async () => {
      const offered = await item('spent: 3<CURSOR>');
      assert.deepEqual(offered.labels, ['3h', '3d', '3w', '3mo', '3ed']);
      assert.equal(offered.list.isIncomplete, true);
    });

    it('of an estimate may be three points', async () => {
      const offered = await item('estimate: <CURSOR>');
      assert.match(
        offered.accepted('{ optimistic, likely, pessimistic }'),
        /estimate: \{ optimistic: 3d, likely: 5d, pessimistic: 12d \}\n$/,
      );
    });

    it('of a size are those of the project', async () => {
      const offered = await item('size: <CURSOR>', 'sizes: { M: 3d }\n');
      assert.equal(offered.detail('M'), '3 days in this project');
      assert.equal(offered.detail('L'), '10 days');
    });
  });

  it('that are percentages take the number that is typed', async () => {
    assert.ok((await item('progress: <CURSOR>')).labels.includes('50%'));
    assert.deepEqual((await item('progress: 37<CURSOR>')).labels, ['37%']);
    assert.deepEqual((await item('progress: 370<CURSOR>')).labels, []);
  });

  it('that are money are in the currency of the plan', async () => {
    const budget = 'budget:\n  total: 5000 CHF\n  contingency: ';
    const offered = await inFile(`${budget}<CURSOR>`);
    assert.deepEqual(offered.labels, ['… CHF']);
    assert.match(offered.accepted('… CHF'), /contingency: 0 CHF\n$/);
    assert.deepEqual((await inFile(`${budget}1200<CURSOR>`)).labels, ['1200 CHF']);
    assert.match((await inFile(`${budget}1200 C<CURSOR>`)).accepted('1200 CHF'), /contingency: 1200 CHF\n$/);
    const people = 'people:\n  a: { name: A, rate: 600 SEK/d }\n  b: { name: B, rate: <CURSOR> }';
    assert.deepEqual((await offeredIn({ 'a.project.yaml': `project: A\n${people}\n` })).labels, ['… SEK/d', '… SEK/h']);
  });

  it('of a risk are words, shares, money or time', async () => {
    const risk = (line: string): Promise<Offered> => inFile(`risks:\n  r:\n    title: R\n    ${line}`);
    const { labels } = await risk('probability: <CURSOR>');
    assert.ok(labels.includes('medium') && labels.includes('25%'));
    const impact = (await risk('impact: <CURSOR>')).labels;
    assert.ok(impact.includes('2w') && impact.includes('… EUR'));
  });

  it('that measure keep the unit of those beside them', async () => {
    const result = (line: string): Promise<Offered> =>
      offeredIn({
        'a.roadmap.yaml': `product: A\ngoals:\n  g:\n    title: G\n    key_results:\n      r: { title: R, baseline: 140 s, ${line} }\n`,
      });
    assert.deepEqual((await result('target: <CURSOR>')).labels, ['… s']);
    assert.match((await result('target: 60<CURSOR>')).accepted('60 s'), /target: 60 s \}/);
  });

  it('that are countries are found by their names', async () => {
    const offered = await inFile('calendar:\n  country: <CURSOR>');
    assert.match(offered.item('NO').filterText ?? '', /Norway/);
    const used = await inFile('people:\n  a: { name: A, country: PT }\ncalendar:\n  country: <CURSOR>');
    assert.equal(used.labels[0], 'PT');
  });

  it('in flow style and behind emoji are found as elsewhere', async () => {
    const offered = await offeredIn(inProject('project: A\nitems:\n  a: { title: "🚀 Go 🚀", status: <CURSOR> }\n'));
    assert.match(offered.accepted('done'), /a: \{ title: "🚀 Go 🚀", status: done \}/);
  });

  it('of a list in brackets follow a comma', async () => {
    const offered = await item('depends_on: [b, <CURSOR>', 'milestones: { b: B, c: C }\n');
    assert.match(offered.accepted('c'), /depends_on: \[b, c\n$/);
  });
});
