import assert from 'node:assert/strict';
import { planFrom } from '../planFrom';

describe('the card of an entry', () => {
  it('is what the hover of its key says', async () => {
    const { service, cursor } = await planFrom({
      'a.roadmap.yaml': 'product: Shop\ngoals:\n  <CURSOR>fast: { title: "Fast [x](y)", owner: ann }\n',
    });
    const { source } = service.file(cursor.uri)!.document;
    const hover = service.hover(cursor.uri, source.positionAt(cursor.offset));
    const card = service.entryCard({ uri: cursor.uri, path: ['goals', 'fast'] });
    assert.deepEqual(hover?.contents, { kind: 'markdown', value: card });
    assert.match(card ?? '', /Fast \\\[x\\\]/);
  });

  it('names the product or project of a file, and is none where nothing stands', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml': 'product: Shop\n',
      'p.project.yaml': 'project: Rewrite\n',
      'e.project.yaml': '',
    });
    assert.match(plan.service.entryCard({ uri: plan.uri('a.roadmap.yaml'), path: [] }) ?? '', /\*\*Shop\*\*/);
    assert.match(plan.service.entryCard({ uri: plan.uri('p.project.yaml'), path: [] }) ?? '', /\*\*Rewrite\*\*/);
    assert.equal(plan.service.entryCard({ uri: plan.uri('e.project.yaml'), path: [] }), undefined);
    assert.equal(plan.service.entryCard({ uri: plan.uri('a.roadmap.yaml'), path: ['goals', 'x'] }), undefined);
    assert.equal(plan.service.entryCard({ uri: plan.uri('none.roadmap.yaml'), path: [] }), undefined);
  });
});
