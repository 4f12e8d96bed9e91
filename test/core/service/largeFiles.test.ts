import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { rules } from '../../../src/core/rules/registry';
import { parseDocument, parsing } from '../../../src/core/syntax/document';
import { createPlanService, type LoadWatch, type PlanService } from '../../../src/core/service';

const large = 'file:///plan/large.project.yaml';
const small = 'file:///plan/small.project.yaml';
const smallText = 'project: Small\nitems:\n  one: { title: The only one }\n';

function largeText(title: string, items = 600): string {
  const lines = Array.from({ length: items }, (_, at) => `  i${at}: { title: ${title} ${at}, estimate: 2d }`);
  return ['project: Large', 'items:', ...lines, ''].join('\n');
}

/** Work that one person does, one piece after the other, and does not finish in time. */
const lateText = [
  'project: Large',
  'team: { ana: 100% }',
  'items:',
  ...Array.from(
    { length: 300 },
    (_, at) => `  i${at}: { title: Late ${at}, estimate: 2d, assignees: ana, deadline: 2026-05-${20 + (at % 9)} }`,
  ),
  '',
].join('\n');
const [start, end] = [lateText.split('\n')[3]!.indexOf('2d'), lateText.split('\n')[3]!.indexOf('2d') + 2];
/** Where the estimate of the first item stands. */
const estimate = { start: { line: 3, character: start }, end: { line: 3, character: end } };
const options = { withoutPlainSyntax: false };

interface Folder {
  readonly texts: Map<string, string>;
  readonly service: PlanService;
  /** Done at each pause, with the number of pauses before it. */
  atPause: (before: number) => unknown;
  pauses: number;
}

/** A folder with a small file, which is open, and a large one. */
function folder(): Folder {
  const texts = new Map([
    [small, smallText],
    [large, largeText('First')],
  ]);
  const made: Folder = {
    texts,
    pauses: 0,
    atPause: () => undefined,
    service: createPlanService({
      folders: () => ['file:///plan'],
      list: () => Promise.resolve([...texts.keys()]),
      read: (uris) => Promise.resolve(uris.map((uri) => texts.get(uri))),
      today: () => Temporal.PlainDate.from('2026-05-04'),
      holidays: () => Promise.resolve(noPublicHolidays),
      pause: async () => {
        await made.atPause(made.pauses++);
      },
    }),
  };
  made.service.setFolders();
  made.service.didOpen(small, 1, smallText);
  return made;
}

function titlesIn(service: PlanService): readonly string[] {
  const file = service.file(large);
  assert.equal(file?.kind, 'project');
  return (file.root?.fields.items?.value ?? []).map(({ fields }) => fields.title?.value ?? '');
}

/** Loads a folder in the middle of whose large file something happens. */
async function loadWhile(made: Folder, happens: () => unknown, watch?: LoadWatch): Promise<void> {
  made.atPause = (before) => (before === 5 ? happens() : undefined);
  await made.service.load(watch);
  assert.ok(made.pauses > 5);
}

async function findingsOf(text: string): Promise<string> {
  const { service, texts } = folder();
  texts.set(large, text);
  await service.load();
  return JSON.stringify(service.diagnostics(large, options));
}

/** A folder of which all is read, and a large file whose work comes too late is open. */
async function opened(): Promise<Folder> {
  const made = folder();
  made.texts.set(large, lateText);
  await made.service.load();
  made.service.didOpen(large, 1, lateText);
  made.pauses = 0;
  return made;
}

describe('a large file', () => {
  it('is read bit by bit, and there as a whole or not at all', async () => {
    const made = folder();
    const { service } = made;
    made.atPause = () => assert.ok(!service.file(large) || titlesIn(service).length === 600);
    await service.load();
    assert.ok(made.pauses > 20, `${made.pauses} pauses`);
    assert.equal(titlesIn(service).length, 600);
  });

  it('means the same as when it is read at once', () => {
    const text = `${largeText('Any')}milestones:\n  - { title: "unclosed\nitems:\n  again: {}\n`;
    const steps = parsing(large, text);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    assert.deepEqual(step.value, parseDocument(large, text));
  });

  it('lets questions on other files be answered while it is read', async () => {
    const made = folder();
    const { service } = made;
    let answered: unknown;
    await loadWhile(made, () => (answered = service.hover(small, { line: 2, character: 3 })));
    assert.match(JSON.stringify(answered), /The only one/);
  });

  it('says what an editor has once it is opened meanwhile', async () => {
    const made = folder();
    await loadWhile(made, () => {
      made.service.didOpen(large, 1, largeText('Second', 2));
    });
    assert.deepEqual(titlesIn(made.service), ['Second 0', 'Second 1']);
  });

  it('says what is on disk now when it is written meanwhile', async () => {
    const made = folder();
    await loadWhile(made, async () => {
      made.texts.set(large, largeText('Third', 2));
      await made.service.didChangeFiles([{ uri: large, type: 'changed' }]);
    });
    assert.deepEqual(titlesIn(made.service), ['Third 0', 'Third 1']);
  });

  it('says what is on disk after it was opened and closed meanwhile', async () => {
    const made = folder();
    await loadWhile(made, async () => {
      made.service.didOpen(large, 1, 'project: Large\n');
      made.texts.set(large, largeText('Fourth', 1));
      await made.service.didClose(large);
    });
    assert.deepEqual(titlesIn(made.service), ['Fourth 0']);
  });

  it('is gone when it is deleted meanwhile', async () => {
    const made = folder();
    await loadWhile(made, async () => {
      made.texts.delete(large);
      await made.service.didChangeFiles([{ uri: large, type: 'deleted' }]);
    });
    assert.equal(made.service.file(large), undefined);
  });

  it('is not read to its end where nobody wants it any more', async () => {
    const made = folder();
    let isWanted = true;
    await loadWhile(made, () => (isWanted = false), { isWanted: () => isWanted });
    assert.equal(made.service.file(large), undefined);
    assert.equal(made.service.complete, false);
    assert.equal(made.pauses, 6);
  });

  it('is checked bit by bit, many steps to a rule, while questions on it are answered', async () => {
    const made = await opened();
    const { service } = made;
    const answers = new Set<string>();
    made.atPause = (before) => {
      if (before % 20 === 0) answers.add(JSON.stringify(service.hover(large, { line: 3, character: 3 })));
    };
    assert.equal(await service.prepareDiagnostics(() => true, large), true);
    assert.ok(made.pauses > 2 * rules.length, `${made.pauses} pauses for ${rules.length} rules`);
    assert.equal(answers.size, 1);
    assert.match([...answers].join(), /Late 0/);
  });

  it('is checked anew when it is changed while it is checked, wherever the check is then', async () => {
    const expected = await findingsOf(lateText.replace('estimate: 2d', 'estimate: 9d'));
    assert.match(expected, /missed-deadline/);
    const undisturbed = await opened();
    await undisturbed.service.prepareDiagnostics(() => true, large);
    assert.notEqual(JSON.stringify(undisturbed.service.diagnostics(large, options)), expected);
    for (let part = 0; part < 8; part++) {
      const made = await opened();
      const { service } = made;
      const pause = Math.floor((undisturbed.pauses * part) / 8);
      made.atPause = (before) => {
        if (before === pause) service.didChange(large, 2, [{ range: estimate, text: '9d' }]);
      };
      assert.equal(await service.prepareDiagnostics(() => true, large), false);
      assert.equal(await service.prepareDiagnostics(() => true, large), true);
      assert.equal(JSON.stringify(service.diagnostics(large, options)), expected, `changed at pause ${pause}`);
    }
  });
});
