import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { grownTree, nodesOf, treeOf } from './treeOf';

const roadmap = `product: Shop
goals:
  fast: Fast checkout
  mobile: { title: On any phone, parent: fast }
features:
  page: { title: One page, goal: mobile }
`;

describe('the tree of a plan', () => {
  it('goes from products over goals to features, projects and items', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': roadmap,
      'a.project.yaml': `project: Rewrite
goal: fast
items:
  api: { title: Payment API, items: { cards: Cards } }
  form: { title: Payment form, feature: page }
`,
    });
    assert.deepEqual(lines, [
      'product Shop',
      '  goal Fast checkout',
      '    goal On any phone',
      '      feature One page',
      '        item Payment form',
      '    project Rewrite',
      '      item Payment API',
      '        item Cards',
    ]);
  });

  it('begins with what has no goal: projects, features, and the highest items of other projects', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': `${roadmap}  mail: Gift cards by mail\n`,
      'a.project.yaml': `project: Rewrite
items:
  api: { title: Payment API, goal: fast, items: { cards: Cards } }
  half: { title: Half linked, items: { linked: { title: Linked, goal: fast }, loose: { title: Loose, items: { deep: Deep } } } }
  icons: New icons
`,
      'b.project.yaml': 'project: Office move\nitems: { desks: { title: Desks, items: { lamps: Lamps } } }\n',
    });
    assert.deepEqual(lines, [
      'unlinked Without a goal',
      '  project Office move',
      '    item Desks',
      '      item Lamps',
      '  feature Gift cards by mail',
      '  item Loose',
      '    item Deep',
      '  item New icons',
      'product Shop',
      '  goal Fast checkout',
      '    goal On any phone',
      '      feature One page',
      '    item Payment API',
      '      item Cards',
      '    item Linked',
    ]);
  });

  it('keeps in sight what refers to a goal, feature or program that is not there', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': 'product: Shop\ngoals: { fast: Fast }\nfeatures: { page: { title: Page, goal: fest } }\n',
      'a.project.yaml': 'project: A\ngoal: fest\nitems: { one: One }\n',
      'b.project.yaml': 'project: B\ngoal: fast\nitems: { two: { title: Two, goal: fest }, three: Three }\n',
      'c.project.yaml': 'project: C\nprogram: nowhere\n',
    });
    assert.deepEqual(lines, [
      'unlinked Without a goal',
      '  project A',
      '    item One',
      '  project C',
      '  feature Page',
      '  item Two',
      'product Shop',
      '  goal Fast',
      '    project B',
      '      item Three',
    ]);
  });

  it('has ideas and released features without a goal at their product, where nobody misses one', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': `product: Shop
features:
  someday: { title: Someday, status: idea }
  out: { title: Out, status: released }
  soon: { title: Soon, status: planned }
  wrong: { title: Wrong, status: idea, goal: nowhere }
`,
    });
    assert.deepEqual(lines, [
      'unlinked Without a goal',
      '  feature Soon',
      '  feature Wrong',
      'product Shop',
      '  feature Someday',
      '  feature Out',
    ]);
  });

  it('has the items of a feature without a goal below that feature, and each once', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': 'product: Shop\nfeatures: { mail: Mail, print: { title: Print, status: idea } }\n',
      'a.project.yaml': `project: A
items:
  own: Own
  cards: { title: Cards, feature: mail, items: { art: Art, press: { title: Press, feature: print, items: { ink: Ink } } } }
  frame: { title: Frame, items: { glass: { title: Glass, feature: mail } } }
`,
    });
    assert.deepEqual(lines, [
      'unlinked Without a goal',
      '  project A',
      '    item Own',
      '    item Frame',
      '  feature Mail',
      '    item Cards',
      '      item Art',
      '    item Glass',
      'product Shop',
      '  feature Print',
      '    item Press',
      '      item Ink',
    ]);
  });

  it('leaves out what was dropped, but for a dropped goal that something still serves', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': `product: Shop
goals:
  old: { title: Old, status: dropped }
  left: { title: Left, status: dropped }
  part: { title: Part, parent: left }
features: { gone: { title: Gone, status: dropped } }
`,
      'a.project.yaml':
        'project: A\ngoal: part\nitems: { no: { title: No, status: dropped, items: { nor: Nor } }, yes: Yes }\n',
      'b.project.yaml': 'project: B\nitems: { no: { title: No, status: dropped } }\n',
    });
    assert.deepEqual(lines, [
      'unlinked Without a goal',
      '  project B',
      'product Shop',
      '  goal Left',
      '    goal Part',
      '      project A',
      '        item Yes',
    ]);
  });

  it('has each goal of a ring once, from the first of them', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': `product: Shop
goals:
  a: { title: A, parent: c }
  b: { title: B, parent: a }
  c: { title: C, parent: b }
  self: { title: Self, parent: self }
  apart: Apart
`,
      'p.project.yaml': 'project: P\ngoal: c\n',
    });
    assert.deepEqual(lines, [
      'product Shop',
      '  goal A',
      '    goal B',
      '      goal C',
      '        project P',
      '  goal Self',
      '  goal Apart',
    ]);
  });

  it('has a goal of another product below its parent and in its own product', async () => {
    const lines = await treeOf({
      'group.roadmap.yaml': 'product: Group\ngoals: { grow: Grow }\n',
      'shop.roadmap.yaml': 'product: Shop\ngoals: { fast: { title: Fast, parent: grow } }\n',
      'p.project.yaml': 'project: P\ngoal: fast\n',
    });
    assert.deepEqual(lines, [
      'product Group',
      '  goal Grow',
      '    goal Fast',
      '      project P',
      'product Shop',
      '  goal Fast',
      '    project P',
    ]);
  });

  it('is the group alone where there is no roadmap, and nothing where there is no plan', async () => {
    const project = 'project: A\nitems: { one: One }\n';
    assert.deepEqual(await treeOf({ 'a.project.yaml': project }), [
      'unlinked Without a goal',
      '  project A',
      '    item One',
    ]);
    assert.deepEqual(await treeOf({}), []);
    assert.deepEqual(await treeOf({ '.throughline.yaml': 'people: { a: A }\n' }), []);
  });

  it('names files that say nothing, or nothing that can be read', async () => {
    const { service } = await planFrom({
      'a.roadmap.yaml': '',
      'b.roadmap.yaml': '# soon\n',
      'c.project.yaml': '- a\n- b\n',
      'd.project.yaml': 'product: P\n',
    });
    assert.deepEqual(
      nodesOf(grownTree(service)).map(({ kind, title, detail }) => [kind, title, detail]),
      [
        ['unread', 'a.roadmap.yaml', 'Empty'],
        ['unread', 'b.roadmap.yaml', 'Empty'],
        ['unread', 'c.project.yaml', 'Cannot be read'],
        ['unread', 'd.project.yaml', 'Holds a roadmap, and is named as a project'],
      ],
    );
  });

  it('reads what can be read of a broken file, and the first of two entries with one key', async () => {
    const lines = await treeOf({
      'shop.roadmap.yaml': 'product: Shop\ngoals:\n  a: One\n  a: Two\n  b: { title: "open\n',
      'p.project.yaml':
        'project: P\ngoal: a\nitems:\n  x: First\n  x: { title: Second }\n  y: { title: Other, items: { x: Inner } }\n',
    });
    assert.deepEqual(lines, [
      'product Shop',
      '  goal One',
      '    project P',
      '      item First',
      '      item Other',
      '        item Inner',
      '  goal open',
    ]);
  });

  it('is the same with Windows line ends, a byte order mark, emoji, anchors and flow style', async () => {
    const plain = await treeOf({
      'shop.roadmap.yaml': roadmap,
      'p.project.yaml': 'project: P\ngoal: fast\nitems:\n  a: 🚀 Go\n',
    });
    const other = await treeOf({
      'shop.roadmap.yaml': `\ufeff${roadmap.replaceAll('\n', '\r\n')}`,
      'p.project.yaml': '{ project: P, goal: &g fast, items: { a: { title: 🚀 Go, goal: *g } } }\n',
    });
    assert.deepEqual(plain.slice(-2), ['    project P', '      item 🚀 Go']);
    assert.deepEqual(other.slice(0, -2), plain.slice(0, -2));
    assert.deepEqual(other.slice(-2), ['    project P', '      item 🚀 Go']);
  });
});

describe('the trees of several plans', () => {
  const files = {
    'a/.throughline.yaml': '',
    'a/shop.roadmap.yaml': 'product: Shop\ngoals: { fast: Fast }\n',
    'b%20c/.throughline.yaml': '',
    'b%20c/site.roadmap.yaml': 'product: Site\nowner: ann\n',
    'd/.throughline.yaml': 'people: { x: X }\n',
  };

  it('stand below their folders, those without a roadmap or project left out', async () => {
    assert.deepEqual(await treeOf(files), ['plan a', '  product Shop', '    goal Fast', 'plan b c', '  product Site']);
  });

  it('are left out where a filter leaves nothing of them', async () => {
    assert.deepEqual(await treeOf(files, { mine: 'ann' }), ['product Site']);
    assert.deepEqual(await treeOf(files, { unowned: true }), ['product Shop', '  goal Fast']);
  });
});
