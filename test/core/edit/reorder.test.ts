import assert from 'node:assert/strict';
import { canReorder } from '../../../src/core/edit/reorder';
import { parseDocument } from '../../../src/core/syntax/document';
import { assertEdit, edited, projectUri, type Change } from './editing';

const order =
  (...keys: readonly string[]): Change =>
  (editor, uri) =>
    editor.reorder(uri, ['items'], keys);

describe('putting entries in another order', () => {
  it('moves whole entries', () => {
    assertEdit(
      'items:\n  a:\n    title: A\n    items:\n      a1: One\n  b: B\n  c: { title: C }\nrisks:\n  r: R\n',
      order('c', 'a', 'b'),
      'items:\n  c: { title: C }\n  a:\n    title: A\n    items:\n      a1: One\n  b: B\nrisks:\n  r: R\n',
    );
  });

  it('moves comments with what they are about', () => {
    assertEdit(
      'items: # all\n  # about a\n  # and more\n  a: A # here\n  b:\n    title: B\n    # in b\n  # about c\n  c: C\n  # at the end\n',
      order('c', 'b', 'a'),
      'items: # all\n  # about c\n  c: C\n  b:\n    title: B\n    # in b\n  # about a\n  # and more\n  a: A # here\n  # at the end\n',
    );
  });

  it('keeps blank lines between the places', () => {
    assertEdit(
      'items:\n  a:\n    title: A\n\n  b:\n    title: B\n\n\n  c: C\n\nrisks: {}\n',
      order('b', 'c', 'a'),
      'items:\n  b:\n    title: B\n\n  c: C\n\n\n  a:\n    title: A\n\nrisks: {}\n',
    );
  });

  it('keeps quotes, and texts of several lines', () => {
    assertEdit(
      'items:\n    "a": >-\n        one\n\n        two # no comment\n    \'b\': "x\n        y"\n',
      order('b', 'a'),
      'items:\n    \'b\': "x\n        y"\n    "a": >-\n        one\n\n        two # no comment\n',
    );
  });

  it('leaves the file without a line break at its end so', () => {
    assert.equal(edited('items:\n  a: A\n  b: B', order('b', 'a')), 'items:\n  b: B\n  a: A');
  });

  it('is nothing where they have this order', () => {
    assert.equal(edited('items:\n  a: A\n  b: B\n', order('a', 'b')), 'items:\n  a: A\n  b: B\n');
  });

  it('declines other keys than those of the map', () => {
    for (const keys of [['a'], ['a', 'c'], ['a', 'b', 'c'], ['a', 'a']])
      assert.equal(edited('items:\n  a: A\n  b: B\n', order(...keys)), undefined, keys.join());
  });

  it('declines where it cannot be told what belongs to which entry', () => {
    const unsure = {
      braces: 'items: { a: A, b: B }\n',
      'a heading': 'items:\n  a: A\n\n  # Part two\n\n  b: B\n',
      'a comment of another column': 'items:\n  a: A\n# left out\n  b: B\n',
      'a merged map': 'x-y: &y { a: A }\nitems:\n  <<: *y\n  b: B\n',
      'an anchor': 'items:\n  a: &a A\n  b: B\nsummary: *a\n',
      'an alias': 'summary: &a S\nitems:\n  a: A\n  b: *a\n',
      'a repeated key': 'items:\n  a: A\n  b: B\n  a: C\n',
      'a key with a question mark': 'items:\n  ? a\n  : A\n  b: B\n',
      'no map': 'items: text\n',
    };
    for (const [name, text] of Object.entries(unsure)) {
      assert.equal(edited(text, order('b', 'a')), undefined, name);
      assert.equal(canReorder(parseDocument(projectUri, text), ['items']), false, name);
    }
  });

  it('declines where blank lines are a part of a text', () => {
    assert.equal(edited('items:\n  a: |+\n    x\n\n  b: B\n', order('b', 'a')), undefined);
  });
});
