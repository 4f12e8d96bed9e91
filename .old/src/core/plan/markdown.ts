/**
 * A text as Markdown that shows exactly that text: nothing in it becomes a link, an image, HTML, a heading, a list,
 * emphasis or code. Runs of white space, newlines and control characters become one space, so that it stays inside
 * the line or list item where it is put.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what has to go
      .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
      .trim()
      .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // Bare addresses become links without any mark around them.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/@/g, '\\@')
      .replace(/(www)\./gi, '$1\\.')
      // These mean something only at the start of a line, and a text may be put there.
      .replace(/^[#+=-]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}
