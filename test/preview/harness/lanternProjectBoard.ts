import type { StateKind } from '../../../src/core/views/model';
import type { ItemCard, ItemColumnKind, ProjectBoardView } from '../../../src/core/views/projectBoardModel';
import { lanternTimeline, projectUri } from './lantern';

const texts: Readonly<Record<ItemColumnKind, string>> = {
  todo: 'To do',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
};

function column(kind: ItemColumnKind, ...items: readonly ItemCard[]): ProjectBoardView['columns'][number] {
  const count = items.length === 1 ? '1 item' : `${String(items.length)} items`;
  return { kind, title: texts[kind], summary: items.length > 0 ? count : '', items };
}

function item(id: string, title: string, kind: StateKind & ItemColumnKind, card: Partial<ItemCard> = {}): ItemCard {
  return { ...card, entry: { uri: projectUri, path: ['items', id] }, title, state: { kind, text: texts[kind] } };
}

/** The items of the design's project by their status. */
export const lanternProjectBoard: ProjectBoardView = {
  view: 'board',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: lanternTimeline.title,
  goals: lanternTimeline.goals,
  columns: [
    column(
      'todo',
      item('scan', 'Scan parts in and out', 'todo', {
        within: 'Van app',
        owner: 'Erik Lund',
        when: '28 Sep – 13 Oct',
        late: '2 d late',
        effort: '12 d',
        critical: true,
        waits: 'Waits for Forecast from fault history until 25 September 2026',
      }),
      item('rename', 'Rename states in the export', 'todo', { owner: 'Chika Obi', unlinked: true }),
    ),
    column(
      'in-progress',
      item('forecast', 'Forecast from fault history', 'in-progress', {
        within: 'Stock model',
        owner: 'Dana Weiss',
        progress: 0.45,
        when: '7–25 Sep',
      }),
    ),
    column('blocked', item('feed', 'Supplier price feed', 'blocked', { owner: 'Kinto AG', progress: 0.3 })),
    column('done', item('rules', 'Stock rules for each lift type', 'done', { owner: 'Dana Weiss', when: '4 Sep' })),
  ],
};
