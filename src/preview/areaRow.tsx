import type { JSX } from 'preact';
import type { AreaFinding, AreaRow, MatrixCell, MatrixPerson, Responsibility } from '../core/views/rolesModel';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { StateIcon, Triangle } from './icons';
import type { Roving } from './roving';

interface RowProps {
  readonly row: AreaRow;
  readonly people: readonly MatrixPerson[];
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** One area, with what each person is for it. */
export function AreaMatrixRow({ row, people, marked, roving }: RowProps): JSX.Element {
  const { id, title, what, entry, isAssigned, cells, findings } = row;
  const isGap = findings.some(({ kind }) => kind === 'gap');
  return (
    <tr
      class={isGap ? 'area gap' : 'area'}
      // What is not assigned has no place of its own in the source that the cursor could be in.
      {...entryAttributes(entry, isAssigned ? marked : undefined)}
      {...roving.stop(id)}
    >
      <th scope="row" class="area-cell" title={what ? `${title}: ${what}` : title}>
        <span class="cut">{title}</span>
      </th>
      {people.map((person, index) => (
        <td key={person.id} class="letters" title={cellTitle(person, cells[index])}>
          <Letters cell={cells[index]} />
        </td>
      ))}
      <td class="finding-cell">
        {findings.map((finding) => (
          <Finding key={`${finding.kind} ${finding.text}`} finding={finding} />
        ))}
      </td>
    </tr>
  );
}

function cellTitle({ name }: MatrixPerson, cell: MatrixCell | undefined): string | undefined {
  if (!cell || cell.letters.length === 0) return undefined;
  return `${name}: ${cell.letters.join(', ')}${cell.inherited ? ' by default from the role' : ''}`;
}

function Letters({ cell }: { readonly cell: MatrixCell | undefined }): JSX.Element | null {
  if (!cell || cell.letters.length === 0) return null;
  return (
    <>
      {cell.letters.map((letter) => {
        const isAccountable = letter === 'accountable';
        return (
          <Letter
            key={letter}
            letter={letter}
            inherited={isAccountable && cell.inherited}
            conflict={isAccountable && cell.conflict}
          />
        );
      })}
    </>
  );
}

interface LetterProps {
  readonly letter: Responsibility;
  readonly inherited?: boolean | undefined;
  readonly conflict?: boolean | undefined;
}

/** `A` in a box of its kind, and its whole word for a screen reader. */
export function Letter({ letter, inherited = false, conflict = false }: LetterProps): JSX.Element {
  const name = ['letter', letter, inherited && 'inherited', conflict && 'conflict'].filter(Boolean).join(' ');
  const words = [letter, inherited && 'by default', conflict && 'in conflict'].filter(Boolean).join(', ');
  return (
    <span class={name}>
      <span aria-hidden="true">{letter.slice(0, 1).toUpperCase()}</span>
      <span class="for-reader">{words}</span>
    </span>
  );
}

function Finding({ finding: { kind, text, detail } }: { readonly finding: AreaFinding }): JSX.Element {
  const whole = detail === undefined ? text : `${text}. ${detail}`;
  return (
    <span class={kind === 'note' ? 'finding quiet' : 'finding'} title={whole}>
      {kind === 'conflict' && <StateIcon kind="off-track" />}
      {(kind === 'gap' || kind === 'overlap') && <Triangle />}
      <span class="finding-text">{text}</span>
    </span>
  );
}
