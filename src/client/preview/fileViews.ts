import type * as vscode from 'vscode';
import { isViewName, readViewSettings, type ViewName, type ViewSettings } from '../../protocol';

/** How a file was looked at last. */
export interface FileView {
  /** Absent: the first view of the file's kind. */
  readonly view: ViewName | undefined;
  readonly settings: ViewSettings;
}

/** How many files are remembered; those looked at longest ago are forgotten. */
const mostFiles = 200;

/** How each file was looked at last, kept with the workspace over reloads of the window. */
export class FileViews {
  readonly #kept: Map<string, FileView>;

  constructor(private readonly memory: vscode.Memento) {
    this.#kept = new Map(readKept(memory.get<unknown>(memoryKey)));
  }

  of(uri: { toString(): string }): FileView {
    return this.#kept.get(uri.toString()) ?? { view: undefined, settings: {} };
  }

  async keep(uri: { toString(): string }, view: FileView): Promise<void> {
    const key = uri.toString();
    this.#kept.delete(key);
    this.#kept.set(key, view);
    for (const oldest of [...this.#kept.keys()].slice(0, -mostFiles)) this.#kept.delete(oldest);
    await this.memory.update(memoryKey, [...this.#kept]);
  }
}

const memoryKey = 'throughline.previewedFiles';

/** What an earlier version of the extension may have kept counts as far as this one understands it. */
function readKept(value: unknown): [string, FileView][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown): [string, FileView][] => {
    const [uri, kept] = Array.isArray(each) ? (each as readonly unknown[]) : [];
    if (typeof uri !== 'string' || typeof kept !== 'object' || kept === null) return [];
    const { view, settings } = kept as { readonly view?: unknown; readonly settings?: unknown };
    return [[uri, { view: isViewName(view) ? view : undefined, settings: readViewSettings(settings) }]];
  });
}
