import texts from './generated/texts.json';

/** A text of the format, by the number that its definition has of it. */
export function textOf(number: number): string {
  return texts[number] ?? '';
}
