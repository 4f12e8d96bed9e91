import assert from 'node:assert/strict';
import { entryFilter, type Filterable } from '../../../src/core/views/entryFilter';
import type { ViewSettings } from '../../../src/core/views/viewSettings';

const entry: Filterable = {
  texts: ['Wiederherstellung der Café-Kasse', 'till', undefined, 'Alice Ng'],
  people: ['alice'],
  state: 'in-progress',
  goals: ['faster'],
  late: true,
};

function leaves(settings: ViewSettings, one: Filterable = entry): boolean {
  const filter = entryFilter(settings);
  assert.ok(filter);
  return filter(one);
}

describe('entryFilter', () => {
  it('is none where the settings leave everything in', () => {
    assert.equal(entryFilter({}), undefined);
    assert.equal(entryFilter({ zoom: 'month', groupBy: 'theme', hidesDone: false }), undefined);
  });

  it('finds all words anywhere in the texts, whatever their case and accents', () => {
    for (const text of ['cafe', 'CAFÉ kasse', 'ng till', '  ']) assert.ok(leaves({ filter: { text } }), text);
    for (const text of ['caffe', 'till bob']) assert.ok(!leaves({ filter: { text } }), text);
  });

  it('asks for a person, a state and a goal by what they are, not by a part of it', () => {
    assert.ok(leaves({ filter: { owner: 'alice', status: 'in-progress', goal: 'faster' } }));
    assert.ok(!leaves({ filter: { owner: 'ali' } }));
    assert.ok(!leaves({ filter: { status: 'todo' } }));
    assert.ok(!leaves({ filter: { goal: 'fast' } }));
    assert.ok(!leaves({ filter: { owner: 'alice' } }, { texts: ['Alice'] }), 'what is not known is not found');
  });

  it('asks for what is critical, without a goal, or at risk', () => {
    assert.ok(!leaves({ filter: { critical: true } }));
    assert.ok(leaves({ filter: { critical: true } }, { ...entry, critical: true }));
    assert.ok(!leaves({ filter: { unlinked: true } }));
    assert.ok(leaves({ filter: { unlinked: true } }, { ...entry, unlinked: true }));
    assert.ok(leaves({ filter: { atRisk: true } }), 'it is late');
    assert.ok(leaves({ filter: { atRisk: true } }, { texts: [], state: 'blocked' }));
    assert.ok(!leaves({ filter: { atRisk: true } }, { texts: [], state: 'on-track' }));
  });

  it('hides what is done or dropped, and nothing whose state is not known', () => {
    for (const state of ['done', 'dropped'] as const) assert.ok(!leaves({ hidesDone: true }, { texts: [], state }));
    assert.ok(leaves({ hidesDone: true }));
    assert.ok(leaves({ hidesDone: true }, { texts: [] }));
  });
});
