import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { hoverIn, plan, shown } from './hoverIn';

describe('hover', () => {
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
        'product: A\nvision: Some <CURSOR>text\n',
        'product: A\nx-<CURSOR>mine: 3\n',
        'product: A\nno<CURSOR>pe: 3\n',
        'product: A\n  <CURSOR>\ngoals: {}\n',
        '<CURSOR># only a comment\n',
        '<CURSOR>',
      ];
      for (const text of files) assert.equal(shown(await planFrom({ 'a.roadmap.yaml': text })), undefined, text);
    });
  });
});
