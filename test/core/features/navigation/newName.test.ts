import assert from 'node:assert/strict';
import { prepareRename, Refusal } from '../../../../src/core/features/rename';
import { planFrom } from '../../planFrom';
import type { Files } from '../samplePlans';
import { assertRefused } from './renaming';
import { textIn } from './shownPlaces';

describe('a new name', () => {
  const roadmap = 'product: Shop\ngoals: { w<CURSOR>in: W, gain: Gain more }\n';
  const project = `project: A
people: { bob: Bob, ann: Ann }
roles: { chief: Chief }
milestones: { go: Go }
items:
  a: { title: A, items: { deep: Deep down } }
`;
  const from = (word: string): Files => ({ 'a.project.yaml': project.replace(word, `<CURSOR>${word}`) });

  it('has to be an id', async () => {
    await assertRefused({ 'a.roadmap.yaml': roadmap }, 'one/win', /^`one\/win` is not an id: it has `\/` in it/);
    await assertRefused({ 'a.roadmap.yaml': roadmap }, 'Win it', /has a blank in it/);
    await assertRefused({ 'a.roadmap.yaml': roadmap }, '', /id/);
  });

  it('has to be free, whatever its capitals', async () => {
    await assertRefused(
      { 'a.roadmap.yaml': roadmap },
      'Gain',
      /^`Gain` is the id of the goal “Gain more” of Shop already\. Choose another one\.$/,
    );
    await assertRefused(from('go:'), 'DEEP', /^`DEEP` is the id of the item “Deep down” of A already/);
    await assertRefused(from('deep'), 'go', /^`go` is the id of the milestone “Go” of A already/);
    await assertRefused(from('bob'), 'Ann', /^`Ann` is the id of the person “Ann” of A already/);
    await assertRefused(
      { ...from('bob'), 'b.project.yaml': 'project: B\npeople: { cleo: { email: c@example.org } }\n' },
      'cleo',
      /^`cleo` is the id of the person of B already/,
    );
    await assertRefused(
      { 'a.project.yaml': 'project: A\nid: <CURSOR>a1\n', 'b2.project.yaml': 'project: Bee\n' },
      'B2',
      /^`B2` is the id of Bee already/,
    );
  });

  it('of a role or an area is none of the built-in catalogue', async () => {
    await assertRefused(from('chief'), 'PO', /^`PO` is a name of a role of the built-in catalogue/);
    await assertRefused(from('chief'), 'pm', /^`pm` is a name of a role of the built-in catalogue/);
    await assertRefused(
      { 'a.project.yaml': 'project: A\nroles: { r: { title: R, responsibilities: [my-<CURSOR>area] } }\n' },
      'budget',
      /^`budget` is another area already/,
    );
  });

  it('of somebody in a plan without people is any text on one line that nobody has', async () => {
    const files = { 'a.project.yaml': 'project: A\nmanager: B<CURSOR>ob\nsponsor: Ann\n' };
    await assertRefused(files, 'Ann', /^Somebody else in this plan is called `Ann` already/);
    await assertRefused(files, ' Cleo', /no blanks around it/);
    await assertRefused(files, '', /no blanks around it/);
    await assertRefused(files, 'Cleo\nDoe', /on one line/);
  });
});

describe('preparing a rename', () => {
  async function prepared(text: string, more: Files = {}): Promise<string> {
    const plan = await planFrom({ 'a.project.yaml': text, ...more });
    const { uri, offset } = plan.cursor;
    const place = prepareRename(plan.state(), uri, offset);
    if (place instanceof Refusal) return place.reason;
    assert.ok(plan.service.file(uri)!.document.source.offsetAt(place.range.start) <= offset);
    return `${textIn(plan, uri, place.range)} as ${place.placeholder}`;
  }
  const shop = { 'shop.roadmap.yaml': 'product: Shop\ngoals: { win: Win }\n' };

  it('gives the name alone', async () => {
    assert.equal(await prepared('project: A\ngoal: "win<CURSOR>"\n', shop), 'win as win');
    assert.equal(await prepared("project: A\ngoal: 'shop/<CURSOR>win'\n", shop), 'win as win');
    assert.equal(await prepared('project: A\nitems: { b: B, a: { title: A, depends_on: <CURSOR>b FF } }\n'), 'b as b');
    assert.equal(await prepared('project: A\nid: "<CURSOR>one"\n'), 'one as one');
    assert.equal(await prepared('project: A\nx-me: &me bob\nmanager: *<CURSOR>me\n'), '*me as bob');
  });

  it('says what can be renamed where nothing can', async () => {
    const nothing = /^There is no name here\. What can be renamed are the ids/;
    for (const text of ['project: <CURSOR>A\n', 'project: A\nphase: plan<CURSOR>ning\n', 'project: A\n# w<CURSOR>in\n'])
      assert.match(await prepared(text), nothing);
    assert.match(await prepared('project: A\nitems: { b: B, a: { title: A, depends_on: b F<CURSOR>F } }\n'), nothing);
    assert.match(await prepared('project: A\n# throughline-disable missing-<CURSOR>goal\n'), nothing);
  });

  it('says why what is named cannot be', async () => {
    const cases: readonly [string, RegExp][] = [
      ['project: A\ngoal: no<CURSOR>ne\n', /^`none` leads to nothing/],
      ['project: A\ngoal: sh<CURSOR>op/win\n', /^`shop` is the name of shop\.roadmap\.yaml\. Write an `id`/],
      ['project: A\npeople: { b: { role: product-<CURSOR>owner } }\n', /^`product-owner` is a role of the built-in/],
      ['project: A\npeople: { b: { role: devel<CURSOR>oper } }\n', /^`developer` is a job title/],
      [
        'project: A\nroles: { <CURSOR>product-manager: { title: PM } }\n',
        /^`product-manager` is a role of the built-in/,
      ],
      ['project: A\nresponsibilities: { bud<CURSOR>get: bob }\n', /^`budget` is an area of the built-in/],
      ['project: A\nresponsibilities: { bud<CURSOR>gie: bob }\n', /^`budgie` leads to nothing/],
    ];
    for (const [text, reason] of cases) assert.match(await prepared(text, shop), reason);
    const two = { ...shop, 'mart.roadmap.yaml': 'product: Mart\ngoals: { win: Win }\n' };
    assert.match(
      await prepared('project: A\ngoal: w<CURSOR>in\n', two),
      /^`win` may be the goal of Mart or of Shop\. Write which/,
    );
    assert.match(
      await prepared('project: A\n', { '.throughline.yaml': 'rules: { missing-<CURSOR>goal: off }\n' }),
      /^`missing-goal` is a rule/,
    );
  });

  it('waits until all files are read', async () => {
    const plan = await planFrom({ 'a.roadmap.yaml': 'product: A\ngoals: { w<CURSOR>in: W }\n' });
    const { uri, offset } = plan.cursor;
    const answer = prepareRename({ ...plan.state(), complete: false }, uri, offset);
    assert.match((answer as Refusal).reason, /have not all been read yet/);
  });
});
