import assert from 'node:assert/strict';
import type { Rewording } from '../../../src/core/edit/editor';
import { parseDocument } from '../../../src/core/syntax/document';
import type { Place } from '../../../src/core/text/sourceText';
import { assertEdit, edited, projectUri, type Change } from './editing';

/** Rewords the first places where each part stands. */
const reword =
  (...words: readonly (readonly [part: string, from: string, to: string])[]): Change =>
  (editor, uri, at) =>
    editor.reword(
      uri,
      words.map(([part, from, to]): Rewording => ({ at: at(part), from, to })),
    );

describe('rewording', () => {
  it('replaces keys and values with their quotes', () => {
    assertEdit(
      'items:\n  api: { title: A, depends_on: [\'spike\', "spike SS+2d", spike FF] } # spike\n  "spike" : S\n',
      reword(
        ["'spike'", 'spike', 'probe'],
        ['spike SS+2d', 'spike', 'probe'],
        ['spike FF', 'spike', 'probe'],
        ['"spike"', 'spike', 'probe'],
      ),
      'items:\n  api: { title: A, depends_on: [\'probe\', "probe SS+2d", probe FF] } # spike\n  "probe" : S\n',
    );
  });

  it('touches nothing but the words, in texts over several lines too', () => {
    assertEdit(
      'items:\n  a:\n    depends_on: api\n      SS+2d\n    goal: >-\n      win\n    owner: |- # who\n      bob\n',
      reword(
        ['api\n      SS+2d', 'api', 'backend'],
        ['>-\n      win', 'win', 'gain'],
        ['|- # who\n      bob', 'bob', 'ann'],
      ),
      'items:\n  a:\n    depends_on: backend\n      SS+2d\n    goal: >-\n      gain\n    owner: |- # who\n      ann\n',
    );
  });

  it('puts words in quotes where they would mean something else without', () => {
    assertEdit(
      'items: { a: { goal: win, owner: bob } }\n',
      reword(['win', 'win', '1.4'], ['bob', 'bob', 'no, one']),
      "items: { a: { goal: '1.4', owner: 'no, one' } }\n",
    );
    assertEdit('people:\n  bob: Bob\n', reword(['bob', 'bob', 'null']), "people:\n  'null': Bob\n");
    assertEdit("goal: 'win'\n", reword(["'win'", 'win', "it's"]), "goal: 'it''s'\n");
    assertEdit('goal: 1.4\n', reword(['1.4', '1.4', '1.5']), 'goal: 1.5\n');
    assertEdit('people:\n  1.4: Bob\n', reword(['1.4', '1.4', '2.0']), 'people:\n  2.0: Bob\n');
  });

  it('replaces a part of a text, also where escapes part the text from its source', () => {
    const place: Change = (editor, uri, at) => {
      const risks = at('+risks');
      return editor.reword(uri, [{ at: { ...risks, start: risks.start + 1 }, from: 'risks', to: 'dangers' }]);
    };
    assertEdit(
      'roles: { lead: { responsibilities: [-risks, +risks] } }\n',
      place,
      'roles: { lead: { responsibilities: [-risks, +dangers] } }\n',
    );
    assertEdit('goal: "w\\x69n"\n', reword(['"w\\x69n"', 'win', 'gain']), 'goal: "gain"\n');
  });

  it('rewords an anchor where all that it stands for is reworded, and nothing else', () => {
    const text = 'goal: &g win\nitems:\n  a: { title: A, goal: *g }\n  b: { title: *g }\n';
    const both = reword(['win', 'win', 'gain'], ['*g }\n  b', 'win', 'gain']);
    assert.equal(edited(text, both), undefined, 'a title would change too');
    assertEdit(
      text.replace('title: *g', 'title: B'),
      (editor, uri, at) => {
        const alias = at('*g');
        return editor.reword(uri, [
          { at: at('win'), from: 'win', to: 'gain' },
          { at: alias, from: 'win', to: 'gain' },
        ]);
      },
      'goal: &g gain\nitems:\n  a: { title: A, goal: *g }\n  b: { title: B }\n',
    );
    const onlyAlias: Change = (editor, uri, at) => editor.reword(uri, [{ at: at('*g'), from: 'win', to: 'gain' }]);
    assert.equal(edited('summary: &g win\ngoal: *g\n', onlyAlias), undefined, 'the text of the anchor means something');
    assertEdit('x-goal: &g win\ngoal: *g\n', onlyAlias, 'x-goal: &g gain\ngoal: *g\n');
  });

  it('declines what does not read so, is no text, or wants two words for one', () => {
    const text = 'project: A\ngoal: win\nitems:\n  a: A\n';
    assert.equal(edited(text, reword(['win', 'other', 'x'])), undefined);
    assert.equal(edited(text, reword(['a: A', 'a', 'b'])), undefined);
    assert.equal(edited(text, reword(['win', 'win', 'x'], ['win', 'win', 'y'])), undefined);
    assert.equal(edited(text, reword(['win', 'win', 'win'])), text);
  });

  it('declines a place of another version', () => {
    const elsewhere: Place = { piece: parseDocument(projectUri, 'goal: win\n').pieces[0]!.piece, start: 6, end: 9 };
    assert.equal(
      edited('goal: win\n', (editor, uri) => editor.reword(uri, [{ at: elsewhere, from: 'win', to: 'x' }])),
      undefined,
    );
  });

  it('rewords what stands beside something broken', () => {
    assertEdit(
      'items:\n  bad: { title: "never closed\n  a: { title: A, goal: win }\n',
      reword(['win', 'win', 'gain']),
      'items:\n  bad: { title: "never closed\n  a: { title: A, goal: gain }\n',
    );
  });

  it('rewords many places at once', () => {
    const item = (index: number, goal: string): string => `  i${String(index)}: { title: I, goal: ${goal} }\n`;
    const text = (goal: string): string => `items:\n${Array.from({ length: 200 }, (_, at) => item(at, goal)).join('')}`;
    const all: Change = (editor, uri, at) =>
      editor.reword(
        uri,
        Array.from({ length: 200 }, (_, index) => {
          const place = at(item(index, 'win'));
          const start = place.start + item(index, 'win').indexOf('win');
          return { at: { ...place, start, end: start + 3 }, from: 'win', to: 'gain' };
        }),
      );
    assert.equal(edited(text('win'), all), text('gain'));
  });
});
