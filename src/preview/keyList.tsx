import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What the keyboard does, everywhere in the preview. */
const keys: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'Tab', does: 'Go on to the next part: the bar, then the view' },
  { keys: 'Arrow keys', does: 'Move along the bar, and over the cards, rows or cells of the view' },
  { keys: 'Home, End', does: 'Go to the first or the last of them' },
  { keys: 'Left, Right', does: 'Fold or unfold a row that has others below it' },
  { keys: 'Shift+Left, Right', does: 'Scroll a chart that is zoomed' },
  { keys: 'Space', does: 'Select the entry in its source' },
  { keys: 'Enter', does: 'Open the entry in its source' },
  {
    keys: 'M, then arrow keys',
    does: 'Move a card to another column or place, or dates along the axis; Enter puts it there',
  },
  { keys: 'L', does: 'Link to a goal what has none' },
  { keys: 'I', does: 'Show what there is to know of the entry' },
  { keys: '1 to 9', does: 'Show another view of this file' },
  { keys: '/', does: 'Filter' },
  { keys: 'Escape', does: 'Close a menu or a card, leave what is moved where it is, or clear the filter' },
  { keys: '?', does: 'Show this list' },
];

/** The list of keys, as a dialog above the view. */
export function KeyList({ close }: { readonly close: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog class="key-list" aria-labelledby="key-list-title" ref={dialog} onClose={close}>
      <h2 id="key-list-title">Keyboard</h2>
      <table>
        <tbody>
          {keys.map(({ keys: key, does }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog">
        <button type="submit" class="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
