import assert from 'node:assert/strict';
import { marked } from 'marked';
import {
  areaMarkdown,
  areas,
  areaText,
  resolveRole,
  roleById,
  roleMarkdown,
  roles,
  roleText,
  type CustomRole,
} from '../../../../src/core/plan/roles';

function hoverOf(name: string, customRoles: readonly CustomRole[] = []): string {
  const resolution = resolveRole(name, customRoles);
  assert.ok(resolution);
  return roleMarkdown(resolution.role);
}

function assertContains(text: string, expected: readonly string[]): void {
  for (const part of expected) {
    assert.ok(text.includes(part), `"${part}" is missing in:\n${text}`);
  }
}

describe('the hover of a role', () => {
  it('tells of the product manager: question, span, areas, measures, and the line to each neighbour', () => {
    assertContains(hoverOf('product-manager'), [
      '**Product manager**',
      '*Why do we build this, and what should it be?*',
      '**Span:** The whole life of a product',
      'Vision, Strategy, Roadmap, Market research, Customer needs, Requirements, Ideas, Features, Releases, Go-to-market',
      'Profit and loss, Product life cycle, Training of the organisation',
      '**Measured by:** Product-market fit, revenue, adoption',
      'the project manager delivers a scope that is fixed and ends',
      'Who owns the roadmap? The product manager.',
      'Who may talk to customers? Both',
      'the product owner orders one team’s backlog',
      'the product marketing manager decides how the market hears of it',
      'one shared outcome: a successful product',
    ]);
  });

  it('tells of the project manager, and that program manager is often used as a synonym', () => {
    assertContains(hoverOf('project-manager'), [
      '**Project manager**',
      '*How do we deliver this, by when, and for how much?*',
      '**Span:** One project, from its start to its end',
      'Charter, Project plan, Scope, Schedule, Budget, Resources, Capacity, Delivery, Risks, Problem resolution, Quality',
      'Change control, Stakeholders, Status updates, Cross-team organisation, Closure',
      'Finish date against the baseline, cost against the baseline, scope delivered',
      'the product manager sets what and why over the product’s whole life',
      'the program manager runs several that depend on each other',
      'the project leader leads the people',
      'the delivery manager for the team that delivers',
      'the operations manager leads work that repeats',
      'the account manager looks after the client',
    ]);
    for (const id of ['project-manager', 'program-manager']) {
      assertContains(hoverOf(id), ['“program manager” and “project manager” as synonyms']);
    }
  });

  it('leaves out what a role does not have', () => {
    const hover = hoverOf('team-member');
    assert.equal(/Holds|Measured|Told apart|undefined/.test(hover), false, hover);
  });

  it('shows what a plan says of its own role, and takes nothing in it for Markdown', () => {
    const hover = hoverOf('lead', [
      {
        id: 'lead',
        title: '<b>Lead</b> [x](command:evil)',
        summary: 'First\n\n# Second',
        answers: '*Who?*',
        responsibilities: ['a*b*'],
        measures: ['`m`'],
      },
    ]);
    assertContains(hover, [
      '**&lt;b&gt;Lead&lt;/b&gt; \\[x\\](command:evil)**',
      '*\\*Who?\\**',
      'First # Second',
      'A\\*b\\*',
      '\\`m\\`',
    ]);
  });

  it('is plain Markdown: no links, images, code, headings or HTML in any of them', () => {
    const texts = [...roles.map(roleMarkdown), ...areas.map(({ id }) => areaMarkdown(id)), areaMarkdown('<i>x</i>')];
    for (const text of texts) {
      const tags = new Set([...marked.parse(text, { async: false }).matchAll(/<(\w+)/g)].map(([, tag]) => tag));
      for (const tag of ['p', 'strong', 'em', 'ul', 'li']) {
        tags.delete(tag);
      }
      assert.deepEqual([...tags], [], text);
      assert.ok(text.length < 2500, `${String(text.length)} characters are too many for a hover`);
    }
  });
});

describe('the hover of an area', () => {
  it('says what it is, whose it usually is, and why', () => {
    assertContains(areaMarkdown('budget'), [
      '**Budget**',
      'How much the project may cost',
      '**Usually held by:** Project manager',
      '**Why:** It changes with scope and schedule',
      'a note on the assignment',
    ]);
  });

  it('says so where no role holds it', () => {
    assertContains(areaMarkdown('pricing'), ['**Usually held by:** Nobody by default']);
  });

  it('tells of an area that the plan has added, and who holds it', () => {
    const custom = [{ id: 'steward', title: 'Data *steward*', responsibilities: ['data-quality'] }];
    assertContains(areaMarkdown('data-quality', custom), ['**Data quality**', 'Data \\*steward\\*', 'has added']);
  });
});

describe('the plain text for a terminal', () => {
  it('says the same without the marks of Markdown', () => {
    const role = roleById('project-manager');
    assert.ok(role);
    const text = roleText(role);
    assertContains(text, [
      'Project manager\nHow do we deliver this',
      'Span: One project',
      'Holds by default: Charter, Project plan',
      'Told apart:\n  - ',
    ]);
    assert.equal(/[*\\]|&amp;|\n$/.test(text), false, text);
    assertContains(areaText('charter'), ['Charter\n\nWhat was agreed', 'Usually held by: Project manager\nWhy: ']);
  });

  it('lets nothing through that would steer the terminal', () => {
    const resolution = resolveRole('lead', [{ id: 'lead', title: 'Lead\u001b[31m\u0007', summary: 'a\nb' }]);
    assert.ok(resolution);
    const text = roleText(resolution.role);
    assertContains(text, ['Lead [31m\n', '\na b\n']);
  });
});
