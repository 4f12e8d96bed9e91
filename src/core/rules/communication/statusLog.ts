import { Temporal } from 'temporal-polyfill';
import type { Field } from '../../plan/entity';
import type { StatusUpdate } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { resolved } from '../../syntax/tree';
import { nodeAt } from '../links/written';
import { TreeAnswers } from '../structure/treeAnswers';
import { BrokenText } from '../structure/brokenText';

/** The dated status updates of a project. */
export interface StatusLog {
  readonly latest: StatusUpdate;
  readonly date: Field<Temporal.PlainDate>;
  /** Whether the newest stand at the top. One update alone has no order yet: the next goes below it. */
  readonly isNewestFirst: boolean;
}

/**
 * What a project has told its stakeholders.
 *
 * @returns undefined where there is no update, or one that cannot be read or has no date: it may be the latest
 */
export function statusLog(file: ProjectFile): StatusLog | undefined {
  const field = file.root?.fields.status_updates;
  const updates = field?.value ?? [];
  const dated = updates.flatMap((update) => (update.fields.date ? [{ update, date: update.fields.date }] : []));
  const [first, last] = [dated[0], dated.at(-1)];
  if (!field || !first || !last || dated.length < writtenUpdates(file)) return undefined;
  if (new BrokenText(file.document).inEntry(field.key)) return undefined;
  const latest = dated.reduce((best, one) => (isLater(one.date, best.date) ? one : best));
  return { latest: latest.update, date: latest.date, isNewestFirst: isLater(first.date, last.date) };
}

function isLater(one: Field<Temporal.PlainDate>, other: Field<Temporal.PlainDate>): boolean {
  return Temporal.PlainDate.compare(one.value, other.value) > 0;
}

/** How many updates stand in the file, those included that cannot be read. */
function writtenUpdates(file: ProjectFile): number {
  return written.of(file.document, '', () => {
    const node = resolved(nodeAt(file, ['status_updates']));
    return node?.kind === 'seq' ? node.items.length : 1;
  });
}

const written = new TreeAnswers<number>();
