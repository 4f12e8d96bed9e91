import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { actionFeatures } from './features/actions';
import { annotationFeatures } from './features/annotations';
import { completionFeatures } from './features/completion';
import type { FeatureContext, FeatureGroup } from './features/featureGroup';
import { navigationFeatures } from './features/navigation';
import { readingFeatures } from './features/reading';
import { structureFeatures } from './features/structure';
import { symbolFeatures } from './features/symbols';

const groups: readonly FeatureGroup[] = [
  readingFeatures,
  completionFeatures,
  structureFeatures,
  actionFeatures,
  navigationFeatures,
  symbolFeatures,
  annotationFeatures,
];

/** What the server says to a client that it can do, of what `serveLanguageFeatures` answers. */
export function languageFeatures(client: ClientCapabilities): ServerCapabilities {
  return groups.reduce<ServerCapabilities>(
    (all, { capabilities }) => ({
      ...all,
      ...(typeof capabilities === 'function' ? capabilities(client) : capabilities),
    }),
    {},
  );
}

/** Answers the requests of the protocol that are about one document. The answers are the service's. */
export function serveLanguageFeatures(context: FeatureContext): void {
  for (const group of groups) group.serve(context);
}
