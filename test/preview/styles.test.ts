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

  it('give a class its looks in one place, so that no view changes another', () => {
    // What stands in these is there for several views, or changes what others say.
    const shared = ['base', 'states', 'header', 'table', 'chart', 'timeline', 'narrow', 'print', 'contrastAndMotion'];
    const owners = new Map<string, string[]>();
    for (const { name, css } of sheets) {
      if (shared.includes(name.replace('.css', ''))) continue;
      const rules = css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/(?<=^|[}{;])\s*([^{};@]+)\{/g);
      const selectors = [...rules].flatMap(([, list = '']) => list.split(/,(?![^(]*\))/).map((each) => each.trim()));
      for (const selector of new Set(selectors))
        if (/^\.[\w-]+$/.test(selector)) owners.set(selector, [...(owners.get(selector) ?? []), name]);
    }
    assert.ok(owners.size > 100);
    assert.deepEqual(
      [...owners].filter(([, names]) => names.length > 1),
      [],
    );
  });

  it('are all part of the bundle', () => {
    const bundle = readFileSync(join(folder, '../preview.css'), 'utf8');
    const imported = [...bundle.matchAll(/@import '\.\/styles\/(.+)'/g)].map(([, name]) => name);
    assert.deepEqual(imported.sort(), sheets.map(({ name }) => name).sort());
  });
});
