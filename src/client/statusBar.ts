import * as vscode from 'vscode';
import type { ComingRelease, PlanSummary } from '../protocol';
import { AfterPause } from './afterPause';
import { escapeIcons } from './escapeIcons';
import { rangeOf } from './plannedChange';
import { isPlanDocument } from './planFiles';
import type { PlanServer } from './planServer';
import { Throttled } from './throttled';
import { showInSource } from './sourceEditor';
import { findingsText, statusText } from './statusText';

/** The item is brought up to date when somebody has not typed for this long, in milliseconds: all rules are asked. */
const pause = 400;

/** Two updates stand at least this far apart, in milliseconds. */
const updateInterval = 400;

const commandId = 'throughline.showPlanSummary';

/** Shows the plan of the file that is looked at in the status bar; nothing for any other file. */
export function showPlanInStatusBar(server: PlanServer): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('throughline.plan', vscode.StatusBarAlignment.Left);
  item.name = 'Throughline Plan';
  item.command = commandId;
  let shown: PlanSummary | undefined;

  const updates = new Throttled(async () => {
    const uri = activePlan();
    const summary = uri && (await server.planSummary(uri.toString()));
    // Somebody may have gone on to another file, whose own update comes next.
    if (activePlan()?.toString() !== uri?.toString()) return;
    shown = summary ?? undefined;
    if (!shown) {
      item.hide();
      return;
    }
    const { text, label, tooltip } = statusText(shown);
    item.text = text;
    item.tooltip = tooltip.join('\n');
    item.accessibilityInformation = { label, role: 'button' };
    item.show();
  }, updateInterval);

  const changes = new AfterPause(() => updates.ask(), pause);
  const listeners = [
    item,
    vscode.commands.registerCommand(commandId, () => shown && chooseFrom(shown, server)),
    vscode.window.onDidChangeActiveTextEditor(() => updates.ask()),
    server.onPlanChanged(() => changes.ask()),
    { dispose: () => changes.dispose() },
    { dispose: () => updates.dispose() },
  ];
  updates.ask();
  return vscode.Disposable.from(...listeners);
}

/** The plan file that is looked at. */
function activePlan(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isPlanDocument(document) ? document.uri : undefined;
}

/** Offers what the summary speaks of: the Problems view, the releases, the tree, the preview. */
async function chooseFrom({ findings, releases }: PlanSummary, server: PlanServer): Promise<void> {
  const run = (command: string) => () => vscode.commands.executeCommand(command);
  const choices = [
    {
      label: '$(warning) Show Problems',
      description: findingsText(findings),
      run: run('workbench.actions.view.problems'),
    },
    ...releases.map((release) => ({
      label: `$(rocket) ${escapeIcons(release.title)}`,
      description: `${release.date}, ${release.when}`,
      run: () => showRelease(release, server),
    })),
    { label: '$(list-tree) Show the Plan as a Tree', run: run('throughline.plan.focus') },
    { label: '$(open-preview) Open Preview to the Side', run: run('throughline.openPreviewToSide') },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: 'Plan', matchOnDescription: true });
  await chosen?.run();
}

async function showRelease({ entry }: ComingRelease, server: PlanServer): Promise<void> {
  const location = await server.locateEntry(entry);
  if (!location) return;
  await showInSource(vscode.Uri.parse(location.uri), { preserveFocus: false, range: rangeOf(location.selection) });
}
