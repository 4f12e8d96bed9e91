import type { ServerCapabilities } from 'vscode-languageserver';
import { actionFeatures } from './features/actions';
import type { FeatureContext, FeatureGroup } from './features/featureGroup';
import { readingFeatures } from './features/reading';

const groups: readonly FeatureGroup[] = [readingFeatures, actionFeatures];

/** What the server says that it can do, of what `serveLanguageFeatures` answers. */
export const languageFeatures = groups.reduce<ServerCapabilities>(
  (all, { capabilities }) => ({ ...all, ...capabilities }),
  {},
);

/** Answers the requests of the protocol that are about one document. The answers are the service's. */
export function serveLanguageFeatures(context: FeatureContext): void {
  for (const group of groups) group.serve(context);
}
