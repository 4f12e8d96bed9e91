import type { ViewData } from '../../views/model';
import { viewTitle } from '../../views/viewNames';
import type { ViewDocument } from '../viewDocument';
import { boardDocument } from './board';
import { prioritiesDocument } from './priorities';
import { timelineDocument } from './timeline';

type Key = ViewData extends infer V ? (V extends ViewData ? `${V['file']}/${V['view']}` : never) : never;
type DataOf<K> = K extends `${infer F}/${infer N}` ? Extract<ViewData, { readonly file: F; readonly view: N }> : never;
type DocumentOf<V> = (data: V) => Omit<ViewDocument, 'view'>;

/** Every view that there is: a new one is a line here, or does not compile. */
const documents: { readonly [K in Key]: DocumentOf<DataOf<K>> } = {
  'roadmap/board': boardDocument,
  'roadmap/priorities': prioritiesDocument,
  'project/timeline': timelineDocument,
};

/** What a view says, to be read without the preview. */
export function viewDocument(data: ViewData): ViewDocument {
  const key: Key = `${data.file}/${data.view}` as Key;
  // Its key says that the data is its own.
  const document = (documents[key] as DocumentOf<ViewData>)(data);
  return { ...document, view: viewTitle(data.view) };
}
