import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { allHints, assertHints, noHints, withHints } from './hintsIn';

const dates = { ...noHints, dates: true };

/** Today is Monday 4 May 2026, on which the projects start. */
describe('inlay hints with dates', () => {
  it('stand behind the entry of one line, and behind the key of a longer one', async () => {
    await assertHints(
      `project: A
start: 2026-05-04
milestones:
  live: Live⟦11 May⟧
items:
  spike: { title: Try it, estimate: 5d }⟦4–8 May⟧
  api:⟦11 May⟧
    title: The API
    estimate: 1d
    depends_on: spike
    milestone: live
  more: Something else
`,
      dates,
    );
  });

  it('give the day that is missing where one is stated, and none where both are', async () => {
    await assertHints(
      `project: A
items:
  one: { title: One, estimate: 2d, start: 2026-05-11 }⟦until 12 May⟧
  two: { title: Two, estimate: 2d, end: 2026-05-12 }⟦from 11 May⟧
  both: { title: Both, start: 2026-05-11, end: 2026-05-12 }
  begun: { title: Begun, estimate: 4d, started: 2026-05-01, progress: 50% }⟦until 5 May⟧
milestones:
  dated: { title: Dated, date: 2026-05-20 }
`,
      dates,
    );
  });

  it('say nothing of what is done, dropped, reached or unknown', async () => {
    await assertHints(
      `project: A
items:
  done: { title: Done, estimate: 2d, status: done }
  dropped: { title: Dropped, estimate: 2d, status: dropped }
  unknown: { title: Unknown }
  ring: { title: Ring, estimate: 1d, depends_on: ring }
milestones:
  reached: { title: Reached, reached: 2026-05-01 }
`,
      dates,
    );
  });

  it('give a parent the dates of what is below it, and name months and years as far as needed', async () => {
    await assertHints(
      `project: A
start: 2026-05-04
items:
  all:⟦4 May – 12 Jun⟧
    title: All
    items:
      one: { title: One, estimate: 20d }⟦4–29 May⟧
      two: { title: Two, estimate: 10d, depends_on: one }⟦1–12 Jun⟧
  far: { title: Far, estimate: 5d, not_before: 2027-12-29 }⟦29 Dec 2027 – 4 Jan 2028⟧
`,
      dates,
    );
  });

  it('say what drives the dates, without any Markdown of the plan', async () => {
    const plan = await planFrom({
      'a.project.yaml':
        'project: A\nstart: 2026-05-04\nitems:\n  a: { title: "**[x](command:y)**", estimate: 1d }\n  b: { title: B, estimate: 1d, depends_on: a }\n',
    });
    const [, hint] = plan.service.inlayHints(
      plan.uri('a.project.yaml'),
      { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      dates,
    );
    assert.deepEqual(hint?.tooltip, {
      kind: 'markdown',
      value:
        'Computed: it waits for \\*\\*\\[x\\](command:y)\\*\\* until 4 May 2026.\n\nIt is critical: no float is left.',
    });
    assert.equal(hint.paddingLeft, true);
    assert.equal(hint.kind, undefined);
  });

  it('keep to flow style, comments, quotes, odd colons, CRLF and emoji', async () => {
    await assertHints(
      `project: "🚀"\r
start: 2026-05-04\r
items:\r
  "🎉 a"  :⟦4 May⟧ # before "🦊"\r
    estimate: 1d\r
    title: "🦊"\r
  b: { title: B, estimate: 1d, items: { c: { title: C, estimate: 2d }⟦4–5 May⟧, d: { title: D, estimate: 1d }⟦4 May⟧ } }⟦4–5 May⟧ # behind\r
  e:⟦4 May⟧ {\r
    title: E, estimate: 1d }\r
  ? f⟦4 May⟧\r
  : title: F\r
    estimate: 1d\r
`,
      dates,
    );
  });

  it('stand once where anchors, aliases and merge keys put one text into several places', async () => {
    await assertHints(
      `project: A
start: 2026-05-04
x-base: &base { estimate: 2d }
items:
  a: &a { title: A, <<: *base }⟦4–5 May⟧
  b: *a⟦4–5 May⟧
  <<: { c: { title: C, estimate: 1d }⟦4 May⟧ }
`,
      dates,
    );
  });

  it('stay in a file of which another entry is broken, and make no place up', async () => {
    await assertHints(
      `project: A
start: 2026-05-04
items:
  bad: { title: "never closed
  good:⟦4–5 May⟧
    title: Good
    estimate: 2d
`,
      dates,
    );
    for (const text of ['', '\ufeff', 'items: [', 'project: A\nitems:\n\ta: 1\n', 'project: A\nitems: *none\n']) {
      assert.equal(withHints(await planFrom({ 'a.project.yaml': text }), 'a.project.yaml'), text);
    }
  });

  it('are given for the lines that are asked for alone', async () => {
    const lines = Array.from({ length: 50 }, (_, at) => `  i${String(at)}: { title: I, estimate: 1d }\n`);
    const plan = await planFrom({ 'a.project.yaml': `project: A\nstart: 2026-05-04\nitems:\n${lines.join('')}` });
    const range = { start: { line: 10, character: 0 }, end: { line: 12, character: 0 } };
    const hints = plan.service.inlayHints(plan.uri('a.project.yaml'), range, allHints);
    assert.deepEqual(
      hints.map(({ position }) => position.line),
      [10, 11],
    );
  });
});
