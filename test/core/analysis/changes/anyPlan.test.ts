import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, parseDocument, visit, type Document, type Pair } from 'yaml';
import { naughtyPlan } from '../../naughtyPlan';
import { changedExamples, examples } from '../../views/changedExamples';
import { changedFiles, changesBetween } from './changesBetween';

type Files = Readonly<Record<string, string>>;

const { '.throughline.yaml': settings = '', 'larder.roadmap.yaml': larder = '', ...others } = examples;
const plan: Files = {
  'larder.roadmap.yaml': larder,
  '.throughline.yaml': settings,
  'offline-stocktake.project.yaml': others['offline-stocktake.project.yaml'] ?? '',
  'supplier-ordering.project.yaml': others['supplier-ordering.project.yaml'] ?? '',
};

const withChanges = (files: ReadonlyMap<string, string>): Files => ({
  ...plan,
  ...Object.fromEntries([...files].filter(([name]) => name in plan)),
});

function rewritten(text: string, change: (document: Document.Parsed) => void, lineWidth = 80): string {
  const document = parseDocument(text);
  change(document);
  return document.toString({ lineWidth });
}

const eachFile = (files: Files, change: (text: string) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));

/** Whether the order of a map's entries says something: items that follow one another. */
function isSequence(path: readonly unknown[]): boolean {
  const [parent, pair] = [path.at(-2), path.at(-1)];
  const key = String((pair as Pair | undefined)?.key);
  return key === 'items' && isMap(parent) && parent.get('sequential') === true;
}

/** How many things came and how many went, and how often a value is another one. */
async function balance(earlier: Files, present: Files): Promise<readonly [number, number, number]> {
  const changes = (await changedFiles(earlier, present)).flatMap((file) => file.changes);
  const count = (topic: string): number => changes.filter((change) => change.topic === topic).length;
  const stated = changes.filter(({ topic }) => topic === 'owner' || topic === 'lineage' || topic === 'money');
  return [count('added'), count('removed'), stated.length];
}

describe('changes of any plan', () => {
  it('are none from a plan to itself, whatever it says', async () => {
    assert.deepEqual(await changesBetween(naughtyPlan(), naughtyPlan()), []);
    await fc.assert(
      fc.asyncProperty(changedExamples, async (files) => {
        const changed = withChanges(files);
        assert.deepEqual(await changesBetween(changed, changed), []);
      }),
      { numRuns: 10 },
    );
  });

  it('are none by comments, quotes, lines, or maps in braces', async () => {
    const styles = fc.record({
      comment: fc.boolean(),
      quoted: fc.boolean(),
      flow: fc.boolean(),
      width: fc.constantFrom(40, 80, 0),
    });
    await fc.assert(
      fc.asyncProperty(styles, async ({ comment, quoted, flow, width }) => {
        const restyled = eachFile(plan, (text) =>
          rewritten(
            text,
            (document) => {
              if (comment) document.commentBefore = ' Read this first.';
              visit(document, {
                Scalar: (key, node) => {
                  if (quoted && key !== 'key' && typeof node.value === 'string' && node.type !== 'BLOCK_LITERAL')
                    node.type = 'QUOTE_DOUBLE';
                },
                Map: (_, node, path) => {
                  if (flow && path.length > 3) node.flow = true;
                },
              });
            },
            width,
          ),
        );
        assert.notDeepEqual(restyled, plan);
        assert.deepEqual(await changesBetween(plan, restyled), []);
      }),
      { numRuns: 8 },
    );
  });

  it('are none by the order of siblings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const shuffled = eachFile(plan, (text) =>
          rewritten(text, (document) => {
            visit(document, {
              Map: (_, node, path) => {
                if (isSequence(path)) return;
                const keyed = node.items.map((pair) => ({ pair, by: numbers.next().value as number }));
                node.items = keyed.sort((one, other) => one.by - other.by).map(({ pair }) => pair);
              },
            });
          }),
        );
        assert.deepEqual(await changesBetween(plan, shuffled), []);
      }),
      { numRuns: 8 },
    );
  });

  it('that came on the way there go on the way back', async () => {
    await fc.assert(
      fc.asyncProperty(changedExamples, async (files) => {
        const changed = withChanges(files);
        const [added, removed, stated] = await balance(plan, changed);
        assert.deepEqual(await balance(changed, plan), [removed, added, stated]);
      }),
      { numRuns: 10 },
    );
  });
});
