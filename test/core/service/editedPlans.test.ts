import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { PlanService } from '../../../src/core/service';
import { fixtures } from '../rules/fixture';
import { answersOf, drawnEdit, findingsOf, rangeIn, root, serviceOf, textAfter, type Texts } from './editedPlans';

/** A plan to begin with, and the day that it is looked at. */
interface Start {
  readonly name: string;
  readonly texts: Texts;
  readonly today: string;
}

const examples: Start = {
  name: 'the examples',
  texts: new Map(
    readdirSync('examples')
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => [`${root}/${name}`, readFileSync(`examples/${name}`, 'utf8')]),
  ),
  today: '2026-09-16',
};

/** Plans with a finding of every rule, so that there is something to say of each. */
const starts: readonly Start[] = [
  examples,
  ...fixtures().map(({ name, files, today }) => ({
    name,
    // An editor tells of no byte order mark.
    texts: new Map(files.map((file) => [`${root}/${file.name}`, file.text.replace(/^\uFEFF/, '')])),
    today: today ?? '2026-09-16',
  })),
];

/** How many edits are made: `EDITS=10000` before a release. */
const edits = Number(process.env['EDITS'] ?? 600);

const isAway = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true));

/** Has a file closed, let go of and opened again as it is. */
async function reopen(service: PlanService, uri: string, text: string): Promise<void> {
  await service.didClose(uri);
  assert.ok(await service.prepareDiagnostics(() => true));
  service.didOpen(uri, 1, text);
}

describe('a plan that is edited', () => {
  it('is, after whatever edits, what it is when it is read afresh', async function () {
    this.timeout(0);
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 1, arbitrary: fc.constant(examples) }, { weight: 6, arbitrary: fc.constantFrom(...starts) }),
        fc.array(fc.tuple(drawnEdit, fc.boolean(), isAway), { minLength: 3, maxLength: 9 }),
        async ({ name, texts, today }, steps) => {
          const now = new Map(texts);
          const uris = [...now.keys()];
          const service = await serviceOf(now, today);
          uris.forEach((uri) => {
            service.didOpen(uri, 1, now.get(uri) ?? '');
          });
          let version = 1;
          for (const [edit, isLooked, isClosed] of steps) {
            const uri = uris[edit.file % uris.length] ?? '';
            const before = now.get(uri) ?? '';
            if (isClosed) await reopen(service, uri, before);
            const range = rangeIn(before, edit);
            now.set(uri, textAfter(before, range, edit.text));
            service.didChange(uri, ++version, [{ range, text: edit.text }]);
            // Of some versions nothing is ever asked.
            if (!isLooked) continue;
            const fresh = await serviceOf(now, today);
            assert.deepEqual(findingsOf(service), findingsOf(fresh), `what is found in ${name}`);
            compared++;
          }
          const fresh = await serviceOf(now, today);
          assert.deepEqual(findingsOf(service), findingsOf(fresh), `what is found in ${name} in the end`);
          assert.deepEqual(answersOf(service), answersOf(fresh), `what is said of ${name}`);
        },
      ),
      { numRuns: Math.ceil(edits / 6) },
    );
    assert.ok(compared > edits / 4, `only ${String(compared)} plans have been compared`);
  });
});
