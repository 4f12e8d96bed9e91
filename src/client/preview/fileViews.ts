import type * as vscode from 'vscode';
import { isViewName, readViewSettings, type ViewName, type ViewSettings } from '../../protocol';

/** How a file was looked at last. */
export interface FileView {
  /** Absent: the first view of the file's kind. */
  readonly view: ViewName | undefined;
  /** Of all its views, without what each has of its own. */
  readonly settings: ViewSettings;
  /** What lanes or groups are made by, where a reader has chosen: each view has choices of its own. */
  readonly groups?: Readonly<Partial<Record<ViewName, string>>>;
}

/** The settings that one view of a file is shown by. */
export function settingsOf({ settings, groups }: FileView, view: ViewName): ViewSettings {
  const groupBy = groups?.[view];
  return groupBy === undefined ? settings : { ...settings, groupBy };
}

/** A file after its reader has given one of its views settings. */
export function withSettings(fileView: FileView, view: ViewName, given: ViewSettings): FileView {
  const { groupBy, ...settings } = given;
  return groupBy === undefined
    ? { ...fileView, settings }
    : { ...fileView, settings, groups: { ...fileView.groups, [view]: groupBy } };
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
    const { view, settings, groups } = kept as Readonly<Record<string, unknown>>;
    const { groupBy: _ofOneView, ...shared } = readViewSettings(settings);
    const chosen = readGroups(groups);
    const fileView = { view: isViewName(view) ? view : undefined, settings: shared };
    return [[uri, chosen ? { ...fileView, groups: chosen } : fileView]];
  });
}

function readGroups(value: unknown): FileView['groups'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const chosen = Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([view, groupBy]) => {
    const read = readViewSettings({ groupBy }).groupBy;
    return isViewName(view) && read !== undefined ? [[view, read] as const] : [];
  });
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}
