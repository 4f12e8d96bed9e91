import assert from 'node:assert/strict';
import { hoverIn, plan } from './hoverIn';

describe('hover', () => {
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
});
