import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './clientFiles';
import { startServer } from './server';
import { noFiles } from './serverFiles';

// The language server's own types bring those of a window along.
declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, ({ readsFiles }) => (readsFiles === true ? clientFiles(connection) : noFiles));
