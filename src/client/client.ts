import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../protocol';
import { registerCommands } from './commands';
import { answerFileRequests } from './fileRequests';
import { answerHistoryRequests } from './history/historyRequests';
import { newProject, newRoadmap } from './newPlanFile';
import { documentSelector } from './planFiles';
import { languageServer } from './planServer';
import { PlanFilters } from './planTree/planFilters';
import { PlanTreeView } from './planTree/planTreeView';
import { registerTreeCommands } from './planTree/treeCommands';
import { FileViews } from './preview/fileViews';
import { PreviewPanels } from './preview/previewPanels';
import { registerRulePages, rulePages } from './rulePages';
import { showPlanInStatusBar } from './statusBar';
import type { Throughline } from './throughline';
import { tellOfYamlValidation } from './yamlValidation';

/**
 * Starts the language server and all that the editor shows of it.
 *
 * @param createClient makes the language client of the platform
 */
export async function startClient(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Throughline> {
  const { subscriptions } = context;
  const initializationOptions: InitializationOptions = {
    rulePages: rulePages.toString(),
    holidays: vscode.Uri.joinPath(context.extensionUri, 'dist', 'publicHolidays.js').toString(true),
    readsFiles: true,
    readsHistory: true,
    runsCommands: true,
    keepsProviders: true,
    completionCommand: 'editor.action.triggerSuggest',
  };
  const client = createClient({
    documentSelector,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  });
  subscriptions.push(
    registerRulePages(context.extensionUri),
    ...answerFileRequests(client),
    answerHistoryRequests(client),
    // Last in, first out: the client stops before what it uses goes.
    { dispose: () => client.stop() },
  );

  const server = languageServer(client);
  subscriptions.push(server);
  const previews = new PreviewPanels(context.extensionUri, server, new FileViews(context.workspaceState));
  subscriptions.push(previews, ...registerCommands(previews, client, server));
  await client.start();
  const filters = new PlanFilters(context.workspaceState, server);
  subscriptions.push(
    tellOfYamlValidation(client),
    filters,
    new PlanTreeView(server, filters),
    ...registerTreeCommands(server, (uri) => previews.open(uri, vscode.ViewColumn.Active)),
    showPlanInStatusBar(server),
  );
  await vscode.commands.executeCommand('setContext', 'throughline.active', true);
  return {
    restorePreview: (panel, state) => previews.restore(panel, state),
    newRoadmap: () => newRoadmap(server),
    newProject: () => newProject(server),
  };
}
