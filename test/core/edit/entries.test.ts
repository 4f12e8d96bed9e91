import assert from 'node:assert/strict';
import type { EditValue } from '../../../src/core/edit/editor';
import { assertEdit, edited, type Change } from './editing';

const remove =
  (...path: string[]): Change =>
  (editor, uri) =>
    editor.remove(uri, path);

const append =
  (path: readonly string[], value: EditValue): Change =>
  (editor, uri) =>
    editor.appendToList(uri, path, value);

const prepend =
  (path: readonly string[], value: EditValue): Change =>
  (editor, uri) =>
    editor.prependToList(uri, path, value);

const add =
  (path: readonly string[], id: string, value: EditValue, position?: 'first' | 'last'): Change =>
  (editor, uri) =>
    editor.addEntry(uri, path, id, value, position);

const rename =
  (path: readonly string[], key: string): Change =>
  (editor, uri) =>
    editor.renameKey(uri, path, key);

describe('renaming a key', () => {
  it('keeps its quotes, its place and its value', () => {
    assertEdit(
      'goals:\n  a:\n    taget: 2026 # c\n',
      rename(['goals', 'a', 'taget'], 'target'),
      'goals:\n  a:\n    target: 2026 # c\n',
    );
    assertEdit('items:\n  "a": A\n  b: B\n', rename(['items', 'a'], '1.4'), 'items:\n  "1.4": A\n  b: B\n');
    assertEdit('items: { a: A, b: B }\n', rename(['items', 'b'], 'c'), 'items: { a: A, c: B }\n');
    assertEdit(
      'items:\n  a:\n    title: A\n  b: B\n',
      rename(['items'], 'x-items'),
      'x-items:\n  a:\n    title: A\n  b: B\n',
    );
    assertEdit('items:\n  a: A\n', rename(['items', 'a'], 'a: b'), "items:\n  'a: b': A\n");
  });

  it('declines a key that is there already, and one that is not there', () => {
    assert.equal(edited('items:\n  a: A\n  b: B\n', rename(['items', 'a'], 'b')), undefined);
    assert.equal(edited('items:\n  a: A\n', rename(['items', 'c'], 'b')), undefined);
    assert.equal(edited('goal: [a, b]\n', rename(['goal', '0'], 'b')), undefined);
  });
});

describe('removing', () => {
  it('takes an entry with its lines, its comments above and behind', () => {
    assertEdit(
      'items:\n  a: A\n  # about b\n  # more\n  b: # c\n    title: B\n    # in b\n  # about c\n  c: C\n',
      remove('items', 'b'),
      'items:\n  a: A\n  # about c\n  c: C\n',
    );
    assertEdit('project: Shop\nmanager: bob # c\ngoal: g\n', remove('manager'), 'project: Shop\ngoal: g\n');
    assertEdit(
      'items:\n  a:\n    title: A\n    notes: |\n      one\n      # two\n',
      remove('items', 'a', 'notes'),
      'items:\n  a:\n    title: A\n',
    );
  });

  it('leaves one run of blank lines', () => {
    assertEdit('a: 1\n\nb:\n  c: 2\n\nd: 3\n', remove('b'), 'a: 1\n\nd: 3\n');
    assertEdit('a: 1\n\nb: 2\n', remove('b'), 'a: 1\n');
    assertEdit(
      'items:\n  a: A\n\n  b: B\n\nrisks:\n  r: R\n',
      remove('items', 'b'),
      'items:\n  a: A\n\nrisks:\n  r: R\n',
    );
  });

  it('leaves no blank line right below a key', () => {
    assertEdit('items:\n  # about a\n  a: A\n\n  b: B\n', remove('items', 'a'), 'items:\n  b: B\n');
    assertEdit('labels:\n- a\n\n- b\n', remove('labels', '0'), 'labels:\n- b\n');
    assertEdit('# the plan\nproject: A\n\ngoal: g\n', remove('project'), '# the plan\n\ngoal: g\n');
  });

  it('keeps comments that are about something else', () => {
    assertEdit('# the plan\nformat: 1\nproject: Shop\n', remove('format'), '# the plan\nproject: Shop\n');
    assertEdit(
      'project: Shop\n# throughline-disable missing-goal -- agreed\n# the manager\nmanager: bob\ngoal: g\n',
      remove('manager'),
      'project: Shop\n# throughline-disable missing-goal -- agreed\ngoal: g\n',
    );
    assertEdit('a: 1\n# apart\n\nb: 2\nc: 3\n', remove('b'), 'a: 1\n# apart\n\nc: 3\n');
  });

  it('takes an element of a list with its comma', () => {
    assertEdit('goal: [a, b, c] # d\n', remove('goal', '0'), 'goal: [b, c] # d\n');
    assertEdit('goal: [a, b, c]\n', remove('goal', '1'), 'goal: [a, c]\n');
    assertEdit('goal: [a, b, c,]\n', remove('goal', '2'), 'goal: [a, b,]\n');
    assertEdit('items: { a: A, b: { title: B }, c: C }\n', remove('items', 'b'), 'items: { a: A, c: C }\n');
    assertEdit('items: { a: A, b: B }\n', remove('items', 'b'), 'items: { a: A }\n');
    assertEdit('goal:\n  - a\n  # about b\n  - b # c\n  - c\n', remove('goal', '1'), 'goal:\n  - a\n  - c\n');
    assertEdit('goal:\n- a\n- b\n', remove('goal', '1'), 'goal:\n- a\n');
    assertEdit('goal:\n  -\n  - b\n', remove('goal', '0'), 'goal:\n  - b\n');
  });

  it('takes an element of brackets over several lines', () => {
    const list = 'goal: [\n  a, # about a\n  # about b\n  b, # behind b\n  c # about c\n]\nid: x\n';
    assertEdit(list, remove('goal', '0'), 'goal: [\n  # about b\n  b, # behind b\n  c # about c\n]\nid: x\n');
    const withoutLast = edited(list, remove('goal', '2')) ?? '';
    assert.ok(withoutLast.includes('# behind b'), withoutLast);
    assert.ok(!withoutLast.includes('  c'), withoutLast);
  });

  it('takes the key of what is then empty', () => {
    const before = 'items:\n  a:\n    title: A\n    depends_on: [b] # c\n  b: B\n';
    const after = 'items:\n  a:\n    title: A\n  b: B\n';
    assertEdit(before, remove('items', 'a', 'depends_on', '0'), after);
    assertEdit(before.replace('[b]', 'b'), remove('items', 'a', 'depends_on', '0'), after);
    assertEdit(before.replace('[b] # c', '# c\n      - b'), remove('items', 'a', 'depends_on', '0'), after);
    assertEdit('project: Shop\n\nitems:\n  a:\n    title: A\n', remove('items', 'a', 'title'), 'project: Shop\n');
    assert.equal(edited('project: Shop\n', remove('project')), '');
    assert.equal(edited('{ project: Shop }\n', remove('project')), undefined);
  });

  it('takes the first property of a list element', () => {
    assertEdit(
      'status_updates:\n  - date: 2026-09-01\n    by: bob\n',
      remove('status_updates', '0', 'date'),
      'status_updates:\n  - by: bob\n',
    );
    assertEdit(
      'status_updates:\n  - date: 2026-09-01\n    # who\n    by: bob\n',
      remove('status_updates', '0', 'date'),
      'status_updates:\n  -\n    # who\n    by: bob\n',
    );
  });

  it('takes an anchor with its entry, where nothing refers to it', () => {
    assertEdit(
      'items:\n  a: &x\n    title: A\n  &y b: &z B\n  c: C\n',
      remove('items', 'b'),
      'items:\n  a: &x\n    title: A\n  c: C\n',
    );
    assertEdit('goal: [a, &x b, c]\n', remove('goal', '1'), 'goal: [a, c]\n');
    assert.equal(edited('items:\n  a: &x A\n  b: *x\n', remove('items', 'a')), undefined);
    assertEdit('items:\n  a: &x A\n  b: *x\n', remove('items', 'b'), 'items:\n  a: &x A\n');
  });

  it('declines what is not there', () => {
    assert.equal(edited('goal: a\n', remove('goals')), undefined);
    assert.equal(edited('goal: a\n', remove()), undefined);
    assert.equal(edited('goal: a\n', remove('goal', '1')), undefined);
  });
});

describe('adding to a list', () => {
  it('makes a list of a single value', () => {
    assertEdit('goal: a # c\n', append(['goal'], 'b'), 'goal: [a, b] # c\n');
    assertEdit("goal: 'a'\n", append(['goal'], 'b, c'), "goal: ['a', 'b, c']\n");
    assertEdit(
      'labels: a\nx: 1\nitems: { a: { labels: x } }\n',
      append(['items', 'a', 'labels'], 'b'),
      'labels: a\nx: 1\nitems: { a: { labels: [x, b] } }\n',
    );
    assertEdit('scope:\n  out: a, b\n', append(['scope', 'out'], 'c'), "scope:\n  out: ['a, b', c]\n");
    assertEdit('goal: &g a\nx-y: *g\n', append(['goal'], 'b'), 'goal: [&g a, b]\nx-y: *g\n');
  });

  it('makes a value where there is none', () => {
    assertEdit('project: Shop\n', append(['goal'], 'b'), 'project: Shop\ngoal: b\n');
    assertEdit('goal: # c\nid: x\n', append(['goal'], 'b'), 'goal: b # c\nid: x\n');
    assertEdit('goal: []\n', append(['goal'], 'b'), 'goal: [b]\n');
  });

  it('adds to the list that is there', () => {
    assertEdit('goal: [a, b] # c\n', append(['goal'], 'x: y'), "goal: [a, b, 'x: y'] # c\n");
    assertEdit(
      'goal:\n  - a # c\n  # - b\n\nid: x\n',
      append(['goal'], 'b'),
      'goal:\n  - a # c\n  - b\n  # - b\n\nid: x\n',
    );
    assertEdit('goal:\n- a\nid: x\n', append(['goal'], 'b'), 'goal:\n- a\n- b\nid: x\n');
    assertEdit(
      'status_updates:\n  - date: 2026-09-01\n    done:\n      - x\n',
      append(['status_updates'], { date: '2026-09-08', done: ['y', 'z'] }),
      'status_updates:\n  - date: 2026-09-01\n    done:\n      - x\n  - date: 2026-09-08\n    done:\n      - y\n      - z\n',
    );
  });

  it('makes a list of a single map', () => {
    assertEdit(
      'team:\n  bob: { allocation: 50% } # c\n  ann: { allocation: 20% }\n',
      append(['team', 'bob'], { allocation: '20%', from: '2026-09-01' }),
      'team:\n  bob:\n    - { allocation: 50% } # c\n    - { allocation: 20%, from: 2026-09-01 }\n  ann: { allocation: 20% }\n',
    );
    assertEdit(
      'team:\n  bob:\n    allocation: 50%\n    to: 2026-08-01\n  ann: { allocation: 20% }\n',
      append(['team', 'bob'], { allocation: '20%' }),
      'team:\n  bob:\n    - allocation: 50%\n      to: 2026-08-01\n    - allocation: 20%\n  ann: { allocation: 20% }\n',
    );
  });

  it('declines where the format has no list', () => {
    assert.equal(edited('manager: bob\n', append(['manager'], 'ann')), undefined);
    assert.equal(edited('project: x\n', append(['items', 'a', 'goal'], 'b')), undefined);
  });
});

describe('adding to the head of a list', () => {
  const log = ['status_updates'];
  const update = { date: '2026-09-15', summary: 'Late: by a week' };

  it('puts a map before the others, in the style of the first', () => {
    assertEdit(
      'status_updates:\n  - date: 2026-09-01\n    summary: A\n  - date: 2026-08-18\n',
      prepend(log, update),
      "status_updates:\n  - date: 2026-09-15\n    summary: 'Late: by a week'\n  - date: 2026-09-01\n    summary: A\n  - date: 2026-08-18\n",
    );
    assertEdit(
      'status_updates: # c\n- { date: 2026-09-01 } # d\n- { date: 2026-08-18 }\n',
      prepend(log, update),
      "status_updates: # c\n- { date: 2026-09-15, summary: 'Late: by a week' }\n- { date: 2026-09-01 } # d\n- { date: 2026-08-18 }\n",
    );
    assertEdit('goal: [&a a, b] # c\n', prepend(['goal'], 'x'), 'goal: [x, &a a, b] # c\n');
    assertEdit('goal:\n  - a\n', prepend(['goal'], 'x'), 'goal:\n  - x\n  - a\n');
  });

  it('leaves the comments above an element with it', () => {
    assertEdit(
      'status_updates:\n  # about a\n  # more\n  - date: 2026-09-01\n',
      prepend(log, { date: '2026-09-15' }),
      'status_updates:\n  - date: 2026-09-15\n  # about a\n  # more\n  - date: 2026-09-01\n',
    );
  });

  it('keeps blank lines between elements of several lines', () => {
    const before = 'status_updates:\n  - date: 2026-09-01\n    by: bob\n\n  - date: 2026-08-18\n    by: bob\n\nid: x\n';
    const entry = { date: '2026-09-15', by: 'bob' };
    assertEdit(
      before,
      prepend(log, entry),
      before.replace('updates:\n', 'updates:\n  - date: 2026-09-15\n    by: bob\n\n'),
    );
    assertEdit(before, append(log, entry), before.replace('id: x', '  - date: 2026-09-15\n    by: bob\n\nid: x'));
  });

  it('declines where there is no list yet, or an empty one', () => {
    for (const text of ['goal: a\n', 'goal: []\n', 'goal:\n', 'project: x\n', 'goal: *a\n'])
      assert.equal(edited(text, prepend(['goal'], 'b')), undefined, text);
    assert.equal(edited('x-grid:\n  - - a\n    - b\n', prepend(['x-grid', '0'], 'c')), undefined);
  });
});

describe('adding an entry', () => {
  it('puts it first or last', () => {
    const before = 'items:\n  # about a\n  a:\n    title: A\n\n  b:\n    title: B\n\nrisks:\n  r: R\n';
    assertEdit(
      before,
      add(['items'], 'c', { title: 'C', goal: 'g' }),
      'items:\n  # about a\n  a:\n    title: A\n\n  b:\n    title: B\n\n  c:\n    title: C\n    goal: g\n\nrisks:\n  r: R\n',
    );
    assertEdit(
      before,
      add(['items'], 'c', 'C', 'first'),
      'items:\n  c: C\n\n  # about a\n  a:\n    title: A\n\n  b:\n    title: B\n\nrisks:\n  r: R\n',
    );
  });

  it('writes it as those beside it', () => {
    assertEdit(
      'goals:\n  a: { title: A }\n  b: { title: B }\n',
      add(['goals'], 'c', { title: 'C, c' }),
      "goals:\n  a: { title: A }\n  b: { title: B }\n  c: { title: 'C, c' }\n",
    );
    assertEdit('items: { a: A }\n', add(['items'], 'b', { title: 'B' }), 'items: { a: A, b: { title: B } }\n');
    assertEdit('items:\n    a: A\n', add(['items'], '1.4', 'B'), 'items:\n    a: A\n    1.4: B\n');
  });

  it('makes the maps that hold it', () => {
    assertEdit('project: Shop\n', add(['items'], 'a', 'A'), 'project: Shop\nitems:\n  a: A\n');
    assertEdit('project: Shop\nitems: # c\n', add(['items'], 'a', 'A'), 'project: Shop\nitems: # c\n  a: A\n');
    assertEdit('items: {} # c\nx-y: 1\n', add(['items'], 'a', 'A'), 'items: # c\n  a: A\nx-y: 1\n');
    assertEdit('project: Shop\n', add(['budget', 'lines'], 'a', 'A'), 'project: Shop\nbudget:\n  lines:\n    a: A\n');
    assertEdit(
      'items:\n  a: A\n',
      add(['items', 'a', 'items'], 'b', 'B'),
      'items:\n  a:\n    title: A\n    items:\n      b: B\n',
    );
    assert.equal(edited('', add(['items'], 'a', 'A')), 'items:\n  a: A\n');
  });

  it('declines an id that is taken, and a place that holds no map', () => {
    assert.equal(edited('items:\n  a: A\n', add(['items'], 'a', 'B')), undefined);
    assert.equal(edited('items: [a]\n', add(['items'], 'b', 'B')), undefined);
    assert.equal(edited('items: &i\n  a: A\nx-y: *i\n', add(['items'], 'b', 'B')), undefined);
  });
});

describe('edits together', () => {
  it('are one edit', () => {
    assertEdit(
      'items:\n  a: A\n  b: B\n',
      (editor, uri) =>
        editor.combine(editor.setProperty(uri, ['items', 'a'], 'goal', 'g'), editor.remove(uri, ['items', 'b'])),
      'items:\n  a:\n    title: A\n    goal: g\n',
    );
  });

  it('are declined where one is, where they overlap, and where together they break the file', () => {
    const text = 'items:\n  a: A\n  b: B\ngoal: [a, b, c]\n';
    assert.equal(
      edited(text, (editor, uri) => editor.combine(editor.remove(uri, ['items', 'a']), editor.remove(uri, ['z']))),
      undefined,
    );
    assert.equal(
      edited(text, (editor, uri) =>
        editor.combine(editor.remove(uri, ['goal', '1']), editor.remove(uri, ['goal', '2'])),
      ),
      undefined,
    );
    const twice = (before: string, first: Change, second: Change): string | undefined =>
      edited(before, (editor, uri, at) => editor.combine(first(editor, uri, at), second(editor, uri, at)));
    for (const before of ['goal: a\n', 'goal:\n', 'goal: []\n', 'id: x\n']) {
      assert.equal(twice(before, append(['goal'], 'b'), append(['goal'], 'c')), undefined, before);
    }
    const property =
      (key: string): Change =>
      (editor, uri) =>
        editor.setProperty(uri, ['items', 'a'], key, 'x');
    assert.equal(twice('items: { a: A }\n', property('goal'), property('owner')), undefined);
    assert.equal(twice('items:\n  a: { title: A }\n', property('goal'), property('goal')), undefined);
    assert.equal(twice('items:\n  a: A\n', add(['items'], 'b', 'B', 'first'), add(['items'], 'b', 'B')), undefined);
  });

  it('may add to one place', () => {
    assertEdit(
      'goal: [a]\nitems:\n  a:\n',
      (editor, uri) =>
        editor.combine(
          editor.appendToList(uri, ['goal'], 'b'),
          editor.appendToList(uri, ['goal'], 'c'),
          editor.setProperty(uri, ['items', 'a'], 'title', 'A'),
          editor.setProperty(uri, ['items', 'a'], 'owner', 'bob'),
        ),
      'goal: [a, b, c]\nitems:\n  a:\n    title: A\n    owner: bob\n',
    );
  });

  it('make files too, each once', () => {
    const text = 'goal: g\n';
    edited(text, (editor, uri) => {
      const file = editor.createFile('file:///plan/new.project.yaml', 'project: New\n');
      const both = editor.combine(file, editor.setScalar(uri, ['goal'], 'h'));
      assert.deepEqual(both?.creates, [{ uri: 'file:///plan/new.project.yaml', text: 'project: New\n' }]);
      assert.equal(editor.combine(file, file), undefined);
      return both;
    });
  });

  it('are nothing in a file that is not known', () => {
    assert.equal(
      edited('goal: g\n', (editor) => editor.setScalar('file:///other.project.yaml', ['goal'], 'h')),
      undefined,
    );
  });
});
