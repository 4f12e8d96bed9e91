import type { Command, Location } from 'vscode-languageserver';
import type { ResolvedLens } from '../../core/features/codeLens/resolvedLens';
import { openPreviewCommand, peekCommand, type EntryPath, type PeekParams } from '../../protocol';
import type { ClientUris } from '../fileUri';
import type { FeatureContext } from './featureGroup';

/** What a lens shows and runs. In an editor that has not our commands it shows its text and runs nothing. */
export function lensCommand(
  { title, opens }: ResolvedLens,
  { uris, runsCommands }: Pick<FeatureContext, 'uris' | 'runsCommands'>,
): Command {
  if (!opens || !runsCommands) return { title, command: '' };
  if (opens.kind === 'preview') {
    const entry: EntryPath = { ...opens.entry, uri: uris.toClient(opens.entry.uri) };
    return { title, command: openPreviewCommand, arguments: [entry] };
  }
  const { uri, position, locations } = opens;
  const params: PeekParams = {
    uri: uris.toClient(uri),
    position,
    locations: locations.map((location) => clientLocation(location, uris)),
  };
  return { title, command: peekCommand, arguments: [params] };
}

/** A location as the client spells it. */
export function clientLocation(location: Location, uris: ClientUris): Location {
  return { ...location, uri: uris.toClient(location.uri) };
}
