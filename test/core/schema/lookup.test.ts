import assert from 'node:assert/strict';
import { propertyNames, schemaAt, type FileKind } from '../../../src/core/schema/lookup';

const kinds: readonly FileKind[] = ['roadmap', 'project', 'settings'];

describe('schemaAt', () => {
  it('describes the file itself', () => {
    assert.deepEqual(
      kinds.map((kind) => schemaAt(kind, [])?.entity),
      ['product', 'project', 'settings'],
    );
    assert.deepEqual(schemaAt('roadmap', [])?.required, ['product']);
  });

  it('describes a property by what stands at the property, not by the definition that it shares', () => {
    const owner = schemaAt('roadmap', ['owner']);
    assert.equal(owner?.title, 'Owner');
    assert.match(owner.description, /product manager/);
    assert.equal(owner.reference, 'person');
    assert.equal(schemaAt('project', ['milestones', 'beta', 'date'])?.scalar, 'date');
  });

  it('follows maps by any key, however deep', () => {
    const path = ['items', 'a', 'items', 'b', 'items', 'c'];
    assert.equal(schemaAt('project', path)?.entity, 'item');
    assert.equal(schemaAt('project', path)?.shorthand, 'title');
    assert.deepEqual(schemaAt('project', ['items', 'a', 'items'])?.keyKind, { defines: 'item' });
    assert.deepEqual(schemaAt('project', ['team'])?.keyKind, { reference: 'person' });
    assert.deepEqual(schemaAt('roadmap', ['profit_and_loss'])?.keyKind, { scalar: 'period' });
  });

  it('goes through lists, and through the single value that may stand for one', () => {
    assert.equal(schemaAt('project', ['status_updates', '0', 'health'])?.title, 'Health');
    assert.equal(schemaAt('project', ['status_updates', 'health'])?.title, 'Health');
    assert.equal(schemaAt('project', ['team', 'dana', '1', 'from'])?.scalar, 'date');
    assert.equal(schemaAt('project', ['team', 'dana', 'from'])?.scalar, 'date');
    assert.equal(schemaAt('roadmap', ['goals', 'a', 'customer', '2'])?.reference, 'customer');
    assert.equal(schemaAt('roadmap', ['goals', 'a', 'customer'])?.isList, true);
    assert.equal(schemaAt('roadmap', ['goals', 'a', 'owner'])?.isList, false);
  });

  it('tells a list from a map where both may stand', () => {
    const assignees = ['items', 'a', 'assignees'];
    assert.equal(schemaAt('project', [...assignees, '0'])?.reference, 'person');
    assert.equal(schemaAt('project', [...assignees, 'dana'])?.scalar, 'percent');
    assert.equal(schemaAt('project', ['items', 'a', 'estimate', 'likely'])?.scalar, 'duration');
    assert.equal(schemaAt('project', ['items', 'a', 'estimate'])?.entity, 'three-point');
  });

  it('takes a star for any key and any index', () => {
    assert.equal(schemaAt('project', ['items', '*', 'depends_on', '*'])?.reference, 'work');
    assert.equal(schemaAt('project', ['decisions', '*', 'why'])?.title, 'Why');
  });

  it('names the allowed values with what they mean', () => {
    const status = schemaAt('roadmap', ['goals', 'a', 'status']);
    assert.equal(status?.isClosed, true);
    assert.equal(status.default, 'active');
    assert.deepEqual(status.values[1], { value: 'active', description: 'Agreed and pursued.' });
    const probability = schemaAt('project', ['risks', 'a', 'probability']);
    assert.equal(probability?.isClosed, false);
    assert.deepEqual(
      probability.values.map(({ value }) => value),
      ['low', 'medium', 'high'],
    );
    assert.deepEqual(
      schemaAt('settings', ['calendar', 'workdays'])?.values.map(({ value }) => value),
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    );
    assert.deepEqual(schemaAt('roadmap', ['vision'])?.values, []);
  });

  it('knows the area that a key stands for, on that key alone', () => {
    assert.equal(schemaAt('project', ['budget'])?.area, 'budget');
    assert.equal(schemaAt('project', ['items'])?.area, 'project-plan');
    assert.equal(schemaAt('project', ['items', 'a', 'items'])?.area, undefined);
    assert.equal(schemaAt('roadmap', ['releases', 'a', 'readiness'])?.area, 'go-to-market');
  });

  it('has nothing to say below an unknown key, a key of the user, or a scalar', () => {
    for (const path of [
      ['unknown'],
      ['x-mine'],
      ['goals', 'a', 'x-mine', 'b'],
      ['vision', '0'],
      ['goals', 'a', 'status', 'b'],
    ]) {
      assert.equal(schemaAt('roadmap', path), undefined, path.join('/'));
    }
    for (const name of ['constructor', '__proto__', 'toString']) {
      assert.equal(schemaAt('roadmap', [name]), undefined, name);
      // As an id of a map these are ids like any other.
      assert.equal(schemaAt('roadmap', ['goals', name])?.entity, 'goal', name);
    }
  });

  it('gives the same node for the same place, and one that cannot be changed', () => {
    const node = schemaAt('project', ['items', 'a']);
    assert.equal(schemaAt('project', ['items', 'b']), node);
    assert.ok(node && Object.isFrozen(node));
  });
});

describe('propertyNames', () => {
  it('lists the properties in the order in which they are usually written', () => {
    assert.deepEqual(propertyNames('roadmap', ['goals', 'a', 'key_results', 'b']), [
      'title',
      'baseline',
      'target',
      'current',
      'confidence',
      'due',
      'owner',
      'notes',
      'links',
    ]);
    assert.deepEqual(propertyNames('project', ['sizes']), ['XS', 'S', 'M', 'L', 'XL']);
  });

  it('is empty for a map of entries, a scalar and an unknown place', () => {
    assert.deepEqual(propertyNames('roadmap', ['goals']), []);
    assert.deepEqual(propertyNames('roadmap', ['vision']), []);
    assert.deepEqual(propertyNames('roadmap', ['unknown']), []);
  });
});
