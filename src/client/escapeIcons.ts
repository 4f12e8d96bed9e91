/** A text of a plan where the editor would draw icons: what has the form of one (`$(name)`) stays text. */
export function escapeIcons(text: string): string {
  return text.replaceAll(/\$\([\w~-]+\)/g, '\\$&');
}
