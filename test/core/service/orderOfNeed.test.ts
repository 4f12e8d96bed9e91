import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../../src/core/analysis/calendar';
import { createPlanService } from '../../../src/core/service';

const settings = 'file:///plan/.throughline.yaml';
const roadmap = 'file:///plan/shop.roadmap.yaml';
const project = (id: string): string => `file:///plan/${id}.project.yaml`;
const textOf = (uri: string): string =>
  uri.endsWith('.roadmap.yaml') ? 'product: Shop\n' : uri === settings ? 'people: {}\n' : 'project: Any\n';

/** A folder whose files are read one after the other, and what is opened in it while others are read. */
function reading(listed: readonly string[], opened: Readonly<Record<string, string>>, later: readonly string[] = []) {
  const order: string[] = [];
  const service = createPlanService({
    folders: () => ['file:///plan'],
    list: () => Promise.resolve(listed),
    read: (uris) => {
      for (const uri of later) service.didOpen(uri, 1, opened[uri] ?? '');
      order.push(...uris);
      return Promise.resolve(uris.map(textOf));
    },
    today: () => Temporal.PlainDate.from('2026-05-04'),
    holidays: () => Promise.resolve(noPublicHolidays),
    pause: () => Promise.resolve(),
  });
  service.setFolders();
  for (const [uri, text] of Object.entries(opened)) if (!later.includes(uri)) service.didOpen(uri, 1, text);
  return { order, load: () => service.load() };
}

const launch = 'project: Launch\nitems:\n  pages: { title: Pages, depends_on: [zoo/cages, others/last] }\n';

describe('the files of a plan', () => {
  it('are read in the order of need: settings, what is named by open files, roadmaps, the rest', async () => {
    const listed = [project('a'), project('b'), project('others'), roadmap, project('zoo'), settings];
    const { order, load } = reading(listed, { [project('launch')]: launch });
    await load();
    assert.deepEqual(order, [settings, project('others'), project('zoo'), roadmap, project('a'), project('b')]);
  });

  it('are read in another order once somebody opens a file that needs others', async () => {
    const many = Array.from({ length: 200 }, (_, index) => project(`p${index}`));
    const { order, load } = reading([...many, project('zoo')], { [project('launch')]: launch }, [project('launch')]);
    await load();
    assert.deepEqual(order.slice(0, 50), many.slice(0, 50));
    assert.equal(order[50], project('zoo'));
    assert.deepEqual(order.slice(51), many.slice(50));
  });

  it('are all read where nothing is open', async () => {
    const { order, load } = reading([project('a'), roadmap], {});
    await load();
    assert.deepEqual(order, [roadmap, project('a')]);
  });
});
