import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { BoardView, GoalCard } from '../../src/core/views/model';
import { Board } from '../../src/preview/board';
import { entryKey } from '../../src/preview/entries';
import { lanternBoard, roadmapUri } from './harness/lantern';

const card: GoalCard = {
  entry: { uri: roadmapUri, path: ['goals', 'fix'] },
  title: 'Fix it',
  status: 'active',
  keyResults: [],
  projects: [],
};

function boardWith(goal: Partial<GoalCard>): BoardView {
  const goals = [{ ...card, ...goal }];
  return { ...lanternBoard, unlinked: undefined, columns: [{ kind: 'now', title: 'Now', summary: '1 goal', goals }] };
}

function draw(board: BoardView): string {
  return renderToString(<Board board={board} marked={undefined} />);
}

function count(html: string, part: string | RegExp): number {
  return html.split(part).length - 1;
}

describe('board', () => {
  it('names the product, its vision and every goal', () => {
    const html = draw(lanternBoard);
    assert.match(html, /<h1 class="name">Lantern<\/h1>/);
    assert.match(html, /The lift runs again on the first visit/);
    assert.equal(count(html, '<article'), 6);
  });

  it('names the owner and the lifecycle beside the vision, where they are known', () => {
    const html = draw({ ...lanternBoard, owner: 'Alice Ng', lifecycle: 'Growth' });
    assert.match(html, /Product manager: <\/span>Alice Ng/);
    assert.match(html, /Lifecycle: <\/span>Growth/);
    assert.doesNotMatch(draw(lanternBoard), /Lifecycle/);
  });

  it('says so where the product has no name yet', () => {
    assert.match(draw({ ...lanternBoard, title: '' }), /<h1 class="name untitled">A product without a name/);
  });

  it('is a section for each column and an article for each card, both named', () => {
    const html = draw(lanternBoard);
    for (const title of ['Now', 'Next', 'Later']) {
      const column = `<section class="column column-${title.toLowerCase()}" aria-label="${title}"`;
      assert.ok(html.includes(column), title);
      assert.ok(html.includes(`<h2 class="column-title">${title}</h2>`), title);
    }
    assert.match(html, /<article class="card active" aria-label="Fix the fault on the first visit"/);
  });

  it('has its columns in each lane, where a goal may stand more than once', () => {
    const lane = (id: string, title: string): NonNullable<BoardView['lanes']>[number] => ({
      id,
      title,
      columns: lanternBoard.columns.map((column) => ({
        ...column,
        goals: column.goals.map((goal) => ({ ...goal, lane: id })),
      })),
    });
    const html = draw({ ...lanternBoard, lanes: [lane('a', 'Small shops'), lane('b', 'Chains')] });
    assert.equal(count(html, 'aria-label="Fix the fault on the first visit"'), 2);
    assert.ok(html.includes('aria-label="Now, Small shops"') && html.includes('aria-label="Now, Chains"'));
    const stops = [...html.matchAll(/data-stop="([^"]+)"/g)].map(([, stop]) => stop);
    assert.equal(new Set(stops).size, stops.length);
    assert.equal(count(html, 'tabindex="0"'), 1);
  });

  it('has exactly one tab stop', () => {
    assert.equal(count(draw(lanternBoard), 'tabindex="0"'), 1);
    assert.equal(count(draw({ ...lanternBoard, unlinked: undefined }), 'tabindex="0"'), 1);
  });

  it('says of a progress bar what is measured, from where to where, and where it stands', () => {
    const html = draw(lanternBoard);
    assert.match(html, /role="progressbar" aria-label="First-visit fix rate, from 62 % to 80 %"/);
    assert.match(html, /aria-valuenow="50" aria-valuetext="now 71 %"/);
  });

  it('draws a key result without a measurement as an empty dashed track', () => {
    const html = draw(lanternBoard);
    const track =
      '<span class="track unmeasured" role="progressbar" aria-label="Faults found by sensors, from 0 % to 25 %"';
    assert.ok(html.includes(`${track} aria-valuetext="not measured">`), 'the track has no value');
  });

  it('keeps progress within its track where a measure has got worse or is past its target', () => {
    const keyResults = [-0.5, 1.7].map((progress) => ({
      entry: { uri: roadmapUri, path: ['goals', 'fix', 'key_results', String(progress)] },
      title: 'Rate',
      current: '3',
      progress,
    }));
    const html = draw(boardWith({ keyResults }));
    assert.match(html, /aria-valuenow="0"/);
    assert.match(html, /aria-valuenow="100"/);
  });

  it('says the state of a project in words', () => {
    assert.match(draw(lanternBoard), /Parts on the van<\/span><span class="for-reader">At risk<\/span>/);
    assert.doesNotMatch(draw(lanternBoard), /Paused<\/span><span class="detail">paused/);
  });

  describe('a goal that no project serves', () => {
    it('says so while it is active', () => {
      assert.match(draw(boardWith({})), /No project yet/);
    });

    it('says so even when features name it', () => {
      const html = draw(boardWith({ features: { count: 2, text: '2 features' } }));
      assert.match(html, /No project yet/);
      assert.match(html, /2 features/);
    });

    it('is no gap while it is only proposed, nor when it has ended', () => {
      assert.match(draw(boardWith({ status: 'proposed' })), /Proposed, nothing planned yet/);
      for (const status of ['achieved', 'dropped'] as const) {
        assert.doesNotMatch(draw(boardWith({ status })), /No project yet|nothing planned/);
      }
    });
  });

  it('says with a word that a goal is achieved or dropped', () => {
    assert.match(draw(boardWith({ status: 'achieved' })), /Achieved/);
    assert.match(draw(boardWith({ status: 'dropped' })), /Dropped/);
  });

  describe('unlinked work', () => {
    it('has a lane while there is some', () => {
      const html = draw(lanternBoard);
      assert.match(html, /<section class="unlinked" aria-labelledby="unlinked-title">/);
      assert.match(html, /3 entries, 42 d of effort that no goal asks for/);
      assert.match(html, /Platform upkeep<\/span><span class="context">project, Erik Lund</);
    });

    it('has none while all work is linked', () => {
      assert.doesNotMatch(draw({ ...lanternBoard, unlinked: undefined }), /Unlinked/);
    });
  });

  it('says what to write while there are no goals, and shows unlinked work all the same', () => {
    const html = draw({ ...lanternBoard, columns: lanternBoard.columns.map((column) => ({ ...column, goals: [] })) });
    assert.match(html, /<h2>No goals yet<\/h2>/);
    assert.match(html, /goals:\n {2}first-visit-fix:\n/);
    assert.match(html, /Unlinked work/);
  });

  it('marks the entry that the cursor is in, once in each place that shows it', () => {
    const marked = entryKey(lanternBoard.columns[0]?.goals[1]?.entry ?? card.entry);
    const html = renderToString(<Board board={lanternBoard} marked={marked} />);
    assert.equal(count(html, 'aria-current="true"'), 1);
    assert.match(
      html,
      /<article class="card active" aria-label="Send the report the same day"[^>]* aria-current="true"/,
    );
  });

  it('has no style attributes, which the content security policy would refuse', () => {
    assert.doesNotMatch(draw(lanternBoard), /\sstyle=/);
  });
});

describe('text of a plan on the board', () => {
  const naughty = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    `' onmouseover='alert(1)`,
    'javascript:alert(1)',
    '</article></section><h1>',
    '&lt;b&gt; &amp;',
    'left \u202eright\u202c to left',
    'x'.repeat(10_000),
  ];
  for (const text of naughty) {
    it(`stays text: ${text.slice(0, 40)}`, () => {
      const entry = { uri: roadmapUri, path: ['goals', text] };
      const html = draw({
        ...lanternBoard,
        title: text,
        purpose: text,
        owner: text,
        lifecycle: text,
        columns: [
          {
            kind: 'now',
            title: text,
            summary: text,
            goals: [
              {
                entry,
                title: text,
                why: text,
                owner: text,
                target: text,
                status: 'active',
                keyResults: [{ entry, title: text, baseline: text, target: text, current: text, progress: 0.5 }],
                projects: [{ entry, title: text, state: { kind: 'todo', text }, detail: text }],
                features: { count: 1, text, detail: text },
              },
            ],
          },
        ],
        unlinked: { summary: text, entries: [{ entry, kind: 'item', title: text, context: text, effort: text }] },
      });
      assert.doesNotMatch(html, /<(script|img)/i);
      assert.equal(count(html, '<article'), 1);
      assert.equal(count(html, '<h1'), 1);
      // An attribute of the text's own would stand behind a quote that it closed.
      assert.doesNotMatch(html, /" on\w+=/);
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      assert.ok(html.includes(escaped), 'the text is shown as it is');
    });
  }
});
