import assert from 'node:assert/strict';
import { chmod, lstat, readdir, stat, writeFile } from 'node:fs/promises';
import { disk, TestFolder } from './commandLine';

const roadmap = 'product: Bakery\nowner: alice\ngoals:\n  more-bookings: More orders through the website\n';
const head = 'project: Website\nmanager: bob\ngoal: more-bookings\n';
/** Three mistakes that can be settled in one way alone, and one that takes somebody who knows. */
const project = `${head}items:
  shop: { title: "The shop", status: In_Progress, progress: 60 } # 60 is what bob says
  tills: { title: Tills, Estimate: 5 }
`;
const repaired = project.replace('In_Progress', 'in-progress').replace('60 }', '60% }').replace('Estimate', 'estimate');

const told = `plans/website.project.yaml:5  Write \`in-progress\`  invalid-value
plans/website.project.yaml:5  Write \`60%\`  wrong-type
plans/website.project.yaml:6  Rename \`Estimate\` to \`estimate\`  unknown-property
3 fixes applied in 1 file.
`;

describe('throughline check --fix', () => {
  let folder: TestFolder;
  const file = 'plans/website.project.yaml';
  const plans = { 'plans/bakery.roadmap.yaml': roadmap, [file]: project };

  afterEach(() => folder.remove());

  const text = async (path = file): Promise<string> => String(await folder.read(path));
  const namesIn = (path: string): Promise<string[]> => readdir(folder.at(path));

  it('applies what is certain, tells what it was, and reports what is left', async () => {
    folder = await TestFolder.with(plans);
    const { code, out, err } = await folder.run(['check', '--fix']);
    assert.equal(await text(), repaired);
    assert.equal(out.slice(0, told.length + 1), `${told}\n`);
    assert.match(
      out.slice(told.length),
      /^\nplans\/website\.project\.yaml\n +6:\d+ {2}error .+wrong-type\n\n1 error in/,
    );
    assert.equal(err, '');
    assert.equal(code, 1);
  });

  it('finds the same as a check after it, and nothing more to change', async () => {
    folder = await TestFolder.with(plans);
    const { out } = await folder.run(['check', '--fix']);
    const after = await folder.run(['check']);
    assert.equal(out, `${told}\n${after.out}`);
    assert.deepEqual(await folder.run(['check', '--fix']), after);
    assert.equal(await text(), repaired);
  });

  it('ends with 0 where nothing is left', async () => {
    folder = await TestFolder.with({ ...plans, [file]: project.replace('Estimate: 5', 'Estimate: 5d') });
    const { code, out } = await folder.run(['check', '--fix']);
    assert.equal(code, 0);
    assert.match(out, /\n\nNo findings in 2 files\.\n$/);
  });

  it('changes nothing without being asked to', async () => {
    folder = await TestFolder.with(plans);
    await folder.run(['check']);
    assert.equal(await text(), project);
  });

  it('leaves a file alone in which nothing is certain, to the minute it was written in', async () => {
    folder = await TestFolder.with(plans);
    const before = await stat(folder.at('plans/bakery.roadmap.yaml'));
    await folder.run(['check', '--fix']);
    const after = await stat(folder.at('plans/bakery.roadmap.yaml'));
    assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino]);
  });

  it('changes the files that are asked for alone', async () => {
    folder = await TestFolder.with({ ...plans, 'plans/other.project.yaml': project.replace('Website', 'Other') });
    const { out } = await folder.run(['check', '--fix', 'plans/other.project.yaml']);
    assert.match(out, /^plans\/other\.project\.yaml:5 /);
    assert.equal(await text(), project);
    assert.equal(await text('plans/other.project.yaml'), repaired.replace('Website', 'Other'));
  });

  it('keeps the mode of a file, and leaves nothing beside it', async () => {
    folder = await TestFolder.with(plans);
    await chmod(folder.at(file), 0o640);
    await folder.run(['check', '--fix']);
    assert.equal((await stat(folder.at(file))).mode & 0o7777, 0o640);
    assert.deepEqual(await namesIn('plans'), ['bakery.roadmap.yaml', 'website.project.yaml']);
  });

  it('changes what a link leads to, and keeps the link', async () => {
    folder = await TestFolder.with({ 'plans/bakery.roadmap.yaml': roadmap, 'shared/website.project.yaml': project });
    await folder.link(file, '../shared/website.project.yaml');
    await folder.run(['check', '--fix', 'plans']);
    assert.ok((await lstat(folder.at(file))).isSymbolicLink());
    assert.equal(await text('shared/website.project.yaml'), repaired);
  });

  const encoded: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
    ['line ends', (some) => Buffer.from(some.replaceAll('\n', '\r\n'))],
    ['a byte order mark', (some) => Buffer.from(`\uFEFF${some}`)],
    ['UTF-16', (some) => Buffer.from(`\uFEFF${some}`, 'utf16le')],
    ['UTF-16 with the high byte first', (some) => Buffer.from(`\uFEFF${some}`, 'utf16le').swap16()],
  ];
  for (const [name, encode] of encoded) {
    it(`keeps ${name}`, async () => {
      folder = await TestFolder.with({ ...plans, [file]: encode(project) });
      assert.equal((await folder.run(['check', '--fix'])).out.slice(0, told.length), told);
      assert.deepEqual(await folder.read(file), Buffer.from(encode(repaired)));
    });
  }

  it('does not touch a file with bytes that are no text, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from(project), Buffer.from([0x23, 0xe9, 0x0a])]);
    folder = await TestFolder.with({ ...plans, [file]: bytes });
    const { code, out, err } = await folder.run(['check', '--fix']);
    assert.equal(code, 2);
    assert.equal(err, `${file} is left as it was: it holds bytes that are no text.\n`);
    assert.match(out, /3 errors in 2 files\.\n$/);
    assert.deepEqual(await folder.read(file), bytes);
  });

  it('does not touch what cannot be read, and mends the rest of the file', async () => {
    folder = await TestFolder.with({ ...plans, [file]: `${project}x-note: [open\n` });
    const { code } = await folder.run(['check', '--fix']);
    assert.equal(code, 1);
    assert.equal(await text(), `${repaired}x-note: [open\n`);
  });

  it('leaves a file whole where it cannot be written, says so, and goes on with the others', async () => {
    folder = await TestFolder.with({ ...plans, 'plans/other.project.yaml': project.replace('Website', 'Other') });
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const files = {
      ...disk,
      writeFile: async (path: string, bytes: Uint8Array, options: { flag: 'wx'; flush: true }): Promise<void> => {
        if (!path.includes('website')) return writeFile(path, bytes, options);
        await writeFile(path, bytes.slice(0, 10), options);
        throw full;
      },
    };
    const { code, out, err } = await folder.run(['check', '--fix'], { files });
    assert.equal(code, 2);
    assert.equal(err, `${file} cannot be written: its disk is full.\n`);
    assert.equal(await text(), project);
    assert.equal(await text('plans/other.project.yaml'), repaired.replace('Website', 'Other'));
    assert.match(out, /\n3 fixes applied in 1 file\.\n/);
    assert.deepEqual(await namesIn('plans'), ['bakery.roadmap.yaml', 'other.project.yaml', 'website.project.yaml']);
  });

  it('leaves a protected file as it is', async () => {
    folder = await TestFolder.with(plans);
    const refused = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    const files = { ...disk, access: () => Promise.reject(refused) };
    const { code, err } = await folder.run(['check', '--fix'], { files });
    assert.equal(code, 2);
    assert.equal(err, `${file} cannot be written: permission denied.\n`);
    assert.equal(await text(), project);
  });

  it('leaves a file as it is that somebody has changed meanwhile, and reports what it says now', async () => {
    folder = await TestFolder.with(plans);
    const now = `${head}# somebody else was here\n`;
    let reads = 0;
    const files = {
      ...disk,
      readFile: async (path: string): Promise<Uint8Array> => {
        // The first reading is that of the plan.
        if (path.endsWith('website.project.yaml') && ++reads === 2) await folder.write(file, now);
        return disk.readFile(path);
      },
    };
    const { code, out, err } = await folder.run(['check', '--fix'], { files });
    assert.equal(code, 2);
    assert.equal(err, `${file} is left as it was: it has changed meanwhile.\n`);
    assert.equal(out, 'No findings in 2 files.\n');
    assert.equal(await text(), now);
  });

  it('prints as JSON what is left, in the form that it always has, and what it changed beside it', async () => {
    folder = await TestFolder.with(plans);
    const { out, err } = await folder.run(['check', '--fix', '--format', 'json']);
    assert.equal(err, told);
    assert.equal(out, (await folder.run(['check', '--format', 'json'])).out);
    const rules = (JSON.parse(out) as readonly { readonly rule: string }[]).map(({ rule }) => rule);
    assert.deepEqual(rules, ['wrong-type']);
  });
});
