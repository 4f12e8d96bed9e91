import type { FileKind } from '../schema/lookup';

export type { FileKind } from '../schema/lookup';

/** The key that every file of a kind has, and that tells the kinds apart. */
export const rootKey = { roadmap: 'product', project: 'project' } as const;

/** The name of the file that bounds a plan. */
export const settingsFileName = '.throughline.yaml';

const planFile = /(?:^|\/)[^/]*\.(roadmap|project)\.ya?ml$/;

/** The kind of a file by its name; undefined for a file that is no part of a plan. */
export function fileKindOf(uri: string): FileKind | undefined {
  if (fileNameOf(uri) === settingsFileName) return 'settings';
  return planFile.exec(uri)?.[1] as FileKind | undefined;
}

/** The last part of a URI's path, decoded. */
export function fileNameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The URI of the folder that a file or folder stands in, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** `checkout` for `checkout.roadmap.yaml`; undefined for a bare `.roadmap.yaml`. */
export function fileStem(uri: string): string | undefined {
  return /^(.+)\.(?:roadmap|project)\.ya?ml$/.exec(fileNameOf(uri))?.[1];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
