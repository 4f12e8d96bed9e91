import { URI } from 'vscode-uri';

/**
 * The one spelling of a URI under which the service knows a file: clients differ in which characters they escape, and
 * one file under two names would be two files. What is no URI stays as it is.
 */
export function fileUri(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri;
  }
}

/** How the client spells the URIs of the documents that it has open. */
export class ClientUris {
  readonly #spelling = new Map<string, string>();

  /** @returns the URI as the service knows it */
  opened(uri: string): string {
    const known = fileUri(uri);
    if (known !== uri) this.#spelling.set(known, uri);
    return known;
  }

  /** @returns the URI as the service knows it */
  closed(uri: string): string {
    const known = fileUri(uri);
    this.#spelling.delete(known);
    return known;
  }

  /** A URI of the service as the client spells it. */
  toClient(uri: string): string {
    return this.#spelling.get(uri) ?? uri;
  }
}
