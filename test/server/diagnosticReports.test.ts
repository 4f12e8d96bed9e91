import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticReport, KnownReports } from '../../src/server/diagnosticReports';

function diagnostic(message: string): Diagnostic {
  return { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message };
}

describe('The reports that a client knows', () => {
  const files = new Map<string, Diagnostic[]>();
  const report = (uri: string) => diagnosticReport(uri, files.get(uri) ?? []);
  const changed = (known: KnownReports): string[] => known.changed([...files.keys()]).map(({ uri }) => uri);

  beforeEach(() => files.clear());

  it('are sent once, and again only when they say something else', () => {
    files.set('a', [diagnostic('one')]);
    const known = new KnownReports([], report);
    assert.deepEqual(changed(known), ['a']);
    assert.deepEqual(changed(known), []);
    files.set('a', [diagnostic('two')]);
    assert.deepEqual(changed(known), ['a']);
  });

  it('leave out files of which there is nothing to say and never was', () => {
    files.set('clean', []);
    assert.deepEqual(changed(new KnownReports([], report)), []);
  });

  it('are cleared when the last finding goes, and when the file goes', () => {
    files.set('a', [diagnostic('one')]).set('b', [diagnostic('one')]);
    const known = new KnownReports([], report);
    changed(known);
    files.set('a', []);
    files.delete('b');
    const cleared = known.changed([...files.keys()]);
    assert.deepEqual(
      cleared.map(({ uri, diagnostics }) => [uri, diagnostics.length]),
      [
        ['a', 0],
        ['b', 0],
      ],
    );
    assert.deepEqual(changed(known), []);
  });

  it('begin with what the client says that it has', () => {
    files.set('a', [diagnostic('one')]);
    assert.deepEqual(changed(new KnownReports([['a', report('a').resultId]], report)), []);
    assert.deepEqual(changed(new KnownReports([['a', 'older']], report)), ['a']);
  });
});
