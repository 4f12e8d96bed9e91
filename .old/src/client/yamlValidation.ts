import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type YamlValidationParams, yamlValidationNotification } from '../protocol';

const yamlExtension = 'redhat.vscode-yaml';

/**
 * Keeps the server informed whether the Red Hat YAML extension reports parse errors, so that it does not as well.
 * There is no event for the activation of another extension; it is looked for whenever it may just have happened.
 */
export function tellOfYamlValidation(client: BaseLanguageClient): vscode.Disposable {
  let told = false;
  const tell = (): void => {
    const active = isValidating();
    if (active === told) return;
    told = active;
    const params: YamlValidationParams = { active };
    void client.sendNotification(yamlValidationNotification, params);
  };
  // It activates on the same event as we do, and takes its time.
  const timers = [1_000, 5_000, 15_000].map((delay) => setTimeout(tell, delay));
  tell();
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(tell),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.validate')) tell();
    }),
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
  );
}

function isValidating(): boolean {
  const extension = vscode.extensions.getExtension(yamlExtension);
  return extension?.isActive === true && vscode.workspace.getConfiguration('yaml').get('validate', true);
}
