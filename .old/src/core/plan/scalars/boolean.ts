import { parsed, quoted, refused, type Parsed } from './parsed';

const yes = new Set(['true', 'yes', 'y', 'on', '1', 'x', 'done', 'ja', 'ok']);
const no = new Set(['false', 'no', 'n', 'off', '0', 'nein']);

/** `true` or `false`, in any of the three cases of YAML 1.2, where `yes` and `on` are texts. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(?:true|True|TRUE)$/.test(text)) return parsed(true);
  if (/^(?:false|False|FALSE)$/.test(text)) return parsed(false);
  const word = text.slice(0, 10).trim().toLowerCase();
  const candidates = yes.has(word) ? ['true'] : no.has(word) ? ['false'] : [];
  return refused(`${quoted(text)} is neither yes nor no. Write true or false.`, { candidates });
}
