import { URI, Utils } from 'vscode-uri';
import { hasScheme, webAddress } from './webAddress';

/** What a link is read from. */
export interface LinkOrigin {
  /** The file that holds the link. */
  readonly uri: string;
  /** The folders that links may lead into, without a slash at their end; the first is what a leading slash stands for. */
  readonly folders: readonly string[];
}

/**
 * Where a text in a field for links leads: to an address on the web, or to a file by its path relative to the file
 * that holds it. A path with a slash at its start begins at the folder, as in a repository's own pages. Paths lead
 * nowhere outside of the folders, and no other scheme is followed: a plan may come from anybody.
 *
 * @returns a URI, whether or not there is such a file; undefined where the text leads nowhere
 */
export function linkTarget(text: string, origin: LinkOrigin): string | undefined {
  const written = text.trim();
  if (written === '' || hasControlCharacters(written)) return undefined;
  const address = webAddress(written);
  if (address !== undefined) return address;
  try {
    const target = hasScheme(written) ? fileAt(written, origin) : pathFrom(written, origin);
    return target && isWithin(target, origin.folders) ? target.toString() : undefined;
  } catch {
    // Not everything that is a path makes a valid URI.
    return undefined;
  }
}

function hasControlCharacters(text: string): boolean {
  return /\p{Control}|\p{Surrogate}/u.test(text);
}

/** A file by its own address, which only leads where a path could. */
function fileAt(written: string, { uri }: LinkOrigin): URI | undefined {
  const target = URI.parse(written);
  const isFile = target.scheme === 'file' && URI.parse(uri).scheme === 'file';
  return isFile ? Utils.joinPath(target, '.') : undefined;
}

function pathFrom(written: string, { uri, folders }: LinkOrigin): URI | undefined {
  const hash = written.indexOf('#');
  const path = (hash < 0 ? written : written.slice(0, hash)).replaceAll('\\', '/');
  // Two slashes begin the name of a host; a letter and a colon, a drive.
  if (path === '' || path.startsWith('//') || /^[a-z]:/i.test(path)) return undefined;
  const [folder] = folders;
  const isFromFolder = path.startsWith('/') && folder !== undefined;
  const base = isFromFolder ? URI.parse(folder) : Utils.dirname(URI.parse(uri));
  const target = Utils.joinPath(base, path.replace(/^\/+/, ''));
  return hash < 0 ? target : target.with({ fragment: written.slice(hash + 1) });
}

function isWithin(target: URI, folders: readonly string[]): boolean {
  const place = target.with({ fragment: '' }).toString();
  return folders.some((folder) => place === folder || place.startsWith(`${folder}/`));
}
