import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { isPlanOrSettingsUri, isPlanUri, planFilePattern } from '../../src/client/planFiles';

const plans = [
  '/.roadmap.yaml',
  '/plans/.project.yml',
  '/plans/checkout.roadmap.yaml',
  '/plans/checkout-rewrite.project.yml',
  '/a.b.roadmap.yaml',
];
const others = [
  '/roadmap.yaml',
  '/project.yml',
  '/checkout.roadmap.json',
  '/checkout.roadmaps.yaml',
  '/x.roadmap.yaml.bak',
];

describe('The names of plan files', () => {
  for (const path of plans) it(`${path} is a plan file`, () => assert.equal(isPlanUri({ path }), true));
  for (const path of others) it(`${path} is none`, () => assert.equal(isPlanUri({ path }), false));

  it('are the same to the test of a name and to the search for files', () => {
    const found = picomatch(planFilePattern, { dot: true });
    for (const path of [...plans, ...others]) assert.equal(found(path.slice(1)), isPlanUri({ path }), path);
  });

  it('belong to a plan as its settings file does', () => {
    assert.equal(isPlanOrSettingsUri({ path: '/plans/.throughline.yaml' }), true);
    assert.equal(isPlanOrSettingsUri({ path: '/plans/my.throughline.yaml' }), false);
    assert.equal(isPlanUri({ path: '/plans/.throughline.yaml' }), false);
  });
});
