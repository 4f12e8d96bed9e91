import assert from 'node:assert/strict';
import { assertEdit, edited, roadmapUri, type Change } from './editing';

const expand =
  (...path: readonly string[]): Change =>
  (editor, uri) =>
    editor.expand(uri, path);

const api = expand('items', 'api');

describe('writing a bare text in full', () => {
  it('puts it on a line of its own', () => {
    assertEdit(
      'items:\n  api: Payment API # c\n  # about b\n  b: B\n',
      api,
      'items:\n  api:\n    title: Payment API # c\n  # about b\n  b: B\n',
    );
    assertEdit(
      'items:\n    api: A\n    b:\n        title: B\n',
      api,
      'items:\n    api:\n        title: A\n    b:\n        title: B\n',
    );
  });

  it('keeps quotes, and texts of several lines', () => {
    assertEdit("items:\n  api: 'Fix: it'\n", api, "items:\n  api:\n    title: 'Fix: it'\n");
    assertEdit('items:\n  api: Payment\n    API\n', api, 'items:\n  api:\n    title: Payment\n      API\n');
    assertEdit('items:\n  api: "Payment\n    API"\n', api, 'items:\n  api:\n    title: "Payment\n      API"\n');
    assertEdit(
      'items:\n  api: >-\n    Payment\n    API\n  b: B\n',
      api,
      'items:\n  api:\n    title: >-\n      Payment\n      API\n  b: B\n',
    );
  });

  it('puts it in braces where its nearest neighbour is in braces', () => {
    assertEdit(
      'items:\n  a:\n    title: A\n  b: { title: B }\n  api: Payment API # c\n',
      api,
      'items:\n  a:\n    title: A\n  b: { title: B }\n  api: { title: Payment API } # c\n',
    );
    assertEdit(
      'items:\n  api: Payment API\n  b: {title: B}\n',
      api,
      'items:\n  api: {title: Payment API}\n  b: {title: B}\n',
    );
    assertEdit(
      'items:\n  api: Payment, and refunds\n  b: { title: B }\n',
      api,
      "items:\n  api: { title: 'Payment, and refunds' }\n  b: { title: B }\n",
    );
    assertEdit(
      'items:\n  api: |\n    Payment\n  b: { title: B }\n',
      api,
      'items:\n  api:\n    title: |\n      Payment\n  b: { title: B }\n',
    );
  });

  it('stays within braces', () => {
    assertEdit('items: { api: Payment API, b: B }\n', api, 'items: { api: { title: Payment API }, b: B }\n');
    assertEdit('items: {api: A, b: {title: B}}\n', api, 'items: {api: {title: A}, b: {title: B}}\n');
  });

  it('knows which property each text stands for', () => {
    assertEdit('people:\n  erin: Erin Ward\n', expand('people', 'erin'), 'people:\n  erin:\n    name: Erin Ward\n');
    assertEdit(
      'responsibilities:\n  budget: bob\n',
      expand('responsibilities', 'budget'),
      'responsibilities:\n  budget:\n    accountable: bob\n',
    );
    assertEdit(
      'decisions:\n  - Ship it # c\n  - title: Wait\n',
      expand('decisions', '0'),
      'decisions:\n  - title: Ship it # c\n  - title: Wait\n',
    );
    assertEdit(
      'goals:\n  fast:\n    title: Fast\n    key_results:\n      time: Time to pay\n',
      expand('goals', 'fast', 'key_results', 'time'),
      'goals:\n  fast:\n    title: Fast\n    key_results:\n      time:\n        title: Time to pay\n',
      roadmapUri,
    );
  });

  it('keeps anchors and aliases to what they are about', () => {
    assert.equal(
      edited('items:\n  api: &t Payment API\n  b: *t\n', api),
      'items:\n  api:\n    title: &t Payment API\n  b: *t\n',
    );
    assert.equal(
      edited('items:\n  a: &t Payment API\n  api: *t\n', api),
      'items:\n  a: &t Payment API\n  api:\n    title: *t\n',
    );
  });

  it('declines what is no bare text of an entry', () => {
    for (const text of [
      'items:\n  api:\n    title: A\n',
      'items:\n  api:\n',
      'items:\n  b: B\n',
      'items:\n  api: []\n',
    ])
      assert.equal(edited(text, api), undefined, text);
    assert.equal(edited('project: Shop\n', expand('project')), undefined);
    assert.equal(edited('items:\n  api: A\n', expand()), undefined);
  });
});
