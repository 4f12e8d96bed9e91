import assert from 'node:assert/strict';
import { SymbolTag } from 'vscode-languageserver-types';
import { mostSymbols, workspaceSymbols } from '../../../../src/core/features/workspaceSymbols';
import type { PlanState } from '../../../../src/core/service';
import { planFrom } from '../../planFrom';
import { shownPlace } from '../navigation/shownPlaces';

const files = {
  'checkout.roadmap.yaml': `product: Checkout
people: { alice: { name: Alice Ng } }
goals:
  faster: { title: Checkout in under a minute, key_results: { time: { title: Minutes to pay } } }
features:
  pay-123: { title: One page }
  old: { title: Pay by fax, status: dropped }
`,
  'rewrite.project.yaml': `project: Payments rewrite
id: pay
items:
  api: { title: Payment API, items: { draft: Draft of the interface } }
  repay: { title: Let people pay later }
`,
};

async function found(query: string): Promise<readonly string[]> {
  const plan = await planFrom(files);
  return workspaceSymbols(plan.service.states(), query).map(({ name }) => name);
}

describe('workspace symbols', () => {
  it('are found by title and id, the best first', async () => {
    assert.deepEqual(await found('pay'), [
      'Payments rewrite',
      'pay-123: One page',
      'Pay by fax',
      'Payment API',
      'Minutes to pay',
      'Let people pay later',
    ]);
  });

  it('are found by letters in their order, in the words of any case', async () => {
    assert.deepEqual((await found('papi')).slice(0, 1), ['Payment API']);
    assert.deepEqual(await found('PAYMENT api'), ['Payment API']);
    assert.deepEqual(await found('minute checkout'), ['Checkout in under a minute']);
    assert.deepEqual(await found('123 page'), ['pay-123: One page']);
    assert.deepEqual(await found('zzz'), []);
  });

  it('say where they are, what holds them, and what is over', async () => {
    const plan = await planFrom(files);
    const shown = workspaceSymbols(plan.service.states(), '').map(
      ({ name, containerName, location, tags }) =>
        `${name} (${containerName ?? ''})${tags?.includes(SymbolTag.Deprecated) ? ' over' : ''} ${shownPlace(plan, location.uri, location.range)}`,
    );
    assert.equal(shown.length, 10);
    assert.deepEqual(shown.slice(0, 3), [
      'Checkout () checkout.roadmap.yaml: «product»: Checkout',
      'Payments rewrite () rewrite.project.yaml: id: «pay»',
      'Checkout in under a minute (Checkout) checkout.roadmap.yaml: «faster»: { title: Checkout in under a minute, key_results: { time: { title: Minutes to pay } } }',
    ]);
    assert.ok(shown.some((each) => each.startsWith('Draft of the interface (Payments rewrite › Payment API)')));
    assert.ok(shown.some((each) => each.startsWith('Pay by fax (Checkout) over')));
  });

  it('are those of all plans, and no more than anybody reads', async () => {
    const items = Array.from({ length: 1500 }, (_, at) => `  item-${at}: { title: Piece of work ${at} }\n`).join('');
    const big = await planFrom({ 'big.project.yaml': `project: Big\nitems:\n${items}` });
    const small = await planFrom(files);
    const states: readonly PlanState[] = [...big.service.states(), ...small.service.states()];
    const all = workspaceSymbols(states, '');
    assert.equal(all.length, mostSymbols);
    assert.deepEqual(
      all.slice(0, 3).map(({ name }) => name),
      ['Big', 'Checkout', 'Payments rewrite'],
    );
    assert.equal(workspaceSymbols(states, 'work').length, mostSymbols);
    assert.deepEqual(
      workspaceSymbols(states, 'work 1321').map(({ name }) => name),
      ['Piece of work 1321'],
    );
    assert.equal(workspaceSymbols(states, 'one page')[0]?.name, 'One page');
    assert.deepEqual(workspaceSymbols([], 'work'), []);
  });

  it('follow what is edited', async () => {
    const plan = await planFrom(files);
    const uri = plan.uri('rewrite.project.yaml');
    plan.service.didOpen(uri, 1, 'project: Other\n');
    assert.deepEqual(plan.service.workspaceSymbols('api'), []);
    assert.deepEqual(
      plan.service.workspaceSymbols('other').map(({ name }) => name),
      ['Other'],
    );
  });
});
