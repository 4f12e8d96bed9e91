import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { RisksView } from '../../src/core/views/risksModel';
import { entryKey } from '../../src/preview/entries';
import { Risks, riskEntries } from '../../src/preview/risks';
import { lanternRisks } from './harness/lanternRisks';

function draw(view: RisksView, marked?: string): string {
  return renderToString(<Risks view={view} marked={marked} />);
}

describe('risks, drawn', () => {
  it('are a table whose rows are named by their titles, with one tab stop', () => {
    const html = draw(lanternRisks);
    assert.equal(html.match(/<th scope="row"/g)?.length, 4);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
    assert.match(html, /Mitigate: Borrow ten from the Hamburg depot/);
    assert.match(html, /No answer yet: name a response, a plan or an owner/);
    assert.match(html, /, severity high/);
  });

  it('stand in the cell of their probability and impact, which a screen reader need not hear', () => {
    const html = draw(lanternRisks);
    assert.match(html, /<div class="risk-matrix" aria-hidden="true">/);
    assert.match(html, /matrix-cell severity-high taken"><span class="matrix-risk" title="Scanners come late"/);
    assert.equal(html.match(/class="matrix-risk"/g)?.length, 2);
    assert.match(html, /1 risk is not in the matrix/);
  });

  it('have no matrix where none has a place in it', () => {
    const risks = lanternRisks.risks.map(({ place: _place, severity: _severity, ...risk }) => risk);
    const html = draw({ ...lanternRisks, risks });
    assert.doesNotMatch(html, /class="risk-matrix"/);
    assert.match(html, /1 risk is not in the matrix/);
  });

  it('are marked in both where the cursor is', () => {
    const [entry] = riskEntries(lanternRisks);
    assert.ok(entry);
    assert.equal(draw(lanternRisks, entryKey(entry)).match(/aria-current="true"/g)?.length, 2);
  });

  it('say what to write while there are none, and not where a filter leaves none', () => {
    const bare = { ...lanternRisks, risks: [], facts: [] };
    assert.match(draw(bare), /No risks yet/);
    assert.doesNotMatch(draw({ ...bare, shown: { count: 0, total: 4 } }), /No risks yet/);
  });

  it('keep the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const risks = lanternRisks.risks.map((risk) => ({
      ...risk,
      title: text,
      plan: text,
      response: text,
      owner: text,
      probability: text,
      impacts: [text],
      exposure: text,
    }));
    assert.doesNotMatch(draw({ ...lanternRisks, risks }), /<img|\sstyle=/);
  });
});
