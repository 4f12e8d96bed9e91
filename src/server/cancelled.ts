import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The answer to a request that its client does not wait for any more. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The client asks no more.');
}

/** The answer to a request about what an edit has changed or taken away meanwhile. */
export function contentModified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'What this was about has changed.');
}
