/** The schemes of addresses that are safe to follow from a file that somebody else wrote. */
const safeAddress = /^(?:https?:\/\/[^\s/?#]+|mailto:[^\s@]+@[^\s@]+)/i;

/** One letter before a colon is a drive, not a scheme. */
const scheme = /^[a-z][a-z0-9+.-]+:/i;

/** Whether a text begins with the scheme of a URI, and so is no path. */
export function hasScheme(text: string): boolean {
  return scheme.test(text);
}

/**
 * A web or mail address as a valid URI: what may not stand in one is percent-encoded, what is encoded already stays.
 *
 * @returns undefined for any other text, whatever its scheme
 */
export function webAddress(text: string): string | undefined {
  return safeAddress.test(text) ? encoded(text) : undefined;
}

/** A percent sign that encodes nothing, and every character that a URI does not have (RFC 3986, section 2). */
const notOfUri = /%(?![0-9a-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]/giu;

function encoded(text: string): string {
  return text.replace(notOfUri, (char) => (/\p{Surrogate}/u.test(char) ? '%EF%BF%BD' : encodeURIComponent(char)));
}

/** An address in running text: to the next blank, quote or bracket. */
const inText = /(?<![\p{L}\p{N}_])(?:https?:\/\/|mailto:)[^\s<>"'`{}|\\^[\]]+/giu;

/** The web and mail addresses in a text, by where they stand; the punctuation around them is no part of them. */
export function addressesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!/https?:|mailto:/i.test(text)) return [];
  return [...text.matchAll(inText)].flatMap(({ 0: found, index }) => {
    const address = withoutPunctuation(found);
    return safeAddress.test(address) ? [{ start: index, end: index + address.length }] : [];
  });
}

/** Drops what ends a sentence, and a bracket that was opened before the address. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const isOpenedBefore = last === ')' && count(address, ')', end) > count(address, '(', end);
    if (!isOpenedBefore && !'.,;:!?*…'.includes(last)) return address.slice(0, end);
    if (last === '') return '';
    end--;
  }
}

function count(text: string, char: string, end: number): number {
  let found = 0;
  for (let at = 0; at < end; at++) if (text[at] === char) found++;
  return found;
}
