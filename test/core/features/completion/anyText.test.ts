import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { completion } from '../../../../src/core/features/completion';
import { planFrom } from '../../planFrom';
import { appliedTo, fullClient } from './completionIn';

const folder = new URL('../../../../test/fixtures/format/', import.meta.url);
const names = ['all-features.project.yaml', 'all-features.roadmap.yaml', 'all-features.throughline.yaml'];
const texts = names.map((name) => readFileSync(new URL(name, folder), 'utf8'));

const garbage = fc.oneof(
  fc.constantFrom('"', "'", '{', '[', '}', ']', ': ', '- ', '-', '\n', '\r\n', '\r', '\t', '#', ' # ', '&a ', '*a'),
  fc.constantFrom('<<: *a', '|', '>-', '!!x ', '? ', '\ufeff', '🚀', '\ud83d', '---\n', '%YAML', '\u0000', '@', '`'),
  fc.constantFrom(
    'goal: [',
    'items:\n  a: {',
    'x'.repeat(300),
    '  '.repeat(150),
    '# throughline-disable ',
    '${1|',
    'go',
  ),
);

/** Every item fits the text at the cursor: its range is of the text, on the line of the cursor and around it. */
async function check(name: string, text: string, offsets: readonly number[]): Promise<void> {
  const plan = await planFrom({ [name]: text });
  const uri = plan.uri(name);
  const state = plan.state(name);
  const source = state.plan.files.get(uri)?.document.source;
  assert.ok(source);
  for (const offset of offsets) {
    const list = completion(state, uri, offset, fullClient);
    for (const item of list?.items ?? []) {
      assert.ok(item.textEdit && 'range' in item.textEdit);
      const { range } = item.textEdit;
      const start: number = source.offsetAt(range.start);
      const end: number = source.offsetAt(range.end);
      assert.deepEqual(source.rangeAt({ start, end }), range);
      assert.ok(start <= offset && offset <= end && range.start.line === range.end.line, `${item.label} at ${offset}`);
      assert.doesNotMatch(`${item.label} ${item.detail ?? ''} ${item.textEdit.newText}`, /undefined|\[object|NaN/);
    }
    const [first] = list?.items ?? [];
    if (first) appliedTo(text, first);
  }
}

describe('Completion in any text', () => {
  const planName = (name: string): string => (name.includes('throughline') ? '.throughline.yaml' : name);

  for (const [index, name] of names.entries()) {
    it(`answers all over ${name}`, async () => {
      const text = texts[index] ?? '';
      const offsets = Array.from({ length: Math.ceil(text.length / 9) }, (_, at) => at * 9);
      const ends = [...text.matchAll(/$/gm)].map((match) => match.index);
      await check(planName(name), text, [...offsets, ...ends]);
    }).timeout(120_000);
  }

  it('answers around every wound', async () => {
    const wound = fc.record({
      file: fc.nat(names.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(Infinity)),
      insert: fc.array(garbage, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      crlf: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(wound, async ({ file, at, cut, insert, crlf }) => {
        const text = crlf ? (texts[file] ?? '').replaceAll('\n', '\r\n') : (texts[file] ?? '');
        const start = Math.floor(at * text.length);
        const broken = text.slice(0, start) + insert + text.slice(Math.min(text.length, start + cut));
        const end = start + insert.length;
        const offsets = [
          start - 1,
          start,
          end - 1,
          end,
          end + 1,
          end + 20,
          start - 60,
          broken.length,
          -5,
          broken.length + 5,
        ];
        const inside = offsets.filter((offset) => offset >= 0 && offset <= broken.length);
        await check(planName(names[file] ?? ''), broken, inside);
      }),
      { numRuns: 100 },
    );
  }).timeout(120_000);

  it('answers while a plan is typed letter by letter', async () => {
    const typed =
      'project: A\nmanager: bob\ngoal: [g]\nitems:\n  a: { title: X, depends_on: [b] }\n  b:\n    title: "Y"\n    owner: bob\n    estimate: { optimistic: 3d }\nstatus_updates:\n  - date: 2026-05-04\n    done:\n      - One # throughline-disable \n';
    for (let length = 0; length <= typed.length; length++) {
      await check('a.project.yaml', typed.slice(0, length), [length]);
    }
  }).timeout(60_000);
});
