import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { StatusView } from '../../src/core/views/statusModel';
import { entryKey } from '../../src/preview/entries';
import { Status, statusEntries } from '../../src/preview/status';
import { reportText } from '../../src/preview/statusReport';
import { lanternStatus } from './harness/lanternStatus';

function draw(view: StatusView, marked?: string): string {
  return renderToString(<Status view={view} marked={marked} />);
}

describe('status, drawn', () => {
  it('has scope, time and cost at a glance, each with its state in words, and one tab stop beside the report', () => {
    const html = draw(lanternStatus);
    assert.match(html, /aria-label="Scope, On track"/);
    assert.match(html, /aria-label="Time, At risk"/);
    assert.match(html, /aria-label="Cost, Off track"/);
    assert.match(html, /Finishes 2 working days after its end/);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
  });

  it('lists what needs somebody, milestones and updates', () => {
    const html = draw(lanternStatus);
    assert.match(html, /Issue, due 14 Sep, 2 days overdue, Ben Ortiz/);
    assert.match(html, /and 2 more/);
    assert.match(html, /28 Sep, 5 d late/);
    assert.match(html, /The price feed is blocked by the new contract\./);
  });

  it('says so where there is nothing of a kind', () => {
    const html = draw({ ...lanternStatus, attention: [], milestones: [], updates: [], moreAttention: undefined });
    assert.match(html, /Nothing is late, blocked or unanswered\./);
    assert.match(html, /Nobody has said yet how it goes/);
    assert.doesNotMatch(html, />Milestones</);
  });

  it('marks every entry that the cursor may be in', () => {
    const entries = statusEntries(lanternStatus);
    assert.equal(entries.length, 7);
    for (const entry of entries) assert.match(draw(lanternStatus, entryKey(entry)), /aria-current="true"/);
  });

  it('has a report that can be copied as text', () => {
    assert.match(
      draw(lanternStatus),
      /<article class="report" aria-label="Parts on the van: status on 16 September 2026"/,
    );
    const { report } = lanternStatus;
    assert.ok(report);
    assert.equal(
      reportText(report),
      `Parts on the van: status on 16 September 2026

Health
- At risk

Next
- Scan parts in and out, from 28 Sep
- Low-stock alert, from 29 Sep
`,
    );
    assert.doesNotMatch(draw({ ...lanternStatus, report: undefined }), /Draft status report/);
  });

  it('says what to write while nothing is known', () => {
    assert.match(draw({ ...lanternStatus, constraints: [], facts: [] }), /Nothing to report yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const [update] = lanternStatus.updates;
    const [line] = lanternStatus.attention;
    assert.ok(update && line);
    const html = draw({
      ...lanternStatus,
      attention: [{ ...line, title: text, text, owner: text }],
      updates: [{ ...update, summary: text, done: [text], next: [text], by: text }],
      report: { title: text, sections: [{ title: text, lines: [text] }] },
    });
    assert.doesNotMatch(html, /<img|\sstyle=/);
  });
});
