import * as vscode from 'vscode';
import {
  type ExportFormat,
  exportedPage,
  exportFormats,
  formatsOf,
  type ViewName,
  type ViewParams,
  type ViewSettings,
  viewsOf,
  viewTitle,
} from '../../protocol';
import type { PlanServer } from '../planServer';
import { randomNonce } from './previewHtml';

/** A view of a file as it is looked at. */
export interface LookedAt {
  readonly uri: vscode.Uri;
  readonly view: ViewName;
  readonly settingsOf: (view: ViewName) => ViewSettings;
}

/**
 * Asks for a format and a place, and writes the view there.
 *
 * @param draw makes a PNG of an SVG, as Base64 text; null where that cannot be done
 */
export async function exportView(
  { uri, view, settingsOf }: LookedAt,
  server: PlanServer,
  extensionUri: vscode.Uri,
  draw: (svg: string) => Promise<string | null>,
): Promise<void> {
  const params = { uri: uri.toString(), view, settings: settingsOf(view) };
  const result = await server.view(params);
  if (!result) {
    tell('There is nothing to export: the file is gone, or the server is not running.');
    return;
  }
  const { data } = result;
  const format = await askedFormat(formatsOf(data.file, data.view), viewTitle(data.view));
  const target = format && (await askedPlace(uri, data.view, format));
  if (!format || !target) return;
  const bytes = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Exporting ${viewTitle(data.view)}…` },
    () => contentOf(format, { ...params, settingsOf }, data.file, server, extensionUri, draw),
  );
  if (!bytes) {
    tell(`The view could not be written as ${exportFormats[format].title}.`);
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    tell(`${vscode.workspace.asRelativePath(target)} could not be written: ${String(error)}`);
    return;
  }
  await told(target, format);
}

interface ExportedView extends ViewParams, Pick<LookedAt, 'view' | 'settingsOf'> {
  readonly view: ViewName;
}

async function askedFormat(formats: readonly ExportFormat[], view: string): Promise<ExportFormat | undefined> {
  const choices = formats.map((format) => ({
    label: exportFormats[format].title,
    description: `.${exportFormats[format].extension}`,
    detail: exportFormats[format].detail,
    format,
  }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: `Export ${view}`,
    placeHolder: 'Choose a format',
    matchOnDetail: true,
  });
  return chosen?.format;
}

/** Beside the plan file, named by it and the view. */
async function askedPlace(uri: vscode.Uri, view: string, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const { title, extension } = exportFormats[format];
  const name = uri.path
    .slice(uri.path.lastIndexOf('/') + 1)
    .replace(/\.ya?ml$/i, '')
    .replace(/\.(roadmap|project)$/i, '');
  const defaultUri = vscode.Uri.joinPath(uri, '..', `${name}-${view}.${extension}`);
  return vscode.window.showSaveDialog({ defaultUri, filters: { [title]: [extension] }, title: `Export as ${title}` });
}

async function contentOf(
  format: ExportFormat,
  { settingsOf, ...params }: ExportedView,
  file: 'roadmap' | 'project',
  server: PlanServer,
  extensionUri: vscode.Uri,
  draw: (svg: string) => Promise<string | null>,
): Promise<Uint8Array | undefined> {
  if (format === 'html') {
    const page = await pageOf({ ...params, settingsOf }, file, server, extensionUri);
    return page === undefined ? undefined : new TextEncoder().encode(page);
  }
  const text = await server.exportText({ ...params, format: format === 'png' ? 'svg' : format });
  if (text === undefined || text === null) return undefined;
  if (format !== 'png') return new TextEncoder().encode(text);
  const picture = await draw(text);
  return picture === null ? undefined : Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
}

/** A page with all views of the file, the one that is looked at first; each by the filter and groups that it has here. */
async function pageOf(
  { uri, view, settingsOf }: ExportedView,
  file: 'roadmap' | 'project',
  server: PlanServer,
  extensionUri: vscode.Uri,
): Promise<string | undefined> {
  const names = [view, ...viewsOf(file).flatMap(({ name }) => (name === view ? [] : name))];
  const results = await Promise.all(
    names.map(async (name) => {
      const settings = settingsOf(name);
      return { settings, result: await server.view({ uri, view: name, whole: true, settings }) };
    }),
  );
  const views = results.flatMap(({ settings, result }) => (result ? [{ data: result.data, settings }] : []));
  if (views.length === 0) return undefined;
  const bundled = async (name: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name)));
  const [script, style] = await Promise.all([bundled('page.js'), bundled('preview.css')]);
  return exportedPage({ views, script, style, nonce: randomNonce() });
}

/** Says where it is, and offers to look at it: text in an editor, anything else as the system does. */
async function told(target: vscode.Uri, format: ExportFormat): Promise<void> {
  const isText = format === 'md' || format === 'mermaid' || format === 'csv' || format === 'ics' || format === 'svg';
  const open = 'Open';
  const name = vscode.workspace.asRelativePath(target);
  const canOpen = isText || target.scheme === 'file';
  const answer = await vscode.window.showInformationMessage(`Exported to ${name}.`, ...(canOpen ? [open] : []));
  if (answer !== open) return;
  if (isText) await vscode.window.showTextDocument(target);
  else await vscode.env.openExternal(target);
}

function tell(message: string): void {
  void vscode.window.showWarningMessage(message);
}
