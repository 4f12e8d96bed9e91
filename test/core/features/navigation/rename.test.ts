import { assertRefused, assertRename } from './renaming';

const checkout = `product: Checkout
goals:
  faster: { title: Faster, parent: growth }
  growth: Growth
features:
  one-page: { title: One page, goal: [ faster, "growth" ] } # faster
`;
const rewrite = `project: Rewrite
goal: checkout/faster
items:
  api: { title: API, goal: 'faster' }
`;

describe('renaming', () => {
  it('replaces a goal wherever it is named, bare and qualified, with its quotes', async () => {
    await assertRename(
      {
        'checkout.roadmap.yaml': checkout.replace('faster:', 'fas<CURSOR>ter:'),
        'rewrite.project.yaml': rewrite,
        'other.project.yaml': 'project: Other\nitems: { faster: { title: faster } }\n',
      },
      'quick-pay',
      {
        'checkout.roadmap.yaml': `product: Checkout
goals:
  quick-pay: { title: Faster, parent: growth }
  growth: Growth
features:
  one-page: { title: One page, goal: [ quick-pay, "growth" ] } # faster
`,
        'rewrite.project.yaml': `project: Rewrite
goal: checkout/quick-pay
items:
  api: { title: API, goal: 'quick-pay' }
`,
      },
    );
  });

  it('does the same from a reference', async () => {
    await assertRename(
      { 'checkout.roadmap.yaml': checkout, 'rewrite.project.yaml': rewrite.replace('faster', '<CURSOR>faster') },
      'quick',
      {
        'checkout.roadmap.yaml': checkout.replace('  faster', '  quick').replace('[ faster', '[ quick'),
        'rewrite.project.yaml': rewrite.replaceAll('faster', 'quick'),
      },
    );
  });

  it('keeps the type and lag of dependencies, and knows items of other projects apart', async () => {
    const other = 'project: Other\nitems:\n  spike: S\n  a: { title: A, depends_on: spike }\n';
    await assertRename(
      {
        'a.project.yaml': `project: A
milestones: { m: { title: M, depends_on: "other/spike" } }
items:
  sp<CURSOR>ike: S
  b: { title: B, depends_on: [spike SS+2d, "spike FF", 'other/spike', a/spike +1w] }
changes: [{ title: C, adds: spike }]
`,
        'other.project.yaml': other,
        'c.project.yaml': 'project: C\nitems:\n  c:\n    title: C\n    depends_on: a/spike\n      FS-1d\n',
      },
      'probe',
      {
        'a.project.yaml': `project: A
milestones: { m: { title: M, depends_on: "other/spike" } }
items:
  probe: S
  b: { title: B, depends_on: [probe SS+2d, "probe FF", 'other/spike', a/probe +1w] }
changes: [{ title: C, adds: probe }]
`,
        'c.project.yaml': 'project: C\nitems:\n  c:\n    title: C\n    depends_on: a/probe\n      FS-1d\n',
      },
    );
  });

  it('renames a person in every file that defines or names them', async () => {
    await assertRename(
      {
        'a.roadmap.yaml':
          'product: A\nowner: alice\npeople: { alice: { name: Alice } }\nresponsibilities: { budget: alice }\n',
        'b.project.yaml':
          'project: B\nmanager: al<CURSOR>ice\nteam:\n  alice: { allocation: 50% } # alice\nitems:\n  x: { title: X, assignees: { alice: 20% } }\n  y: { title: alice, assignees: [alice] }\n',
        '.throughline.yaml': 'people:\n  "alice": { email: alice@example.org }\n',
      },
      'alice.ng',
      {
        'a.roadmap.yaml':
          'product: A\nowner: alice.ng\npeople: { alice.ng: { name: Alice } }\nresponsibilities: { budget: alice.ng }\n',
        'b.project.yaml':
          'project: B\nmanager: alice.ng\nteam:\n  alice.ng: { allocation: 50% } # alice\nitems:\n  x: { title: X, assignees: { alice.ng: 20% } }\n  y: { title: alice, assignees: [alice.ng] }\n',
        '.throughline.yaml': 'people:\n  "alice.ng": { email: alice@example.org }\n',
      },
    );
  });

  it('renames somebody whom no file defines, in a plan without people', async () => {
    await assertRename(
      { 'a.project.yaml': 'project: A\nmanager: Bob\nsponsor: "B<CURSOR>ob"\nteam: { Bob: { allocation: 5% } }\n' },
      'Bob Lind, PhD',
      {
        'a.project.yaml':
          'project: A\nmanager: Bob Lind, PhD\nsponsor: "Bob Lind, PhD"\nteam: { "Bob Lind, PhD": { allocation: 5% } }\n',
      },
    );
  });

  it('renames the id of a file with the qualifiers of all others', async () => {
    const files = {
      'a.roadmap.yaml': 'product: A\nid: shop\ngoals: { win: Win }\nfeatures: { f: { title: F, goal: shop/win } }\n',
      'b.project.yaml': 'project: B\nid: shop\nitems: { x: { title: X, goal: shop/win } }\n',
      'c.project.yaml':
        'project: C\nitems: { y: { title: Y, goal: "shop/win", depends_on: [shop/x SS, shop/gone] } }\n',
    };
    await assertRename(
      { ...files, 'a.roadmap.yaml': files['a.roadmap.yaml'].replace('shop', 'sh<CURSOR>op') },
      'store',
      {
        'a.roadmap.yaml':
          'product: A\nid: store\ngoals: { win: Win }\nfeatures: { f: { title: F, goal: store/win } }\n',
        'b.project.yaml': 'project: B\nid: shop\nitems: { x: { title: X, goal: store/win } }\n',
        'c.project.yaml':
          'project: C\nitems: { y: { title: Y, goal: "store/win", depends_on: [shop/x SS, shop/gone] } }\n',
      },
    );
    await assertRename(
      { ...files, 'c.project.yaml': files['c.project.yaml'].replace('shop/x', '<CURSOR>shop/x') },
      'store',
      {
        'b.project.yaml': 'project: B\nid: store\nitems: { x: { title: X, goal: shop/win } }\n',
        'c.project.yaml':
          'project: C\nitems: { y: { title: Y, goal: "shop/win", depends_on: [store/x SS, store/gone] } }\n',
      },
    );
  });

  it('renames a program with the qualifiers of its milestones', async () => {
    await assertRename(
      {
        '.throughline.yaml': 'programs: { sea<CURSOR>son: { title: S, milestones: { ready: Ready } } }\n',
        'a.project.yaml': 'project: A\nprogram: season\nitems: { x: { title: X, depends_on: season/ready FF } }\n',
      },
      'summer',
      {
        '.throughline.yaml': 'programs: { summer: { title: S, milestones: { ready: Ready } } }\n',
        'a.project.yaml': 'project: A\nprogram: summer\nitems: { x: { title: X, depends_on: summer/ready FF } }\n',
      },
    );
  });

  it('renames roles in every spelling, and areas that the plan brings along', async () => {
    const text = `project: A
people: { bob: { role: [QA Lead, developer] }, ann: { role: Qa-Lead } }
roles:
  qa_lead: { title: Q, responsibilities: [+test-plans, "-risks"] }
  boss: { title: B, extends: qa-lead }
responsibilities: { test-plans: bob }
`;
    const file = { 'a.project.yaml': text.replace('qa_lead', 'qa<CURSOR>_lead') };
    await assertRename(file, 'tester', {
      'a.project.yaml': text
        .replace('QA Lead', 'tester')
        .replace('Qa-Lead', 'tester')
        .replace('qa_lead', 'tester')
        .replace('extends: qa-lead', 'extends: tester'),
    });
    await assertRename({ 'a.project.yaml': text.replace('test-plans:', 'test<CURSOR>-plans:') }, 'test-work', {
      'a.project.yaml': text.replaceAll('test-plans', 'test-work'),
    });
  });

  it('renames what nobody refers to where it stands', async () => {
    await assertRename(
      { 'a.roadmap.yaml': 'product: A\ngoals:\n  win: { title: W, key_results: { fir<CURSOR>st: F, second: S } }\n' },
      'one',
      { 'a.roadmap.yaml': 'product: A\ngoals:\n  win: { title: W, key_results: { one: F, second: S } }\n' },
    );
    await assertRefused(
      { 'a.roadmap.yaml': 'product: A\ngoals:\n  win: { title: W, key_results: { fir<CURSOR>st: F, second: S } }\n' },
      'Second',
      /`Second` is the id of the key result “S” of A already/,
    );
  });

  it('rewrites what an anchor gives to several places, once', async () => {
    await assertRename(
      {
        'a.roadmap.yaml': `product: A
goals: { &goal w<CURSOR>in: Win }
x-base: &base { goal: win }
x-me: &me win
features:
  f: { title: F, goal: *goal }
  g: { title: G, <<: *base }
  h: { title: H, <<: *base }
  i: { title: win, goal: [*me, *goal] }
`,
      },
      'gain',
      {
        'a.roadmap.yaml': `product: A
goals: { &goal gain: Win }
x-base: &base { goal: gain }
x-me: &me gain
features:
  f: { title: F, goal: *goal }
  g: { title: G, <<: *base }
  h: { title: H, <<: *base }
  i: { title: win, goal: [*me, *goal] }
`,
      },
    );
  });

  it('refuses where an anchor gives the name to something else too', async () => {
    const reason = /`win` cannot be replaced in a\.roadmap\.yaml: there an anchor/;
    await assertRefused(
      { 'a.roadmap.yaml': 'product: A\ngoals: { wi<CURSOR>n: W }\nfeatures: { f: { title: &t win, goal: *t } }\n' },
      'gain',
      reason,
    );
    await assertRefused(
      {
        'a.roadmap.yaml':
          'product: A\ngoals: { wi<CURSOR>n: W }\nreleases: { win: R }\nfeatures: { f: { title: F, goal: &n win, release: *n } }\n',
      },
      'gain',
      reason,
    );
  });

  it('keeps CRLF, emoji and a byte order mark', async () => {
    await assertRename(
      {
        'a.roadmap.yaml':
          '\ufeffproduct: "🚀"\r\ngoals: { win: 🎯 }\r\nfeatures: { f: { title: "👩‍💻", goal: "w<CURSOR>in" } }\r\n',
      },
      'gain',
      {
        'a.roadmap.yaml':
          '\ufeffproduct: "🚀"\r\ngoals: { gain: 🎯 }\r\nfeatures: { f: { title: "👩‍💻", goal: "gain" } }\r\n',
      },
    );
  });

  it('puts an id in quotes where YAML would read a number', async () => {
    await assertRename(
      {
        'a.roadmap.yaml': 'product: A\nreleases:\n  sum<CURSOR>mer: S\nfeatures:\n  f: { title: F, release: summer }\n',
      },
      '1.4',
      { 'a.roadmap.yaml': "product: A\nreleases:\n  1.4: S\nfeatures:\n  f: { title: F, release: '1.4' }\n" },
    );
  });

  it('works in a file of which another entry is broken', async () => {
    const text = (goal: string): string =>
      `product: A\ngoals:\n  bad: { title: "never closed\n  ${goal}:\n    title: Win\nfeatures:\n  half\n  f:\n    title: F\n    goal: ${goal}\n`;
    await assertRename({ 'a.roadmap.yaml': text('win').replace('win:', '<CURSOR>win:') }, 'gain', {
      'a.roadmap.yaml': text('gain'),
    });
  });

  it('does nothing for the name that it has, and takes other capitals', async () => {
    const files = {
      'a.roadmap.yaml': 'product: A\ngoals: { w<CURSOR>in: W }\nfeatures: { f: { title: F, goal: win } }\n',
    };
    await assertRename(files, 'win', {});
    await assertRename(files, 'Win', {
      'a.roadmap.yaml': 'product: A\ngoals: { Win: W }\nfeatures: { f: { title: F, goal: Win } }\n',
    });
  });
});

describe('renaming keeps what references mean', () => {
  const one = 'product: One\ngoals: { wi<CURSOR>n: W }\nfeatures: { f: { title: F, goal: win } }\n';
  const two = 'product: Two\ngoals: { gain: G }\nfeatures: { g: { title: G, goal: gain } }\n';

  it('by qualifying a bare id that would become ambiguous', async () => {
    await assertRename(
      {
        'one.roadmap.yaml': one,
        'two.roadmap.yaml': two,
        'c.project.yaml': 'project: C\ngoal: win\nitems: { x: { title: X, goal: [gain, one/win] } }\n',
      },
      'gain',
      {
        'one.roadmap.yaml': 'product: One\ngoals: { gain: W }\nfeatures: { f: { title: F, goal: gain } }\n',
        'c.project.yaml': 'project: C\ngoal: one/gain\nitems: { x: { title: X, goal: [two/gain, one/gain] } }\n',
      },
    );
  });

  it('by qualifying a bare id that would become the file’s own', async () => {
    await assertRename(
      {
        'one.roadmap.yaml': one.replace('f: {', 'e: { title: E, goal: gain }, f: {'),
        'two.roadmap.yaml': two.replace('g: {', 'e: { title: E, goal: win }, g: {'),
      },
      'gain',
      {
        'one.roadmap.yaml':
          'product: One\ngoals: { gain: W }\nfeatures: { e: { title: E, goal: two/gain }, f: { title: F, goal: gain } }\n',
        'two.roadmap.yaml':
          'product: Two\ngoals: { gain: G }\nfeatures: { e: { title: E, goal: one/gain }, g: { title: G, goal: gain } }\n',
      },
    );
  });

  it('by qualifying the milestone of one program where another one has its name', async () => {
    await assertRename(
      {
        'a.roadmap.yaml': `product: A
programs:
  p: { title: P, milestones: { go: Go, end: { title: E, depends_on: go } } }
  q: { title: Q, milestones: { sta<CURSOR>rt: S, end2: { title: E, depends_on: start } } }
`,
      },
      'go',
      {
        'a.roadmap.yaml': `product: A
programs:
  p: { title: P, milestones: { go: Go, end: { title: E, depends_on: go } } }
  q: { title: Q, milestones: { go: S, end2: { title: E, depends_on: q/go } } }
`,
      },
    );
  });

  it('by refusing where what leads nowhere would lead here', async () => {
    await assertRefused(
      { 'one.roadmap.yaml': one, 'c.project.yaml': 'project: C\nphase: planning\ngoal: gain\n' },
      'gain',
      /^`gain` in line 3 of c\.project\.yaml leads to nothing, and would lead here/,
    );
    await assertRefused(
      {
        'a.project.yaml':
          'project: A\npeople: { bo<CURSOR>b: { role: boss } }\nroles: { x: X }\nteam: { ann: { allocation: 5% } }\n',
      },
      'ann',
      /^`ann` in line 4 of a\.project\.yaml leads to nothing/,
    );
    await assertRefused(
      { 'a.project.yaml': 'project: A\npeople: { bob: { role: Test Lead } }\nroles: { x<CURSOR>y: X }\n' },
      'test-lead',
      /^`Test Lead` in line 2/,
    );
  });

  it('by refusing while a bare id may mean it or something else', async () => {
    await assertRefused(
      {
        'one.roadmap.yaml': one,
        'two.roadmap.yaml': two.replaceAll('gain', 'win'),
        'c.project.yaml': 'project: C\ngoal: win\n',
      },
      'gain',
      /^`win` in line 2 of c\.project\.yaml may stand for several things/,
    );
  });

  it('by refusing where no way is left to write it', async () => {
    await assertRefused(
      {
        '.throughline.yaml': 'programs: { sea<CURSOR>son: { title: S, milestones: { ready: R } } }\n',
        'a.project.yaml': 'project: A\nitems: { x: { title: X, depends_on: season/ready } }\n',
        'b.project.yaml': 'project: B\nitems: { ready: Ready }\n',
      },
      'b',
      /^`season\/ready` in line 2 of a\.project\.yaml would lead to something else/,
    );
    await assertRefused(
      { 'a.project.yaml': 'project: A\npeople: { bo<CURSOR>b: Bob }\nteam: { bob: { allocation: 5% } }\n' },
      'x-bob',
      /a key that begins with `x-` is one of your own/,
    );
  });
});
