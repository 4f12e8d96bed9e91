/**
 * A text of a plan in a Mermaid diagram, as itself: what means something there is written by its number
 * (`#35;` is `#`), which Mermaid shows as the character. What would end a line becomes a blank.
 */
export function mermaidText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what has to go
      .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
      .trim()
      .replace(/[^\p{L}\p{N}\p{M} .,()·–—…-]/gu, (character) => `#${String(character.codePointAt(0))};`)
  );
}
