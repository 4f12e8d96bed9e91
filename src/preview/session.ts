import type { BrokenSource, EntryPath, ToPreview, ViewSettings } from '../protocol';
import type { ViewData } from '../core/views/model';

/** What the preview knows: the view that it shows, how old that is, and what stands in the way of a newer one. */
export interface Session {
  readonly uri: string | undefined;
  readonly data: ViewData | undefined;
  /** When `data` came from a source that could be read, as a time of day; undefined for what a broken source gave. */
  readonly goodSince: string | undefined;
  readonly broken: BrokenSource | undefined;
  /** The file does not exist any more. */
  readonly gone: boolean;
  readonly locked: boolean;
  /** It is shown from a file that it was exported to: there is no source to go to, and nothing changes any more. */
  readonly exported: boolean;
  /** How the reader wants the view. */
  readonly settings: ViewSettings;
  /** The entry that the editor's cursor is in. */
  readonly cursor: EntryPath | undefined;
  /** Why the last move was not made; undefined where it was. */
  readonly refused: { readonly text: string } | undefined;
  /** The card that came last: Markdown, null where its entry has none. */
  readonly card: { readonly entry: EntryPath; readonly text: string | null } | undefined;
}

export const emptySession: Session = {
  uri: undefined,
  data: undefined,
  goodSince: undefined,
  broken: undefined,
  gone: false,
  locked: false,
  exported: false,
  settings: {},
  cursor: undefined,
  refused: undefined,
  card: undefined,
};

/** A message that changes what is known: all but the one that asks for a picture. */
export type SessionMessage = Exclude<ToPreview, { readonly type: 'draw' }>;

/** The session after a message. `time` is the present time of day, ready to show. */
export function afterMessage(session: Session, message: SessionMessage, time: string): Session {
  switch (message.type) {
    case 'cursor':
      return { ...session, cursor: message.entry ?? undefined };
    case 'card':
      return { ...session, card: { entry: message.entry, text: message.text } };
    case 'refused':
      return { ...session, refused: { text: message.text } };
    case 'gone':
      return message.uri === session.uri || session.uri === undefined
        ? { ...session, uri: message.uri, gone: true }
        : session;
    case 'view':
      return afterView(session, message, time);
  }
}

function afterView(session: Session, message: ToPreview & { type: 'view' }, time: string): Session {
  const { uri, result, settings, locked } = message;
  const { data, broken } = result;
  const sameView = session.uri === uri && session.data?.view === data.view;
  const cursor = session.uri === uri ? session.cursor : undefined;
  const { exported, card } = session;
  const refused = session.uri === uri ? session.refused : undefined;
  const next = { uri, locked, settings, gone: false, cursor, exported, card, refused };
  if (!broken) return { ...next, data, goodSince: time, broken: undefined };
  // Half a source gives half a view: cards would vanish and come back with every keystroke. So the last good one stays.
  if (sameView && session.goodSince !== undefined) {
    return { ...next, data: session.data, goodSince: session.goodSince, broken };
  }
  return { ...next, data, goodSince: undefined, broken };
}
