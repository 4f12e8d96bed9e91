import { createContext } from 'preact';
import type { EntryPath, FromPreview, Move, StarterKind } from '../protocol';

/** What a view can ask for to be written into the source; nothing of it in a page that was exported. */
export interface ViewIntents {
  readonly move?: (entry: EntryPath, move: Move) => void;
  readonly link?: (entry: EntryPath) => void;
  readonly insert?: (kind: StarterKind) => void;
}

export const Intents = createContext<ViewIntents>({});

export function intentsOf(post: (message: FromPreview) => void): ViewIntents {
  return {
    move: (entry, move) => {
      post({ type: 'move', entry, move });
    },
    link: (entry) => {
      post({ type: 'link', entry });
    },
    insert: (kind) => {
      post({ type: 'insert', kind });
    },
  };
}
