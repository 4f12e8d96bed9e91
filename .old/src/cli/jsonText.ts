/** A value as JSON text with a newline at its end, for other programs. */
export function jsonText(value: unknown): string {
  return `${escaped(JSON.stringify(value, undefined, 2))}\n`;
}

/** JSON leaves some control characters as they are, and a terminal may obey them. */
function escaped(text: string): string {
  return text.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
