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

describe('every feature', () => {
  it('is asked here', async () => {
    const { service } = await planFrom({ 'a.project.yaml': '' });
    assert.deepEqual(neverAsked(service), [], 'add what is new to the tables in everyFeature.ts');
  });

  for (const [name, files] of Object.entries(realPlans)) {
    it(`answers at every offset of ${name}`, async () => {
      const { service, texts } = await planFrom(files, today);
      for (const [uri, text] of texts) {
        for (const offset of offsetsOf(text)) checkOffset(service, uri, offset);
        checkFile(service, uri);
        checkSlowly(service, uri);
      }
    }).timeout(120_000);
  }

  it('answers at every offset of mutilated files', async () => {
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
        for (const offset of offsetsOf(broken)) {
          // Near the wound everywhere, elsewhere now and then.
          if (Math.abs(offset - start) < 200 || offset % 17 === 0) checkOffset(plan.service, plan.uri(name), offset);
        }
        checkFile(plan.service, plan.uri(name));
        checkSlowly(plan.service, plan.uri(name));
      }),
      { numRuns: 40 },
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
          for (const offset of offsetsOf(text)) checkOffset(service, uri, offset);
          checkFile(service, uri);
          checkSlowly(service, uri);
        }
      }
    }
  }).timeout(120_000);
});
