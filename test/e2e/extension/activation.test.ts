import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, revertAll } from './documents';

describe('Activation', () => {
  afterEach(revertAll);

  it('starts for a workspace with a plan, and has its commands', async () => {
    await openFile('checkout.roadmap.yaml');
    const extension = vscode.extensions.getExtension('throughline.throughline');
    assert.ok(extension);
    await eventually('the extension is active', () => extension.isActive);
    const commands = await vscode.commands.getCommands(true);
    for (const command of [
      'throughline.openPreview',
      'throughline.openPreviewToSide',
      'throughline.restartServer',
      'throughline.addDependency',
    ]) {
      assert.ok(commands.includes(command), command);
    }
  });
});
