import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { hoverIn, plan, shown, type Shown } from './hoverIn';

describe('hover', () => {
  describe('on a goal', () => {
    const check = ({ text }: Shown): void => {
      assert.match(text, /^\*\*Shorter time to pay\*\*\n\nGoal · Checkout · active · now\n/);
      assert.match(text, /- \*\*Owner:\*\* Alice Ng/);
      assert.match(text, /- \*\*Target:\*\* Q3 2026, until 30 September 2026/);
      assert.match(text, /- \*\*Part of:\*\* Sell abroad/);
      assert.match(text, / {2}- Seconds to pay: 60 s, from 80 s to 30 s: \(60 − 80\) \/ \(30 − 80\) = 40 %/);
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

    it('does not count what was dropped', async () => {
      const { text } = await hoverIn({
        'a.roadmap.yaml':
          'product: A\ngoals:\n  <CURSOR>lone: Alone\nfeatures:\n  gone: { title: Gone, goal: lone, status: dropped }\n',
        'p.project.yaml':
          'project: P\nitems:\n  x: { title: X, status: dropped, items: { y: { title: Y, goal: lone } } }\n',
      });
      assert.match(text, /nothing in this plan yet/);
      assert.doesNotMatch(text, /Features|Projects|Items/);
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

  describe('on other things of a roadmap', () => {
    it('shows a feature with what delivers it', async () => {
      const { text } = await hoverIn(plan('project', 'feature:', 'one-page'));
      assert.match(text, /Feature · Checkout · in-progress · must/);
      assert.match(text, /- \*\*Release:\*\* Summer release \(August 2026, until 31 August 2026\)/);
      assert.match(text, /- \*\*Needed by \(1\):\*\* Pay by wallet/);
      assert.match(text, /- \*\*Delivered by \(2\):\*\* Draft the API; Build the API/);
    });

    it('shows a release with its readiness', async () => {
      const { text } = await hoverIn(plan('roadmap', '  summer:', 'summer'));
      assert.match(text, /- \*\*Date:\*\* August 2026, until 31 August 2026/);
      assert.match(text, /- \*\*Ready:\*\* 1 of 2, open: Help pages/);
      assert.match(text, /- \*\*Features \(2, 2 open\):\*\* One-page checkout; Pay by wallet/);
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
});
