import type { EntryPath } from '../../plan/entryPath';
import { entryOf } from '../naming';
import type { Branch } from './branches';

/** Where a branch is written; undefined for the group of work without a goal, which is written nowhere. */
export function branchEntry(branch: Branch): EntryPath | undefined {
  switch (branch.kind) {
    case 'goal':
      return entryOf(branch.goal);
    case 'feature':
      return entryOf(branch.feature);
    case 'item':
      return entryOf(branch.item);
    case 'product':
    case 'project':
    case 'unread':
      return { uri: branch.file.uri, path: [] };
    case 'unlinked':
      return undefined;
  }
}
