import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, textAt, type Checked } from './harness';

/** Items by their numbers, each with the lower numbers that it waits for: no ring can come about. */
const acyclicLinks = fc
  .integer({ min: 2, max: 9 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => fc.subarray([...Array(at).keys()]))));

type Links = readonly (readonly number[])[];

function redundantIn(links: Links): Checked {
  const items = links.map(
    (to, from) =>
      `  i${String(from)}: { title: Item, depends_on: [${to.map((each) => `i${String(each)}`).join(', ')}] }`,
  );
  const text = `project: Rewrite\nitems:\n${items.join('\n')}\n`;
  const checked = check([{ name: 'a.project.yaml', text }], {
    settings: { rules: { 'redundant-dependency': 'hint' } },
  });
  return { ...checked, findings: checked.findings.filter(({ rule }) => rule === 'redundant-dependency') };
}

/** What each item waits for in the end, worked out without looking for any shortest way. */
function closure(links: Links): readonly ReadonlySet<number>[] {
  const all: Set<number>[] = [];
  for (const to of links) all.push(new Set(to.flatMap((each) => [each, ...(all[each] ?? [])])));
  return all;
}

function without(links: Links, { plan, findings }: Checked): Links {
  const reported = new Set(
    findings.map(({ at, data }) => {
      const { path } = data as { path: readonly string[] };
      return `${path.at(-1) ?? ''} ${textAt(plan, at)}`;
    }),
  );
  return links.map((to, from) => to.filter((each) => !reported.has(`i${String(from)} i${String(each)}`)));
}

describe('redundant-dependency', () => {
  it('leaves the same order and no link that could still go, once all that it reports is removed', () => {
    fc.assert(
      fc.property(acyclicLinks, (links) => {
        const rest = without(links, redundantIn(links));
        assert.deepEqual(closure(rest), closure(links));
        assert.deepEqual(redundantIn(rest).findings, []);
      }),
      { numRuns: 60 },
    );
  });

  it('fades the link in an editor', () => {
    const { findings } = redundantIn([[], [0], [0, 1]]);
    assert.deepEqual(
      findings.map(({ tags }) => tags),
      [['unnecessary']],
    );
  });
});
