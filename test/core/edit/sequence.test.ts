import assert from 'node:assert/strict';
import { assertEdit, edited } from './editing';

const item = ['items', 'api'];

describe('edits in sequence', () => {
  it('are each made for what those before have left', () => {
    assertEdit(
      'items:\n  api: Payment API # c\n  b: B\n',
      (editor, uri) =>
        editor.inSequence(
          (next) => next.setProperty(uri, item, 'status', 'done'),
          (next) => next.setProperty(uri, item, 'finished', '2026-05-04'),
          (next) => next.remove(uri, ['items', 'b']),
        ),
      'items:\n  api:\n    title: Payment API # c\n    status: done\n    finished: 2026-05-04\n',
    );
  });

  it('come to one edit of the text as it is now', () => {
    const text = 'items:\n  api:\n    title: A\n    status: todo\n';
    const change = edited(text, (editor, uri) =>
      editor.inSequence(
        (next) => next.setScalar(uri, [...item, 'status'], 'blocked'),
        (next) => next.setScalar(uri, [...item, 'status'], 'done'),
      ),
    );
    assert.equal(change, text.replace('todo', 'done'));
  });

  it('are none where one of them is, or makes a file', () => {
    const text = 'items:\n  api: A\n';
    assert.equal(
      edited(text, (editor, uri) =>
        editor.inSequence(
          (next) => next.setProperty(uri, item, 'status', 'done'),
          (next) => next.remove(uri, ['risks']),
        ),
      ),
      undefined,
    );
    assert.equal(
      edited(text, (editor) =>
        editor.inSequence((next) => next.createFile('file:///new.project.yaml', 'project: New\n')),
      ),
      undefined,
    );
  });

  it('are nothing where there are none', () => {
    assert.equal(
      edited('items:\n  api: A\n', (editor) => editor.inSequence()),
      'items:\n  api: A\n',
    );
  });
});
