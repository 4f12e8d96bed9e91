import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import themes from './harness/themes.json';

const folder = join(__dirname, '../../src/preview/styles');
const sheets = readdirSync(folder).map((name) => ({ name, css: readFileSync(join(folder, name), 'utf8') }));

describe('style sheets of the preview', () => {
  it('have no colours but those of the theme', () => {
    for (const { name, css } of sheets) {
      const values = [...css.matchAll(/:\s*([^;{}]+);/g)].map(([, value]) => value ?? '');
      for (const value of values) {
        const own = value.replaceAll(/var\(--[\w-]+/g, '');
        assert.doesNotMatch(
          own,
          /#[\da-f]{3}|\b(rgb|hsl|oklch|lab)a?\(|\b(black|white|red|green|blue|gr[ae]y)\b/i,
          `${name}: ${value}`,
        );
      }
    }
  });

  it('use only variables that the real VS Code has in some theme', () => {
    const known = new Set(Object.values(themes).flatMap(({ variables }) => Object.keys(variables)));
    const used = new Set(sheets.flatMap(({ css }) => css.match(/--vscode-[\w-]+/g) ?? []));
    const fonts = ['--vscode-font-family', '--vscode-editor-font-family'];
    assert.deepEqual(
      [...used].filter((variable) => !known.has(variable) && !fonts.includes(variable)),
      [],
    );
  });

  it('leave orange alone, which is blue in a high-contrast theme', () => {
    for (const { css } of sheets) assert.doesNotMatch(css, /charts-orange/);
  });

  it('are all part of the bundle', () => {
    const bundle = readFileSync(join(folder, '../preview.css'), 'utf8');
    const imported = [...bundle.matchAll(/@import '\.\/styles\/(.+)'/g)].map(([, name]) => name);
    assert.deepEqual(imported.sort(), sheets.map(({ name }) => name).sort());
  });
});
