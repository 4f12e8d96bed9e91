import { decodeText } from '../../server/decodeText';

/**
 * A text as the bytes of a file that held another text: with its encoding and its byte order mark.
 *
 * @param before what {@link decodeText} has read the other text from
 * @returns undefined where the bytes hold something that is no text, which would be lost
 */
export function bytesLike(before: Uint8Array, text: string): Uint8Array | undefined {
  const encode = encoderOf(before);
  return isSame(encode(decodeText(before)), before) ? encode(text) : undefined;
}

function encoderOf([first, second, third]: Uint8Array): (text: string) => Uint8Array {
  if (first === 0xff && second === 0xfe) return (text) => utf16('\uFEFF' + text);
  if (first === 0xfe && second === 0xff) return (text) => utf16('\uFEFF' + text).swap16();
  const mark = first === 0xef && second === 0xbb && third === 0xbf ? '\uFEFF' : '';
  return (text) => new TextEncoder().encode(mark + text);
}

/** In little-endian order. */
function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
