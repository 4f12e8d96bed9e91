import type { ViewData } from '../../views/model';
import { viewTitle } from '../../views/viewNames';
import type { ViewDocument } from '../viewDocument';
import { boardDocument } from './board';
import { budgetDocument } from './budget';
import { capacityDocument } from './capacity';
import { goalsDocument } from './goals';
import { moneyDocument } from './money';
import { networkDocument } from './network';
import { onePagerDocument } from './onePager';
import { overviewDocument } from './overview';
import { prioritiesDocument } from './priorities';
import { projectBoardDocument } from './projectBoard';
import { releasesDocument } from './releases';
import { risksDocument } from './risks';
import { roadmapTimelineDocument } from './roadmapTimeline';
import { rolesDocument } from './roles';
import { statusDocument } from './status';
import { timelineDocument } from './timeline';

type Key = ViewData extends infer V ? (V extends ViewData ? `${V['file']}/${V['view']}` : never) : never;
type DataOf<K> = K extends `${infer F}/${infer N}` ? Extract<ViewData, { readonly file: F; readonly view: N }> : never;
type DocumentOf<V> = (data: V) => Omit<ViewDocument, 'view'>;

/** Every view that there is: a new one is a line here, or does not compile. */
const documents: { readonly [K in Key]: DocumentOf<DataOf<K>> } = {
  'roadmap/board': boardDocument,
  'roadmap/timeline': roadmapTimelineDocument,
  'roadmap/goals': goalsDocument,
  'roadmap/releases': releasesDocument,
  'roadmap/priorities': prioritiesDocument,
  'roadmap/roles': rolesDocument,
  'roadmap/one-pager': onePagerDocument,
  'roadmap/money': moneyDocument,
  'roadmap/overview': overviewDocument,
  'project/timeline': timelineDocument,
  'project/board': projectBoardDocument,
  'project/capacity': capacityDocument,
  'project/budget': budgetDocument,
  'project/risks': risksDocument,
  'project/status': statusDocument,
  'project/network': networkDocument,
  'project/roles': rolesDocument,
  'project/overview': overviewDocument,
};

/** What a view says, to be read without the preview. */
export function viewDocument(data: ViewData): ViewDocument {
  const key: Key = `${data.file}/${data.view}` as Key;
  // Its key says that the data is its own.
  const document = (documents[key] as DocumentOf<ViewData>)(data);
  return { ...document, view: viewTitle(data.view) };
}
