import type { JSX } from 'preact';
import { mostPrinted } from './rowWindow';

/** Says on paper what a list that is too long for it leaves out. */
export function PrintNote({ count }: { readonly count: number }): JSX.Element | null {
  if (count <= mostPrinted) return null;
  const [first, all] = [mostPrinted, count].map((number) => number.toLocaleString('en'));
  return (
    <p class="print-note">{`The first ${String(first)} of ${String(all)} rows are printed. Filter them to print others.`}</p>
  );
}
