import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlanService } from '../../../src/core/service';
import { planFrom } from '../planFrom';
import { checkFile, checkOffset, checkSlowly } from './everyFeature';
import { garbage, healthyPlans, realPlans, realPlansToday } from './realPlans';

/** How many files are edited; `RANDOM_EDITS=500` tries for longer. */
const runs = Number(process.env['RANDOM_EDITS'] ?? 12);

/** The parts of a text that one key types or deletes: a line break is one, and so is an emoji. */
function keys(text: string): string[] {
  return text.match(/\r\n|[^]/gu) ?? [];
}

/** The offset, or the one before it where it is within what one key types. */
function cursorAt(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;
}

/** Somebody who edits a file, and whom every feature of the service watches. */
class Typist {
  #version = 1;
  #text: string;

  constructor(
    private readonly service: PlanService,
    private readonly uri: string,
    text: string,
  ) {
    this.#text = text;
    service.didOpen(uri, this.#version, text);
  }

  get text(): string {
    return this.#text;
  }

  /** Replaces a stretch at once, as pasting does. */
  replace(start: number, end: number, put: string): void {
    const { source } = this.service.file(this.uri)!.document;
    this.service.didChange(this.uri, ++this.#version, [{ range: source.rangeAt({ start, end }), text: put }]);
    this.#text = this.#text.slice(0, start) + put + this.#text.slice(end);
    assert.equal(this.service.file(this.uri)?.document.source.toString(), this.#text);
    checkOffset(this.service, this.uri, start + put.length);
    checkFile(this.service, this.uri, start + put.length);
  }

  /** Types character by character. */
  type(at: number, put: string): void {
    let cursor = at;
    for (const char of keys(put)) {
      this.replace(cursor, cursor, char);
      cursor += char.length;
    }
  }

  /** Deletes character by character, from the end of a stretch to its start. */
  backspace(start: number, end: number): void {
    let cursor = end;
    for (const char of keys(this.#text.slice(start, end)).reverse()) {
      this.replace(cursor - char.length, cursor, '');
      cursor -= char.length;
    }
  }
}

/** What somebody does with a stretch of the text, and takes back. */
const gestures = {
  retype(typist: Typist, start: number, end: number): void {
    const old = typist.text.slice(start, end);
    typist.backspace(start, end);
    typist.type(start, old);
  },
  insert(typist: Typist, start: number, _end: number, put: string): void {
    typist.type(start, put);
    typist.backspace(start, start + put.length);
  },
  overwrite(typist: Typist, start: number, end: number, put: string): void {
    const old = typist.text.slice(start, end);
    typist.replace(start, end, put);
    typist.replace(start, start + put.length, old);
  },
};

/** What is typed; not a byte order mark, which has no column to be deleted from. */
const typeable = garbage.filter((text) => text.length < 12 && text !== '\ufeff');

const plans = [...Object.values(realPlans), ...healthyPlans];

const session = fc.record({
  plan: fc.nat(plans.length - 1),
  file: fc.nat(),
  gestures: fc.array(
    fc.record({
      gesture: fc.constantFrom('retype', 'insert', 'overwrite'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 8 }),
      put: fc.constantFrom(...typeable, 'goal: x', '\n  - ', '# a', 'é 🚀'),
    }),
    { minLength: 2, maxLength: 3 },
  ),
});

describe('random edits', () => {
  it('leave no feature with an exception, or with an answer that is outside of its document', async () => {
    await fc.assert(
      fc.asyncProperty(session, async (edits) => {
        const files = Object.entries(plans[edits.plan] ?? {});
        const [name = '', text = ''] = files[edits.file % files.length] ?? [];
        const plan = await planFrom(Object.fromEntries(files), realPlansToday);
        const { service } = plan;
        const uri = plan.uri(name);
        const typist = new Typist(service, uri, text);
        const before = service.diagnostics(uri, {});
        for (const { gesture, at, length, put } of edits.gestures) {
          const start = cursorAt(text, Math.floor(at * text.length));
          gestures[gesture](typist, start, cursorAt(text, start + length), put);
          checkSlowly(service, uri);
        }
        assert.equal(typist.text, text);
        assert.deepEqual(service.diagnostics(uri, {}), before, 'what was taken back leaves no trace');
      }),
      { numRuns: runs },
    );
  }).timeout(Math.max(120_000, runs * 10_000));
});
