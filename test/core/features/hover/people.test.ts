import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { hoverIn, plan, shown } from './hoverIn';

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
});
