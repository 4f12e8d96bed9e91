import assert from 'node:assert/strict';
import { setTimeout as later } from 'node:timers/promises';
import { Answered } from '../../src/server/features/answered';
import { Background } from '../../src/server/features/background';

describe('Answers that were given', () => {
  it('are outdated when they would be others now, and are told so once', () => {
    const answered = new Answered(10);
    let day = 4;
    assert.equal(
      answered.answer('day', () => day),
      4,
    );
    answered.answer('same', () => ({ text: 'x' }));
    answered.answer('nothing', () => undefined);
    assert.equal(answered.isOutdated(), false);
    day = 5;
    assert.equal(answered.isOutdated(), true);
    assert.equal(answered.isOutdated(), false);
  });

  it('are outdated when there is something where there was nothing', () => {
    const answered = new Answered(10);
    const titles = new Map<string, string>();
    answered.answer('title', () => titles.get('x'));
    titles.set('x', 'X');
    assert.equal(answered.isOutdated(), true);
  });

  it('count as they were given last, and only the last few', () => {
    const answered = new Answered(2);
    let day = 4;
    answered.answer('day', () => day);
    day = 5;
    answered.answer('day', () => day);
    assert.equal(answered.isOutdated(), false);
    for (const key of ['one', 'two']) answered.answer(key, () => 0);
    day = 6;
    assert.equal(answered.isOutdated(), false);
  });
});

describe('Background work', () => {
  it('begins when nobody has asked for it for a moment, once for each key', async () => {
    const begun: string[] = [];
    const background = new Background((error) => assert.ifError(error));
    const work = (name: string) => () => Promise.resolve(void begun.push(name));
    background.later('a', work('first'));
    background.later('a', work('second'));
    background.later('b', work('third'));
    assert.deepEqual(begun, []);
    await later(600);
    assert.deepEqual(begun, ['second', 'third']);
  });

  it('says what went wrong', async () => {
    const failures: unknown[] = [];
    new Background((error) => failures.push(error)).later('a', () => Promise.reject(new Error('not today')));
    await later(600);
    assert.deepEqual(failures.map(String), ['Error: not today']);
  });
});
