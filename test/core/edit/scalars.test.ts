import assert from 'node:assert/strict';
import { assertEdit, edited, type Change } from './editing';

const set =
  (path: readonly string[], value: string): Change =>
  (editor, uri) =>
    editor.setScalar(uri, path, value);

const quote =
  (part: string): Change =>
  (editor, _uri, at) =>
    editor.quote(at(part));

describe('setting a scalar', () => {
  const owner = ['items', 'api', 'owner'];
  const within = (line: string): string => `items:\n  api:\n    ${line}\n    status: todo\n`;

  it('keeps the quotes and the comment', () => {
    assertEdit(within('owner: bob # c'), set(owner, 'ann'), within('owner: ann # c'));
    assertEdit(within("owner: 'bob' # c"), set(owner, "O'Hara"), within("owner: 'O''Hara' # c"));
    assertEdit(within('owner: "bob"'), set(owner, 'a "b" \\'), within('owner: "a \\"b\\" \\\\"'));
    assertEdit(within("owner: 'bob'"), set(owner, 'a\tb'), within('owner: "a\\tb"'));
    assertEdit(within('owner: "bob"'), set(owner, 'a\nb'), within('owner: "a\\nb"'));
    assertEdit(within('owner: bob'), set(owner, 'a\nb'), within('owner: |-\n      a\n      b'));
    assertEdit(within('owner: bob'), set(owner, 'ann: x'), within("owner: 'ann: x'"));
  });

  it('stays plain where a number was', () => {
    assertEdit(within('release: 2.0'), set(['items', 'api', 'release'], '2.1'), within('release: 2.1'));
    assertEdit(within('owner: bob'), set(owner, '12'), within("owner: '12'"));
  });

  it('fills an absent value', () => {
    assertEdit(within('owner:'), set(owner, 'ann'), within('owner: ann'));
    assertEdit(within('owner:   # c'), set(owner, 'ann'), within('owner: ann   # c'));
    assertEdit(within('owner: null # c'), set(owner, 'ann'), within('owner: ann # c'));
    assertEdit(
      'items: { api: { owner: , status: todo } }\n',
      set(owner, 'ann'),
      'items: { api: { owner: ann , status: todo } }\n',
    );
    assertEdit('items: { api: { owner } }\n', set(owner, 'ann'), 'items: { api: { owner: ann } }\n');
  });

  it('writes what brackets allow inside them', () => {
    assertEdit('items: { api: { owner: bob } }\n', set(owner, 'a, b'), "items: { api: { owner: 'a, b' } }\n");
    assertEdit('goal: [a, b, c]\n', set(['goal', '1'], 'x]'), "goal: [a, 'x]', c]\n");
    assertEdit('goal: a # c\n', set(['goal', '0'], 'b'), 'goal: b # c\n');
    assertEdit('goal:\n  - a # c\n  - b\n', set(['goal', '1'], 'x'), 'goal:\n  - a # c\n  - x\n');
    assertEdit('goal:\n  -\n  - b\n', set(['goal', '0'], 'x'), 'goal:\n  - x\n  - b\n');
  });

  it('replaces texts of several lines', () => {
    const notes = ['items', 'api', 'description'];
    assertEdit(
      within('description: |- # c\n      one\n      # two\n'),
      set(notes, 'three'),
      within('description: three # c\n'),
    );
    assertEdit(within('description: one\n      two # c'), set(notes, 'three'), within('description: three # c'));
    assertEdit(
      within('description: >- # c\n      one\n      two'),
      set(notes, 'a\nb'),
      within('description: |- # c\n      a\n      b'),
    );
    assertEdit(within('description:\n      one'), set(notes, 'two'), within('description: two'));
  });

  it('replaces an alias by what is meant here, and declines what has one elsewhere', () => {
    assertEdit('manager: &m bob\nsponsor: *m # c\n', set(['sponsor'], 'ann'), 'manager: &m bob\nsponsor: ann # c\n');
    assert.equal(edited('manager: &m bob\nsponsor: *m\n', set(['manager'], 'ann')), undefined);
    assertEdit('manager: &m !!str bob\nsponsor: x\n', set(['manager'], 'ann'), 'manager: &m !!str ann\nsponsor: x\n');
  });

  it('declines where no scalar stands', () => {
    assert.equal(edited('goal: [a, b]\n', set(['goal'], 'x')), undefined);
    assert.equal(edited('goal: [a, b]\n', set(['goal', '2'], 'x')), undefined);
    assert.equal(edited('goal: a\n', set(['goals'], 'x')), undefined);
    assert.equal(edited('goal: a\n', set([], 'x')), undefined);
    assert.equal(edited('', set(['goal'], 'x')), undefined);
  });

  it('changes nothing where the value is that already', () => {
    assertEdit(within('owner: bob # c'), set(owner, 'bob'), within('owner: bob # c'));
  });
});

describe('quoting', () => {
  it('takes in what YAML took for a comment or a key', () => {
    assertEdit('items:\n  a: Fix bug #12\n  b: B\n', quote('Fix bug #12'), "items:\n  a: 'Fix bug #12'\n  b: B\n");
    assertEdit('items:\n  a: Fix: it\n  b: B\n', quote('Fix: it'), "items:\n  a: 'Fix: it'\n  b: B\n");
    assertEdit(
      'items: { a: { title: Fix it, then: ship } }\n',
      quote('Fix it, then: ship'),
      "items: { a: { title: 'Fix it, then: ship' } }\n",
    );
  });

  it('chooses quotes that the text does not hold, else those of the file', () => {
    assertEdit("items:\n  a: Fix Tom's bug #12\n", quote("Fix Tom's bug #12"), 'items:\n  a: "Fix Tom\'s bug #12"\n');
    assertEdit('items:\n  a: Fix "it" #12\n', quote('Fix "it" #12'), 'items:\n  a: \'Fix "it" #12\'\n');
    assertEdit('id: "x"\nitems:\n  a: Fix #12\n', quote('Fix #12'), 'id: "x"\nitems:\n  a: "Fix #12"\n');
    assertEdit('items:\n  a: Tom\'s "x" \\ #1\n', quote('Tom\'s "x" \\ #1'), 'items:\n  a: "Tom\'s \\"x\\" \\\\ #1"\n');
  });

  it('keeps a text of several lines as it folds', () => {
    assertEdit(
      'items:\n  a: Fix\n    it #12\n  b: B\n',
      quote('Fix\n    it #12'),
      "items:\n  a: 'Fix\n    it #12'\n  b: B\n",
    );
  });
});

describe('replacing a text', () => {
  it('puts it there as it is', () => {
    assertEdit('goal: x # c\n', (editor, _uri, at) => editor.replace(at('x'), '[x, y]'), 'goal: [x, y] # c\n');
  });
});
