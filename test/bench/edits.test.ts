import assert from 'node:assert/strict';
import {
  blockPasted,
  type EditKind,
  inEstimate,
  inTitle,
  keyRenamed,
  quoteOpened,
  TextLines,
} from '../../bench/speed/edits';
import { planTexts } from '../../bench/plans';
import { Random } from '../../bench/random';
import { editDocument, parseDocument } from '../../src/core/syntax/document';
import { planFrom } from '../core/planFrom';

const texts = planTexts({ projects: 1, items: 60, dependencies: 90, people: 8, isDetailed: true });
const name = 'project-1.project.yaml';
const source = texts.get(name) ?? '';
const lines = new TextLines(source);

function edited(text: string, ...edits: Parameters<typeof editDocument>[1]): string {
  return edits.reduce((document, edit) => editDocument(document, [edit]), parseDocument(name, text)).source.toString();
}

/** How many findings of each rule an edit of the project brings, at one of many places. */
async function newFindings(kind: EditKind, seed: number): Promise<ReadonlyMap<string, number>> {
  const { there } = kind(lines, new Random(seed));
  const found = new Map<string, number>();
  for (const [text, sign] of [
    [source, -1],
    [edited(source, there), 1],
  ] as const) {
    const plan = await planFrom({ ...Object.fromEntries(texts), [name]: text });
    for (const { rule } of plan.state(name).findings(plan.uri(name))) found.set(rule, (found.get(rule) ?? 0) + sign);
  }
  return found;
}

describe('The edits of the benchmarks', () => {
  const kinds: Readonly<Record<string, EditKind>> = { inTitle, inEstimate, quoteOpened, keyRenamed, blockPasted };
  for (const [kindName, kind] of Object.entries(kinds)) {
    it(`change a text, and give it back: ${kindName}`, () => {
      const random = new Random(5);
      for (let round = 0; round < 20; round++) {
        const { there, back } = kind(lines, random);
        assert.notEqual(edited(source, there), source);
        assert.equal(edited(source, there, back), source);
      }
    });
  }

  it('are what they are called', async () => {
    assert.ok(((await newFindings(quoteOpened, 3)).get('syntax') ?? 0) > 0);
    // Not every item is waited for.
    const renamed = await Promise.all([1, 2, 3, 4, 5].map((seed) => newFindings(keyRenamed, seed)));
    assert.ok(renamed.some((found) => (found.get('unknown-reference') ?? 0) > 0));
    for (const kind of [inTitle, inEstimate, blockPasted]) {
      const found = await newFindings(kind, 3);
      for (const rule of ['syntax', 'unknown-property', 'unknown-reference', 'missing-property', 'duplicate-id'])
        assert.equal(found.get(rule) ?? 0, 0, `${rule} of ${kind.name}`);
    }
  });
});
