import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { generateAll, staleFiles } from '../../../scripts/generate/generators';
import type { GeneratedFile } from '../../../scripts/generate/generator';

const root = join(__dirname, '../../..');

describe('the generated files', () => {
  let files: readonly GeneratedFile[];
  before(async () => {
    files = await generateAll();
  });

  it('are what the generators make now', async () => {
    assert.deepEqual(await staleFiles(files), []);
  });

  it('are named when they differ or are missing', async () => {
    const changed = files.map((file) =>
      file.path === 'docs/format.md' ? { ...file, content: `${file.content}\nmore` } : file,
    );
    const missing = { path: 'docs/no-such-file.md', content: 'text' };
    assert.deepEqual(await staleFiles([...changed, missing]), ['docs/format.md', 'docs/no-such-file.md']);
  });

  it('come from one generator each', () => {
    const paths = files.map(({ path }) => path);
    assert.deepEqual(paths, [...new Set(paths)]);
  });

  it('hold validators that need nothing else, evaluate nothing, and stay small', () => {
    const path = join(root, 'src/core/schema/generated/validators.js');
    const code = readFileSync(path, 'utf8');
    assert.doesNotMatch(code, /\brequire\(|\bimport\b|new Function|\beval\(/);
    assert.ok(statSync(path).size < 260_000);
  });
});

describe('the format reference', () => {
  const page = readFileSync(join(root, 'docs/format.md'), 'utf8');
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
  // A comment in an example is no heading.
  const anchors = headings.filter((heading) => !heading.startsWith('throughline-disable'));

  it('has each heading once, and links only to headings that it has', () => {
    assert.deepEqual(anchors, [...new Set(anchors)]);
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    assert.ok(links.length > 20);
    assert.deepEqual(
      links.filter((anchor) => !anchors.includes(anchor)),
      [],
    );
  });

  it('has only examples that are YAML', () => {
    const examples = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
    assert.ok(examples.length > 30);
    for (const example of examples) assert.equal(typeof parse(example), 'object', example);
  });

  it('explains every key of an item', () => {
    const section = page.slice(page.indexOf('### Item\n'), page.indexOf('### Estimate\n'));
    for (const key of ['title', 'depends_on', 'not_before', 'sequential', 'notes']) {
      assert.match(section, new RegExp(`\\| \`${key}\` `), key);
    }
  });
});
