import assert from 'node:assert/strict';
import { EarlierLists, type EarlierList } from '../../../src/core/analysis/earlierList';
import { endsInCommon } from '../../../src/core/plan/differing';

interface Named {
  readonly name: string;
}

type Version = EarlierList<Named> & { readonly number: number };

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name): Named => ({ name })) as [
  Named,
  Named,
  Named,
  Named,
  Named,
];

describe('what two lists have in common at their ends', () => {
  it('is what is the same object, nothing of it counted twice', () => {
    assert.deepEqual(endsInCommon([a, b, c], [a, d, c]), { start: 1, end: 2, moved: 0 });
    assert.deepEqual(endsInCommon([a, b, c], [a, c]), { start: 1, end: 2, moved: 1 });
    assert.deepEqual(endsInCommon([a, c], [a, b, c]), { start: 1, end: 1, moved: -1 });
    assert.deepEqual(endsInCommon([a, a, a], [a, a]), { start: 2, end: 3, moved: 1 });
    assert.deepEqual(endsInCommon([a, b], [a, b]), { start: 2, end: 2, moved: 0 });
    assert.deepEqual(endsInCommon([a, b], []), { start: 0, end: 2, moved: 2 });
  });
});

describe('what is kept of earlier lists', () => {
  it('is found by the first or the last of a list, the more alike of two', () => {
    const lists = new EarlierLists<Named, Version>();
    const numberFor = (list: readonly Named[]): number | undefined => lists.closestTo(list)?.before.number;
    const all = { list: [a, b, c, d], number: 1 };
    lists.keep(all, undefined);
    assert.equal(numberFor([a, b, e]), 1);
    assert.equal(numberFor([e, d]), 1);
    assert.equal(numberFor([b, c]), undefined);
    assert.equal(numberFor([]), undefined);
    // As if a quote had been opened behind the first, and is closed again.
    lists.keep({ list: [a], number: 2 }, all);
    assert.equal(numberFor([a, e, c, d]), 1);
    assert.equal(numberFor([a, e]), 2);
  });

  it('is let go of when the list has grown beyond its ends', () => {
    const lists = new EarlierLists<Named, Version>();
    const [one, other] = [
      { list: [b, c], number: 1 },
      { list: [a, b, c, d], number: 2 },
    ];
    lists.keep(one, undefined);
    lists.keep(other, one);
    assert.equal(lists.closestTo([b, e]), undefined);
    assert.equal(lists.closestTo([e, c]), undefined);
    assert.equal(lists.closestTo([a, e])?.before, other);
  });
});
