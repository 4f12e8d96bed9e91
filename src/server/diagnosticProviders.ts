import {
  type ClientCapabilities,
  type Connection,
  DocumentDiagnosticRequest,
  RegistrationRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { FindingPart } from '../core/rules/finding';
import type { InitializationOptions } from '../protocol';

const options = { interFileDependencies: true, workspaceDiagnostics: true };

/**
 * The providers that a client asks one by one, each by its name. It has the diagnostics of form and references as soon as
 * they are found, and keeps showing what it has of the others until they are, too.
 */
export const diagnosticProviders: Readonly<Record<FindingPart, string>> = {
  first: 'throughline-form',
  other: 'throughline-plan',
};

const parts: readonly FindingPart[] = ['first', 'other'];

/** Whether the client pulls diagnostics. Where it does they are never pushed, so that nothing is shown twice. */
export function pullsDiagnostics(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

/**
 * Whether the client has several providers. Of those that let one be registered some keep no more than that one, or show
 * what one answers in the place of what another one has: only a client that says so keeps them apart.
 */
function pullsParts({ textDocument }: ClientCapabilities, { keepsProviders }: InitializationOptions): boolean {
  return keepsProviders === true && textDocument?.diagnostic?.dynamicRegistration === true;
}

/** The parts that the client will ask for; undefined stands for both as one. */
export function partsPulled(
  capabilities: ClientCapabilities,
  client: InitializationOptions,
): readonly (FindingPart | undefined)[] {
  return pullsParts(capabilities, client) ? parts : [undefined];
}

/** The one provider of a client that knows but one. */
export function diagnosticProvider(
  capabilities: ClientCapabilities,
  client: InitializationOptions,
): Pick<ServerCapabilities, 'diagnosticProvider'> {
  const isOne = pullsDiagnostics(capabilities) && !pullsParts(capabilities, client);
  return isOne ? { diagnosticProvider: { identifier: 'throughline', ...options } } : {};
}

/** Tells a client that is ready of the providers, where there is one for each part. */
export function registerDiagnosticProviders(
  connection: Connection,
  capabilities: ClientCapabilities,
  initializationOptions: InitializationOptions,
): void {
  if (!pullsParts(capabilities, initializationOptions)) return;
  // A bulk registration has each method once.
  const registrations = Object.values(diagnosticProviders).map((identifier) => ({
    id: identifier,
    method: DocumentDiagnosticRequest.method,
    registerOptions: { identifier, documentSelector: null, ...options },
  }));
  connection
    .sendRequest(RegistrationRequest.type, { registrations })
    .catch((error: unknown) => connection.console.error(`No diagnostics will be asked for: ${String(error)}`));
}

/** The part that a client asks for; undefined where it wants all. */
export function partOf(identifier: string | undefined): FindingPart | undefined {
  return parts.find((part) => diagnosticProviders[part] === identifier);
}
