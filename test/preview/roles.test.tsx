import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { RolesView } from '../../src/core/views/rolesModel';
import { Roles, roleEntries } from '../../src/preview/roles';
import { roadmapUri } from './harness/lantern';
import { lanternRoles } from './harness/lanternRoles';

function draw(view: RolesView): string {
  return renderToString(<Roles view={view} marked={undefined} />);
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

/** The texts of the cells of an area, with all that a screen reader says. */
function cellsOf(html: string, area: string): readonly string[] {
  const row =
    html
      .split('<tr')
      .find((part) => part.includes(`data-stop="${area}"`))
      ?.split('</tr>')[0] ?? '';
  return row
    .split('<td')
    .slice(1)
    .map((cell) => cell.replace(/^[^>]*>/, '').replace(/<[^>]*>/g, ' '))
    .map((text) => text.replace(/\s+/g, ' ').trim());
}

describe('roles', () => {
  it('are a table of areas by people, each named in its header', () => {
    const html = draw(lanternRoles);
    assert.equal(count(html, '<th scope="row"'), 10);
    assert.equal(count(html, '<th scope="col"'), 2 + lanternRoles.people.length);
    assert.match(html, /<th scope="rowgroup"[^>]*colspan="7"[^>]*>Product<\/th>/);
    assert.equal(count(html, 'tabindex="0"'), 1);
  });

  it('say a letter as its whole word, with what is special about it', () => {
    const html = draw(lanternRoles);
    assert.deepEqual(cellsOf(html, 'strategy').slice(0, 3), ['A accountable', 'I informed', 'R responsible']);
    assert.equal(cellsOf(html, 'vision')[0], 'A accountable, by default');
    assert.equal(cellsOf(html, 'vision')[1], '');
    assert.equal(cellsOf(html, 'features')[1], 'A accountable, in conflict');
  });

  it('mark conflicts, gaps and overlaps by a shape and words, and show a note', () => {
    const html = draw(lanternRoles);
    assert.equal(cellsOf(html, 'features').at(-1), '2 accountable');
    assert.equal(cellsOf(html, 'closure').at(-1), 'Nobody accountable');
    assert.match(html, /title="Product manager holds it. Usually the project manager"/);
    assert.match(html, /Erik knows the suppliers\./);
    assert.equal(count(html, 'class="area gap"'), 2);
  });

  it('explain the letters that occur', () => {
    const legend = (view: RolesView): string => draw(view).split('aria-label="Legend"')[1] ?? '';
    for (const word of ['accountable', 'responsible', 'consulted', 'informed', 'by default from the role', 'conflict'])
      assert.ok(legend(lanternRoles).includes(`</span>${word}</li>`), word);
    const [first] = lanternRoles.groups;
    assert.ok(first);
    const one = { ...lanternRoles, groups: [{ ...first, rows: first.rows.filter(({ id }) => id === 'vision') }] };
    assert.ok(!legend(one).includes('</span>conflict</li>'));
  });

  it('have a card for each role, also for one that nobody has', () => {
    const html = draw(lanternRoles);
    assert.equal(count(html, 'class="role-card"'), 3);
    assert.match(html, /<h3>Executive sponsor<\/h3><p class="role-people quiet">Nobody here<\/p>/);
  });

  it('mark only an area that has its own place in the source', () => {
    assert.deepEqual(
      roleEntries(lanternRoles).map(({ path }) => path.at(-1)),
      ['strategy', 'features', 'releases', 'budget', 'risks'],
    );
    const owner = JSON.stringify([roadmapUri, 'owner']);
    assert.doesNotMatch(renderToString(<Roles view={lanternRoles} marked={owner} />), /<tr[^>]*aria-current/);
  });

  it('keep the text of a plan text', () => {
    const text = '"><script>alert(1)</script>';
    const [group] = lanternRoles.groups;
    const [row] = group?.rows ?? [];
    assert.ok(group && row);
    const rows = [{ ...row, title: text, what: text, findings: [{ kind: 'note' as const, text, detail: text }] }];
    const people = lanternRoles.people.map((person) => ({ ...person, name: text, initials: text, role: text }));
    const roles = [{ id: text, title: text, people: [text], question: text, summary: text, apart: text }];
    const html = draw({ ...lanternRoles, title: text, purpose: text, people, roles, groups: [{ title: text, rows }] });
    assert.doesNotMatch(html, /<script/);
    assert.doesNotMatch(html, /\sstyle=/);
  });

  it('say what to write while nobody is named, and not where a filter leaves nothing', () => {
    const empty = { ...lanternRoles, groups: [], people: [], roles: [], facts: [] };
    assert.match(draw(empty), /Nobody answers for anything yet.*owner: alice/s);
    assert.doesNotMatch(draw({ ...empty, shown: { count: 0, total: 10 } }), /Nobody answers for anything yet/);
  });
});
