import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { TestFolder } from './commandLine';

const plan = {
  'shop.roadmap.yaml': 'product: Shop\ngoals: { faster: { title: Pay in a minute, horizon: now } }\n',
  'checkout.project.yaml':
    'project: Checkout\ngoal: faster\nstart: 2026-10-05\nitems: { form: { title: The form, estimate: 2d } }\n',
};

describe('throughline render', () => {
  let folder: TestFolder;

  beforeEach(async () => {
    folder = await TestFolder.with(plan);
  });
  afterEach(() => folder.remove());

  it('writes the first view of a file to the standard output', async () => {
    const { code, out, err } = await folder.run(['render', 'shop.roadmap.yaml', '--format', 'md']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^# Shop: Board\n/);
    assert.match(out, /^\| Now \| Pay in a minute \|.*Checkout/m);
  });

  it('writes a named view into a file, in the format of its ending', async () => {
    const { code, out, err } = await folder.run([
      ...['render', 'checkout.project.yaml', '--view', 'timeline', '--out', 'gantt.svg'],
    ]);
    assert.deepEqual([code, out, err], [0, '', '']);
    assert.match(await readFile(folder.at('gantt.svg'), 'utf8'), /<svg [^]*The form/);
  });

  it('writes a page with all views of the file, and without its place on the disk', async () => {
    const { code } = await folder.run(['render', 'shop.roadmap.yaml', '--out', 'roadmap.html']);
    assert.equal(code, 0);
    const page = await readFile(folder.at('roadmap.html'), 'utf8');
    assert.match(page, /"view":"board"/);
    assert.match(page, /"view":"priorities"/);
    assert.ok(!page.includes(folder.path), 'the path of the folder');
  });

  it('replaces what it has written before', async () => {
    await folder.run(['render', 'shop.roadmap.yaml', '--out', 'a.csv']);
    const before = await readFile(folder.at('a.csv'), 'utf8');
    const { code } = await folder.run(['render', 'shop.roadmap.yaml', '--out', 'a.csv']);
    assert.equal(code, 0);
    assert.equal(await readFile(folder.at('a.csv'), 'utf8'), before);
  });

  it('looks at the plan as of a day', async () => {
    const of = async (day: string): Promise<string> =>
      (await folder.run(['render', 'checkout.project.yaml', '--format', 'csv', '--today', day])).out;
    assert.match(await of('2026-10-01'), /2026-10-05,2026-10-06/);
    assert.match(await of('2026-10-12'), /2026-10-12,2026-10-13/);
  });

  for (const [what, argv, sentence] of [
    ['no format', ['shop.roadmap.yaml'], /^Say with --format what to write: html, svg, md, mermaid, csv, ics\.\n$/],
    ['an ending of no format', ['shop.roadmap.yaml', '--out', 'a.docx'], /^The ending of a\.docx tells no format\./],
    ['a view of other files', ['shop.roadmap.yaml', '--view', 'network', '--format', 'md'], /view/],
    [
      'a view that has no diagram',
      ['shop.roadmap.yaml', '--view', 'priorities', '--format', 'mermaid'],
      /^The view Priorities of a roadmap has no Mermaid form\. Those that have: .*board/,
    ],
    ['a file that is missing', ['gone.roadmap.yaml', '--format', 'md'], /gone\.roadmap\.yaml/],
    ['a folder', ['.', '--format', 'md'], /^\. is no roadmap or project file: name one file to render\.\n$/],
    ['a place that is not there', ['shop.roadmap.yaml', '--out', 'gone/a.md'], /^gone\/a\.md cannot be written: /],
    ['a picture', ['shop.roadmap.yaml', '--format', 'png'], /Formats are html, svg, md, mermaid, csv, ics\./],
  ] as const) {
    it(`ends with 2 and a sentence for ${what}`, async () => {
      const { code, out, err } = await folder.run(['render', ...argv]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, sentence);
    });
  }
});
