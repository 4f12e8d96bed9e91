import assert from 'node:assert/strict';
import { hoverIn } from './hoverIn';

/** Today is Monday 4 May 2026, on which the project starts. */
function project(items: string, more = ''): Record<string, string> {
  return { 'a.project.yaml': `project: A\nstart: 2026-05-04\n${more}items:\n${items}` };
}

/** The lines of a hover that are about some facts. */
function facts(text: string, ...labels: readonly string[]): readonly string[] {
  const lines = text.split('\n');
  return lines
    .filter((line, at) => {
      const head = line.startsWith('  - ') ? lines.slice(0, at).findLast((each) => each.startsWith('- ')) : line;
      return labels.some((label) => head?.startsWith(`- **${label}:**`));
    })
    .map((line) => line.replaceAll('**', '').replace(/^( *)- /, '$1'));
}

describe('hover on the schedule of work', () => {
  // Five days from Monday to Friday, three from Monday to Wednesday; nothing else is critical.
  const chain = `  spike: { title: Try it, estimate: 5d }
  api: { title: The API, estimate: 3d, depends_on: spike }
  docs: { title: Write it down, estimate: 1d, depends_on: spike }
`;
  const on = (id: string, items = chain): Record<string, string> =>
    project(items.replace(`  ${id}:`, `  <CURSOR>${id}:`));

  it('tells computed dates, what drives them with its chain, and that it is critical', async () => {
    const { text } = await hoverIn(on('api'));
    assert.deepEqual(facts(text, 'Dates', 'Why', 'Total float'), [
      'Dates: 11 to 13 May 2026, computed',
      'Why: it waits for Try it until 8 May 2026',
      '  Try it starts with its project on 4 May 2026',
      'Total float: none, so it is critical',
    ]);
  });

  it('tells the float in working days', async () => {
    const { text } = await hoverIn(on('docs'));
    assert.deepEqual(facts(text, 'Dates', 'Total float'), [
      'Dates: 11 May 2026, computed',
      'Total float: 2 working days',
    ]);
  });

  it('tells the free float where it is less than the total', async () => {
    const items = `${chain}  print: { title: Print it, estimate: 1d, depends_on: docs }\n`;
    const { text } = await hoverIn(on('docs', items));
    assert.deepEqual(facts(text, 'Total float'), ['Total float: 1 working day; free float none']);
  });

  it('tells of a long chain its nearest causes', async () => {
    const many = Array.from(
      { length: 9 },
      (_, at) =>
        `  i${String(at)}: { title: Step ${String(at)}, estimate: 1d, depends_on: [${at > 0 ? `i${String(at - 1)}` : ''}] }\n`,
    );
    const { text } = await hoverIn(on('i8', many.join('')));
    assert.deepEqual(facts(text, 'Why'), [
      'Why: it waits for Step 7 until 13 May 2026',
      '  Step 7 waits for Step 6 until 12 May 2026',
      '  Step 6 waits for Step 5 until 11 May 2026',
      '  Step 5 waits for Step 4 until 8 May 2026',
      '  and so on',
    ]);
  });

  it('tells dates that are stated, in part or as a whole, and those of what is done', async () => {
    const dates = async (fields: string): Promise<unknown> =>
      facts((await hoverIn(project(`  <CURSOR>x: { title: X, estimate: 2d, ${fields} }\n`))).text, 'Dates', 'Why');
    assert.deepEqual(await dates('start: 2026-05-11, end: 2026-05-15'), ['Dates: 11 to 15 May 2026, as stated']);
    assert.deepEqual(await dates('start: 2026-05-11'), ['Dates: 11 to 12 May 2026, the end computed']);
    assert.deepEqual(await dates('end: 2026-05-15'), ['Dates: 14 to 15 May 2026, the start computed']);
    assert.deepEqual(await dates('started: 2026-04-27, finished: 2026-05-01'), ['Dates: 27 April 2026 to 1 May 2026']);
    assert.deepEqual(await dates('status: done'), []);
    assert.deepEqual(await dates('status: dropped'), []);
  });

  it('tells why dates are not known, and makes none up', async () => {
    const { text } = await hoverIn(project('  <CURSOR>x: X\n'));
    assert.deepEqual(facts(text, 'Dates', 'Why', 'Total float'), [
      'Dates: not known, since it has neither an estimate, a duration nor dates',
    ]);
    const cycle =
      '  <CURSOR>x: { title: X, estimate: 1d, depends_on: y }\n  y: { title: Y, estimate: 1d, depends_on: x }\n';
    assert.match(facts((await hoverIn(project(cycle))).text, 'Dates').join(), /^Dates: not known, since it /);
  });

  it('compares a deadline with the finish', async () => {
    const deadline = async (day: string): Promise<unknown> =>
      facts((await hoverIn(project(`  <CURSOR>x: { title: X, estimate: 5d, deadline: ${day} }\n`))).text, 'Deadline');
    assert.deepEqual(await deadline('2026-05-06'), ['Deadline: 6 May 2026, 2 working days late']);
    assert.deepEqual(await deadline('2026-05-08'), ['Deadline: 8 May 2026, with no day to spare']);
    assert.deepEqual(await deadline('2026-05-12'), ['Deadline: 12 May 2026, 2 working days to spare']);
  });

  it('tells by when it is finished with 80 % probability, as the plan is small', async () => {
    const certain = 'estimate: { optimistic: 5d, likely: 5d, pessimistic: 5d }';
    const { text } = await hoverIn(project(`  <CURSOR>x: { title: X, ${certain}, deadline: 2026-05-08 }\n`));
    assert.deepEqual(facts(text, 'P80'), ['P80: 8 May 2026; the deadline is kept in 100 % of 10,000 simulated runs']);
  });

  it('does not simulate a large plan for a hover, and tells what is known of it', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `  i${String(at)}: { title: I, estimate: 1d }\n`).join('');
    const { text } = await hoverIn(project(`  <CURSOR>x: { title: X, estimate: 5d, deadline: 2026-05-08 }\n${many}`));
    assert.deepEqual(facts(text, 'P80'), []);
    assert.deepEqual(facts(text, 'Dates'), ['Dates: 4 to 8 May 2026, computed']);
  });

  it('tells what a parent takes from what is below it', async () => {
    const { text } = await hoverIn(
      project(`  <CURSOR>all:
    title: All
    items:
      one: { title: One, estimate: 2d, status: done, started: 2026-04-30, finished: 2026-05-01 }
      two: { title: Two, estimate: 3d }
`),
    );
    assert.deepEqual(facts(text, 'Status', 'Dates'), [
      'Status: in-progress, 40 % done (1 of 2 items)',
      'Dates: 30 April to 6 May 2026, from what is below it',
    ]);
  });

  it('waits for somebody who is busy', async () => {
    const items = `  one: { title: One, estimate: 5d, assignees: dana }
  <CURSOR>two: { title: Two, estimate: 2d, assignees: dana }
`;
    const { text } = await hoverIn(project(items, 'people: { dana: Dana Roy }\n'));
    assert.match(facts(text, 'Why').join(), /waits for Dana Roy, who is on One until 8 May 2026/);
  });

  describe('of a milestone', () => {
    const milestone = async (fields: string): Promise<readonly string[]> => {
      const more = `milestones: { <CURSOR>m: { title: M, ${fields} } }\n`;
      const { text } = await hoverIn(project('  x: { title: X, estimate: 5d, milestone: m }\n', more));
      return facts(text, 'Date', 'Reached', 'Why');
    };

    it('is its own date, and when it comes where that is later', async () => {
      assert.deepEqual(await milestone('date: 2026-05-20'), ['Date: 20 May 2026']);
      assert.deepEqual(await milestone('date: 2026-05-06'), [
        'Date: 6 May 2026; comes on 8 May 2026, 2 working days late',
        'Why: it waits for X until 8 May 2026',
        '  X starts with its project on 4 May 2026',
      ]);
    });

    it('is computed where it states none, and over where it is reached', async () => {
      assert.deepEqual((await milestone('notes: none'))[0], 'Date: 8 May 2026, computed');
      assert.deepEqual(await milestone('date: 2026-05-01, reached: 2026-05-02'), [
        'Date: 1 May 2026',
        'Reached: 2 May 2026',
      ]);
    });
  });

  it('holds with CRLF, emoji and flow style', async () => {
    const { text, on: word } = await hoverIn({
      'a.project.yaml':
        'project: "🚀"\r\nstart: 2026-05-04\r\nitems: { "🎉": X, spike: { title: "Try 🦊", estimate: 5d }, <CURSOR>api: { title: B, estimate: 3d, depends_on: spike } }\r\n',
    });
    assert.equal(word, 'api');
    assert.deepEqual(facts(text, 'Why')[0], 'Why: it waits for Try 🦊 until 8 May 2026');
  });
});
