import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver';
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

/** Our part of what `workspace/didChangeConfiguration` brings: under our name, as most clients have it, or bare. */
export function pushedSection(settings: unknown): unknown {
  const table = asTable(settings);
  return table?.['throughline'] ?? table;
}

function asTable(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/**
 * Keeps the service's settings those of the client: asked of it where it can be, else as it sends them.
 *
 * @param reload lists and reads all files anew: `files.exclude` decides which files belong to a plan
 * @returns applies the settings as they are now; to be called when the client is ready
 */
export function followSettings(
  connection: Connection,
  service: PlanService,
  { capabilities, initializationOptions }: InitializeParams,
  reload: () => Promise<void>,
): () => Promise<void> {
  const asks = capabilities.workspace?.configuration === true;
  const apply = async (pushed?: unknown): Promise<void> => {
    const section: unknown = asks ? await configuration(connection) : pushedSection(pushed);
    service.setSettings(ruleSettings(section, initializationOptions));
  };
  connection.onDidChangeConfiguration(async ({ settings }) => {
    await apply(settings);
    await reload();
  });
  return async () => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: ['throughline', 'files.exclude'] })
        .catch((error: unknown) => connection.console.warn(`Settings are not followed: ${String(error)}`));
    }
    await apply();
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
