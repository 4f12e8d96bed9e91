/**
 * Whether two texts are the same words in another spelling: other capitals, or other signs between words (`dependsOn`,
 * `depends-on`, `Depends on`). Nobody who writes the one can mean anything but the other.
 */
export function isSameButSpelling(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}

/** Signs count beside digits, where they may be a minus or stand between the parts of a date. */
function spelling(text: string): string {
  return text.toLowerCase().replace(/(?<=\p{L})[-_ ]+(?=\p{L})/gu, '');
}
