import assert from 'node:assert/strict';
import type {
  NewPlanFileChoices,
  PlannedChange,
  PlanNode,
  PlanSummary,
  PlanTreeParams,
  PlanTreeResult,
} from '../../src/protocol';
import { PlanFolder, project, projectWithGoal, roadmap } from './planFolder';
import { pulling, streamedClient, type TestClient } from './testClient';

describe('The server answers, of plans as a whole', () => {
  let folder: PlanFolder;
  let client: TestClient;
  let roadmapUri: string;
  let projectUri: string;

  beforeEach(async () => {
    folder = await PlanFolder.with({ 'checkout.roadmap.yaml': roadmap, 'rewrite.project.yaml': project });
    roadmapUri = folder.uriOf('checkout.roadmap.yaml');
    projectUri = folder.uriOf('rewrite.project.yaml');
    client = streamedClient();
    await client.start([folder.uri], pulling);
  });
  afterEach(async () => {
    await client.stop();
    await folder.remove();
  });

  const ask = <T>(method: string, params: object): Promise<T> =>
    client.connection.sendRequest(`throughline/${method}`, params);
  const levels = (...asked: PlanTreeParams['levels'][number][]): Promise<PlanTreeResult> =>
    ask('planTree', { filter: {}, levels: asked });

  it('levels of their tree, as soon as all files are read', async () => {
    const [top] = await levels({ id: null });
    assert.deepEqual(
      top?.nodes?.map(({ kind, title }) => [kind, title]),
      [
        ['unlinked', 'Without a goal'],
        ['product', 'Checkout'],
      ],
    );
    const [group, product, gone] = await levels(
      { id: top.nodes[0]?.id ?? '' },
      { id: top.nodes[1]?.id ?? '' },
      { id: 'gone' },
    );
    assert.deepEqual(
      group?.nodes?.map(({ title }) => title),
      ['Checkout rewrite'],
    );
    assert.deepEqual(
      product?.nodes?.map(({ title }) => title),
      ['Checkout in under a minute'],
    );
    assert.equal(gone, null);
  });

  it('a level that the client has by its stamp alone, and anew after a change', async () => {
    const [top] = await levels({ id: null });
    assert.ok(top);
    assert.deepEqual(await levels({ id: null, stamp: top.stamp }), [{ stamp: top.stamp }]);
    await client.open(projectUri, projectWithGoal);
    const [changed] = await levels({ id: null, stamp: top.stamp });
    assert.notEqual(changed?.stamp, top.stamp);
    assert.deepEqual(
      changed?.nodes?.map(({ title }) => title),
      ['Checkout'],
    );
  });

  it('the way to a place, and what a filter leaves', async () => {
    const place = { uri: projectUri, line: 3, character: 4 };
    const way = await ask<PlanNode[]>('planTreeWay', { filter: {}, ...place });
    assert.deepEqual(
      way.map(({ title }) => title),
      ['Without a goal', 'Checkout rewrite', 'Payment API'],
    );
    assert.deepEqual(await ask('planTreeWay', { filter: { mine: 'alice' }, ...place }), []);
  });

  it('a summary, without what another extension reports', async () => {
    const summary = (): Promise<PlanSummary | null> => ask('planSummary', { uri: roadmapUri });
    assert.deepEqual(await summary(), { findings: { error: 0, warning: 1, info: 0, hint: 0 }, releases: [] });
    await client.open(projectUri, `${projectWithGoal}summary: "open\n`);
    assert.equal((await summary())?.findings.error, 1);
    await client.connection.sendNotification('throughline/otherYamlValidation', { active: true });
    assert.equal((await summary())?.findings.error, 0);
    assert.equal(await ask('planSummary', { uri: folder.uriOf('gone.project.yaml') }), null);
  });

  it('what there is to know of an entry', async () => {
    await client.open(roadmapUri, roadmap);
    const card = await ask('entryCard', { uri: roadmapUri, path: ['goals', 'faster'] });
    assert.match(String(card), /Checkout in under a minute/);
    assert.equal(await ask('entryCard', { uri: roadmapUri, path: ['goals', 'slower'] }), null);
  });

  it('the change that adds an entry, and what is shown then', async () => {
    await client.open(projectUri, project);
    const parent = { uri: projectUri, path: [] };
    const change = await ask<PlannedChange>('newEntry', { kind: 'item', title: 'Draw it', parent });
    assert.deepEqual(change, {
      creates: [],
      edits: [
        {
          uri: projectUri,
          edits: [
            {
              range: { start: { line: 3, character: 18 }, end: { line: 3, character: 18 } },
              newText: '\n  draw-it:\n    title: Draw it',
            },
          ],
        },
      ],
      shows: {
        uri: projectUri,
        range: { start: { line: 5, character: 11 }, end: { line: 5, character: 18 } },
      },
    });
    assert.equal(await ask('newEntry', { kind: 'goal', title: 'No', parent }), null);
    await client.open(roadmapUri, `${roadmap}features: { page: Page }\n`);
    const feature = { uri: roadmapUri, path: ['features', 'page'] };
    assert.deepEqual(await ask('itemHomes', feature), [{ uri: projectUri, title: 'Checkout rewrite' }]);
    const delivering = { kind: 'item', title: 'Draw it', parent: feature, project: projectUri };
    assert.match(JSON.stringify(await ask('newEntry', delivering)), /feature: page/);
  });

  it('a new file, and whom and what it may name', async () => {
    const choices = await ask<NewPlanFileChoices>('newPlanFileChoices', {
      kind: 'project',
      folder: `${folder.uri}/`,
      title: 'Faster',
    });
    assert.deepEqual(choices, {
      leads: [],
      goals: [{ reference: 'faster', title: 'Checkout in under a minute', detail: 'Checkout' }],
    });
    const change = await ask<PlannedChange>('newPlanFile', {
      kind: 'project',
      folder: `${folder.uri}/`,
      names: ['one-page.project.yaml'],
      title: 'One page',
      lead: 'bob',
      goal: { reference: 'faster' },
    });
    assert.equal(change.creates[0]?.uri, folder.uriOf('one-page-2.project.yaml'));
    assert.match(change.creates[0].text, /^project: One page\nmanager: bob\ngoal: faster\nstart: \d{4}-\d\d-\d\d\n/);
    assert.equal(change.shows.uri, folder.uriOf('one-page-2.project.yaml'));
  });
});
