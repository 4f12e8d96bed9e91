import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byEntry } from '../../../src/core/analysis/entries';
import type { Item } from '../../../src/core/plan/generated/entities';
import type { ProjectFile } from '../../../src/core/plan/planFile';

/** An entry, of which as many texts are read as it says. */
function entryOf(count: number): Item {
  return { count } as unknown as Item;
}

function fileOf(entries: readonly Item[]): ProjectFile {
  return { root: { fields: { items: { value: entries } } } } as unknown as ProjectFile;
}

/** Texts that no other entry has. */
const texts = new WeakMap<Item, readonly string[]>();
let made = 0;

function textsOf(entry: Item): readonly string[] {
  const { count } = entry as unknown as { count: number };
  const known = texts.get(entry) ?? Array.from({ length: count }, () => String(made++));
  texts.set(entry, known);
  return known;
}

const entries = fc.array(fc.nat({ max: 3 }), { maxLength: 8 }).map((counts) => counts.map(entryOf));

/** Puts others where some entries are, or moves these elsewhere; or takes the entries that were there some edits ago. */
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 8 }),
    removed: fc.nat({ max: 4 }),
    added: entries,
    to: fc.nat({ max: 8 }),
    kind: fc.nat(3),
  }),
  { maxLength: 12 },
);

describe('what is read entry by entry', () => {
  it('is, after whatever edits, what is read of all entries', () => {
    fc.assert(
      fc.property(entries, edits, (first, all) => {
        const read = byEntry(textsOf);
        const versions: (readonly Item[])[] = [first];
        const check = (now: readonly Item[]): void => {
          assert.deepEqual(read(fileOf(now)), now.flatMap(textsOf));
        };
        check(first);
        for (const { at, removed, added, to, kind } of all) {
          const now = versions.at(-1) ?? [];
          const others = now.toSpliced(at, removed);
          const moved = others.toSpliced(to, 0, ...now.slice(at, at + removed));
          const next =
            [now.toSpliced(at, removed, ...added), moved, now.slice(0, at), versions[to] ?? now][kind] ?? now;
          versions.push(next);
          check(next);
        }
      }),
    );
  });

  it('is read again of no entry that is the same', () => {
    const seen: Item[] = [];
    const read = byEntry((entry) => {
      seen.push(entry);
      return textsOf(entry);
    });
    const [a, b, c, d, e] = [entryOf(1), entryOf(0), entryOf(2), entryOf(1), entryOf(1)];
    for (const version of [
      [a, b, c, d],
      [a, b, e, d],
      [a, b],
      [a, b, e, d],
      [d, a, b, e],
    ])
      read(fileOf(version));
    assert.deepEqual(seen, [a, b, c, d, e]);
  });
});
