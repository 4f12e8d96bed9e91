import assert from 'node:assert/strict';
import { planFrom } from '../../planFrom';
import { fullClient, offeredIn, plainClient } from './completionIn';

const roadmap =
  'product: Shop\nowner: alice\npeople:\n  alice: { name: Alice Ng, role: product-manager }\n  bob: { name: Bob Lee, role: project-manager }\ngoals:\n  faster-checkout: Shorter time to pay\n  growth: Sell abroad\n';

/** The findings above hint of a file that holds what is offered for an empty one, placeholders left as they are. */
async function findingsOf(name: string, others: Record<string, string>, text = '<CURSOR>'): Promise<readonly string[]> {
  const label =
    name === '.throughline.yaml' ? 'New settings file…' : `New ${/(roadmap|project)/.exec(name)?.[1] ?? ''}…`;
  const accepted = (await offeredIn({ [name]: text, ...others })).accepted(label);
  const plan = await planFrom({ [name]: accepted, ...others });
  const findings = [...plan.texts.keys()].flatMap((uri) => plan.state(name).findings(uri));
  return findings
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message }) => `${rule}: ${message} (${accepted})`);
}

describe('Whole files', () => {
  it('begin an empty file by what its name says', async () => {
    const roadmapFile = await offeredIn({ 'online-shop.roadmap.yaml': '<CURSOR>' });
    assert.equal(roadmapFile.labels[0], 'New roadmap…');
    assert.match(
      roadmapFile.accepted('New roadmap…'),
      /^product: Online shop\nvision: .*\nowner: Your name\ngoals:\n {2}first-goal:\n {4}title: /,
    );
    assert.match(roadmapFile.accepted('New roadmap…'), /\n {4}goal: first-goal\n$/);
    const project = await offeredIn({ '.project.yaml': '<CURSOR>' });
    assert.match(
      project.accepted('New project…'),
      /^project: Name of the project\nmanager: Your name\nstart: 2026-05-04\nend: 2026-09-30\nitems:\n/,
    );
    const settings = await offeredIn({ '.throughline.yaml': '<CURSOR>' });
    assert.match(settings.accepted('New settings file…'), /^calendar:\n {2}workdays: \[mon, tue, wed, thu, fri\]\n/);
  });

  it('link their goal wherever it is renamed', async () => {
    const offered = await offeredIn({ 'a.roadmap.yaml': '<CURSOR>' }, fullClient);
    const stops = offered.item('New roadmap…').textEdit?.newText.match(/\$\{4:first-goal\}/g);
    assert.equal(stops?.length, 2);
  });

  it('give no finding above hint as they stand', async () => {
    for (const others of [
      {},
      { 'b.roadmap.yaml': roadmap },
      { 'b.roadmap.yaml': roadmap.replace('growth', 'first-goal') },
    ]) {
      assert.deepEqual(await findingsOf('a.roadmap.yaml', others), []);
      assert.deepEqual(await findingsOf('.throughline.yaml', others), []);
    }
    assert.deepEqual(await findingsOf('a.project.yaml', { 'b.roadmap.yaml': roadmap }), []);
    assert.deepEqual(await findingsOf('.project.yaml', { '.roadmap.yaml': roadmap }, '# Ours.\n\n<CURSOR>\n'), []);
    // Without a roadmap there is no goal that it could serve, which is all that is found.
    const lonely = await findingsOf('a.project.yaml', {});
    assert.deepEqual(
      lonely.map((finding) => /^[\w-]+/.exec(finding)?.[0]),
      ['missing-goal'],
    );
  });

  it('name the goal that the file’s name is about, and who usually leads', async () => {
    const files = { 'checkout.project.yaml': '<CURSOR>', 'b.roadmap.yaml': roadmap.replace('growth', 'abroad') };
    const accepted = (await offeredIn(files)).accepted('New project…');
    assert.match(accepted, /\nmanager: bob\ngoal: faster-checkout\n/);
  });

  it('leave the people to whoever names them first', async () => {
    const named = await offeredIn({ '.throughline.yaml': '<CURSOR>', 'a.project.yaml': 'project: A\nmanager: Bob\n' });
    assert.doesNotMatch(named.accepted('New settings file…'), /people/);
  });

  it('are found by their kind and the word that is typed', async () => {
    const offered = await offeredIn({ 'a.project.yaml': 'proj<CURSOR>' });
    assert.match(offered.item('New project…').filterText ?? '', /project/);
    assert.match(offered.accepted('New project…'), /^project: A\n/);
    assert.ok(offered.labels.includes('project'), 'the key alone as well');
  });

  it('are offered below comments and as plain text', async () => {
    const offered = await offeredIn({ 'a.project.yaml': '# Ours.\n\n<CURSOR>' }, plainClient);
    assert.match(offered.accepted('New project…'), /^# Ours\.\n\nproject: A\n/);
  });

  it('are not offered where something is there', async () => {
    for (const text of ['project: A\n<CURSOR>', '<CURSOR>\nmanager: bob\n', '{ <CURSOR> }']) {
      assert.ok(!(await offeredIn({ 'a.project.yaml': text })).labels.includes('New project…'), text);
    }
  });
});
