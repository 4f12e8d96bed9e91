import type { CancellationToken } from 'vscode-languageserver';
import type { PlanService } from '../core/service';
import { cancelled, contentModified } from './cancelled';

/** What the service works out bit by bit; it says no where the plan has changed meanwhile, or nobody wants it any more. */
export type Prepare = (isWanted: () => boolean, uri?: string) => Promise<boolean>;

/**
 * Waits until something is there for the newest text, so that the answer which needs it holds up no other one. Throws
 * where the client does not wait for it any more.
 *
 * @param uri of a file of the plan; all plans where it is not given
 */
export async function prepared(prepare: Prepare, token: CancellationToken, uri?: string): Promise<void> {
  const isWanted = (): boolean => !token.isCancellationRequested;
  while (isWanted() && !(await prepare(isWanted, uri)));
  if (!isWanted()) throw cancelled();
}

/** The same for an answer about a place of a file: throws as well once the file has another text. */
export async function preparedFor(
  service: Pick<PlanService, 'version'>,
  uri: string,
  prepare: Prepare,
  token: CancellationToken,
): Promise<void> {
  const version = service.version(uri);
  const isStill = (): boolean => service.version(uri) === version;
  await prepared(async (isWanted) => !isStill() || (await prepare(() => isWanted() && isStill(), uri)), token);
  if (!isStill()) throw contentModified();
}
