import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { exportFormats, type TextFormat } from '../../../src/core/exports/formats';
import type { ViewName } from '../../../src/core/views/viewNames';
import { naughtyPlan } from '../naughtyPlan';
import { planFrom } from '../planFrom';
import { allExports } from './allExports';

const today = '2026-05-04';

const shop = {
  'shop.roadmap.yaml': `product: Shop
goals:
  faster:
    title: Pay in under a minute
    owner: Alice Ng
    horizon: now
    target: 2026-Q3
    key_results: { time: { title: Time to pay, baseline: 90 s, target: 45 s, current: 60 s } }
  kept: { title: Customers come back, horizon: later }
  old: { title: Given up, status: dropped, target: 2026-06 }
releases:
  summer: { title: Summer, date: 2026-06-15 }
  quarter: { title: Autumn, date: 2026-Q4 }
  never: { title: Never, date: 2026-07-01, status: cancelled }
`,
  'checkout.project.yaml': `project: Checkout
goal: faster
start: 2026-05-04
end: 2026-05-29
items:
  form:
    title: The payment form
    items:
      draw: { title: Draw it, estimate: 2d, status: done, started: 2026-04-27, finished: 2026-04-28 }
      build: { title: Build it, estimate: 5d, depends_on: draw, deadline: 2026-05-20 }
  alone: { title: Tell customers, estimate: 1d, depends_on: build }
milestones:
  live: { title: Live for all, date: 2026-05-28 }
`,
};

async function exported(format: TextFormat, name: keyof typeof shop, view?: ViewName): Promise<string> {
  const plan = await planFrom(shop, today);
  const text = plan.service.exportText(plan.uri(name), format, view);
  assert.ok(text !== undefined);
  return text;
}

describe('an export', () => {
  describe('as Markdown', () => {
    it('has the goals of a board in a table', async () => {
      const text = await exported('md', 'shop.roadmap.yaml');
      assert.match(text, /^# Shop: Board\n/);
      assert.match(text, /^\| Horizon \| Goal \| Owner \| Target \| Measures \| Projects \|$/m);
      assert.match(
        text,
        /^\| Now \| Pay in under a minute \| Alice Ng \| 2026-Q3 \| Time to pay: from 90 s to 45 s, now 60 s, 67 % \| Checkout, /m,
      );
      assert.doesNotMatch(text, /Given up/);
    });

    it('moves what stands below another row to the right', async () => {
      const text = await exported('md', 'checkout.project.yaml');
      assert.match(text, /^\| The payment form \|/m);
      assert.match(text, /^\| \u00a0{3}Build it \|/m);
    });
  });

  it('as CSV is read by others, with the level of each row', async () => {
    const rows = parse<Record<string, string>>(await exported('csv', 'checkout.project.yaml'), { columns: true });
    const build = rows.find((row) => row['Title'] === 'Build it');
    assert.equal(build?.['Level'], '2');
    assert.equal(build['Start'], '2026-05-04');
    assert.equal(build['Finish'], '2026-05-08');
    assert.match(build['Note'] ?? '', /deadline 2026-05-20/);
  });

  it('as a Gantt chart of Mermaid has sections, dates and what is critical', async () => {
    const lines = (await exported('mermaid', 'checkout.project.yaml')).split('\n');
    assert.equal(lines[0], 'gantt');
    assert.ok(lines.includes('  excludes saturday, sunday'));
    assert.ok(lines.includes('  section The payment form'));
    assert.ok(lines.includes('  Draw it :done, 2026-04-27, 2026-04-29'), lines.join('\n'));
    assert.ok(lines.some((line) => /^ {2}Live for all :milestone,.*2026-05-28, 0d$/.test(line)));
    const rest = lines.indexOf('  section Others');
    assert.ok(rest > 0 && lines.slice(rest).some((line) => line.startsWith('  Tell customers :')));
  });

  it('as a flowchart of Mermaid leads from projects over goals to the product', async () => {
    const text = await exported('mermaid', 'shop.roadmap.yaml');
    assert.match(text, /^flowchart LR\n {2}n0\(\["Shop"\]\)\n/);
    const nodeOf = (title: string): string => new RegExp(`^ {2}(n\\d+).*"${title}`, 'm').exec(text)?.[1] ?? '';
    assert.ok(text.includes(`  ${nodeOf('Checkout')} --> ${nodeOf('Pay in under a minute')}\n`), text);
  });

  describe('as iCalendar', () => {
    const events = (text: string): readonly string[] =>
      new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event))
        .map(({ summary, startDate, endDate }) => `${startDate.toString()}..${endDate.toString()} ${summary}`);

    it('has the releases and goals of a roadmap, by the last day of their period', async () => {
      assert.deepEqual(events(await exported('ics', 'shop.roadmap.yaml')), [
        '2026-06-15..2026-06-16 Release: Summer',
        '2026-09-30..2026-10-01 Goal: Pay in under a minute',
        '2026-12-31..2027-01-01 Release: Autumn',
      ]);
    });

    it('has the milestones, deadlines and end of a project', async () => {
      assert.deepEqual(events(await exported('ics', 'checkout.project.yaml')), [
        '2026-05-20..2026-05-21 Deadline: Build it',
        '2026-05-28..2026-05-29 Milestone: Live for all',
        '2026-05-29..2026-05-30 Committed end: Checkout',
      ]);
    });

    it('keeps its lines within 75 bytes, and names an event the same each time', async () => {
      const text = await exported('ics', 'shop.roadmap.yaml');
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.match(text, /^UID:release\/shop\/releases\/summer@throughline\r$/m);
    });
  });

  it('as SVG has a bar for all that has dates, and no way out', async () => {
    const text = await exported('svg', 'checkout.project.yaml');
    assert.match(text, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.ok((text.match(/class="bar /g) ?? []).length >= 3);
    assert.doesNotMatch(text, /<script|<foreignObject|<image|href=|url\(|@import/);
  });

  it('is undefined for a file without views, and for a view that the format cannot hold', async () => {
    const plan = await planFrom({ ...shop, '.throughline.yaml': '' }, today);
    assert.equal(plan.service.exportText(plan.uri('.throughline.yaml'), 'md'), undefined);
    assert.equal(plan.service.exportText(plan.uri('none.roadmap.yaml'), 'md'), undefined);
    assert.equal(plan.service.exportText(plan.uri('shop.roadmap.yaml'), 'mermaid', 'priorities'), undefined);
  });
});

describe('an export of a plan full of naughty texts', () => {
  let exports: ReturnType<typeof allExports>;

  before(async () => {
    exports = allExports(await planFrom(naughtyPlan(), today, undefined, naughtyPlan(7)));
    assert.deepEqual(
      new Set(exports.map(({ format }) => format)),
      new Set(Object.keys(exportFormats).filter((format) => format !== 'html' && format !== 'png')),
    );
  });

  const of = (format: TextFormat): typeof exports => exports.filter((each) => each.format === format);

  it('holds those texts', () => {
    for (const format of ['md', 'csv', 'svg', 'ics', 'mermaid'] as const) {
      assert.ok(
        of(format).some(({ text }) => text.includes('harm')),
        format,
      );
    }
  });

  it('tells what changed from one of them to another', () => {
    const overviews = of('md').filter(({ view }) => view === 'overview');
    assert.ok(overviews.some(({ text }) => /Renamed, it was “.*harm/.test(text)));
  });

  it('has no formula in a cell of CSV, and whole rows', () => {
    for (const { text, view } of of('csv')) {
      if (text === '') continue;
      const rows: string[][] = parse(text);
      for (const cell of rows.flat())
        assert.doesNotMatch(cell, /^\s*[=+@\t\r]|^\s*-(?!\d+(?:\.\d+)?$)/, `${view}: ${cell}`);
    }
  });

  it('makes no element, link or heading of a text in Markdown', () => {
    for (const { text, view } of of('md')) {
      assert.doesNotMatch(text, /<(?!br>)/, view);
      assert.doesNotMatch(text, /(?<!\\)\]\(/, view);
      for (const line of text.split('\n')) {
        const columns = line.match(/(?<!\\)\|/g)?.length ?? 0;
        assert.ok(columns === 0 || line.startsWith('| '), `a table in ${view}: ${line.slice(0, 100)}`);
      }
    }
  });

  it('is one calendar with the events that it should have', () => {
    for (const { text } of of('ics')) {
      const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
      for (const event of calendar.getAllSubcomponents('vevent')) {
        assert.match(new ICAL.Event(event).summary, /^(?:Release|Goal|Milestone|Deadline|Committed end): /);
      }
    }
  });
});
