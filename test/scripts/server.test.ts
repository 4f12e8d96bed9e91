import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { bundles, root } from '../../scripts/bundles.mjs';
import { unshown } from '../../scripts/bundling/ruleSummaries.mjs';
import { pulling, TestClient } from '../server/testClient';

const options = bundles({ production: true, quiet: true }).find(
  ({ entryPoints }) => entryPoints && Object.hasOwn(entryPoints, 'server.node'),
);
assert.ok(options, 'There is no server for Node');

describe('The server as it ships', () => {
  let folder: string;
  let inputs: readonly string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'server-'));
    const { metafile } = await esbuild.build({ ...options, outdir: folder, metafile: true });
    inputs = Object.keys(metafile.inputs);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('answers in Node, from whichever of its parts', async () => {
    const server = spawn(process.execPath, [join(folder, 'server.node.js'), '--stdio']);
    after(() => server.kill());
    const { stdin, stdout } = server;
    const client = new TestClient(
      createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin)),
    );
    const uri = 'untitled:a.project.yaml';
    await client.start([], pulling);
    await client.open(uri, 'project: A\nmanager: bob\nitems:\n  b: { title: B, owner: [x }\n');
    assert.deepEqual(await client.pulled(uri), ['syntax']);
    await client.change(uri, 2, [{ text: 'project: A\nmanager: bob\nitems:\n  b: { title: B, size: 3 }\n' }]);
    assert.deepEqual(await client.pulled(uri), ['missing-goal', 'invalid-value']);
    assert.match(JSON.stringify(await client.hover(uri, 1, 2)), /manager/i);
    await client.stop();
  });

  it('says of its rules nothing but the summary', async () => {
    const sources = await Promise.all(
      inputs.filter((path) => path.startsWith('src/')).map((path) => readFile(join(root, path), 'utf8')),
    );
    assert.ok(sources.some((source) => source.includes('docs.summary')));
    const asked = new RegExp(`\\bdocs\\.(?:${unshown.join('|')})\\b`);
    assert.deepEqual(
      sources.filter((source) => asked.test(source)),
      [],
    );
  });
});
