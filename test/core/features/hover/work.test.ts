import assert from 'node:assert/strict';
import { hoverIn, plan } from './hoverIn';

describe('hover', () => {
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
      assert.match(text, /- \*\*Status:\*\* in-progress, 46 % done \(1 of 2 items\)/);
      assert.match(text, /through the feature One-page checkout/);
    });

    it('says that the goal comes through the program', async () => {
      const { text } = await hoverIn(plan('project', '  docs:', 'docs'));
      assert.match(text, /- \*\*Goal:\*\* Sell abroad \(Checkout\), through the program Ready for the season/);
      assert.match(text, /- \*\*Status:\*\* in-progress, 40 % done/);
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
});
