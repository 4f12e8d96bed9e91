import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../protocol';
import { registerCommands } from './commands';
import { answerFileRequests } from './fileRequests';
import { documentSelector } from './planFiles';
import { languageServer } from './planServer';
import { PreviewPanels } from './preview/previewPanels';
import { registerRulePages, rulePages } from './rulePages';
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
  };
  const client = createClient({
    documentSelector,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  });
  subscriptions.push(
    registerRulePages(context.extensionUri),
    ...answerFileRequests(client),
    // Last in, first out: the client stops before what it uses goes.
    { dispose: () => client.stop() },
  );

  const server = languageServer(client);
  subscriptions.push(server);
  const previews = new PreviewPanels(context.extensionUri, server);
  subscriptions.push(previews, ...registerCommands(previews, client));
  await client.start();
  subscriptions.push(tellOfYamlValidation(client));
  await vscode.commands.executeCommand('setContext', 'throughline.active', true);
  return { restorePreview: (panel, state) => previews.restore(panel, state) };
}
