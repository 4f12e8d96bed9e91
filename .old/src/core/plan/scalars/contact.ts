import { parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/** Something, one `@`, something: whether mail arrives, only sending it would tell. */
function isEmail(text: string): boolean {
  return /^[^\s@<>:,;]+@[^\s@<>:,;]+$/.test(text);
}

/** An email address: `alice@example.com`. */
export function parseEmail(text: string): Parsed<string> {
  if (isEmail(text)) return parsed(text);
  const absent = refusedOutright(text, 'an address', 'alice@example.com', isEmail);
  if (absent) return absent;
  // As it is pasted from a mail program or a web page.
  const bare = /^(?:mailto:|[^<>]*<)([^\s<>]+)>?$/.exec(text.slice(0, 400))?.[1];
  return refused(`${quoted(text)} is not an email address. Write one, such as alice@example.com.`, {
    candidates: bare === undefined ? [] : [bare],
    accepts: isEmail,
  });
}
