import { longestRewritable, parsed, quoted, refused, refusedOutright, type Parsed, type TextSpan } from './parsed';

/** Source of the pattern of an id. */
export const idSource = '[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*';
const shape = new RegExp(`^${idSource}$`);

export function isId(text: string): boolean {
  return shape.test(text);
}

/** Latin letters that no decomposition leads to ASCII. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/**
 * The text as an id that keeps its capitals and its single points, hyphens and underscores; marks of letters are
 * dropped, other runs become a hyphen. Undefined where nothing is left, as of a title in Chinese.
 */
export function idFrom(text: string): string | undefined {
  const ascii = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøðþłđı]/gi, (letter) => {
      const plain = letters[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
    })
    .replace(/['’]/g, '');
  const id = ascii
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, (run) => (run.includes('-') ? '-' : run.charAt(0)))
    .replace(/^[._-]+|[._-]+$/g, '');
  return isId(id) ? id : undefined;
}

/** The first part of the text that an id cannot have, and what it is; undefined for an id. */
function firstFault(text: string): { readonly span: TextSpan; readonly what: string } | undefined {
  const head = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*/.exec(text)?.[0] ?? '';
  if (head.length === text.length) return undefined;
  const rest = text.slice(head.length);
  const run = /^[._-]+/.exec(rest)?.[0];
  if (run !== undefined && head === '')
    return { span: { start: 0, end: run.length }, what: `begins with \`${run.charAt(0)}\`` };
  if (run?.length === rest.length) {
    return { span: { start: head.length, end: text.length }, what: `ends with \`${run.slice(-1)}\`` };
  }
  if (run !== undefined && run.length > 1) {
    return {
      span: { start: head.length, end: head.length + run.length },
      what: `has ${quoted(run)} in it, where one of them is enough`,
    };
  }
  const start = head.length + (run?.length ?? 0);
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0x20);
  return {
    span: { start, end: start + character.length },
    what: /\s/.test(character) ? 'has a blank in it' : `has ${quoted(character)} in it`,
  };
}

/** An id: letters, digits, and single points, hyphens and underscores between them: `PAY-123`, `1.4`, `launch-site`. */
export function parseId(text: string): Parsed<string> {
  if (isId(text)) return parsed(text);
  const form = 'An id has letters and digits, with single `-`, `_` or `.` between them: launch-site, PAY-123, 1.4.';
  // A word such as `tbd` is an id like any other, so only nothing at all is absent here.
  const absent = text.trim() === '' ? refusedOutright('', 'an id', 'launch-site', isId) : undefined;
  if (absent) return absent;
  const fault = firstFault(text);
  const meant = text.length > longestRewritable ? undefined : idFrom(text);
  return refused(`${quoted(text)} is not an id: it ${fault?.what ?? 'has another form'}. ${form}`, {
    span: fault?.span,
    candidates: meant === undefined ? [] : [meant],
  });
}
