import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../../../src/core/rules/registry';
import { planFrom } from '../planFrom';
import { checkFile, checkOffset, checkSlowly, neverAsked } from './everyFeature';
import { garbage, realPlans, realPlansToday as today } from './realPlans';

/** Every offset of a text but those inside of words, where one is as good as another: of these the first. */
function offsetsOf(text: string): readonly number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset <= text.length; offset++) {
    if (!/^\w{3}$/.test(text.slice(offset - 2, offset + 1))) offsets.push(offset);
  }
  return offsets;
}

/** As many offsets of a file as one run has time for, evenly over it; the next run tries others. */
const offsetsInRun = 500;

function someOffsetsOf(text: string, most = offsetsInRun): readonly number[] {
  const offsets = offsetsOf(text);
  const step = Math.max(1, Math.ceil(offsets.length / most));
  const [first = 0] = fc.sample(fc.nat(step - 1), 1);
  return offsets.filter((_, index) => index % step === first);
}

describe('every feature', () => {
  it('is asked here', async () => {
    const { service } = await planFrom({ 'a.project.yaml': '' });
    assert.deepEqual(neverAsked(service), [], 'add what is new to the tables in everyFeature.ts');
  });

  for (const [name, files] of Object.entries(realPlans)) {
    it(`answers anywhere in ${name}`, async () => {
      const { service, texts } = await planFrom(files, today);
      for (const [uri, text] of texts) {
        for (const offset of someOffsetsOf(text)) checkOffset(service, uri, offset);
        checkFile(service, uri);
        checkSlowly(service, uri);
      }
    }).timeout(120_000);
  }

  it('answers anywhere in mutilated files', async () => {
    const sources = Object.values(realPlans).flatMap((files) =>
      Object.keys(files).map((name) => [files, name] as const),
    );
    const wound = fc.record({
      source: fc.nat(sources.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(Infinity)),
      insert: fc.constantFrom(...garbage),
    });
    await fc.assert(
      fc.asyncProperty(wound, async ({ source, at, cut, insert }) => {
        const [files = {}, name = ''] = sources[source] ?? [];
        const text = files[name] ?? '';
        const start = Math.floor(at * text.length);
        const broken = `${text.slice(0, start)}${insert}${text.slice(Math.min(text.length, start + cut))}`;
        const plan = await planFrom({ ...files, [name]: broken }, today);
        // Near the wound everywhere, elsewhere now and then.
        const near = offsetsOf(broken).filter((offset) => Math.abs(offset - start) < 60);
        for (const offset of [...near, ...someOffsetsOf(broken, 100)]) {
          checkOffset(plan.service, plan.uri(name), offset);
        }
        checkFile(plan.service, plan.uri(name));
        checkSlowly(plan.service, plan.uri(name));
      }),
      { numRuns: 20 },
    );
  }).timeout(120_000);

  it('answers on the examples of every rule', async () => {
    for (const { docs } of rules) {
      for (const example of [docs.bad, docs.good]) {
        const parts = example.split(/^(?=# \S+\.ya?ml$)/m).filter((part) => part.startsWith('# '));
        const files = Object.fromEntries(parts.map((part) => [/^# (\S+)/.exec(part)?.[1] ?? '', part]));
        const { service, texts } = await planFrom(files, today);
        for (const [uri, text] of texts) {
          if (!service.state(uri)) continue;
          for (const offset of someOffsetsOf(text, 60)) checkOffset(service, uri, offset);
          checkFile(service, uri);
        }
      }
    }
  }).timeout(120_000);
});
