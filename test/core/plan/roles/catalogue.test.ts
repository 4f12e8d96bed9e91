import assert from 'node:assert/strict';
import {
  ambiguousRoleNames,
  areaById,
  areas,
  canonicalRoleId,
  keyAreas,
  roleAliases,
  roleById,
  roles,
  toldApart,
} from '../../../../src/core/plan/roles';
import projectSchema from '../../../../schemas/project.schema.json';
import roadmapSchema from '../../../../schemas/roadmap.schema.json';
import settingsSchema from '../../../../schemas/throughline.schema.json';
import { catalogue } from '../../../../src/core/plan/roles/catalogue';

/** What each role holds in its own right, and the role that it builds on, as the field knows it. */
const EXPECTED: Record<string, { holds: string; basedOn?: string }> = {
  'product-manager': {
    holds:
      'vision strategy roadmap market-research customer-needs requirements ideation features releases go-to-market profit-and-loss product-lifecycle organizational-training',
  },
  'project-manager': {
    holds:
      'charter project-plan scope schedule budget resources capacity delivery risks problem-resolution quality change-control stakeholders status-updates cross-team-organization closure',
  },
  'program-manager': { holds: 'interdependencies benefits governance executive-alignment' },
  'portfolio-manager': { holds: 'portfolio-mix investment' },
  'project-leader': { holds: 'team-direction team-progress recognition' },
  'delivery-manager': { holds: 'team-health recruitment ways-of-working team-makeup' },
  'engineering-manager': { holds: 'technical-direction', basedOn: 'delivery-manager' },
  'product-owner': { holds: 'backlog acceptance' },
  'scrum-master': { holds: 'facilitation impediments' },
  'product-marketing-manager': { holds: 'positioning launch-campaign collateral' },
  'technical-product-manager': { holds: 'technical-direction', basedOn: 'product-manager' },
  'technical-program-manager': { holds: 'technical-dependencies', basedOn: 'program-manager' },
  'account-manager': { holds: 'client-relationship' },
  'operations-manager': { holds: 'operations' },
  'systems-analyst': { holds: 'analysis' },
  'construction-manager': { holds: 'site-delivery' },
  'executive-sponsor': { holds: 'sponsorship funding' },
  'team-member': { holds: '' },
};
const MORE_AREAS =
  'customer-support documentation pricing legal sales-enablement localization security privacy compliance supply';

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const idPattern = /^[a-z]+(-[a-z]+)*$/;

interface Schema {
  readonly $defs: Readonly<Record<string, unknown>>;
  readonly properties: unknown;
}

/** What an object has under a key; undefined for anything that is no object. */
function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (Object.entries(value).find(([name]) => name === key)?.[1] as unknown)
    : undefined;
}

/** Every property that a schema annotates with an area, there or in the definition that it refers to: `budget budget`. */
function annotatedKeys({ $defs, properties }: Schema): string[] {
  const keys: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) {
      return;
    }
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      const definition = String(member(value, '$ref')).replace('#/$defs/', '');
      const area = member(value, 'x-area') ?? member($defs[definition], 'x-area');
      if (typeof area === 'string') {
        keys.push(`${key} ${area}`);
      }
      visit(value);
    }
  };
  visit(properties);
  Object.values($defs).forEach(visit);
  return keys;
}

describe('the role catalogue', () => {
  it('has the roles of the field, each with the areas that it holds', () => {
    assert.deepEqual(
      roles.map((role) => role.id),
      Object.keys(EXPECTED),
    );
    for (const role of roles) {
      const { holds, basedOn } = EXPECTED[role.id] ?? { holds: '' };
      const inherited = basedOn === undefined ? [] : words(EXPECTED[basedOn]?.holds ?? '');
      assert.deepEqual(role.holds, [...inherited, ...words(holds)], role.id);
      assert.deepEqual(role.basedOn, basedOn === undefined ? [] : [basedOn], role.id);
    }
  });

  it('knows every area that a role holds, and ten more that none holds', () => {
    const held = [...new Set(Object.values(EXPECTED).flatMap(({ holds }) => words(holds)))];
    assert.deepEqual(areas.map((area) => area.id).sort(), [...held, ...words(MORE_AREAS)].sort());
    for (const id of words(MORE_AREAS)) {
      assert.equal(
        roles.some((role) => role.holds.includes(id)),
        false,
        id,
      );
    }
  });

  it('gives every id and title once', () => {
    for (const entries of [roles, areas]) {
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
      assert.equal(new Set(entries.map(({ title }) => title.toLowerCase())).size, entries.length);
      entries.forEach(({ id }) => assert.match(id, idPattern));
    }
  });

  it('writes a question as a question and a sentence as a sentence, short enough for a hover', () => {
    for (const role of roles) {
      assert.match(role.answers ?? '', /^[A-Z].{5,60}\?$/, role.id);
      assert.match(role.summary ?? '', /^[A-Z].{20,150}\.$/, role.id);
      assert.match(role.span ?? '', /^[a-z].{5,80}[^.]$/, role.id);
      assert.match(role.aim ?? '', /^[a-z].{5,80}[^.]$/, role.id);
      assert.equal(role.measures.length > 0, role.id !== 'team-member', role.id);
    }
    for (const area of areas) {
      assert.match(area.what, /^[A-Z][^.]{15,140}\.$/, area.id);
      assert.match(area.why, /^[A-Z][^.]{15,140}\.$/, area.id);
    }
    for (const { line, also } of toldApart) {
      [line, ...also].forEach((text) => assert.match(text, /^[A-Z].{15,190}\.$/));
    }
  });

  it('repeats no sentence', () => {
    const sentences = [
      ...roles.flatMap((role) => [role.answers, role.summary, role.aim]),
      ...areas.flatMap((area) => [area.what, area.why]),
      ...toldApart.flatMap(({ line, also }) => [line, ...also]),
    ];
    assert.deepEqual(
      sentences.filter((text, index) => sentences.indexOf(text) !== index),
      [],
    );
  });

  it('has aliases that are no ids, and that each lead to a role', () => {
    const ids = new Set(roles.map((role) => role.id));
    for (const [alias, id] of Object.entries(roleAliases)) {
      assert.equal(ids.has(alias), false, alias);
      assert.equal(ids.has(id), true, alias);
      assert.equal(canonicalRoleId(alias), id);
      assert.equal(roleById(alias)?.id, id);
    }
    assert.deepEqual(
      Object.keys(roleAliases).sort(),
      words('programme-manager po em tpm dm pmm delivery-lead product-lead project-lead').sort(),
    );
    assert.equal(
      Object.keys(ambiguousRoleNames).some((name) => name in roleAliases),
      false,
    );
  });

  it('tells nine pairs apart, each pair once, with a line that names both', () => {
    const pairs = toldApart.map((pair) => [...pair.roles].sort().join(' / '));
    assert.equal(new Set(pairs).size, 9);
    for (const { roles: pair, line } of toldApart) {
      for (const id of pair) {
        const title = roleById(id)?.title.toLowerCase() ?? 'missing';
        assert.ok(line.includes(title), `"${line}" does not name the ${title}`);
      }
    }
  });

  it('extends only roles that it has', () => {
    for (const role of catalogue) {
      assert.ok(role.extends === undefined || roleById(role.extends) !== undefined, role.id);
    }
  });

  it('maps the keys of both files to areas that exist', () => {
    for (const [key, id] of Object.entries(keyAreas)) {
      assert.match(key, /^[a-z]+(_[a-z]+)*$/);
      assert.ok(areaById(id) !== undefined, key);
    }
    assert.equal(Object.keys(keyAreas).length, 25);
    assert.equal(keyAreas.goals, 'strategy');
    assert.equal(keyAreas.team, 'resources');
    assert.equal(keyAreas.milestones, 'schedule');
    assert.equal(keyAreas.programs, 'interdependencies');
  });

  it('maps the same keys as the schemas do', () => {
    const annotated = [roadmapSchema, projectSchema, settingsSchema].flatMap(annotatedKeys);
    assert.deepEqual(
      [...new Set(annotated)].sort(),
      Object.entries(keyAreas)
        .map(([key, area]) => `${key} ${area}`)
        .sort(),
    );
  });

  it('cannot be changed by its readers', () => {
    const role = roleById('product-manager');
    assert.ok(role);
    for (const value of [roles, role, role.holds, areas, areas[0], toldApart, toldApart[0], roleAliases, keyAreas]) {
      assert.ok(Object.isFrozen(value));
    }
  });
});
