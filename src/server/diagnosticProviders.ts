import { type ClientCapabilities, type Connection, DocumentDiagnosticRequest } from 'vscode-languageserver';
import type { FindingPart } from '../core/rules/finding';

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

/** Whether the client pulls from several providers: each has to be registered, which not every client knows. */
function pullsParts(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic?.dynamicRegistration === true;
}

/** The parts that the client will ask for; undefined stands for both as one. */
export function partsPulled(capabilities: ClientCapabilities): readonly (FindingPart | undefined)[] {
  return pullsParts(capabilities) ? parts : [undefined];
}

/** The one provider of a client that knows but one. */
export function diagnosticProvider(capabilities: ClientCapabilities): object {
  const isOne = pullsDiagnostics(capabilities) && !pullsParts(capabilities);
  return isOne ? { diagnosticProvider: { identifier: 'throughline', ...options } } : {};
}

/** Tells a client that is ready of the providers, where there is one for each part. */
export function registerDiagnosticProviders({ client, console }: Connection, capabilities: ClientCapabilities): void {
  if (!pullsParts(capabilities)) return;
  for (const part of parts)
    client
      .register(DocumentDiagnosticRequest.type, {
        identifier: diagnosticProviders[part],
        documentSelector: null,
        ...options,
      })
      .catch((error: unknown) => console.error(`No diagnostics will be asked for: ${String(error)}`));
}

/** The part that a client asks for; undefined where it wants all. */
export function partOf(identifier: string | undefined): FindingPart | undefined {
  return parts.find((part) => diagnosticProviders[part] === identifier);
}
