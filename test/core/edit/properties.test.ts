import assert from 'node:assert/strict';
import type { EditValue } from '../../../src/core/edit/editor';
import { assertEdit, edited, roadmapUri, type Change } from './editing';

const set =
  (path: readonly string[], key: string, value: EditValue): Change =>
  (editor, uri) =>
    editor.setProperty(uri, path, key, value);

const item = ['items', 'api'];

describe('setting a property', () => {
  it('puts a new one where the format has it among those that are there', () => {
    assertEdit(
      'project: Shop\nitems:\n  api:\n    title: Payment API # the API\n    owner: dana\n',
      set(item, 'goal', 'faster'),
      'project: Shop\nitems:\n  api:\n    title: Payment API # the API\n    goal: faster\n    owner: dana\n',
    );
  });

  it('puts one that comes before all others first', () => {
    assertEdit(
      'items:\n  api:\n    # who does it\n    owner: dana\n',
      set(item, 'title', 'Payment API'),
      'items:\n  api:\n    title: Payment API\n    # who does it\n    owner: dana\n',
    );
  });

  it('puts one that the format does not know at the end', () => {
    assertEdit(
      'items:\n  api:\n    title: A\n    owner: dana\n\n  # about b\n  b: B\n',
      set(item, 'x-ticket', 'PAY-1'),
      'items:\n  api:\n    title: A\n    owner: dana\n    x-ticket: PAY-1\n\n  # about b\n  b: B\n',
    );
  });

  it('keeps comments with what they are about', () => {
    assertEdit(
      'items:\n  api:\n    title: A\n    labels:\n      - one\n      # - two\n    # about the owner\n    owner: dana\n  # about b\n  b: B\n',
      set(item, 'acceptance', 'It works'),
      'items:\n  api:\n    title: A\n    labels:\n      - one\n      # - two\n    acceptance: It works\n    # about the owner\n    owner: dana\n  # about b\n  b: B\n',
    );
  });

  it('writes lists and maps as the file does', () => {
    assertEdit(
      'items:\n  api:\n    title: A\n  b: { title: B, labels: [x, y] }\n',
      set(item, 'depends_on', ['b', 'c SS+2d']),
      'items:\n  api:\n    title: A\n    depends_on: [b, c SS+2d]\n  b: { title: B, labels: [x, y] }\n',
    );
    assertEdit(
      'items:\n    api:\n        title: A\n    b:\n        title: B\n        labels:\n        - x\n        - y\n',
      set(item, 'depends_on', ['b', 'c']),
      'items:\n    api:\n        title: A\n        depends_on:\n        - b\n        - c\n    b:\n        title: B\n        labels:\n        - x\n        - y\n',
    );
    assertEdit(
      'items:\n  api:\n    title: A\n',
      set(item, 'estimate', { optimistic: '3d', likely: '5d', pessimistic: '12d' }),
      'items:\n  api:\n    title: A\n    estimate:\n      optimistic: 3d\n      likely: 5d\n      pessimistic: 12d\n',
    );
  });

  it('writes into braces', () => {
    assertEdit(
      'items:\n  api: { title: A, owner: dana } # c\n',
      set(item, 'goal', 'faster'),
      'items:\n  api: { title: A, goal: faster, owner: dana } # c\n',
    );
    assertEdit(
      'items: {api: {title: A}}\n',
      set(item, 'goal', ['a', 'b, c']),
      "items: {api: {title: A, goal: [a, 'b, c']}}\n",
    );
    assertEdit(
      'items:\n  api: { owner: dana }\n',
      set(item, 'title', 'A'),
      'items:\n  api: { title: A, owner: dana }\n',
    );
    assertEdit('items: { api: {} }\n', set(item, 'title', 'A'), 'items: { api: { title: A } }\n');
    assertEdit('{ project: Shop }\n', set([], 'goal', 'faster'), '{ project: Shop, goal: faster }\n');
    assertEdit(
      'items:\n  api: {\n    title: A, # c\n    owner: dana\n  }\n',
      set(item, 'status', 'done'),
      'items:\n  api: {\n    title: A, # c\n    owner: dana, status: done\n  }\n',
    );
  });

  it('writes an entry that is a bare title as a map', () => {
    assertEdit(
      'items:\n  api: Payment API # c\n  b: B\n',
      set(item, 'goal', 'faster'),
      'items:\n  api:\n    title: Payment API # c\n    goal: faster\n  b: B\n',
    );
    assertEdit(
      "items:\n  api: 'Fix: it'\n",
      set(item, 'depends_on', ['a', 'b']),
      "items:\n  api:\n    title: 'Fix: it'\n    depends_on:\n      - a\n      - b\n",
    );
    assertEdit(
      'items: { api: Payment API, b: B }\n',
      set(item, 'goal', 'faster'),
      'items: { api: { title: Payment API, goal: faster }, b: B }\n',
    );
    assertEdit(
      'items:\n  api: Payment\n    API\n  b: B\n',
      set(item, 'goal', 'faster'),
      'items:\n  api:\n    title: Payment\n      API\n    goal: faster\n  b: B\n',
    );
    assertEdit(
      'people:\n  erin: Erin Ward\n',
      set(['people', 'erin'], 'role', 'sponsor'),
      'people:\n  erin:\n    name: Erin Ward\n    role: sponsor\n',
    );
  });

  it('replaces a bare title where the title is what is set', () => {
    assertEdit('items:\n  api: "A" # c\n', set(item, 'title', 'B'), 'items:\n  api: "B" # c\n');
  });

  it('fills an entry without a value', () => {
    assertEdit('items:\n  api: # c\n  b: B\n', set(item, 'title', 'A'), 'items:\n  api: # c\n    title: A\n  b: B\n');
    assertEdit('items:\n  api: ~\n', set(item, 'title', 'A'), 'items:\n  api:\n    title: A\n');
    assertEdit('items: { api: , b: B }\n', set(item, 'title', 'A'), 'items: { api: { title: A } , b: B }\n');
  });

  it('writes into an empty file and one of comments', () => {
    assert.equal(edited('', set([], 'project', 'Shop')), 'project: Shop\n');
    assert.equal(edited('# to do', set([], 'project', 'Shop')), '# to do\nproject: Shop\n');
    assert.equal(edited('# to do\r\n', set([], 'project', 'Shop')), '# to do\r\nproject: Shop\r\n');
    assert.equal(edited('---\n', set([], 'project', 'Shop')), '---\nproject: Shop\n');
  });

  it('separates the top-level keys as the file does', () => {
    assertEdit(
      'project: Shop\nmanager: bob\n\nitems:\n  a: A\n\nrisks:\n  r: R\n',
      set([], 'milestones', { launch: 'Launch' }),
      'project: Shop\nmanager: bob\n\nmilestones:\n  launch: Launch\n\nitems:\n  a: A\n\nrisks:\n  r: R\n',
    );
    assertEdit(
      'project: Shop\nmanager: bob\n\nitems:\n  a: A\n\nrisks:\n  r: R\n',
      set([], 'goal', 'faster'),
      'project: Shop\nmanager: bob\ngoal: faster\n\nitems:\n  a: A\n\nrisks:\n  r: R\n',
    );
    assertEdit(
      'project: Shop\nitems:\n  a: A\n',
      set([], 'risks', { r: 'R' }),
      'project: Shop\nitems:\n  a: A\nrisks:\n  r: R\n',
    );
  });

  it('keeps a byte order mark in front', () => {
    assert.equal(edited('\ufeffmanager: bob\n', set([], 'project', 'Shop')), '\ufeffproject: Shop\nmanager: bob\n');
    assert.equal(edited('\ufeffproject: Shop\n', set([], 'goal', 'g')), '\ufeffproject: Shop\ngoal: g\n');
  });

  it('replaces the value of one that is there, whatever its form', () => {
    assertEdit('items:\n  api:\n    goal: a # c\n', set(item, 'goal', 'b'), 'items:\n  api:\n    goal: b # c\n');
    assertEdit(
      'items:\n  api:\n    goal: a # c\n    owner: o\n',
      set(item, 'goal', ['a', 'b']),
      'items:\n  api:\n    goal: # c\n      - a\n      - b\n    owner: o\n',
    );
    assertEdit(
      'items:\n  api:\n    goal: # c\n      - a\n      - b # d\n    owner: o\n',
      set(item, 'goal', 'a'),
      'items:\n  api:\n    goal: a # c # d\n    owner: o\n',
    );
    assertEdit(
      'items:\n  api:\n    goal: [a, b] # c\n',
      set(item, 'goal', ['c', 'd']),
      'items:\n  api:\n    goal: [c, d] # c\n',
    );
    assertEdit(
      'items:\n  api:\n    goal:\n    # first\n    - a\n    owner: o\n',
      set(item, 'goal', ['c', 'd']),
      'items:\n  api:\n    goal:\n    # first\n    - c\n    - d\n    owner: o\n',
    );
    assertEdit('items: { api: { goal: a } }\n', set(item, 'goal', { x: '1' }), 'items: { api: { goal: { x: 1 } } }\n');
  });

  it('writes a text of several lines as a block', () => {
    assertEdit(
      'items:\n  api:\n    title: A\n',
      set(item, 'description', 'One\n\nTwo: #2'),
      'items:\n  api:\n    title: A\n    description: |-\n      One\n\n      Two: #2\n',
    );
    assertEdit(
      'items: { api: { title: A } }\n',
      set(item, 'notes', 'a\nb'),
      'items: { api: { title: A, notes: "a\\nb" } }\n',
    );
  });

  it('writes into the elements of a list', () => {
    assertEdit(
      'status_updates:\n  - by: bob\n    summary: Fine\n',
      set(['status_updates', '0'], 'date', '2026-09-01'),
      'status_updates:\n  - date: 2026-09-01\n    by: bob\n    summary: Fine\n',
    );
    assertEdit(
      'status_updates:\n- by: bob\n- by: ann\n',
      set(['status_updates', '0'], 'health', 'on-track'),
      'status_updates:\n- by: bob\n  health: on-track\n- by: ann\n',
    );
  });

  it('writes into nested items, and under quoted keys', () => {
    assertEdit(
      'items:\n  "a.1":\n    title: A\n    items:\n      b: B\n  c: C\n',
      set(['items', 'a.1', 'items', 'b'], 'owner', 'bob'),
      'items:\n  "a.1":\n    title: A\n    items:\n      b:\n        title: B\n        owner: bob\n  c: C\n',
    );
  });

  it('declines what would change other entries too', () => {
    assert.equal(edited('items:\n  a: &x\n    title: A\n  b: *x\n', set(['items', 'a'], 'owner', 'bob')), undefined);
    assert.equal(edited('items:\n  a: &x\n    title: A\n  b: *x\n', set(['items', 'b'], 'owner', 'bob')), undefined);
    assert.equal(
      edited('items:\n  a: &x { title: A }\n  b:\n    <<: *x\n', set(['items', 'a'], 'title', 'B')),
      undefined,
    );
  });

  it('overrides what is merged, where that is what is asked', () => {
    assertEdit(
      'items:\n  a: &x\n    title: A\n  b:\n    <<: *x\n',
      set(['items', 'b'], 'title', 'B'),
      'items:\n  a: &x\n    title: A\n  b:\n    <<: *x\n    title: B\n',
    );
  });

  it('declines where nothing stands, and where no property may stand', () => {
    assert.equal(edited('items:\n  a: A\n', set(['items', 'z'], 'owner', 'bob')), undefined);
    assert.equal(edited('project: Shop\n', set(['project'], 'owner', 'bob')), undefined);
    assert.equal(edited('- a\n- b\n', set([], 'owner', 'bob')), undefined);
  });

  it('works beside an entry that is broken', () => {
    assert.equal(
      edited('items:\n  a: "open\n  b:\n    title: B\nrisks: ]\n', set(['items', 'b'], 'owner', 'bob')),
      'items:\n  a: "open\n  b:\n    title: B\n    owner: bob\nrisks: ]\n',
    );
    assert.equal(
      edited('risks:\n  r: [a\n\nitems:\n  b:\n    title: B\n', set(['items', 'b'], 'owner', 'bob')),
      'risks:\n  r: [a\n\nitems:\n  b:\n    title: B\n    owner: bob\n',
    );
  });

  it('writes into files of other layouts', () => {
    assertEdit(
      '  project: Shop\n  items:\n    a: A\n',
      set([], 'manager', 'bob'),
      '  project: Shop\n  manager: bob\n  items:\n    a: A\n',
    );
    assertEdit('  manager: bob\n', set([], 'project', 'Shop'), '  project: Shop\n  manager: bob\n');
    assertEdit('--- # plan\nproject: Shop\n', set([], 'manager', 'bob'), '--- # plan\nproject: Shop\nmanager: bob\n');
    assert.equal(
      edited('%YAML 1.2\n---\nproject: Shop\n...\n', set([], 'manager', 'bob')),
      '%YAML 1.2\n---\nproject: Shop\nmanager: bob\n...\n',
    );
    assertEdit('"project":\t"Shop"\t# c\n', set([], 'manager', 'O: k'), '"project":\t"Shop"\t# c\nmanager: "O: k"\n');
  });

  it('is one more line of tabs where tabs indent, which stays the mistake that it was', () => {
    assertEdit(
      'items:\n  a:\n  \ttitle: A\n',
      set(['items', 'a'], 'owner', 'bob'),
      'items:\n  a:\n  \ttitle: A\n  \towner: bob\n',
    );
  });

  it('quotes what would not be read as it is meant', () => {
    for (const [value, source] of [
      ['a: b', "'a: b'"],
      ['a #1', "'a #1'"],
      ['', "''"],
      ['- x', "'- x'"],
      ['null', "'null'"],
      ['1.10', "'1.10'"],
      ['true', "'true'"],
      ["Tom's: x", '"Tom\'s: x"'],
      ["Tom's", "Tom's"],
      [' x', "' x'"],
      ['@x', "'@x'"],
      ['a, b', 'a, b'],
      ['say "x": y', '\'say "x": y\''],
      ['tab\there', '"tab\\there"'],
    ] as const) {
      assertEdit(
        'items:\n  api:\n    owner: o\n',
        set(item, 'title', value),
        `items:\n  api:\n    title: ${source}\n    owner: o\n`,
      );
    }
    assertEdit(
      'items:\n  api:\n    title: "A"\n',
      set(item, 'release', '2.0'),
      'items:\n  api:\n    title: "A"\n    release: "2.0"\n',
    );
    assertEdit(
      'goals:\n  a:\n    title: A\n',
      set(['goals', 'a'], 'target', '2026'),
      'goals:\n  a:\n    title: A\n    target: 2026\n',
      roadmapUri,
    );
    assertEdit(
      'items:\n  a:\n    title: A\n',
      set(['items', 'a'], 'sequential', 'true'),
      'items:\n  a:\n    title: A\n    sequential: true\n',
    );
  });
});
