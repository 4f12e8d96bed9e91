import assert from 'node:assert/strict';
import {
  allRoles,
  areaTitle,
  canonicalRoleId,
  distinctions,
  holdersOf,
  readingsOf,
  resolveRole,
  roleById,
  type CustomRole,
} from '../../../../src/core/plan/roles';

function role(name: string, customRoles: readonly CustomRole[] = []) {
  const resolution = resolveRole(name, customRoles);
  assert.ok(resolution, `no role ${name}`);
  return resolution.role;
}

const built = (id: string): readonly string[] => roleById(id)?.holds ?? [];
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

describe('finding a role by name', () => {
  it('takes ids, aliases and titles, in any case and with any separator', () => {
    for (const name of ['product-manager', 'Product Manager', ' PRODUCT_MANAGER ', 'product-lead']) {
      assert.equal(canonicalRoleId(name), 'product-manager', name);
      assert.equal(roleById(name)?.title, 'Product manager', name);
    }
    assert.equal(canonicalRoleId('TPM'), 'technical-program-manager');
  });

  it('finds none for a job title, nor for names that objects have by themselves', () => {
    for (const name of ['developer', '', 'constructor', '__proto__', 'toString']) {
      assert.equal(canonicalRoleId(name), undefined, name);
      assert.equal(roleById(name), undefined, name);
      assert.equal(resolveRole(name, []), undefined, name);
      assert.deepEqual(readingsOf(name), [], name);
      assert.deepEqual(distinctions(name), [], name);
    }
  });

  it('does not guess what pm means, and gives both readings', () => {
    assert.equal(roleById('pm'), undefined);
    assert.equal(resolveRole('PM', []), undefined);
    assert.deepEqual(readingsOf('PM'), ['product-manager', 'project-manager']);
  });

  it('takes a role pm that the plan defines', () => {
    assert.deepEqual(role('pm', [{ id: 'pm', extends: 'project-manager' }]).holds, built('project-manager'));
  });
});

describe('resolving a custom role', () => {
  it('stands alone without extends, with a title made from its id', () => {
    const resolution = resolveRole('data_steward', [
      { id: 'data-steward', responsibilities: ['privacy', 'data-quality'], measures: ['gaps closed'] },
    ]);
    assert.deepEqual(resolution, {
      role: {
        id: 'data-steward',
        title: 'Data steward',
        holds: ['privacy', 'data-quality'],
        measures: ['gaps closed'],
        basedOn: [],
        custom: true,
      },
      cycle: [],
    });
  });

  it('inherits areas, measures and texts, and keeps its own name', () => {
    const lead = role('lead', [{ id: 'lead', extends: 'Project Manager' }]);
    assert.deepEqual(lead.holds, built('project-manager'));
    assert.equal(lead.answers, roleById('project-manager')?.answers);
    assert.equal(lead.title, 'Lead');
    assert.deepEqual(lead.basedOn, ['project-manager']);
    assert.equal(lead.synonyms, undefined, 'what is said of the title project manager is not said of another');
  });

  it('adds and removes areas with signs, in the order in which they stand', () => {
    const custom = [
      { id: 'lead', extends: 'delivery-manager', responsibilities: ['-recruitment', '+budget', 'risks'] },
    ];
    assert.deepEqual(role('lead', custom).holds, ['team-health', 'ways-of-working', 'team-makeup', 'budget', 'risks']);
    const undone = [{ id: 'lead', responsibilities: ['+budget', '-budget', '-never-held', ' + risks ', '+', ''] }];
    assert.deepEqual(role('lead', undone).holds, ['risks']);
  });

  it('takes a list without signs as all that the role holds, and an empty one as saying nothing', () => {
    const only = [{ id: 'lead', extends: 'delivery-manager', responsibilities: ['team-health', 'team-health'] }];
    assert.deepEqual(role('lead', only).holds, ['team-health']);
    const empty = [{ id: 'lead', extends: 'delivery-manager', responsibilities: [], measures: [] }];
    assert.deepEqual(role('lead', empty).holds, built('delivery-manager'));
    assert.deepEqual(role('lead', empty).measures, ['flow', 'morale', 'retention']);
  });

  it('follows a chain over several custom roles, nearest first', () => {
    const custom = [
      { id: 'chief', extends: 'lead', responsibilities: ['+pricing'] },
      { id: 'lead', extends: 'po', responsibilities: ['+roadmap'], summary: 'Leads.' },
    ];
    const chief = role('chief', custom);
    assert.deepEqual(chief.holds, ['backlog', 'acceptance', 'roadmap', 'pricing']);
    assert.deepEqual(chief.basedOn, ['lead', 'product-owner']);
    assert.equal(chief.summary, 'Leads.');
  });

  it('changes a built-in role of the same id, for its aliases and for the roles that extend it too', () => {
    const custom = [{ id: 'delivery-manager', title: 'Chapter lead', responsibilities: ['+budget', '-recruitment'] }];
    const held = ['team-health', 'ways-of-working', 'team-makeup', 'budget'];
    const changed = role('delivery-lead', custom);
    assert.equal(changed.id, 'delivery-manager');
    assert.equal(changed.title, 'Chapter lead');
    assert.deepEqual(changed.holds, held);
    assert.deepEqual(changed.basedOn, []);
    assert.deepEqual(role('engineering-manager', custom).holds, [...held, 'technical-direction']);
    assert.deepEqual(roleById('delivery-manager')?.holds.includes('budget'), false, 'the catalogue itself stays');
  });

  it('keeps the title and the synonyms of a built-in role that it changes', () => {
    const changed = role('project-manager', [{ id: 'project-manager', extends: 'project-manager', measures: ['joy'] }]);
    assert.equal(changed.title, 'Project manager');
    assert.equal(changed.synonyms, roleById('project-manager')?.synonyms);
    assert.deepEqual(changed.measures, ['joy']);
    assert.deepEqual(changed.holds, built('project-manager'));
  });

  it('prefers the plan’s role where its id is an alias of the catalogue', () => {
    const po = role('po', [{ id: 'po', title: 'Purchasing officer', responsibilities: ['supply'] }]);
    assert.deepEqual([po.title, po.holds], ['Purchasing officer', ['supply']]);
    assert.equal(role('product-owner', [{ id: 'po', responsibilities: ['supply'] }]).title, 'Product owner');
  });

  it('names a base that nobody defines, and keeps what it knows', () => {
    const resolution = resolveRole('lead', [{ id: 'lead', extends: 'wizard', responsibilities: ['+budget'] }]);
    assert.equal(resolution?.unknownBase, 'wizard');
    assert.deepEqual(resolution.role.holds, ['budget']);
    assert.equal(resolveRole('chief', [{ id: 'chief', extends: 'pm' }])?.unknownBase, 'pm');
  });
});

describe('a ring of extends', () => {
  const ring = [
    { id: 'c', extends: 'a', responsibilities: ['+risks'] },
    { id: 'a', extends: 'b', responsibilities: ['+budget'] },
    { id: 'b', extends: 'c', responsibilities: ['+scope'] },
  ];

  it('is cut, and reported the same from wherever it is entered', () => {
    for (const name of ['a', 'b', 'c']) {
      const resolution = resolveRole(name, ring);
      assert.deepEqual(resolution?.cycle, ['a', 'b', 'c'], name);
      assert.deepEqual([...resolution.role.holds].sort(), ['budget', 'risks', 'scope'], name);
    }
  });

  it('is reported to a role that only leads into it', () => {
    const resolution = resolveRole('outside', [...ring, { id: 'outside', extends: 'b' }]);
    assert.deepEqual(resolution?.cycle, ['a', 'b', 'c']);
  });

  it('may have one link', () => {
    const resolution = resolveRole('a', [{ id: 'a', extends: 'A', responsibilities: ['budget'] }]);
    assert.deepEqual(resolution?.cycle, ['a']);
    assert.deepEqual(resolution.role.holds, ['budget']);
  });

  it('through a built-in role keeps what the catalogue says of it', () => {
    const custom = [{ id: 'delivery-manager', extends: 'engineering-manager', responsibilities: ['+budget'] }];
    const resolution = resolveRole('delivery-manager', custom);
    assert.deepEqual(resolution?.cycle, ['delivery-manager', 'engineering-manager']);
    assert.deepEqual(resolution.role.holds, [...built('delivery-manager'), 'technical-direction', 'budget']);
  });
});

describe('who holds an area', () => {
  it('names those who hold it in their own right before those who inherit it', () => {
    assert.deepEqual(ids(holdersOf('vision')), ['product-manager', 'technical-product-manager']);
    assert.deepEqual(ids(holdersOf('budget')), ['project-manager']);
    assert.deepEqual(ids(holdersOf('technical-direction')), ['engineering-manager', 'technical-product-manager']);
    assert.deepEqual(ids(holdersOf('pricing')), []);
    assert.deepEqual(ids(holdersOf('no-such-area')), []);
  });

  it('counts the roles of the plan, and what it changes in built-in ones', () => {
    const custom = [
      { id: 'finance-partner', responsibilities: ['budget', 'pricing'] },
      { id: 'senior', extends: 'project-manager' },
      { id: 'product-manager', responsibilities: ['-vision', '+pricing'] },
    ];
    assert.deepEqual(ids(holdersOf('budget', custom)), ['project-manager', 'finance-partner', 'senior']);
    assert.deepEqual(ids(holdersOf('pricing', custom)), [
      'product-manager',
      'finance-partner',
      'technical-product-manager',
    ]);
    assert.deepEqual(ids(holdersOf('vision', custom)), []);
    assert.equal(allRoles(custom).length, allRoles([]).length + 2);
  });
});

describe('telling roles apart', () => {
  it('gives the other role and a line, from both sides', () => {
    assert.deepEqual(ids(distinctions('program-manager').map(({ other }) => ({ id: other }))), [
      'project-manager',
      'portfolio-manager',
    ]);
    const fromProduct = distinctions('product-manager').find(({ other }) => other === 'project-manager');
    const fromProject = distinctions('project-manager').find(({ other }) => other === 'product-manager');
    assert.ok(fromProduct && fromProject);
    assert.equal(fromProduct.line, fromProject.line);
    assert.ok(fromProduct.also.some((text) => text.includes('Who owns the roadmap?')));
    assert.deepEqual(distinctions('team-member'), []);
  });

  it('gives a role that builds on another the lines of that one', () => {
    assert.deepEqual(distinctions('em'), distinctions('dm'));
    const custom = [{ id: 'owner', extends: 'product-owner' }];
    assert.deepEqual(distinctions('owner', custom), distinctions('po'));
  });

  it('never tells a role apart from one that it builds on', () => {
    const custom = [{ id: 'product-owner', extends: 'product-manager' }];
    assert.equal(
      distinctions('product-owner', custom).some(({ other }) => other === 'product-manager'),
      false,
    );
  });
});

describe('the title of an area', () => {
  it('is the catalogue’s, else the id in words', () => {
    assert.equal(areaTitle('profit-and-loss'), 'Profit and loss');
    assert.equal(areaTitle('data_protection-office'), 'Data protection office');
  });
});
