import type { Block, FactsBlock, ViewDocument } from '../viewDocument';
import { element, escaped } from './markup';
import { fontSize, size, styleSheet } from './style';
import { drawTable } from './table';
import { textOf } from './text';
import { textWidth } from './textWidth';

/** Elements, and where the next ones may stand, in pixels from the top. */
export interface Drawing {
  readonly parts: readonly string[];
  readonly bottom: number;
}

/** A document as a drawing of its own: no script, no font and nothing else from elsewhere; light or dark as its reader. */
export function svgOf(document: ViewDocument): string {
  const { title, view, purpose, blocks } = document;
  const name = title === '' ? view : `${title}: ${view}`;
  const inner = size.width - 2 * size.padding;
  const parts = [textOf(name, { x: size.padding, y: 44, size: fontSize.title, width: inner, strong: true })];
  let top = 60;
  if (purpose !== undefined && purpose !== '') {
    parts.push(textOf(purpose, { x: size.padding, y: top + 8, size: fontSize.text, width: inner, quiet: true }));
    top += 24;
  }
  for (const block of blocks) {
    const drawn = drawBlock(block, top + 8);
    parts.push(...drawn.parts);
    top = drawn.bottom;
  }
  const height = Math.ceil(top + size.padding);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height,
      viewBox: `0 0 ${String(size.width)} ${String(height)}`,
      role: 'img',
    },
    [
      element('title', {}, [escaped(name)]),
      element('style', {}, [styleSheet]),
      element('rect', { class: 'back', width: size.width, height }),
      ...parts,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function drawBlock(block: Block, top: number): Drawing {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block.text, block.note, top);
    case 'text':
      return drawText(block.text, top);
    case 'facts':
      return drawFacts(block, top);
    case 'table':
      return block.rows.length === 0 ? { parts: [], bottom: top } : drawTable(block, top);
  }
}

function drawHeading(text: string, note: string | undefined, top: number): Drawing {
  const inner = size.width - 2 * size.padding;
  const place = { y: top + 20, width: inner / 2 };
  const noted =
    note === undefined
      ? []
      : [textOf(note, { ...place, x: size.width - size.padding, anchor: 'end', size: fontSize.row, quiet: true })];
  return {
    parts: [textOf(text, { ...place, x: size.padding, size: fontSize.heading, strong: true }), ...noted],
    bottom: top + size.heading - 12,
  };
}

/** Paragraphs, broken between words. */
function drawText(text: string, top: number): Drawing {
  const lines = text.split(/\n+/).flatMap((paragraph) => wrapped(paragraph, size.width - 2 * size.padding));
  const parts = lines.map((line, index) =>
    textOf(line, { x: size.padding, y: top + 14 + index * size.line, size: fontSize.text }),
  );
  return { parts, bottom: top + lines.length * size.line + 8 };
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize.text) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function drawFacts({ facts }: FactsBlock, top: number): Drawing {
  const width = (size.width - 2 * size.padding) / Math.max(4, facts.length);
  const parts = facts.flatMap(({ label, value, note }, index) => {
    const place = { x: size.padding + index * width, width: width - 12 };
    return [
      textOf(label, { ...place, y: top + 12, size: fontSize.meta, quiet: true }),
      textOf(value, { ...place, y: top + 30, size: fontSize.heading, strong: true }),
      ...(note === undefined ? [] : [textOf(note, { ...place, y: top + 45, size: fontSize.meta, quiet: true })]),
    ];
  });
  return { parts, bottom: top + size.fact };
}
