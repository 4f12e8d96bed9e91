import assert from 'node:assert/strict';
import { hoverIn } from './hoverIn';

const text = async (files: Readonly<Record<string, string>>): Promise<string> => (await hoverIn(files)).text;

/** A project that starts today, Monday 4 May 2026. */
const inProject = (yaml: string): Promise<string> =>
  text({ 'a.project.yaml': `project: A\nstart: 2026-05-04\n${yaml}` });
const inRoadmap = (yaml: string): Promise<string> => text({ 'a.roadmap.yaml': `product: A\n${yaml}` });

describe('hover on a value', () => {
  describe('that is a length of time', () => {
    it('tells it in days and hours of the calendar of its file', async () => {
      const calendar = 'calendar: { hours_per_day: 6, workdays: [mon, tue, wed, thu] }\n';
      const inCalendar = (length: string): Promise<string> =>
        inProject(`${calendar}sizes: { M: <CURSOR>${length} }\nitems: {}\n`);
      assert.equal(
        await inCalendar('2w'),
        '**2 weeks**\n\n- **Working time:** 8 days or 48 hours, at 6 hours a day and 4 days a week',
      );
      assert.equal(await inCalendar('5d'), '**5 days**\n\n- **Working time:** 30 hours, at 6 hours a day');
      assert.equal(await inCalendar('9h'), '**9 hours**\n\n- **Working time:** 1\\.5 days, at 6 hours a day');
      assert.equal(
        await inCalendar('1mo'),
        '**1 month**\n\n- **Working time:** 20 days or 120 hours, at 6 hours a day',
      );
      assert.equal(await inCalendar('6ed'), '**6 elapsed days**\n\n- **Elapsed time:** it passes on free days too');
    });

    it('tells the finish that it leads to from the start of its item', async () => {
      const item = (fields: string): Promise<string> => inProject(`items: { x: { title: X, ${fields} } }\n`);
      assert.match(await item('duration: <CURSOR>3d'), /\*\*Leads to:\*\* 6 May 2026, from its start on 4 May 2026$/);
      assert.match(
        await item('start: 2026-05-08, duration: <CURSOR>3ed'),
        /\*\*Leads to:\*\* 10 May 2026, from its start on 8 May 2026$/,
      );
      assert.match(
        await item('estimate: <CURSOR>3d, assignees: { dana: 50% }'),
        /\*\*Leads to:\*\* 11 May 2026, from its start on 4 May 2026, by those who do it$/,
      );
    });

    it('tells no finish of what is done, has its dates, or is no length of the item', async () => {
      const item = (fields: string): Promise<string> => inProject(`items: { x: { title: X, ${fields} } }\n`);
      assert.doesNotMatch(await item('duration: <CURSOR>3d, status: done'), /Leads to/);
      assert.doesNotMatch(await item('estimate: <CURSOR>3d, start: 2026-05-04, end: 2026-05-20'), /Leads to/);
      assert.doesNotMatch(await item('estimate: 3d, spent: <CURSOR>1d'), /Leads to/);
      assert.doesNotMatch(await item('estimate: { optimistic: <CURSOR>1d, likely: 2d, pessimistic: 3d }'), /Leads to/);
    });

    it('tells what a size stands for', async () => {
      const size = (yaml: string): Promise<string> => inProject(`${yaml}items: { x: { title: X, size: <CURSOR>M } }\n`);
      assert.match(await size(''), /- \*\*Here:\*\* 5 days by the sizes of this project$/);
      assert.match(await size('sizes: { M: 1w }\n'), /- \*\*Here:\*\* 1 week by the sizes of this project$/);
    });

    it('tells what PERT makes of three points', async () => {
      // (3 + 4 × 5 + 12) / 6 = 5.83 and (12 − 3) / 6 = 1.5
      const expected = /PERT mean 5\.83 days, standard deviation 1\.5 days/;
      const points = '{ optimistic: 3d, likely: 5d, pessimistic: 12d }';
      assert.match(await inProject(`items: { x: { title: X, <CURSOR>estimate: ${points} } }\n`), expected);
      assert.match(
        await inProject(
          `items: { x: { title: X, estimate: { <CURSOR>likely: 5d, optimistic: 3d, pessimistic: 12d } } }\n`,
        ),
        expected,
      );
      assert.match(await inProject(`items: { <CURSOR>x: { title: X, estimate: ${points} } }\n`), expected);
      assert.doesNotMatch(
        await inProject('items: { x: { title: X, <CURSOR>estimate: { likely: 5d } } }\n'),
        /PERT|NaN/,
      );
    });
  });

  describe('that is money', () => {
    const budget = (rates: string): string =>
      `budget: { total: 1000 EUR${rates}, lines: { l: { planned: <CURSOR>200.50 USD } } }\n`;

    it('tells it in the currency of the project, where there is a rate', async () => {
      assert.equal(
        await inProject(budget(', exchange_rates: { USD: 0.9 }')),
        '**200\\.50 USD**\n\n- **In EUR:** 180\\.45 EUR, by the exchange rates of the budget',
      );
    });

    it('says that there is no rate', async () => {
      assert.match(
        await inProject(budget('')),
        /- \*\*In EUR:\*\* not known, as the budget has no exchange rate for USD$/,
      );
    });

    it('shows a large amount with separators, and converts a rate', async () => {
      assert.equal(await inProject('budget: { total: <CURSOR>1200000 EUR }\n'), '**1,200,000 EUR**');
      assert.equal(
        await inProject(
          'people: { dana: { name: Dana, rate: <CURSOR>500 USD/d } }\nbudget: { total: 1 EUR, exchange_rates: { USD: 0.9 } }\n',
        ),
        '**500 USD a day**\n\n- **In EUR:** 450 EUR a day, by the exchange rates of the budget',
      );
      assert.equal(await inProject('risks: { r: { title: R, impact: [<CURSOR>5000 EUR, 2w] } }\n'), '**5,000 EUR**');
    });
  });

  describe('that is a score', () => {
    const features = (fields: string): string => `features:
  a: { title: A, rice: { reach: 100, impact: 2, confidence: 50%, effort: 1 }${fields} }
  b: { title: B, rice: { reach: 900, impact: 2, confidence: 80%, effort: 3 }, wsjf: { value: 8, time_criticality: 5, risk_reduction: 2, job_size: 4 } }
`;

    it('tells its arithmetic and its rank', async () => {
      const card = await inRoadmap(features('').replace('  b:', '  <CURSOR>b:'));
      assert.match(card, /- \*\*RICE:\*\* 900 × 2 × 80 % \/ 3 = 480, rank 1 of 2$/m);
      assert.match(card, /- \*\*WSJF:\*\* \(8 \+ 5 \+ 2\) \/ 4 = 3\.75, rank 1 of 1$/m);
      assert.match(
        await inRoadmap(features('').replace('rice', '<CURSOR>rice')),
        /- \*\*Here:\*\* 100 × 2 × 50 % \/ 1 = 100, rank 2 of 2$/,
      );
      assert.match(
        await inRoadmap(features('').replace('job_size', '<CURSOR>job_size')),
        /- \*\*Here:\*\* .* = 3\.75, rank 1 of 1$/,
      );
    });

    it('gives no rank to what is over, and says what is missing', async () => {
      assert.match(
        await inRoadmap(features(', status: released').replace('  a:', '  <CURSOR>a:')),
        /\*\*RICE:\*\* 100 × 2 × 50 % \/ 1 = 100$/m,
      );
      const idea = await inRoadmap('ideas: { <CURSOR>i: { title: I, rice: { impact: 2, confidence: 50% } } }\n');
      assert.match(idea, /^\*\*I\*\*\n\nIdea · A · new\n\n- \*\*RICE:\*\* lacks reach and effort$/);
    });
  });

  it('finds its place in CRLF, after emoji, and behind an anchor', async () => {
    const files = {
      'a.project.yaml':
        'project: "🚀"\r\nstart: 2026-05-04\r\nitems:\r\n  "🎉 x": { title: "🦊", duration: &d <CURSOR>3d }\r\n  y: { title: Y, duration: *d }\r\n',
    };
    const { text: card, on } = await hoverIn(files);
    assert.equal(on, '3d');
    assert.match(card, /^\*\*3 days\*\*/);
  });

  it('is silent on a value that is broken', async () => {
    for (const value of ['3 Tage', '12..EUR', '']) {
      const files = { 'a.project.yaml': `project: A\nitems: { x: { title: X, duration: <CURSOR>${value} } }\n` };
      await assert.rejects(hoverIn(files), /nothing is shown/);
    }
  });
});
