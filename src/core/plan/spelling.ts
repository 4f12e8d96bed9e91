/** The spelling in which names are compared: without case, marks and what parts words. */
export function spelling(text: string): string {
  // As nearly all ids are.
  if (/^[a-z\d]+(?:-[a-z\d]+)*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_./-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whether only case, blanks or marks tell two texts apart. */
export function sameSpelling(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}
