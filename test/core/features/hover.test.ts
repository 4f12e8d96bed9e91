import assert from 'node:assert/strict';
import { marked } from 'marked';
import { hover } from '../../../src/core/features/hover';
import { planFrom, type TestPlan } from '../planFrom';

interface Shown {
  readonly text: string;
  /** The text that the hover is shown on. */
  readonly on: string;
}

function shown(plan: TestPlan): Shown | undefined {
  const { uri, offset } = plan.cursor;
  const state = plan.service.state(uri);
  assert.ok(state);
  const found = hover(state, uri, offset);
  if (!found) return undefined;
  assert.ok(typeof found.contents === 'object' && 'kind' in found.contents);
  assert.equal(found.contents.kind, 'markdown');
  const source = plan.service.file(uri)?.document.source;
  assert.ok(source && found.range);
  const on = source.slice(source.offsetAt(found.range.start), source.offsetAt(found.range.end));
  return { text: found.contents.value, on };
}

async function hoverIn(files: Readonly<Record<string, string>>, today?: string): Promise<Shown> {
  const found = shown(await planFrom(files, today));
  assert.ok(found, 'nothing is shown');
  return found;
}

function lines(text: string): readonly string[] {
  return text.split('\n');
}

const roadmap = `product: Checkout
owner: alice
people:
  alice: { name: Alice Ng, role: product-manager, away: [2026-05-01..2026-05-08, 2026-01-02], capacity: 80% }
  bob: { name: Bob Lee, role: [project-manager, developer], team: Payments }
  dana: Dana Roy
themes:
  speed: { title: Speed, description: Everything that saves time }
customers:
  shop: { title: Small shops, needs: [Get paid, Sleep well] }
goals:
  growth: Sell abroad
  faster:
    title: Shorter time to pay
    why: Every second costs us customers.
    owner: alice
    parent: growth
    theme: speed
    customer: shop
    horizon: now
    target: 2026-Q3
    key_results:
      seconds: { title: Seconds to pay, baseline: 80 s, target: 30 s, current: 60 s }
      share: { title: Guests who pay, target: 62% }
features:
  one-page:
    title: One-page checkout
    goal: faster
    release: summer
    priority: must
    owner: alice
  wallet: { title: Pay by wallet, goal: faster, depends_on: one-page, release: summer }
releases:
  summer:
    title: Summer release
    date: 2026-08
    readiness:
      training: { title: Sales are trained, area: organizational-training, done: true }
      docs: { title: Help pages, area: documentation }
programs:
  season: { title: Ready for the season, manager: bob, goal: growth }
responsibilities:
  pricing: { accountable: dana, consulted: [bob], note: Dana ran pricing before we had a roadmap }
`;

const project = `project: Checkout rewrite
manager: bob
program: season
team:
  dana: { allocation: 50% }
milestones:
  cutover: { title: Cutover, date: 2026-08-01 }
items:
  spike: { title: Try out providers, status: done, assignees: dana }
  api:
    title: Payment API
    type: deliverable
    feature: one-page
    owner: bob
    sequential: true
    items:
      draft: { title: Draft the API, assignees: { dana: 50% }, estimate: 5d, start: 2026-05-04, end: 2026-05-08, status: done }
      build: { title: Build the API, assignees: [dana, bob], estimate: { optimistic: 3d, likely: 5d, pessimistic: 12d }, depends_on: spike SS+2d, milestone: cutover }
  docs: { title: Write it down, depends_on: build, status: in-progress, progress: 40% }
`;

/** The plan of the tests with the mark before the first `word` after `after`. */
function plan(file: 'roadmap' | 'project', after: string, word: string): Record<string, string> {
  const mark = (text: string): string => {
    const from = text.indexOf(after);
    const at = text.indexOf(word, from);
    assert.ok(from >= 0 && at >= 0, `${after} … ${word} is not in the file`);
    return `${text.slice(0, at)}<CURSOR>${text.slice(at)}`;
  };
  return {
    'checkout.roadmap.yaml': file === 'roadmap' ? mark(roadmap) : roadmap,
    'checkout-rewrite.project.yaml': file === 'project' ? mark(project) : project,
  };
}

describe('hover', () => {
  describe('on a role', () => {
    it('shows its question, what it holds and how it differs from its neighbours', async () => {
      const { text, on } = await hoverIn(plan('roadmap', 'role:', 'product-manager'));
      assert.equal(on, 'product-manager');
      assert.match(text, /^\*\*Product manager\*\*/);
      assert.match(text, /Holds by default:\*\* Vision, Strategy/);
      assert.match(text, /Told apart/);
    });

    it('calls any other text a job title', async () => {
      const { text, on } = await hoverIn(plan('roadmap', 'role:', 'developer'));
      assert.equal(on, 'developer');
      assert.match(text, /^\*\*developer\*\*\n\nA job title/);
    });

    it('asks what an ambiguous name stands for', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml': 'product: A\npeople:\n  al: { name: Al, role: p<CURSOR>m }\n',
      });
      assert.match(text, /Product manager or Project manager/);
    });

    it('shows a role of the plan with what it changes', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml': `product: A
roles:
  growth-lead: { title: Head of growth, extends: product-manager, responsibilities: [+pricing] }
people:
  al: { name: Al, role: growth-<CURSOR>lead }
`,
      });
      assert.match(text, /^\*\*Head of growth\*\*/);
      assert.match(text, /Pricing/);
    });
  });

  describe('on a person', () => {
    it('shows roles, what they answer for, own and are assigned to', async () => {
      const { text, on } = await hoverIn(plan('roadmap', 'owner:', 'alice'));
      assert.equal(on, 'alice');
      assert.match(text, /^\*\*Alice Ng\*\*\n\nPerson · Product manager/);
      assert.match(text, /- Checkout: Vision; Strategy/);
      assert.match(text, /- \*\*Owns \(3\):\*\* Checkout; Shorter time to pay; One-page checkout/);
      assert.match(text, /- \*\*Capacity:\*\* 80% of full time/);
    });

    it('counts what is assigned in other files, open work first', async () => {
      const { text } = await hoverIn(plan('roadmap', 'accountable:', 'dana'));
      assert.match(text, /- Checkout: Pricing/);
      assert.match(
        text,
        /- \*\*Assigned to \(3, 1 open\):\*\* Build the API \(Checkout rewrite\); Try out providers \(Checkout rewrite\); Draft the API/,
      );
      assert.match(text, /On the team of:\*\* Checkout rewrite \(50%\)/);
    });

    it('leaves out days off that are over', async () => {
      const files = plan('roadmap', 'owner:', 'alice');
      assert.match((await hoverIn(files, '2026-05-08')).text, /Days off ahead:\*\* 1 May 2026 to 8 May 2026$/m);
      assert.doesNotMatch((await hoverIn(files, '2026-05-09')).text, /Days off/);
    });

    it('takes a manager without a known role for a project manager', async () => {
      const { text } = await hoverIn({ 'a.project.yaml': 'project: A\nmanager: Ann<CURSOR> Bee\n' });
      assert.match(text, /^\*\*Ann Bee\*\*/);
      assert.match(text, /- A: Charter; Project plan/);
      assert.match(text, /defines no people/);
    });

    it('is silent on somebody whom the plan does not define', async () => {
      const files = { 'a.project.yaml': 'project: A\nmanager: zo<CURSOR>e\npeople: { al: Al }\n' };
      assert.equal(shown(await planFrom(files)), undefined);
    });

    it('shows the same on the keys of a team and of assignees', async () => {
      for (const after of ['team:', 'assignees: {']) {
        const { text, on } = await hoverIn(plan('project', after, 'dana'));
        assert.equal(on, 'dana');
        assert.match(text, /^\*\*Dana Roy\*\*/);
      }
    });
  });

  describe('on a goal', () => {
    const check = ({ text }: Shown): void => {
      assert.match(text, /^\*\*Shorter time to pay\*\*\n\nGoal · Checkout · active · now\n/);
      assert.match(text, /- \*\*Owner:\*\* Alice Ng/);
      assert.match(text, /- \*\*Target:\*\* Q3 2026, until 30 September 2026/);
      assert.match(text, /- \*\*Part of:\*\* Sell abroad/);
      assert.match(text, / {2}- Seconds to pay: 60 s, from 80 s to 30 s \(40%\)/);
      assert.match(text, / {2}- Guests who pay: to 62%/);
      assert.match(text, /- \*\*Features \(2\):\*\* One-page checkout; Pay by wallet/);
      assert.match(text, /- \*\*Projects \(1\):\*\* Checkout rewrite/);
      assert.match(text, /- \*\*Items \(1\):\*\* Payment API \(Checkout rewrite\)/);
      assert.match(text, /Every second costs us customers\.$/);
    };

    it('shows its card where it is defined', async () => {
      const found = await hoverIn(plan('roadmap', '  faster:', 'faster'));
      assert.equal(found.on, 'faster');
      check(found);
    });

    it('shows its card where it is referred to', async () => {
      check(await hoverIn(plan('roadmap', 'goal: faster', 'faster')));
    });

    it('says that nothing serves it', async () => {
      const { text } = await hoverIn({ 'a.roadmap.yaml': 'product: A\ngoals:\n  <CURSOR>lone: Alone\n' });
      assert.match(text, /nothing in this plan yet/);
    });

    it('counts the goals below it, and the projects that come through a program', async () => {
      const { text } = await hoverIn(plan('roadmap', '  growth:', 'growth'));
      assert.match(text, /Goals below it \(1\):\*\* Shorter time to pay/);
      assert.match(text, /Projects \(1\):\*\* Checkout rewrite/);
    });

    it('says which roadmaps an ambiguous reference may mean', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml': 'product: First\ngoals: { win: Win }\n',
        'b.roadmap.yaml': 'product: Second\ngoals: { win: Win }\n',
        'c.project.yaml': 'project: C\ngoal: <CURSOR>win\n',
      });
      assert.match(text, /In First; Second\./);
    });

    it('follows a qualified reference', async () => {
      const { text, on } = await hoverIn({
        'a.roadmap.yaml': 'product: First\ngoals: { win: Win first }\n',
        'b.roadmap.yaml': 'product: Second\ngoals: { win: Win second }\n',
        'c.project.yaml': 'project: C\ngoal: b/<CURSOR>win\n',
      });
      assert.equal(on, 'b/win');
      assert.match(text, /^\*\*Win second\*\*/);
    });

    it('is silent on a reference that leads nowhere', async () => {
      assert.equal(shown(await planFrom({ 'a.project.yaml': 'project: A\ngoal: <CURSOR>no\n' })), undefined);
    });
  });

  describe('on work', () => {
    it('shows what an item waits for, in its order too, and the goal that it comes to', async () => {
      const { text } = await hoverIn(plan('project', 'build:', 'build'));
      assert.match(text, /^\*\*Build the API\*\*\n\nItem · Checkout rewrite/);
      assert.match(text, /- \*\*Status:\*\* todo$/m);
      assert.match(text, /- \*\*Effort:\*\* 5 days, between 3 days and 12 days/);
      assert.match(text, /- \*\*Assigned to:\*\* Dana Roy; Bob Lee/);
      assert.match(text, /- \*\*Waits for \(2\):\*\* Draft the API; Try out providers \(SS \+2 days\)/);
      assert.match(text, /- \*\*Waited for by \(2\):\*\* Write it down; Cutover/);
      assert.match(
        text,
        /- \*\*Goal:\*\* Shorter time to pay \(Checkout\), through its parent’s feature One-page checkout/,
      );
    });

    it('takes the status of a parent from what is below it', async () => {
      const { text } = await hoverIn(plan('project', '  api:', 'api'));
      assert.match(text, /Deliverable · Checkout rewrite/);
      assert.match(text, /- \*\*Status:\*\* in-progress, 4\d% done, from what is below it/);
      assert.match(text, /through the feature One-page checkout/);
    });

    it('says that the goal comes through the program', async () => {
      const { text } = await hoverIn(plan('project', '  docs:', 'docs'));
      assert.match(text, /- \*\*Goal:\*\* Sell abroad \(Checkout\), through the program Ready for the season/);
      assert.match(text, /- \*\*Status:\*\* in-progress, 40% done/);
    });

    it('says that an item has no goal', async () => {
      const { text } = await hoverIn({ 'a.project.yaml': 'project: A\nitems: { <CURSOR>x: Some work }\n' });
      assert.match(text, /^\*\*Some work\*\*/);
      assert.match(text, /- \*\*Goal:\*\* none/);
    });

    it('shows the reference of a dependency without its type and lag', async () => {
      const { text, on } = await hoverIn(plan('project', 'depends_on: spike', 'spike'));
      assert.equal(on, 'spike');
      assert.match(text, /^\*\*Try out providers\*\*/);
    });

    it('says what the type and the lag of a dependency ask for', async () => {
      const { text } = await hoverIn(plan('project', 'depends_on: spike', 'S+2d'));
      assert.equal(text, '**SS**\n\nStart to start: it starts when this has started, 2 days after that.');
      const lead = await hoverIn({
        'a.project.yaml': 'project: A\nitems: { a: A, b: { title: B, depends_on: a FS<CURSOR>-1d } }\n',
      });
      assert.equal(lead.text, '**FS**\n\nFinish to start: it starts when this has finished, 1 day before that.');
    });

    it('shows what a milestone waits for', async () => {
      const { text } = await hoverIn(plan('project', '  cutover:', 'cutover'));
      assert.match(text, /- \*\*Date:\*\* 1 August 2026/);
      assert.match(text, /- \*\*Waits for \(1\):\*\* Build the API/);
    });
  });

  describe('on other things of a roadmap', () => {
    it('shows a feature with what delivers it', async () => {
      const { text } = await hoverIn(plan('project', 'feature:', 'one-page'));
      assert.match(text, /Feature · Checkout · must/);
      assert.match(text, /- \*\*Release:\*\* Summer release \(August 2026, until 31 August 2026\)/);
      assert.match(text, /- \*\*Needed by \(1\):\*\* Pay by wallet/);
      assert.match(text, /- \*\*Delivered by \(2\):\*\* Draft the API; Build the API/);
    });

    it('shows a release with its readiness', async () => {
      const { text } = await hoverIn(plan('roadmap', '  summer:', 'summer'));
      assert.match(text, /- \*\*Date:\*\* August 2026, until 31 August 2026/);
      assert.match(text, /- \*\*Ready:\*\* 1 of 2, open: Help pages/);
      assert.match(text, /- \*\*Features \(2\):\*\* One-page checkout; Pay by wallet/);
    });

    it('shows programs, themes, customers and key results', async () => {
      assert.match((await hoverIn(plan('project', 'program:', 'season'))).text, /Projects \(1\):\*\* Checkout rewrite/);
      assert.match((await hoverIn(plan('roadmap', 'theme:', 'speed'))).text, /Goals \(1\):\*\* Shorter time to pay/);
      assert.match((await hoverIn(plan('roadmap', 'customer:', 'shop'))).text, /Needs:\*\*\n {2}- Get paid/);
      assert.match(
        (await hoverIn(plan('roadmap', 'seconds:', 'seconds'))).text,
        /Key result · Shorter time to pay\n\n- \*\*Progress:\*\* 60 s/,
      );
    });
  });

  describe('on a responsibility', () => {
    it('says whose a key’s area usually is, why, and whose it is here', async () => {
      const { text, on } = await hoverIn({
        'a.project.yaml':
          'project: Rewrite\nmanager: bob\npeople: { bob: { name: Bob, role: project-manager } }\n<CURSOR>budget: { total: 5 EUR }\n',
      });
      assert.equal(on, 'budget');
      assert.match(text, /^\*\*Budget\*\* \(`budget`\)\n\nWhat the project may cost/);
      assert.match(text, /- \*\*Usually held by:\*\* Project manager/);
      assert.match(text, /- \*\*Why:\*\* /);
      assert.match(text, /- \*\*In Rewrite:\*\* Bob, as its manager/);
    });

    it('says who is named for an area, in which part, and with which note', async () => {
      const { text } = await hoverIn(plan('roadmap', 'responsibilities:', 'pricing'));
      assert.match(text, /^\*\*Pricing\*\*/);
      assert.match(text, /Nobody by default/);
      assert.match(
        text,
        /- \*\*In Checkout:\*\* Dana Roy, accountable; consulted: Bob Lee; note: Dana ran pricing before we had a roadmap/,
      );
    });

    it('knows the areas of a role, without their sign', async () => {
      const { text, on } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\nroles: { lead: { extends: product-manager, responsibilities: [+pri<CURSOR>cing] } }\n',
      });
      assert.equal(on, 'pricing');
      assert.match(text, /^\*\*Pricing\*\*/);
      assert.match(text, /Usually held by:\*\* Lead/);
    });

    it('counts the role that a manager has in this project alone', async () => {
      const { text } = await hoverIn({
        'a.project.yaml':
          'project: A\nmanager: bo\npeople: { bo: { name: Bo, role: scrum-master } }\nteam: { bo: { role: project-manager } }\n<CURSOR>scope: {}\n',
      });
      assert.match(text, /- \*\*In A:\*\* Bo, as its manager/);
    });

    it('says that nobody is accountable', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\nreleases: { r: { title: R, readiness: { d: { title: D, area: <CURSOR>documentation } } } }\n',
      });
      assert.match(text, /- \*\*In A:\*\* nobody is accountable yet/);
    });

    it('does not give an area to an owner whose role does not hold it', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\nowner: bob\npeople: { bob: { name: Bob, role: project-manager } }\n<CURSOR>vision: Better\n',
      });
      assert.match(text, /- \*\*In A:\*\* nobody is accountable yet/);
    });

    it('tells where another file names somebody else', async () => {
      const { text } = await hoverIn({
        'a.project.yaml': 'project: One\nmanager: Ann\n<CURSOR>risks: {}\n',
        'b.project.yaml': 'project: Two\nmanager: Bea\nresponsibilities: { risks: Cem }\n',
      });
      assert.match(text, /- \*\*In One:\*\* Ann, as its manager\n- \*\*In Two:\*\* Cem, accountable$/);
    });
  });

  describe('on a key or a value of the format', () => {
    it('shows what the format says of a key', async () => {
      const { text, on } = await hoverIn(plan('roadmap', '  faster:', 'horizon'));
      assert.equal(on, 'horizon');
      assert.match(text, /^\*\*Horizon\*\* \(`horizon`\)/);
      assert.match(text, /- \*\*Values:\*\* `now`, `next`, `later`/);
    });

    it('shows what a value means', async () => {
      const { text, on } = await hoverIn(plan('roadmap', 'horizon:', 'now'));
      assert.equal(on, 'now');
      assert.match(text, /^\*\*now\*\* \(Horizon\)\n\n\w/);
    });

    it('shows the days of a period and of a date', async () => {
      assert.equal(
        (await hoverIn(plan('roadmap', 'target:', '2026-Q3'))).text,
        '**Q3 2026**\n\nWednesday, 1 July 2026 to Wednesday, 30 September 2026',
      );
      assert.equal((await hoverIn(plan('project', 'start:', '2026-05-04'))).text, 'Monday, 4 May 2026');
      assert.equal(
        (await hoverIn(plan('roadmap', 'away:', '2026-05-01'))).text,
        'Friday, 1 May 2026 to Friday, 8 May 2026',
      );
    });

    it('shows a period that is the key of a map', async () => {
      const { on, text } = await hoverIn({ 'a.roadmap.yaml': 'product: A\nprofit_and_loss:\n  20<CURSOR>26-Q3: {}\n' });
      assert.equal(on, '2026-Q3');
      assert.match(text, /^\*\*Q3 2026\*\*\n\nWednesday, 1 July 2026 to/);
    });

    it('shows what a rule of the settings is about', async () => {
      const { text, on } = await hoverIn({ '.throughline.yaml': 'rules:\n  missing-<CURSOR>goal: error\n' });
      assert.equal(on, 'missing-goal');
      assert.match(text, /^\*\*missing-goal\*\* \(warning by default\)\n\n\w/);
    });

    it('is silent on free text, numbers, keys of the user and unknown keys', async () => {
      const files = [
        'product: Some <CURSOR>text\n',
        'product: A\nx-<CURSOR>mine: 3\n',
        'product: A\nno<CURSOR>pe: 3\n',
        'product: A\n  <CURSOR>\ngoals: {}\n',
        '<CURSOR># only a comment\n',
        '<CURSOR>',
      ];
      for (const text of files) assert.equal(shown(await planFrom({ 'a.roadmap.yaml': text })), undefined, text);
    });
  });

  describe('whatever the text', () => {
    it('finds its place after emoji and with CRLF', async () => {
      const { on, text } = await hoverIn({
        'a.roadmap.yaml':
          'product: "🚀🚀"\r\ngoals:\r\n  a: { title: "🎯 Win", owner: "Zoë 🦊" }\r\nfeatures: { f: { title: F 🎉, goal: <CURSOR>a } }\r\n',
      });
      assert.equal(on, 'a');
      assert.match(text, /^\*\*🎯 Win\*\*/);
    });

    it('keeps working in a file of which another entry is broken', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals:\n  bad: { title: "never closed\n  win:\n    title: Win\nfeatures:\n  f:\n    title: F\n    goal: <CURSOR>win\n',
      });
      assert.match(text, /^\*\*Win\*\*/);
    });

    it('shows what an alias stands for, on the alias', async () => {
      const { text, on } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals: { win: Win }\nfeatures:\n  f: { title: F, goal: &g win }\n  h: { title: H, goal: *<CURSOR>g }\n',
      });
      assert.equal(on, '*g');
      assert.match(text, /^\*\*Win\*\*/);
    });

    it('finds what a merge key brings in where it is written', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals: { win: Win }\nx-base: &base { release: r, goal: win }\nfeatures:\n  f:\n    title: F\n    <<: { go<CURSOR>al: win }\n',
      });
      assert.match(text, /^\*\*Goal/);
    });

    it('shows texts of the plan as they are, never as Markdown or HTML', async () => {
      const naughty =
        '[x](command:evil) <img src=x onerror=y> **b** `c` ![i](https://evil.example) $m$ | https://evil.example';
      const { text } = await hoverIn({
        'a.roadmap.yaml': `product: ${JSON.stringify(naughty)}
goals:
  <CURSOR>win:
    title: ${JSON.stringify(naughty)}
    why: ${JSON.stringify(`# ${naughty}\n- list`)}
    owner: ${JSON.stringify(naughty)}
    key_results: { k: { title: ${JSON.stringify(naughty)}, target: 3 } }
`,
      });
      const html = await marked.parse(text);
      assert.doesNotMatch(html, /<(?:a|img|code|h1)\b/);
      const words = html.replace(/<[^>]*>/g, '');
      assert.match(words, /\[x\]\(command:evil\)/);
      assert.match(words, /# \[x\]/);
    });

    it('is never long, however much there is', async () => {
      const many = (count: number, entry: (index: number) => string): string =>
        Array.from({ length: count }, (_, index) => entry(index)).join('');
      const { text } = await hoverIn({
        'a.roadmap.yaml': `product: A
goals:
  <CURSOR>win:
    title: Win
    why: ${'word '.repeat(500)}
    key_results:
${many(40, (index) => `      k${String(index)}: { title: Result ${String(index)}, target: 5 }\n`)}
features:
${many(60, (index) => `  f${String(index)}: { title: Feature ${String(index)}, goal: win }\n`)}`,
        'b.project.yaml': `project: B\nitems:\n${many(90, (index) => `  i${String(index)}: { title: Item, goal: win }\n`)}`,
      });
      assert.ok(lines(text).length <= 25, String(lines(text).length));
      assert.ok(text.length < 2500, String(text.length));
      assert.match(text, /Features \(60\):.*and 55 more/);
    });
  });
});
