import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver';
import type { CodeLensSettings } from '../core/features/codeLens/codeLenses';
import type { InlayHintSettings } from '../core/features/inlayHints/inlayHints';
import type { RuleSettings } from '../core/rules/ruleSettings';
import type { PlanService } from '../core/service';

/**
 * What a client's settings say of rules; what is not a table of settings counts as not set.
 *
 * @param sections tables with `rules` and `ruleOptions`; of two that say something, the earlier holds
 */
export function ruleSettings(...sections: readonly unknown[]): RuleSettings {
  const tables = sections.map(asTable);
  const merged = (key: string): Readonly<Record<string, unknown>> =>
    Object.assign({}, ...tables.map((table) => asTable(table?.[key]) ?? {}).reverse()) as Record<string, unknown>;
  return { rules: merged('rules'), options: merged('ruleOptions') };
}

/** What a client's settings say of what is shown in its editors, with the defaults of what they do not say. */
export interface EditorSettings {
  readonly codeLens: CodeLensSettings;
  readonly inlayHints: InlayHintSettings;
  /** What an overview compares a plan with where its reader asks for nothing else; undefined: as the service does. */
  readonly changesSince: string | undefined;
}

/** @param sections tables with `codeLens`, `inlayHints` and `preview`; of two that say something, the earlier holds */
export function editorSettings(...sections: readonly unknown[]): EditorSettings {
  const tables = sections.map(asTable);
  const isOn = (group: string, name: string): boolean => {
    const written = tables.map((table) => asTable(table?.[group])?.[name]);
    return written.find((value) => typeof value === 'boolean') ?? true;
  };
  const lens = (name: keyof CodeLensSettings): boolean => isOn('codeLens', name);
  const hint = (name: keyof InlayHintSettings): boolean => isOn('inlayHints', name);
  return {
    codeLens: {
      goals: lens('goals'),
      releases: lens('releases'),
      projects: lens('projects'),
      people: lens('people'),
    },
    inlayHints: { dates: hint('dates'), titles: hint('titles'), forecast: hint('forecast') },
    changesSince: tables
      .map((table) => asTable(table?.['preview'])?.['changesSince'])
      .find((value) => typeof value === 'string' && value.trim() !== '') as string | undefined,
  };
}

/** Our part of what `workspace/didChangeConfiguration` brings: under our name, as most clients have it, or bare. */
export function pushedSection(settings: unknown): unknown {
  const table = asTable(settings);
  return table?.['throughline'] ?? table;
}

function asTable(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** The settings of a client, and what has them read anew. */
export interface FollowedSettings {
  /** As they were read last. */
  readonly current: EditorSettings;
  /** Applies the settings as they are now; to be called when the client is ready. */
  apply(): Promise<void>;
}

/**
 * Keeps the service's settings those of the client: asked of it where it can be, else as it sends them.
 *
 * @param reload lists and reads all files anew: `files.exclude` decides which files belong to a plan
 */
export function followSettings(
  connection: Connection,
  service: PlanService,
  { capabilities, initializationOptions }: InitializeParams,
  reload: () => Promise<void>,
): FollowedSettings {
  let current = editorSettings(initializationOptions);
  const asks = capabilities.workspace?.configuration === true;
  const apply = async (pushed?: unknown): Promise<void> => {
    const section: unknown = asks ? await configuration(connection) : pushedSection(pushed);
    current = editorSettings(section, initializationOptions);
    // Whoever shows something is told of it as of any other change.
    service.setSettings(ruleSettings(section, initializationOptions));
  };
  connection.onDidChangeConfiguration(async ({ settings }) => {
    await apply(settings);
    await reload();
  });
  return {
    get current() {
      return current;
    },
    async apply() {
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: ['throughline', 'files.exclude'] })
          .catch((error: unknown) => connection.console.warn(`Settings are not followed: ${String(error)}`));
      }
      await apply();
    },
  };
}

/** The client's own section for us; undefined where it has none to give. */
async function configuration(connection: Connection): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration('throughline');
  } catch (error) {
    connection.console.warn(`The settings could not be had: ${String(error)}`);
    return undefined;
  }
}
