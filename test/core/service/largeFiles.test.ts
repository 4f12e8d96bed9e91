import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { parseDocument, parsing } from '../../../src/core/syntax/document';
import { createPlanService, type LoadWatch, type PlanService } from '../../../src/core/service';

const large = 'file:///plan/large.project.yaml';
const small = 'file:///plan/small.project.yaml';
const smallText = 'project: Small\nitems:\n  one: { title: The only one }\n';

function largeText(title: string, items = 600): string {
  const lines = Array.from({ length: items }, (_, at) => `  i${at}: { title: ${title} ${at}, estimate: 2d }`);
  return ['project: Large', 'items:', ...lines, ''].join('\n');
}

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

describe('a large file', () => {
  it('is read bit by bit, and there as a whole or not at all', async () => {
    const made = folder();
    const { service } = made;
    made.atPause = () => assert.equal(service.file(large), undefined);
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
});
