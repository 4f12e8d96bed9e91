import type { BrokenSource, EntryPath, ToPreview } from '../protocol';
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
  /** The entry that the editor's cursor is in. */
  readonly cursor: EntryPath | undefined;
}

export const emptySession: Session = {
  uri: undefined,
  data: undefined,
  goodSince: undefined,
  broken: undefined,
  gone: false,
  locked: false,
  cursor: undefined,
};

/** The session after a message. `time` is the present time of day, ready to show. */
export function afterMessage(session: Session, message: ToPreview, time: string): Session {
  switch (message.type) {
    case 'cursor':
      return { ...session, cursor: message.entry ?? undefined };
    case 'gone':
      return message.uri === session.uri || session.uri === undefined
        ? { ...session, uri: message.uri, gone: true }
        : session;
    case 'view':
      return afterView(session, message, time);
  }
}

function afterView(session: Session, { uri, result, locked }: ToPreview & { type: 'view' }, time: string): Session {
  const { data, broken } = result;
  const sameView = session.uri === uri && session.data?.view === data.view;
  const cursor = session.uri === uri ? session.cursor : undefined;
  const next = { uri, locked, gone: false, cursor };
  if (!broken) return { ...next, data, goodSince: time, broken: undefined };
  // Half a source gives half a view: cards would vanish and come back with every keystroke. So the last good one stays.
  if (sameView && session.goodSince !== undefined) {
    return { ...next, data: session.data, goodSince: session.goodSince, broken };
  }
  return { ...next, data, goodSince: undefined, broken };
}
