import { escapeMarkdown } from '../../plan/markdown';
import type { SchemaNode } from '../../schema/lookup';
import { shownEntries } from './card';

/** Values of an enumeration that a hover names. */
const shownValues = 12;

/** What the format says of a key. Its texts are our own Markdown; only values are set as code. */
export function keyCard(key: string, schema: SchemaNode): string {
  const { title, description, values, examples } = schema;
  const heading = title === '' ? '' : `**${escapeMarkdown(title)}** (\`${key.replace(/[^\w-]/g, '')}\`)`;
  const lines = [
    values.length > 0
      ? `- **Values:** ${coded(
          values.map(({ value }) => value),
          shownValues,
        )}`
      : '',
    isPlain(schema.default) ? `- **Default:** ${coded([schema.default], 1)}` : '',
    values.length === 0 && examples.some(isPlain) ? `- **Example:** ${coded(examples.filter(isPlain), 2)}` : '',
  ].filter((line) => line !== '');
  return [heading, description, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** A value that the format names, and what it means. */
export function valueCard(value: string, property: string, description: string): string {
  const kind = property === '' ? '' : ` (${escapeMarkdown(property)})`;
  return [`**${escapeMarkdown(value)}**${kind}`, description].filter((part) => part !== '').join('\n\n');
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function coded(values: readonly (string | number | boolean)[], limit = shownEntries): string {
  const shown = values.slice(0, limit).map((value) => `\`${String(value)}\``);
  return values.length > limit ? `${shown.join(', ')}, …` : shown.join(', ');
}
