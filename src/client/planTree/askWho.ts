import * as vscode from 'vscode';
import type { PlanServer } from '../planServer';

/**
 * Asks the user who they are in plans, and keeps that in their own settings: those of a workspace are often shared.
 *
 * @returns the person, as plans refer to people; undefined where the user does not say
 */
export async function askWho(server: PlanServer): Promise<string | undefined> {
  const people = (await server.people()) ?? [];
  const title = 'Who are you in this plan?';
  const answer =
    people.length > 0
      ? (
          await vscode.window.showQuickPick(
            people.map(({ id, name, detail }) => ({ label: name, description: id, detail, id })),
            { title, placeHolder: 'Kept in your settings as throughline.me', matchOnDescription: true },
          )
        )?.id
      : await vscode.window.showInputBox({
          title,
          prompt: 'Your name as it stands in plans. Kept in your settings as throughline.me.',
        });
  const person = answer?.trim() ?? '';
  if (person === '') return undefined;
  await vscode.workspace.getConfiguration('throughline').update('me', person, vscode.ConfigurationTarget.Global);
  return person;
}
