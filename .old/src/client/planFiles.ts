import type { DocumentSelector, TextDocument, Uri } from 'vscode';

/** Glob of plan files, as the document selector and the file search take it. */
export const planFilePattern = '**/{.roadmap,.project,*.roadmap,*.project}.{yaml,yml}';

/** Glob of the settings files of plans. */
export const settingsFilePattern = '**/.throughline.yaml';

/** Folders that no search for plan files goes into, whatever the editor's `files.exclude` says. */
export const skippedFolders = ['node_modules', '.git'] as const;

/** The documents that the language server sees. */
export const documentSelector = [
  { language: 'yaml', pattern: planFilePattern },
  { language: 'yaml', pattern: settingsFilePattern },
] satisfies DocumentSelector;

/** Whether a URI names a roadmap or project file, by its name alone. */
export function isPlanUri(uri: Pick<Uri, 'path'>): boolean {
  return /\.(roadmap|project)\.ya?ml$/.test(uri.path);
}

/** Whether a URI names a plan file or the settings file of a plan. */
export function isPlanOrSettingsUri(uri: Pick<Uri, 'path'>): boolean {
  return isPlanUri(uri) || uri.path.endsWith('/.throughline.yaml');
}

/** Whether a document is a roadmap or project that can be previewed. */
export function isPlanDocument(document: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return document.languageId === 'yaml' && isPlanUri(document.uri);
}
