import { escapeMarkdown } from '../plan/markdown';
import type { Block, Cell, Row, TableBlock, ViewDocument } from './viewDocument';

/** A document as GitHub Flavored Markdown: every text of the plan shows as itself, and makes no link, HTML or heading. */
export function markdownOf({ title, view, purpose, blocks }: ViewDocument): string {
  const name = title === '' ? view : `${escapeMarkdown(title)}: ${view}`;
  const parts = [`# ${name}`, ...(purpose === undefined ? [] : [escapeMarkdown(purpose)]), ...blocks.map(blockText)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const note = block.note === undefined ? '' : `\n\n${escapeMarkdown(block.note)}`;
      return `## ${escapeMarkdown(block.text)}${note}`;
    }
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .map(escapeMarkdown)
        .join('\n\n');
    case 'facts':
      return block.facts
        .map(({ label, value, note }) => {
          const more = note === undefined ? '' : ` (${escapeMarkdown(note)})`;
          return `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}**${more}`;
        })
        .join('\n');
    case 'table':
      return tableText(block);
  }
}

function tableText({ columns, rows }: TableBlock): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => escapeMarkdown(title))),
    line(columns.map(({ numeric }) => (numeric === true ? '---:' : '---'))),
    ...rows.map((row) => line(row.cells.map((cell, index) => cellText(cell, index, row)))),
  ].join('\n');
}

/** A table of Markdown has no tree: what stands below another row is moved to the right by no-break spaces. */
function cellText({ text }: Cell, index: number, { depth = 0 }: Row): string {
  return `${index === 0 ? '\u00a0'.repeat(depth * 3) : ''}${escapeMarkdown(text)}`;
}
