import { editDocument, parseDocument, type SyntaxDocument } from '../syntax/document';
import type { TextChange } from '../text/sourceText';
import { fileKindOf, folderOf, settingsFileName, type FileKind } from './fileKind';
import { isInGlob } from './globs';
import { PlanIndex } from './plan';
import { readPlanFile, type PlanFile, type SettingsFile } from './planFile';

interface StoredFile {
  readonly kind: FileKind;
  readonly file: PlanFile;
}

/**
 * All plans of a workspace. A plan is bounded by the nearest folder above a file that has a settings file, else by the
 * workspace folder, else (a file that belongs to no folder) by the file's own folder.
 */
export class PlanSet {
  readonly #stored = new Map<string, StoredFile>();
  readonly #plans = new Map<string, PlanIndex>();
  /** The plan that each file is in; excluded files are in none. */
  readonly #membership = new Map<string, PlanIndex>();
  #folders: readonly string[] = [];

  get plans(): readonly PlanIndex[] {
    return [...this.#plans.values()];
  }

  /** The URIs of all files that are held, those that a plan excludes included. */
  get uris(): readonly string[] {
    return [...this.#stored.keys()];
  }

  /** The folders that bound plans without settings, as URIs without a slash at their end. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((folder) => folder.replace(/\/+$/, ''));
    this.#distribute();
  }

  /** The plan of a file; undefined for a file that is not held or is excluded. */
  planOf(uri: string): PlanIndex | undefined {
    return this.#membership.get(uri);
  }

  /**
   * The plan that a new file in a folder would be in; an empty one where there is none yet.
   *
   * @param folder as a URI without a slash at its end
   */
  planOfFolder(folder: string): PlanIndex {
    const root = this.#rootOf(`${folder}/.project.yaml`);
    return this.#plans.get(root) ?? new PlanIndex(root);
  }

  document(uri: string): SyntaxDocument | undefined {
    return this.#stored.get(uri)?.file.document;
  }

  /** Takes a file's text in; nothing happens for a file that is no part of a plan by its name. */
  setText(uri: string, text: string): void {
    this.setDocument(parseDocument(uri, text));
  }

  /** The same for a text that has been read already, see `readingDocument`. */
  setDocument(document: SyntaxDocument): void {
    const { uri } = document;
    const kind = fileKindOf(uri);
    if (!kind) return;
    const before = this.#stored.get(uri);
    if (before && this.#membership.get(uri)?.reword(document)) return;
    const stored = { kind, file: readPlanFile(kind, document, before?.file) };
    this.#stored.set(uri, stored);
    if (kind === 'settings' && (!before || excluded(before.file) !== excluded(stored.file))) this.#distribute();
    else this.#place(stored);
  }

  /** Applies edits to a file that is held. */
  edit(uri: string, changes: readonly TextChange[]): void {
    const document = this.document(uri);
    if (document) this.setDocument(editDocument(document, changes));
  }

  remove(uri: string): void {
    const stored = this.#stored.get(uri);
    if (!stored) return;
    this.#stored.delete(uri);
    this.#membership.get(uri)?.remove(uri);
    this.#membership.delete(uri);
    if (stored.kind === 'settings') this.#distribute();
    else this.#dropEmptyPlans();
  }

  /** Finds the plan of every file anew. */
  #distribute(): void {
    this.#plans.clear();
    this.#membership.clear();
    for (const stored of this.#stored.values()) this.#place(stored);
  }

  #place(stored: StoredFile): void {
    const { uri } = stored.file;
    const root = this.#rootOf(uri);
    const before = this.#membership.get(uri);
    if (this.#isExcluded(uri, root)) return;
    const plan = this.#plans.get(root) ?? new PlanIndex(root);
    this.#plans.set(root, plan);
    if (before && before !== plan) before.remove(uri);
    plan.update(stored.file);
    this.#membership.set(uri, plan);
  }

  #dropEmptyPlans(): void {
    for (const [root, plan] of this.#plans) if (plan.files.size === 0) this.#plans.delete(root);
  }

  #rootOf(uri: string): string {
    const folder = folderOf(uri);
    const bounding = this.#folders
      .filter((one) => folder === one || folder.startsWith(`${one}/`))
      .sort((one, other) => other.length - one.length)[0];
    for (let at = folder; at.length >= (bounding?.length ?? 0) && at.includes('/'); at = folderOf(at)) {
      if (this.#stored.has(`${at}/${settingsFileName}`)) return at;
      if (at === bounding) break;
    }
    return bounding ?? folder;
  }

  #isExcluded(uri: string, root: string): boolean {
    const settings = this.#stored.get(`${root}/${settingsFileName}`)?.file as SettingsFile | undefined;
    const globs = settings?.root?.fields.exclude?.value.map(({ value }) => value) ?? [];
    if (globs.length === 0 || !uri.startsWith(`${root}/`)) return false;
    const path = decodePath(uri.slice(root.length + 1));
    return globs.some((glob) => isInGlob(path, glob));
  }
}

function excluded(file: PlanFile): string {
  const settings = file as SettingsFile;
  return JSON.stringify(settings.root?.fields.exclude?.value.map(({ value }) => value) ?? []);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
