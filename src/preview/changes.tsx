import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ChangeGroup, ChangeRow, ChangesSection } from '../core/views/changesModel';
import type { EntryPath } from '../core/views/model';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { StateIcon } from './icons';
import type { Roving } from './roving';

/** How many changes of a file are shown before anybody asks for all of them. */
const fewRows = 6;
/** Nobody is told that there is one more where it could be shown in the same place. */
const fewToHide = 2;

/** A group as it is shown now. */
export interface ShownGroup {
  readonly group: ChangeGroup;
  readonly rows: readonly ChangeRow[];
  /** How many are hidden. */
  readonly hidden: number;
}

/** The changes that are shown, and what shows all of a group. */
export function useShownChanges(section: ChangesSection | undefined): {
  readonly groups: readonly ShownGroup[];
  readonly showAll: (group: ChangeGroup) => void;
} {
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const groups = (section?.groups ?? []).map((group): ShownGroup => {
    const isWhole = whole.has(keyOf(group)) || group.rows.length < fewRows + fewToHide;
    const rows = isWhole ? group.rows : group.rows.slice(0, fewRows);
    return { group, rows, hidden: group.rows.length - rows.length };
  });
  return { groups, showAll: (group) => setWhole(new Set([...whole, keyOf(group)])) };
}

/** Groups change their places while somebody types: what is open stays so by the file. */
function keyOf({ entry, title }: ChangeGroup): string {
  return entry?.uri ?? title;
}

/** The stops of the shown changes, in reading order. */
export function changeStops(groups: readonly ShownGroup[]): readonly string[] {
  return groups.flatMap(({ group, rows }) => [group.id, ...rows.map(({ id }) => id)]);
}

interface ChangesProps {
  readonly section: ChangesSection;
  readonly groups: readonly ShownGroup[];
  readonly showAll: (group: ChangeGroup) => void;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** What has changed in the plan, file by file; or in a sentence, that nothing has, or why that cannot be told. */
export function Changes({ section, groups, showAll, marked, roving }: ChangesProps): JSX.Element {
  const { title, note, leftOut } = section;
  const [next, setNext] = useState<string>();
  // The button is gone once all is shown: the focus goes on with what it has brought.
  useLayoutEffect(() => roving.focus(next), [next]);
  const show = (group: ChangeGroup, first: ChangeRow | undefined): void => {
    showAll(group);
    setNext(first?.id);
  };
  return (
    <section>
      <h2>{title}</h2>
      {note && <p class="quiet changes-note">{note}</p>}
      {groups.length > 0 && (
        <div class="table-scroll">
          <table class="table changes" aria-label={title}>
            <thead class="for-reader">
              <tr>
                <th scope="col">What</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            {groups.map((shown) => (
              <Group key={shown.group.id} {...{ shown, show, marked, roving }} />
            ))}
          </table>
        </div>
      )}
      {leftOut !== undefined && <p class="quiet changes-note">{`${String(leftOut)} more changes are not listed.`}</p>}
    </section>
  );
}

interface GroupProps {
  readonly shown: ShownGroup;
  /** Shows all of a group, and goes to the first row that was hidden. */
  readonly show: (group: ChangeGroup, first: ChangeRow | undefined) => void;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Group({ shown: { group, rows, hidden }, show, marked, roving }: GroupProps): JSX.Element {
  const { id, entry, title, summary } = group;
  return (
    <tbody>
      <tr class="change-group" {...(entry ? entryAttributes(entry, marked) : {})} {...roving.stop(id)}>
        <th scope="rowgroup" colSpan={2}>
          <span class="row-title">
            <span class="cut" title={title}>
              {title}
            </span>
            <span class="quiet">{summary}</span>
          </span>
        </th>
      </tr>
      {rows.map((row) => (
        <Change key={row.id} {...{ row, marked, roving }} />
      ))}
      {hidden > 0 && (
        <tr class="change-more">
          <td colSpan={2}>
            <button type="button" class="link" onClick={() => show(group, group.rows[rows.length])}>
              {`Show ${String(hidden)} more`}
              <span class="for-reader">{` of ${title}`}</span>
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface ChangeProps {
  readonly row: ChangeRow;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Change({ row, marked, roving }: ChangeProps): JSX.Element {
  const { id, entry, kind, title, text, state } = row;
  return (
    <tr {...(entry ? entryAttributes(entry, marked) : {})} {...roving.stop(id)}>
      <th scope="row" class="change-title">
        <span class="row-title">
          <span class="cut" title={title}>
            {title}
          </span>
          <span class="quiet change-kind">{kind}</span>
        </span>
      </th>
      <td class="change-text">
        <span class="state-cell">
          <span class="change-mark">{state && <StateIcon kind={state.kind} />}</span>
          {state && <span class="for-reader">{state.text}</span>}
          <span>{text}</span>
        </span>
      </td>
    </tr>
  );
}

/** All entries that have a row of their own. */
export function changeEntries(section: ChangesSection | undefined): readonly EntryPath[] {
  return (section?.groups ?? []).flatMap(({ entry, rows }) =>
    [entry ?? [], ...rows.map((row) => row.entry ?? [])].flat(),
  );
}
