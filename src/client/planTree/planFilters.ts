import * as vscode from 'vscode';
import type { PlanFilter } from '../../protocol';
import type { PlanServer } from '../planServer';
import { askWho } from './askWho';

const filterNames = ['mine', 'critical', 'overdue', 'unowned'] as const;
type FilterName = (typeof filterNames)[number];

const stateKey = 'planFilters';

/** What the tree is filtered by. It is remembered with the workspace, and told to menus by context keys. */
export class PlanFilters implements vscode.Disposable {
  private readonly on: Set<FilterName>;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: readonly { dispose(): unknown }[];
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly memory: vscode.Memento,
    private readonly server: PlanServer,
  ) {
    const kept = memory.get<unknown>(stateKey);
    this.on = new Set(filterNames.filter((name) => Array.isArray(kept) && kept.includes(name)));
    const { registerCommand } = vscode.commands;
    this.listeners = [
      this.changed,
      ...filterNames.flatMap((name) => [
        registerCommand(`throughline.filterPlan.${name}`, () => this.set(name, true)),
        registerCommand(`throughline.unfilterPlan.${name}`, () => this.set(name, false)),
      ]),
      registerCommand('throughline.clearPlanFilter', () => this.clear()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('throughline.me') || !this.on.has('mine')) return;
        this.tellMenus();
        this.changed.fire();
      }),
    ];
    this.tellMenus();
  }

  /** As the server takes it. */
  get filter(): PlanFilter {
    const filters = this.names.map((name) => (name === 'mine' ? { mine: me() } : { [name]: true }));
    return Object.assign({}, ...filters) as PlanFilter;
  }

  /** In words: `mine (ann), overdue`; empty where everything is shown. */
  get text(): string {
    return this.names.map((name) => (name === 'mine' ? `mine (${me()})` : name)).join(', ');
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  /** What is on: nothing is anybody's while nobody says who that is. */
  private get names(): readonly FilterName[] {
    return filterNames.filter((name) => this.on.has(name) && (name !== 'mine' || me() !== ''));
  }

  private async set(name: FilterName, isOn: boolean): Promise<void> {
    if (name === 'mine' && isOn && me() === '' && !(await askWho(this.server))) return;
    if (isOn) this.on.add(name);
    else this.on.delete(name);
    await this.apply();
  }

  private async clear(): Promise<void> {
    this.on.clear();
    await this.apply();
  }

  private async apply(): Promise<void> {
    this.tellMenus();
    this.changed.fire();
    await this.memory.update(stateKey, [...this.on]);
  }

  private tellMenus(): void {
    for (const name of filterNames) setContext(`throughline.planFilter.${name}`, this.names.includes(name));
    setContext('throughline.planFilter', this.names.length > 0);
  }
}

/** The person that the user is in plans; empty where that is not set. */
function me(): string {
  return vscode.workspace.getConfiguration('throughline').get('me', '').trim();
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
