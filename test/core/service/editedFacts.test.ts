import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planTexts } from '../../../bench/plans';
import { drawnFact, factEdit, type DrawnFact, type FactEdit } from './drawnFacts';
import { answersOf, findingsOf, root, serviceOf, textAfter, type Texts } from './editedPlans';

const roadmap = `product: Product
id: product
owner: person-1
goals:
${[1, 2, 3, 4].map((at) => `  goal-${String(at)}:\n    title: Goal ${String(at)}\n    target: 2026-Q${String(at)}\n`).join('')}releases:
${[1, 2, 3].map((at) => `  release-${String(at)}:\n    title: Release ${String(at)}\n    date: 2026-0${String(3 * at)}-01\n`).join('')}features:
${Array.from({ length: 12 }, (_, at) => `  feature-${String(at + 1)}:\n    title: Feature ${String(at + 1)}\n    goal: goal-${String((at % 4) + 1)}\n`).join('')}`;

/** Projects that wait for each other, with a roadmap and people that they share; the ids of their items are the same. */
const texts: Texts = new Map(
  Array.from(planTexts({ projects: 3, items: 66, dependencies: 50, people: 5, teamSize: 4 }), ([name, text]) => [
    `${root}/${name}`,
    name === 'product.roadmap.yaml' ? roadmap : text,
  ]),
);

/** How many edits are made: `EDITS=10000` before a release. */
const edits = Number(process.env['EDITS'] ?? 600);

describe('a plan whose facts are edited', () => {
  it('is, after whatever edits, what it is when it is read afresh', async function () {
    this.timeout(0);
    const rules = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnFact, { minLength: 20, maxLength: 60, size: 'max' }),
        fc.array(fc.tuple(drawnFact, fc.boolean()), { minLength: 5, maxLength: 20, size: 'max' }),
        fc.boolean(),
        async (first, steps, isAnswered) => {
          const now = new Map(texts);
          // The settings stay as they are.
          const uris = [...now.keys()].filter((uri) => !uri.endsWith('.throughline.yaml'));
          const change = (drawn: DrawnFact): readonly [uri: string, edit: FactEdit] => {
            const uri = uris[drawn.file % uris.length] ?? '';
            const before = now.get(uri) ?? '';
            const edit = factEdit(before, drawn);
            now.set(uri, textAfter(before, edit.range, edit.text));
            return [uri, edit];
          };
          first.forEach(change);
          const service = await serviceOf(now, '2026-01-01');
          uris.forEach((uri) => {
            service.didOpen(uri, 1, now.get(uri) ?? '');
          });
          let version = 1;
          for (const [drawn, isLooked] of steps) {
            const [uri, edit] = change(drawn);
            service.didChange(uri, ++version, [edit]);
            // Of some versions nothing is ever asked.
            if (!isLooked) continue;
            const found = findingsOf(service);
            const fresh = await serviceOf(now, '2026-01-01');
            assert.deepEqual(found, findingsOf(fresh), `what is found after ${edit.text} in ${uri}`);
            for (const all of Object.values(found)) for (const { code } of all) rules.add(code);
          }
          if (!isAnswered) return;
          const fresh = await serviceOf(now, '2026-01-01');
          assert.deepEqual(findingsOf(service), findingsOf(fresh), 'what is found in the end');
          assert.deepEqual(answersOf(service), answersOf(fresh), 'what is said in the end');
        },
      ),
      { numRuns: Math.ceil(edits / 12) },
    );
    assert.ok(rules.size > 20, `findings of only ${String(rules.size)} rules have been compared`);
  });
});
