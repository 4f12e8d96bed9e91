import { painter } from '../paint';
import { printable } from '../printable';
import { counted } from '../reporters/pretty';
import type { ReportedFix } from './fixPlans';

/** What was changed, to be read by people: a line each, and how much it was; empty where it was nothing. */
export function fixText(fixes: readonly ReportedFix[], options: { readonly colour: boolean }): string {
  if (fixes.length === 0) return '';
  const paint = painter(options);
  const places = fixes.map(({ file, line }) => `${printable(file)}:${line}`);
  const width = Math.max(...places.map(({ length }) => length));
  const lines = fixes.map(({ rule, title }, index) => {
    const place = (places[index] ?? '').padEnd(width);
    return `${place}  ${printable(title)}  ${paint('dim', rule)}`;
  });
  const files = new Set(fixes.map(({ file }) => file)).size;
  const summary = `${counted(fixes.length, 'fix', 'fixes')} applied in ${counted(files, 'file')}.`;
  return `${[...lines, paint('bold', summary)].join('\n')}\n`;
}
