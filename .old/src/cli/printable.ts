/**
 * One line of text for a terminal. A plan may hold any text, also one that steers the terminal or turns the direction
 * of reading: such characters are written out (`\u{1b}`), so that they show and do nothing.
 */
export function printable(text: string): string {
  return text.replace(/\r\n|[\n\r\t\u2028\u2029]/g, ' ').replace(
    // eslint-disable-next-line no-control-regex -- control characters are what has to go
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
