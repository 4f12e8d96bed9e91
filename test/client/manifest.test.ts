import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly MenuItem[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
  };
}

const project = new URL('../../', import.meta.url);
const { contributes } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8')) as Manifest;
const declared = new Set(contributes.commands.map(({ command }) => command));

/** The text of all sources of the client. */
function clientSources(): string {
  const folder = new URL('src/client/', project);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}

describe('The manifest', () => {
  it('has every command of ours in our category, once', () => {
    assert.equal(declared.size, contributes.commands.length);
    for (const { command, category } of contributes.commands) assert.equal(category, 'Throughline', command);
  });

  it('shows a command in the palette only where it applies', () => {
    const always = new Set(['throughline.newRoadmap', 'throughline.newProject']);
    const inPalette = new Map(contributes.menus['commandPalette']?.map(({ command, when }) => [command, when]));
    for (const command of declared) {
      if (always.has(command)) assert.ok(!inPalette.has(command), command);
      else assert.ok(inPalette.get(command), `${command} is shown everywhere`);
    }
  });

  it('has no menu, key or button for what is not there', () => {
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    const items = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    for (const { command, submenu } of items)
      assert.ok(command === undefined ? submenus.has(submenu ?? '') : declared.has(command), command ?? submenu);
    for (const id of submenus) assert.ok(contributes.menus[id], id);
    for (const { contents } of contributes.viewsWelcome)
      for (const [, command = ''] of contents.matchAll(/\(command:([\w.]+)\)/g))
        assert.ok(declared.has(command) || !command.startsWith('throughline.'), command);
  });

  it('has views whose pictures are there, and that a package takes along', () => {
    const taken = readFileSync(new URL('.vscodeignore', project), 'utf8').split('\n');
    const pictures = [...contributes.viewsContainers.activitybar, ...Object.values(contributes.views).flat()];
    for (const { icon } of pictures) {
      assert.match(readFileSync(new URL(icon, project), 'utf8'), /^<svg /);
      assert.ok(taken.includes(`!${icon}`), icon);
    }
    const views = new Set(
      Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
    );
    for (const { view } of contributes.viewsWelcome) assert.ok(views.has(view), view);
  });

  it('declares what the client registers', () => {
    const registered = [...clientSources().matchAll(/registerCommand\(\s*'(throughline\.\w+)'/g)].map(
      ([, id]) => id ?? '',
    );
    assert.ok(registered.length > 5);
    for (const command of registered) assert.ok(declared.has(command), command);
  });
});
